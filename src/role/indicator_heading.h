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

  // Turns to the next paragraph, whose item has this heading: drops the pieces of the one before. Few paragraphs ask
  // for their heading, so it is read for the first that does, and kept while others with the same heading follow.
  void begin(Range heading);

  // The phrases before its numbers, or the first phrase where it has no number.
  const std::vector<IndicatorSaid>& phrases() {
    if (!is_read_) read();
    return phrases_;
  }
  bool empty() { return phrases().empty(); }
  bool counts() { return !empty() && counts_; }       // it has numbers
  bool names_one() { return !empty() && !several_; }  // one piece of work, and no number
  // The phrase whose number has this unit, or null.
  const IndicatorSaid* with_unit(char16_t unit);

 private:
  void read();
  void read_phrases();
  void add(const IndicatorPhrase& phrase);
  void add_after(std::size_t begin, std::size_t end);

  const Chars& chars_;
  IndicatorTokenizer& tokenizer_;
  IndicatorPieces& pieces_;
  std::vector<IndicatorToken> tokens_;
  IndicatorPhrase phrase_;
  std::vector<IndicatorSaid> phrases_;
  std::vector<std::uint32_t> figure_ends_;  // one for each phrase, where it counts
  Range range_;
  std::size_t kept_ = 0;  // pieces
  bool is_read_ = false;
  bool counts_ = false;
  bool several_ = false;
};

}  // namespace gongbao
