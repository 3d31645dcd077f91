// The words before or after a number, without what says nothing of the thing counted.
#pragma once

#include <vector>

#include "role/indicator_tokens.h"

namespace gongbao {

// A phrase is its kept tokens: first `lead` of them verbs or stages (新建), last `trail` of them stages or verbs
// (开工), nouns between. A phrase of verbs alone has lead == words.size() and trail == 0.
struct IndicatorPhrase {
  IndicatorTokens words;             // those of the paragraph, or of `kept`
  std::vector<IndicatorToken> kept;  // where some are left out between others
  std::size_t lead = 0;
  std::size_t trail = 0;
  bool part = false;      // opened by 其中
  bool prep = false;      // opened by 为, 对: the thing counted follows the number
  bool relation = false;  // compares with another number: 占任务的
  bool change = false;    // ended by 提高到
  bool of = false;        // ended by 的
  bool etc = false;       // ended by 等
  bool list = false;      // holds an enumeration
  bool adverb = false;    // words after a number: opened by a filler, so no noun follows the number

  bool empty() const noexcept { return words.empty(); }
  bool verbs_only() const noexcept { return !words.empty() && lead == words.size(); }
  bool has_verbs() const noexcept { return lead + trail > 0; }
};

// Cleans the words before a quantity of the given dimension into `phrase`, which refers to them.
void read_phrase_before(IndicatorTokens tokens, Dimension dimension, IndicatorPhrase& phrase);

// The same for the words after a quantity: they keep their verbs where they stand.
void read_phrase_after(IndicatorTokens tokens, IndicatorPhrase& phrase);

inline bool is_action(const IndicatorToken& token) noexcept {
  return token.is_any(one_of(IndicatorWord::verb, IndicatorWord::stage, IndicatorWord::effect));
}
std::size_t characters(IndicatorTokens words) noexcept;

}  // namespace gongbao
