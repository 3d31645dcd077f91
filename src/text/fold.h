// One folded 16-bit unit per character: the alphabet in which all words are matched.
//
// Folding joins what a reader takes for the same character and nothing else: full-width ASCII to ASCII, the many
// blanks to ' ', the many dashes to '-', the quotation marks 「」 to “”, the white circle of 二○一○ to the zero 〇,
// traditional characters to simplified ones. It is deliberately not NFKC, which turns ① and ㎡ into digits and letters.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/builtin_data.h"
#include "text/fold_rules.h"

namespace gongbao {

inline constexpr char16_t other_plane = 0xFFFF;  // stands for every character outside the BMP

// 0 for characters that carry nothing (zero-width marks): they are left out of the folded text.
inline char16_t fold(char32_t character) noexcept;

// The folded form of UTF-8; bytes that are no UTF-8 become U+FFFD.
std::u16string fold(std::string_view utf8);
void append_folded(std::u16string& to, std::string_view utf8);

// Chinese characters; also the ideographic zero.
constexpr bool is_han(char16_t c) noexcept { return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007 || c == other_plane; }
constexpr bool is_digit(char16_t c) noexcept { return c >= u'0' && c <= u'9'; }
constexpr bool is_latin(char16_t c) noexcept { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
constexpr bool is_blank(char16_t c) noexcept { return c == u' ' || c == u'\t'; }
// The first place from `at` on that is no blank.
constexpr std::size_t skip_blanks(std::u16string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}
// Whether a character of the text is such a one. All are looked at, without an end before the last, and what is found
// is kept as wide as a character: so the compiler looks at eight at a time.
template <class Is>
constexpr bool contains(std::u16string_view text, Is is) noexcept {
  char16_t found = 0;
  for (const char16_t c : text) found |= is(c) ? char16_t{1} : char16_t{0};
  return found != 0;
}
constexpr bool is_word(char16_t c) noexcept { return is_han(c) || is_digit(c) || is_latin(c); }

inline char16_t fold(char32_t character) noexcept {
  if (character <= 0xFFFF) return folded_form(static_cast<char16_t>(character));
  return character >= 0x1F000 && character < 0x1FB00 ? pictograph : other_plane;
}

}  // namespace gongbao
