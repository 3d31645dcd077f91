// One number with its unit, before anything beside it is looked at.
#pragma once

#include <optional>

#include "gongbao/decimal.h"
#include "lexicon/body_words.h"
#include "quantity/numeral.h"
#include "quantity/unit.h"
#include "text/chars.h"

namespace gongbao {

// A number and what follows it.
struct Amount {
  Numeral number;
  std::uint32_t begin = 0;
  std::uint32_t number_end = 0;
  std::optional<Unit> unit;  // of any kind
  std::string_view share;    // unit of 百分之 and 千分之, the lexicon's; empty otherwise
  bool damaged = false;

  bool found() const noexcept { return number.length > 0; }
  bool has_unit() const noexcept { return !share.empty() || (unit && unit->kind == Unit::Kind::unit); }
  bool is_label() const noexcept { return unit && unit->kind == Unit::Kind::label; }
  // After the number and the unit, where it has one.
  std::uint32_t end() const noexcept { return has_unit() && unit ? unit->range.end : number_end; }
  bool arabic() const noexcept { return number.digits.length > 0; }
};

// The amount that begins at chars[at]; found() is false where no number does. Digits damaged by blanks and letters are
// put together only where a unit follows and the result is no year.
Amount read_amount(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon);

// Does what follows make the number a date, an ordinal or a name: 5月, 8#, 2021年?
bool is_date_or_name(const Chars& chars, const Amount& amount);

// The two ends of a range: number, mark, number and unit.
struct AmountRange {
  Amount low;
  Amount high;
};

// The range that begins with `low`, or nothing. `label_end` is set where both numbers belong to a date or a name
// (1-6月, 1#-14#楼): reading goes on there.
std::optional<AmountRange> read_range(const BodyWords& words, const Amount& low, std::size_t begin, std::size_t limit,
                                      std::size_t& label_end);

}  // namespace gongbao
