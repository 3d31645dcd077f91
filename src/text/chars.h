// Text as the stages read it: folded characters, each with the bytes it came from.
//
// The arrays are parallel. A character may stand for several bytes that are no neighbours of the next one's, since
// line breaks inside a sentence, stray entities (&nbsp;) and link spam are taken out; spans are made from the bytes
// of the first and the last character, so nothing is lost on the way back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gongbao/span.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {

class Chars {
 public:
  Chars() = default;
  // Precondition: equally many of each.
  Chars(std::u16string folded, std::vector<std::uint32_t> begins, std::vector<std::uint8_t> lengths)
      : folded_(std::move(folded)), begins_(std::move(begins)), lengths_(std::move(lengths)) {}

  std::size_t size() const noexcept { return folded_.size(); }
  bool empty() const noexcept { return folded_.empty(); }
  char16_t operator[](std::size_t i) const noexcept { return folded_[i]; }
  // The character at i, or 0 outside.
  char16_t at(std::size_t i) const noexcept { return i < folded_.size() ? folded_[i] : char16_t{0}; }
  std::u16string_view view() const noexcept { return folded_; }
  std::u16string_view view(std::size_t begin, std::size_t end) const noexcept {
    return std::u16string_view(folded_).substr(begin, end - begin);
  }

  std::uint32_t begin_byte(std::size_t i) const noexcept { return begins_[i]; }
  std::uint32_t end_byte(std::size_t i) const noexcept { return begins_[i] + lengths_[i]; }
  // The character as it is printed in the text that was folded.
  std::string_view printed(std::string_view utf8, std::size_t i) const noexcept {
    return utf8.substr(begins_[i], lengths_[i]);
  }
  // The bytes of the characters [begin, end). Precondition: begin < end <= size().
  Span span(std::size_t begin, std::size_t end) const noexcept { return {begins_[begin], end_byte(end - 1)}; }

  // How many of the characters [begin, end) have three bytes or more, as the wide ones have.
  std::uint32_t count_wide(std::size_t begin, std::size_t end) const noexcept;
  // Whether the bytes of the characters [begin, end) follow each other. Precondition: as before.
  bool is_contiguous(std::size_t begin, std::size_t end) const noexcept {
    while (begin + 1 < end && end_byte(begin) == begins_[begin + 1]) ++begin;
    return begin + 1 == end;
  }

  void reserve(std::size_t characters);
  void push_back(char16_t folded, std::uint32_t begin, std::uint8_t length) {
    folded_.push_back(folded);
    begins_.push_back(begin);
    lengths_.push_back(length);
  }
  // Appends the characters [begin, end) of another text.
  void append(const Chars& other, std::size_t begin, std::size_t end);

 private:
  std::u16string folded_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint8_t> lengths_;
};

// A stretch of characters: [begin, end) indexes into a Chars.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const noexcept { return end - begin; }
  bool empty() const noexcept { return begin >= end; }
};

// Whether the character at `at` ends a clause; the comma inside 4,800 does not.
inline bool ends_clause(const Chars& chars, std::size_t at) noexcept {
  if (!mark::ends_clause(chars[at])) return false;
  return chars[at] != u',' || at == 0 || !is_digit(chars[at - 1]) || !is_digit(chars.at(at + 1));
}

// Folds a whole text, which is valid UTF-8. Line ends stay as '\n' ("\r\n" and "\r" too); HTML entities left in plain
// text (&nbsp; &mdash;) count as the character they name.
Chars fold_chars(std::string_view utf8);

}  // namespace gongbao
