// Texts by character, as the figures of an evaluation count them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace evaluation {

using Characters = std::u32string;

// [begin, end), in characters.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Damaged bytes become U+FFFD, and back.
Characters characters(std::string_view utf8);
std::string utf8(std::u32string_view text);

// Without blanks of any kind.
Characters clean(Characters words);
// With full-width digits folded: labels are compared so.
Characters plain(Characters label);
bool is_decimal_digit(char32_t c);

// An annotated text as it is compared: every line end is a line feed.
Characters text_of_lines(std::string_view utf8);

// Twice the characters in common, over the characters of both; 0 where one is empty.
double overlap(Characters a, Characters b);

// The byte offsets at which the characters of a text begin, and its size last.
std::vector<std::size_t> character_starts(const Characters& text);

// The words around a place, up to the marks that end sentences, on one line and never more than 60 characters.
std::string sentence_around(const Characters& text, Range place);

}  // namespace evaluation
