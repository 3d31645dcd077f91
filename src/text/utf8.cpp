#include "text/utf8.h"

#include <unicode/utf8.h>

namespace gongbao {

Utf8Char utf8_at(std::string_view text, std::size_t at) noexcept {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  if (bytes[0] < 0x80) return {bytes[0], 1, true};
  const std::size_t rest = text.size() - at;
  const auto limit = static_cast<std::int32_t>(rest < 4 ? rest : 4);
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, next, limit, code);
  const auto length = static_cast<std::uint32_t>(next);
  if (code < 0) return {0xFFFD, length, false};
  return {static_cast<char32_t>(code), length, true};
}

void append_utf8(std::string& out, char32_t code) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(code));
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

}  // namespace gongbao
