#include "text/utf8.h"

#include <unicode/utf8.h>

namespace gongbao {

Utf8Char utf8::rare_at(std::string_view text, std::size_t at) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const std::size_t rest = text.size() - at;
  const auto limit = static_cast<std::int32_t>(rest < 4 ? rest : 4);
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, next, limit, code);
  const auto length = static_cast<std::uint32_t>(next);
  if (code < 0) return {0xFFFD, length, false};
  return {static_cast<char32_t>(code), length, true};
}

std::size_t valid_length(std::string_view text, std::size_t at) noexcept {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t begin = at;
  while (at < text.size()) {
    if (bytes[at] < 0x80) {
      ++at;
    } else if (text.size() - at >= 3 && utf8::is_common_triple(bytes + at)) {
      at += 3;
    } else {
      const Utf8Char character = utf8::rare_at(text, at);
      if (!character.valid) break;
      at += character.length;
    }
  }
  return at - begin;
}

}  // namespace gongbao
