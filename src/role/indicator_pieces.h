// The words of indicators as pieces of the text, so that no string is built before the end.
#pragma once

#include <string>
#include <vector>

#include "role/indicator.h"
#include "role/indicator_phrase.h"

namespace gongbao {

// A stretch of the pool: words that need not be neighbours in the text.
struct IndicatorWords {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const noexcept { return begin == end; }
};

class IndicatorPieces {
 public:
  // `words` must outlive it.
  explicit IndicatorPieces(const BodyWords& words) : chars_(words.body), signs_(words.signs) {
    constexpr std::size_t usual_paragraph = 200;  // pieces
    pool_.reserve(usual_paragraph);
  }

  // How many pieces there are, and the way back to so many.
  std::size_t count() const noexcept { return pool_.size(); }
  void cut(std::size_t count) { pool_.resize(count); }

  IndicatorWords add(IndicatorTokens tokens);
  IndicatorWords add(const IndicatorToken& token);
  IndicatorWords join(IndicatorWords a, IndicatorWords b, IndicatorWords c = {});
  // The first `length` characters, and the others.
  std::pair<IndicatorWords, IndicatorWords> split(IndicatorWords words, std::size_t length);

  std::size_t size(IndicatorWords words) const noexcept;  // characters
  bool same(IndicatorWords a, IndicatorWords b) const noexcept { return size(a) == size(b) && contains(a, b); }
  // Whether every piece of `part` is written in some piece of `words`.
  bool contains(IndicatorWords words, IndicatorWords part) const noexcept;
  bool ends_alike(IndicatorWords a, IndicatorWords b) const noexcept;  // by their last character

  // As printed in `document`, the last `limit` characters at most. Precondition: the indicator is empty.
  void write(IndicatorWords words, std::string_view document, std::size_t limit, Indicator& indicator) const;

 private:
  bool append_printed(Range range, std::string_view document, std::string& out) const;

  const Chars& chars_;
  const Places& signs_;
  std::vector<Range> pool_;
};

// What was said of one quantity: whole = prefix + noun + suffix, where a list's next member may share the prefix
// (a verb) and the suffix (a stage); base is what a comparison after it speaks of.
struct IndicatorSaid {
  IndicatorWords whole;
  IndicatorWords base;
  IndicatorWords prefix;
  IndicatorWords noun;
  IndicatorWords suffix;
  std::uint32_t index = 0;  // of the quantity
  std::uint32_t sentence = 0;
  Dimension dimension = Dimension::things;
  char16_t unit = 0;      // last character of the unit
  bool relation = false;  // compares with what was said before
  bool stage = false;     // the suffix is a stage
  bool inside = false;    // in a bracket
};

}  // namespace gongbao
