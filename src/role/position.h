// Where each item changes from promise to report.
//
// Each place of an item, before its first sentence and behind every one, has a score: what the sentences before it say
// for a promise, what those behind it say for a report, and what speaks for a change right there. The best one is
// taken.
#pragma once

#include <optional>
#include <vector>

#include "role/evidence.h"
#include "role/segments.h"

namespace gongbao {

// How a document's items are built.
enum class ItemShape : std::uint8_t {
  promise_then_report,
  reports,   // a list of results
  promises,  // a list of targets
  mixed,     // results, before which some items promise
};

// What speaks for the places of change of one item (or of several that open in one paragraph).
struct ItemPlaces {
  std::vector<std::size_t> segments;
  std::vector<FewShares> places;  // [k]: the first k segments promise, the others report; empty: none is chosen
  std::size_t chosen = 0;         // k
};

struct Positions {
  ItemShape shape = ItemShape::promise_then_report;
  std::vector<Role> base;    // by segment: what its place says, target or achievement
  std::vector<int> margins;  // by segment: how much better its item's best place is than the best with its other role,
                             // in tenths; 0 where no place was chosen
  int shape_margin = 0;      // by how much the shape is better than the second best one, in tenths
  std::vector<Evidence> evidence;  // by segment
  std::vector<ItemPlaces> items;   // by item; those without running text have no segments
};

// `quantities`: those of each stretch.
Positions find_positions(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
                         const std::vector<std::vector<Quantity>>& quantities, const RoleWeights& weights,
                         const BodyWords& words);

}  // namespace gongbao
