#include "decode/decode.h"

#include "decode/convert.h"
#include "decode/detect.h"
#include "gongbao/file_type.h"
#include "office/docx.h"
#include "office/xlsx.h"

namespace gongbao {
namespace {

bool is_text(std::string_view input, const Text& text) { return text.diagnostics.size() <= most_damaged(input.size()); }

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

std::variant<Text, Error> decode_text(std::string_view input) {
  if (is_blank_text(input)) return Error{ErrorCode::empty_input};
  const std::optional<Detected> detected = detect(input);
  if (!detected) return Error{ErrorCode::not_text};
  input.remove_prefix(detected->mark);
  Text text = detected->valid ? copy_utf8(input, detected->mark) : convert(input, detected->mark, detected->encoding);
  if (is_blank_text(text.utf8)) return Error{ErrorCode::empty_input};
  if (!is_text(input, text)) return Error{ErrorCode::not_text};
  if (detected->wrong_label) text.diagnostics.push_back({DiagnosticCode::wrong_encoding_label, {}});
  return text;
}

}  // namespace

std::variant<Text, Error> decode(std::string_view input) {
  switch (file_type(input)) {
    case FileType::text: return decode_text(input);
    case FileType::docx: {
      Archive archive(input);
      return read_docx(archive);
    }
    case FileType::xlsx: {
      Archive archive(input);
      return read_xlsx(archive);
    }
    case FileType::archive: return Error{ErrorCode::damaged_archive};
    case FileType::encrypted: return Error{ErrorCode::encrypted};
    case FileType::pdf:
    case FileType::ofd:
    case FileType::rtf:
    case FileType::doc:
    case FileType::xls: return Error{ErrorCode::needs_converter};
  }
  return Error{ErrorCode::not_text};
}

}  // namespace gongbao
