// What a statement's words say about its place in the item: read once for each statement, compared for each candidate.
#pragma once

#include <cstdint>
#include <vector>

#include "lexicon/lexicon_impl.h"
#include "pair/pair.h"
#include "pair/ratio.h"
#include "pair/words.h"

namespace gongbao {

struct Traits {
  std::uint32_t statement = 0;  // index into the statements
  Words indicator;
  Words near;  // the words between this number and its neighbours, inside its clause
  Words wide;  // the words of the sentence before it, and those right behind it
  Words all;   // indicator and near
  UnitForm unit;
  int stage = -1;           // 0 to 10; -1: no words say it
  int year = 0;             // a year, last_year or this_year, where the sentence says one; else 0
  bool opens_year = false;  // the year holds for the sentences after it too
  std::uint32_t signs = 0;  // bits of Sign

  static constexpr int last_year = 1;
  static constexpr int this_year = 2;

  bool has(Sign sign) const noexcept { return (signs >> static_cast<unsigned>(sign) & 1U) != 0; }
};

// statements[index] with its neighbours in the reading order.
Traits read_traits(const Chars& chars, const std::vector<Statement>& statements, std::size_t index,
                   const Lexicon::Impl& lexicon);

}  // namespace gongbao
