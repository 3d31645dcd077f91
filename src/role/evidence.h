// How far a sentence speaks for a promise or for a report.
#pragma once

#include <vector>

#include "role/segments.h"

namespace gongbao {

// Weights of what is no cue word. Positive numbers speak for a target.
struct EvidenceWeights {
  int limit = 4;      // 不少于, 以上, 不超过
  int round = 1;      // 6000人
  int odd = -2;       // 3541人
  int fraction = -4;  // 53.1%
  int excess = -3;    // 余, 近
  int named = -2;     // a part reported by name: 东青幼儿园：…
  int measured = -4;  // a clause that measures the figure before it by the plan
  int repeated = 2;   // the same unit and the same words on both sides of the change
  int cap = 12;       // of one sentence
};
inline constexpr EvidenceWeights evidence_weights;

// Positive: a promise; negative: a report; within +-EvidenceWeights::cap.
int weigh_segment(const Page& page, const Segment& segment, const std::vector<Quantity>& quantities,
                  const Lexicon::Impl& lexicon);

// How many quantities of `b` restate one of `a`: same unit and a shared pair of characters in the words before.
int count_repeats(const Chars& body, const std::vector<const Quantity*>& a, const std::vector<const Quantity*>& b);

}  // namespace gongbao
