// The words beside a number that say how it limits the real one.
#pragma once

#include <optional>

#include "gongbao/document.h"
#include "lexicon/body_words.h"
#include "text/chars.h"

namespace gongbao {

struct BoundWords {
  Bound bound = Bound::exact;
  Range words;
  bool spreads = false;  // also to the next number of a coordination (分别不低于75%和95%)
};

// All functions look at a bounded number of characters beside the number. `limit`: nothing before it is looked at.

// Words that end where the number begins: 不少于, 近, ≥. `years`: the number counts years. A word that only looks like
// a bound (签约) gives BoundWords with Bound::exact, so that no farther word is asked.
std::optional<BoundWords> bound_before(const BodyWords& words, std::size_t limit, std::size_t number, bool years);

// Words farther before the number, in its clause, that reach across others: 至少新增, 不少于全年任务的.
std::optional<BoundWords> bound_across(const BodyWords& words, std::size_t limit, std::size_t number);

// Words after number and unit: 以上, 左右.
std::optional<BoundWords> bound_after(const Chars& chars, std::size_t end, std::size_t limit, Dimension dimension,
                                      const Lexicon::Impl& lexicon);

// Is there a word with this trait among the `reach` characters before `at`, in the same clause?
bool word_before(const BodyWords& words, std::size_t limit, std::size_t at, std::size_t reach, bool BoundRow::*trait);

}  // namespace gongbao
