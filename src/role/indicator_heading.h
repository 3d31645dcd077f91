// An item's heading as the source of nouns that its sentences leave out.
#pragma once

#include <vector>

#include "role/indicator_pieces.h"

namespace gongbao {

class IndicatorHeading {
 public:
  // Keeps the references.
  IndicatorHeading(const Chars& chars, IndicatorTokenizer& tokenizer, IndicatorPieces& pieces)
      : chars_(chars), tokenizer_(tokenizer), pieces_(pieces) {}

  // Reads the phrases before the numbers of chars[heading], or the first phrase where it has no number. The phrases are
  // added to the pieces.
  void read(Range heading);

  bool empty() const noexcept { return phrases_.empty(); }
  bool counts() const noexcept { return counts_; }  // it has numbers
  // It names one piece of work and no number.
  bool names_one() const noexcept { return !phrases_.empty() && !several_; }
  const std::vector<IndicatorSaid>& phrases() const noexcept { return phrases_; }
  // The phrase whose number has this unit, or null.
  const IndicatorSaid* with_unit(char16_t unit) const noexcept;

 private:
  void add(const IndicatorPhrase& phrase);
  void add_after(std::size_t begin, std::size_t end);

  const Chars& chars_;
  IndicatorTokenizer& tokenizer_;
  IndicatorPieces& pieces_;
  std::vector<IndicatorToken> tokens_;
  IndicatorPhrase phrase_;
  std::vector<IndicatorSaid> phrases_;
  std::vector<std::uint32_t> figure_ends_;  // one for each phrase, where it counts
  bool counts_ = false;
  bool several_ = false;
};

}  // namespace gongbao
