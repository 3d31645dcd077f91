// Where each item changes from promise to report.
#pragma once

#include <vector>

#include "role/segments.h"

namespace gongbao {

// How a document's items are built.
enum class ItemShape : std::uint8_t {
  promise_then_report,
  reports,   // a list of results
  promises,  // a list of targets
};

struct Positions {
  ItemShape shape = ItemShape::promise_then_report;
  std::vector<Role> base;  // by segment: what its place says, target or achievement
};

// `quantities`: those of each stretch.
Positions find_positions(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
                         const std::vector<std::vector<Quantity>>& quantities, const Lexicon::Impl& lexicon);

}  // namespace gongbao
