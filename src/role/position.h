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

// The places of change of one item (or of several that open in one paragraph).
struct ItemPlaces {
  std::uint32_t first = 0;   // of its sentences, index into Positions::item_segments
  std::uint32_t count = 0;   // how many there are, and one place more; without any there is no place
  std::uint32_t places = 0;  // the first, index into Positions::places
  std::uint32_t chosen = 0;  // place k: the first k sentences promise, the others report
  int score = 0;             // of that place, in tenths
};

struct Positions {
  ItemShape shape = ItemShape::promise_then_report;
  std::vector<Role> base;    // by segment: what its place says, target or achievement
  std::vector<int> margins;  // by segment: how much better its item's best place is than the best with its other role,
                             // in tenths; 0 where no place was chosen
  int shape_margin = 0;      // by how much the shape is better than the second best one, in tenths
  Lists<Share> capped;       // by segment: its evidence; none where it has no figure and is no item's running text
  Lists<Share> free;
  std::vector<ItemPlaces> items;             // by item
  std::vector<std::uint32_t> item_segments;  // those of each item's running text
  Lists<Share> places;                       // what speaks for each, besides the sentences; empty: none was chosen

  Evidence evidence(std::size_t segment) const { return {capped[segment], free[segment]}; }
  std::span<const std::uint32_t> segments(const ItemPlaces& item) const {
    return std::span(item_segments).subspan(item.first, item.count);
  }
  std::size_t place_count(const ItemPlaces& item) const {
    return item.count == 0 || places.size() == 0 ? 0 : item.count + 1;
  }
  std::span<const Share> place(const ItemPlaces& item, std::size_t k) const { return places[item.places + k]; }
};

// `quantities`: those of each stretch.
Positions find_positions(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
                         const QuantityLists& quantities, const RoleWeights& weights, const BodyWords& words);

}  // namespace gongbao
