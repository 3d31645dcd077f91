// What the lexicon compiler puts into the library: the tables of src/lexicon as one block of bytes with integer
// offsets (no initialiser runs and nothing is relocated at start), and the map from traditional to simplified.
#pragma once

#include <cstdint>
#include <string_view>

namespace gongbao {

// The rows of a table, without comments and blank lines; empty where there is no such table.
std::string_view builtin_table(std::string_view name) noexcept;

// The simplified form of a Chinese character, by ICU's Traditional-Simplified; itself where there is none.
char16_t simplified(char16_t c) noexcept;

}  // namespace gongbao
