#include "text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace gongbao {
namespace {

bool is_ascii(const char* eight) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, eight, sizeof word);
  return (word & 0x8080808080808080U) == 0;
}

}  // namespace

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
  const char* const begin = text.data() + at;
  const char* const end = text.data() + text.size();
  const auto at_triple = [&](const char* place) { return end - place >= 4 && utf8::is_common_triple(place); };
  const char* next = begin;
  while (next < end) {
    if (at_triple(next)) {
      do {
        next += 3;
      } while (at_triple(next));
    } else if (static_cast<unsigned char>(*next) < 0x80) {
      while (end - next >= 8 && is_ascii(next)) next += 8;
      while (next < end && static_cast<unsigned char>(*next) < 0x80) ++next;
    } else {
      const Utf8Char character = utf8::rare_at(text, static_cast<std::size_t>(next - text.data()));
      if (!character.valid) break;
      next += character.length;
    }
  }
  return static_cast<std::size_t>(next - begin);
}

// In blocks, so that the compiler can count sixteen bytes at a time in bytes.
std::size_t count_characters(std::string_view text) noexcept {
  constexpr std::size_t block = 255;
  std::size_t count = 0;
  while (!text.empty()) {
    std::uint8_t begun = 0;
    for (const char c : text.substr(0, block)) begun = static_cast<std::uint8_t>(begun + (begins_character(c) ? 1 : 0));
    count += begun;
    text.remove_prefix(std::min(block, text.size()));
  }
  return count;
}

}  // namespace gongbao
