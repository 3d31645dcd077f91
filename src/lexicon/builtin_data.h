// What the lexicon compiler puts into the library: the tables of src/lexicon as one block of bytes with integer
// offsets (no initialiser runs and nothing is relocated at start), and the map from traditional to simplified.
#pragma once

#include <cstdint>
#include <string_view>

namespace gongbao {

// The rows of a table, without comments and blank lines; empty where there is no such table.
std::string_view builtin_table(std::string_view name) noexcept;

// The simplified form of a Chinese character, by ICU's Traditional-Simplified; itself where there is none.
extern const std::uint16_t simplified_page_of[256];
extern const std::uint16_t simplified_pages[];  // 256 characters a page; 0: itself
inline char16_t simplified(char16_t c) noexcept {
  const std::uint16_t other = simplified_pages[simplified_page_of[c >> 8] * 256 + (c & 0xFF)];
  return other == 0 ? c : static_cast<char16_t>(other);
}

}  // namespace gongbao
