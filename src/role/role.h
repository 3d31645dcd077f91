// The fifth stage: what is promised, what is reported, what is neither.
//
// Evidence is weighed for an item as a whole. A field label (目标任务：, 【完成情况】) decides for what follows it.
// Where there is none, an item is taken to change at most once from promise to report; the place is the one at which
// the cue words, bounds and figures on both sides fit best, given how the other items of the document are built. Words
// beside a number (计划, 已, 的目标) then decide against its surroundings, and comparisons, ages and prices are
// context.
#pragma once

#include <optional>
#include <vector>

#include "outline/outline.h"
#include "quantity/quantity.h"
#include "role/position.h"

namespace gongbao {

struct RoleDecision {
  Role role = Role::context;
  Rule rule = Rule::position;
  Range cue;                  // characters of Page::body; empty where no words decided
  bool inherited = false;     // the words stand not beside the number
  std::uint32_t segment = 0;  // index into Roles::segments
};

struct ItemParts {
  std::optional<Range> target;
  std::optional<Range> progress;
};

struct Roles {
  Lists<RoleDecision> decisions;  // by stretch, of each of its quantities
  std::vector<ItemParts> parts;   // by item of the outline
  std::vector<Segment> segments;
  Positions positions;
};

// `quantities`: those of each stretch of the outline.
Roles assign_roles(const Page& page, const Outline& outline, const QuantityLists& quantities, const BodyWords& words);

}  // namespace gongbao
