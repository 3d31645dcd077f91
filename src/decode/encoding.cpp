#include "decode/encoding.h"

#include <unicode/ucnv.h>

#include <string>

namespace gongbao {
namespace {

struct Label {
  const char* name;  // compared as ICU does: neither case, dashes, underscores nor blanks matter
  Encoding encoding;
};

// What HTML's encoding standard lists and Chinese systems write.
constexpr Label labels[] = {
    {"utf-8", Encoding::utf8},          {"unicode-1-1-utf-8", Encoding::utf8},
    {"gb2312", Encoding::gb18030},      {"gbk", Encoding::gb18030},
    {"gb18030", Encoding::gb18030},     {"x-gbk", Encoding::gb18030},
    {"gb2312-80", Encoding::gb18030},   {"gb2312.1980", Encoding::gb18030},
    {"csgb2312", Encoding::gb18030},    {"euc-cn", Encoding::gb18030},
    {"x-euc-cn", Encoding::gb18030},    {"cn-gb", Encoding::gb18030},
    {"cp936", Encoding::gb18030},       {"ms936", Encoding::gb18030},
    {"windows-936", Encoding::gb18030}, {"chinese", Encoding::gb18030},
    {"iso-ir-58", Encoding::gb18030},   {"big5", Encoding::big5},
    {"big5-hkscs", Encoding::big5},     {"cn-big5", Encoding::big5},
    {"x-x-big5", Encoding::big5},       {"csbig5", Encoding::big5},
    {"cp950", Encoding::big5},          {"windows-950", Encoding::big5},
    {"hz-gb-2312", Encoding::hz},       {"hz", Encoding::hz},
    {"utf-16", Encoding::utf16le},      {"utf-16le", Encoding::utf16le},
    {"utf-16be", Encoding::utf16be},
};

}  // namespace

std::string_view iana_name(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::gb18030: return "GB18030";
    case Encoding::big5: return "Big5";
    case Encoding::hz: return "HZ-GB-2312";
  }
  return {};
}

std::optional<Encoding> encoding_of(std::string_view label) {
  const std::string name(label);
  for (const Label& known : labels)
    if (ucnv_compareNames(known.name, name.c_str()) == 0) return known.encoding;
  return std::nullopt;
}

}  // namespace gongbao
