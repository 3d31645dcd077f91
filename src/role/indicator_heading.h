// An item's heading as the source of nouns that its sentences leave out.
#pragma once

#include <vector>

#include "role/indicator_pieces.h"

namespace gongbao {

class IndicatorHeading {
 public:
  // Reads the phrases before the numbers of chars[heading], or the first phrase where it has no number. Keeps the
  // reference to `chars`; the phrases are added to `pieces`.
  IndicatorHeading(const Chars& chars, Range heading, const Table<IndicatorWordRow>& words, IndicatorPieces& pieces);

  bool empty() const noexcept { return phrases_.empty(); }
  bool counts() const noexcept { return counts_; }  // it has numbers
  // It names one piece of work and no number.
  bool names_one() const noexcept { return !phrases_.empty() && !several_; }
  const std::vector<IndicatorSaid>& phrases() const noexcept { return phrases_; }
  // The phrase whose number has this unit, or null.
  const IndicatorSaid* with_unit(char16_t unit) const noexcept;

 private:
  void add(const IndicatorPhrase& phrase, IndicatorPieces& pieces);
  void add_after(const std::vector<IndicatorToken>& tokens, std::size_t begin, std::size_t end,
                 IndicatorPieces& pieces);

  const Chars& chars_;
  std::vector<IndicatorSaid> phrases_;
  std::vector<std::uint32_t> figure_ends_;  // one for each phrase, where it counts
  bool counts_ = false;
  bool several_ = false;
};

}  // namespace gongbao
