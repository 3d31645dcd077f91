// What follows a number: a unit, a rate, or the sign that the number is a date or a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lexicon/lexicon_impl.h"
#include "text/chars.h"

namespace gongbao {

struct Unit {
  enum class Kind : std::uint8_t {
    unit,   // a unit; `name` and `dimension` hold
    label,  // a word that makes the number a date, an ordinal or a name
    left,   // a noun whose unit was left out; `name` is that unit, and the words are not part of the quantity
  };

  Kind kind = Kind::unit;
  Range range;  // of its words
  std::string name;
  Dimension dimension = Dimension::things;
  const UnitRow* row = nullptr;  // of its first part
  Bound vague = Bound::exact;    // 个多月
};

// The unit at chars[at], before `end`; one blank may stand before it, and stray blanks inside a longer word. Reads
// 元, 元/人·月, 台（套）, 元（每人每月）, 个多月. O(1): a unit has a bounded length.
std::optional<Unit> read_unit_at(const Chars& chars, std::size_t at, std::size_t end, const Lexicon::Impl& lexicon);

}  // namespace gongbao
