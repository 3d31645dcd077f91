// How far each item's work is: by its words, else by its figures.
#pragma once

#include <vector>

#include "completion/claims.h"
#include "confidence/findings.h"

namespace gongbao {

struct StatusDecision {
  Status status = Status::unknown;
  StatusRule rule = StatusRule::none;
  Range cue;
  bool disagrees = false;  // its figures say something else
};

// By item of the outline. `item_of`: by statement, none outside every item. The pairs have been judged (met.h).
std::vector<StatusDecision> decide_statuses(const Findings& found,
                                            const std::vector<std::optional<std::uint32_t>>& item_of,
                                            const std::vector<Pair>& pairs, const BodyWords& words);

}  // namespace gongbao
