#include "decode/decode.h"

#include <algorithm>

#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Copies runs of valid bytes whole; an anchor follows every replacement, since it changes the length.
Text replace_invalid(std::string_view input, std::uint32_t offset) {
  Text text;
  text.encoding = "UTF-8";
  text.utf8.reserve(input.size());
  text.anchors.push_back({0, offset});
  std::size_t copied = 0;
  for (std::size_t at = 0; at < input.size();) {
    const Utf8Char character = utf8_at(input, at);
    if (!character.valid) {
      text.utf8.append(input, copied, at - copied);
      const auto begin = static_cast<std::uint32_t>(text.utf8.size());
      text.utf8 += replacement;
      const auto end = static_cast<std::uint32_t>(text.utf8.size());
      copied = at + character.length;
      if (character.length != replacement.size()) {
        text.anchors.push_back({begin, static_cast<std::uint32_t>(offset + at)});
        text.anchors.push_back({end, static_cast<std::uint32_t>(offset + copied)});
      }
      text.diagnostics.push_back({DiagnosticCode::invalid_bytes, {begin, end}});
    }
    at += character.length;
  }
  text.utf8.append(input, copied, input.size() - copied);
  return text;
}

// A text has no NUL, and damaged bytes are the exception: fewer than one in ten.
bool is_text(std::string_view input, const Text& text) {
  if (input.find('\0') != std::string_view::npos) return false;
  return text.diagnostics.size() * 10 <= input.size();
}

bool is_blank_text(std::string_view input) { return input.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

}  // namespace

std::variant<Text, Error> decode(std::string_view input) {
  std::uint32_t offset = 0;
  if (input.substr(0, byte_order_mark.size()) == byte_order_mark) {
    input.remove_prefix(byte_order_mark.size());
    offset = static_cast<std::uint32_t>(byte_order_mark.size());
  }
  if (is_blank_text(input)) return Error{ErrorCode::empty_input};
  Text text = replace_invalid(input, offset);
  if (!is_text(input, text)) return Error{ErrorCode::not_text};
  return text;
}

}  // namespace gongbao
