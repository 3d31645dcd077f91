#include "decode/convert.h"

#include <unicode/utf16.h>

#include "decode/double_byte.h"
#include "decode/segment.h"
#include "decode/text_writer.h"
#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned char byte_at(std::string_view input, std::size_t at) noexcept { return static_cast<unsigned char>(input[at]); }

// Copies runs of valid bytes whole; an anchor follows every replacement, since it changes the length.
void convert_utf8(std::string_view input, std::uint32_t offset, Text& text) {
  text.utf8.reserve(input.size());
  text.anchors.push_back({0, offset});
  for (std::size_t at = 0; at < input.size();) {
    const std::size_t valid = valid_length(input, at);
    text.utf8.append(input, at, valid);
    at += valid;
    if (at == input.size()) break;
    const Utf8Char damaged = utf8_at(input, at);
    const auto begin = static_cast<std::uint32_t>(text.utf8.size());
    text.utf8 += replacement;
    const auto end = static_cast<std::uint32_t>(text.utf8.size());
    if (damaged.length != replacement.size()) {
      text.anchors.push_back(
          {begin, static_cast<std::uint32_t>(offset + at), 3, static_cast<std::uint8_t>(damaged.length)});
      text.anchors.push_back({end, static_cast<std::uint32_t>(offset + at + damaged.length)});
    }
    text.diagnostics.push_back({DiagnosticCode::invalid_bytes, {begin, end}});
    if (text.diagnostics.size() > most_damaged(input.size())) return;
    at += damaged.length;
  }
}

// GB18030 and Big5.
class DoubleByteCodes {
 public:
  explicit DoubleByteCodes(const DoubleByte& table) : table_(table) {}

  template <class Visit>
  void each(std::string_view input, std::size_t at, Visit visit) const {
    const unsigned char lead = byte_at(input, at);
    if (lead < 0x80) return visit(1U, Usage::usual);
    if (at + 2 > input.size()) return;
    const unsigned char trail = byte_at(input, at + 1);
    if (is_digit(trail)) {
      if (at + 4 > input.size() || byte_at(input, at + 2) < 0x80 || !is_digit(byte_at(input, at + 3))) return;
      if (const auto code = table_.quadruple(input.substr(at, 4)); code.character != 0) visit(4U, code.usage);
    } else if (const auto code = table_.pair(lead, trail); code.character != 0) {
      visit(2U, code.usage);
    }
  }

  char32_t read(std::string_view input, std::size_t at, std::uint32_t length) const {
    if (length == 1) return byte_at(input, at);
    if (length == 2) return table_.pair(byte_at(input, at), byte_at(input, at + 1)).character;
    return table_.quadruple(input.substr(at, 4)).character;
  }

 private:
  static bool is_digit(unsigned char c) noexcept { return c >= '0' && c <= '9'; }

  const DoubleByte& table_;
};

class Utf16Codes {
 public:
  Utf16Codes(bool big_endian, const Frequent& frequent) : high_(big_endian ? 0 : 1), frequent_(frequent) {}

  template <class Visit>
  void each(std::string_view input, std::size_t at, Visit visit) const {
    if (at + 2 > input.size()) return;
    const char16_t unit = unit_at(input, at);
    if (unit == 0) return;
    if (!U16_IS_SURROGATE(unit)) return visit(2U, frequent_.usage(unit));
    if (at + 4 <= input.size() && U16_IS_LEAD(unit) && U16_IS_TRAIL(unit_at(input, at + 2)))
      visit(4U, frequent_.usage(read(input, at, 4)));
  }

  char32_t read(std::string_view input, std::size_t at, std::uint32_t length) const {
    const char16_t unit = unit_at(input, at);
    return length == 2 ? unit : static_cast<char32_t>(U16_GET_SUPPLEMENTARY(unit, unit_at(input, at + 2)));
  }

 private:
  char16_t unit_at(std::string_view input, std::size_t at) const noexcept {
    return static_cast<char16_t>(byte_at(input, at + high_) << 8 | byte_at(input, at + 1 - high_));
  }

