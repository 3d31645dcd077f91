// Numbers in Arabic digits: 4380, 3,850, 1 206, 57192.23 - and the damaged ones of scanned and copied bulletins.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "gongbao/decimal.h"

namespace gongbao {

struct Digits {
  std::uint32_t length = 0;  // characters; 0: no number
  Decimal value;
  std::uint32_t integer_digits = 0;
  bool plain = false;         // digits only: no separator, no point
  bool whole = false;         // no fraction
  bool leading_zero = false;  // 007, as in telephone numbers
  bool too_long = false;      // more digits than a Decimal holds; `length` covers them all
};

// The number text begins with. Thousands are set off by ',' or one blank, in groups of exactly three. O(length).
Digits read_arabic(std::u16string_view text);

// The same number where stray blanks (4 5, 3. 86) and letters for digits (l2, 2OO, 8l.3) may stand in it: at most 24
// characters, at least one real digit. Nothing where it is no longer than what read_arabic reads.
Digits read_damaged_arabic(std::u16string_view text);

}  // namespace gongbao
