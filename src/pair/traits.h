// What a statement's words say about its place in the item: read once for each statement, compared for each candidate.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/body_words.h"
#include "pair/statement.h"
#include "pair/units.h"

namespace gongbao {

// The words around a statement's quantity.
struct Surroundings {
  Range left;   // from the quantity before, or the clause's begin
  Range right;  // to the quantity behind, or the clause's end
  Range wide;   // the sentence before the quantity
};

struct Traits {
  const UnitForm* unit = nullptr;
  // Of targets and achievements only:
  Surroundings around;
  bool left_is_indicator = false;  // the words before the number, as they often are
  int stage = -1;                  // 0 to 10; -1: no words say it
  int year = 0;                    // a year, last_year or this_year, where the sentence says one; else 0
  bool opens_year = false;         // the year holds for the sentences after it too
  std::uint32_t signs = 0;         // bits of Sign

  static constexpr int last_year = 1;
  static constexpr int this_year = 2;

  bool has(Sign sign) const noexcept { return (signs >> static_cast<unsigned>(sign) & 1U) != 0; }
};

// Of each statement; they are in the reading order. The traits refer to `units`, which those of the document join.
std::vector<Traits> read_traits(const BodyWords& words, const std::vector<Statement>& statements, Units& units);

}  // namespace gongbao