  std::size_t high_;  // which byte of a unit is the high one
  const Frequent& frequent_;
};

// A run of GB 2312 in seven bits, between ~{ and ~}.
class HzCodes {
 public:
  explicit HzCodes(const DoubleByte& table) : table_(table) {}

  template <class Visit>
  void each(std::string_view input, std::size_t at, Visit visit) const {
    if (at + 2 > input.size()) return;
    if (const auto code = code_at(input, at); code.character != 0) visit(2U, code.usage);
  }

  char32_t read(std::string_view input, std::size_t at, std::uint32_t /*length*/) const {
    return code_at(input, at).character;
  }

 private:
  DoubleByte::Code code_at(std::string_view input, std::size_t at) const {
    const unsigned char lead = byte_at(input, at);
    const unsigned char trail = byte_at(input, at + 1);
    if (lead < 0x21 || lead > 0x77 || trail < 0x21 || trail > 0x7E) return {};
    return table_.pair(lead | 0x80, trail | 0x80);
  }

  const DoubleByte& table_;
};

template <class Codes>
void convert_by(const Codes& codes, std::string_view input, TextWriter& writer) {
  const std::vector<std::uint8_t> steps = cut_into_characters(input, codes);
  for (std::size_t at = 0; at < input.size() && !writer.is_full();) {
    const std::uint32_t length = steps[at] & ~damaged_step;
    if ((steps[at] & damaged_step) != 0) {
      writer.add_damaged(length);
    } else {
      writer.add(codes.read(input, at, length), length);
    }
    at += length;
  }
}

// A run that is not closed ends with its line, as the encoding's definition says.
void convert_hz(std::string_view input, TextWriter& writer, const DoubleByte& table) {
  constexpr std::string_view open = "~{";
  for (std::size_t at = 0; at < input.size() && !writer.is_full();) {
    if (input.substr(at, open.size()) == open) {
      writer.skip(open.size());
      at += open.size();
      const std::size_t line = std::min(input.find('\n', at), input.size());
      const std::size_t close = std::min(input.substr(0, line).find("~}", at), line);
      convert_by(HzCodes(table), input.substr(at, close - at), writer);
      at = close;
      if (close == line) continue;
      writer.skip(2);
      at += 2;
    } else if (input.substr(at, 2) == "~~") {
      writer.add('~', 2);
      at += 2;
    } else if (input.substr(at, 2) == "~\n" || input.substr(at, 2) == "~}") {
      writer.skip(2);
      at += 2;
    } else if (byte_at(input, at) >= 0x80) {
      writer.add_damaged(1);
      ++at;
    } else {
      writer.add(byte_at(input, at), 1);
      ++at;
    }
  }
}

}  // namespace

Text copy_utf8(std::string_view valid, std::uint32_t offset) {
  Text text;
  text.encoding = iana_name(Encoding::utf8);
  text.utf8 = valid;
  text.anchors.push_back({0, offset});
  return text;
}

Text convert(std::string_view input, std::uint32_t offset, Encoding encoding) {
  if (encoding != Encoding::utf8) return convert(input, offset, encoding, Frequent());
  Text text;
  text.encoding = iana_name(encoding);
  convert_utf8(input, offset, text);
  return text;
}

Text convert(std::string_view input, std::uint32_t offset, Encoding encoding, const Frequent& frequent) {
  if (encoding == Encoding::utf8) return convert(input, offset, encoding);
  Text text;
  text.encoding = iana_name(encoding);
  text.utf8.reserve(input.size() + input.size() / 2);  // two bytes become three
  TextWriter writer(text, offset, most_damaged(input.size()));
  if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) {
    convert_by(Utf16Codes(encoding == Encoding::utf16be, frequent), input, writer);
  } else {
    const DoubleByte table(encoding == Encoding::big5 ? "Big5-HKSCS" : "GB18030", frequent);
    if (encoding == Encoding::hz) {
      convert_hz(input, writer, table);
    } else {
      convert_by(DoubleByteCodes(table), input, writer);
    }
  }
  if (text.anchors.empty()) text.anchors.push_back({0, offset});
  return text;
}

}  // namespace gongbao
