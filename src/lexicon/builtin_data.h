// What the lexicon compiler puts into the library: the tables of src/lexicon as one block of bytes with integer
// offsets (no initialiser runs and nothing is relocated at start), and the table of folded characters.
#pragma once

#include <cstdint>
#include <string_view>

namespace gongbao {

// The rows of a table, without comments and blank lines; empty where there is no such table.
std::string_view builtin_table(std::string_view name) noexcept;

// How far the folded form (text/fold.h) of each character of the basic plane is from it; of most 0. Flat: of its 128 KB
// only the lines of those characters are read that a text has.
extern const std::uint16_t fold_distances[0x10000];
inline char16_t folded_form(char16_t c) noexcept { return static_cast<char16_t>(c + fold_distances[c]); }

}  // namespace gongbao
