// A paragraph as the indicator rules see it: words by what they do, quantities, and what separates phrases.
#pragma once

#include <vector>

#include "quantity/quantity.h"

namespace gongbao {

enum class IndicatorSign : std::uint8_t {
  word,         // `word` says what it does; words of the text that no table knows are nouns
  quantity,     // `index` among the quantities
  figure,       // a number of a heading
  enumeration,  // an enumeration comma
  clause,       // a comma, a colon or what else ends a clause but not the sentence
  colon,
  sentence,
  open,  // a bracket that holds a quantity; other brackets are dropped or part of a word
  close,
};

struct IndicatorToken {
  IndicatorSign sign = IndicatorSign::word;
  IndicatorWord word = IndicatorWord::noun;
  bool listed = false;      // the table knows the word
  std::uint32_t index = 0;  // of a quantity
  Range range;

  bool is(IndicatorWord kind) const noexcept { return sign == IndicatorSign::word && word == kind; }
  bool is(IndicatorSign other) const noexcept { return sign == other; }
};

// All of chars[range], in order and without gaps, into `tokens`, whose storage is reused. With `quantities` null the
// text is a heading, where every number that is no date is a figure.
void read_indicator_tokens(const Chars& chars, Range range, const std::vector<Quantity>* quantities,
                           const Table<IndicatorWordRow>& words, std::vector<IndicatorToken>& tokens);

}  // namespace gongbao
