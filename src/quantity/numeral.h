// Numbers as bulletins write them: Arabic digits, Chinese numerals and mixtures of both, with their scales.
#pragma once

#include <cstdint>
#include <string_view>

#include "gongbao/decimal.h"
#include "gongbao/document.h"
#include "lexicon/quantity_rows.h"
#include "lexicon/table.h"
#include "quantity/arabic.h"

namespace gongbao {

struct Numeral {
  enum class Form : std::uint8_t {
    number,
    digit_string,  // Chinese digits without scale: 二〇一一, 一八三; counts nothing
    bare_scale,    // a scale without a digit before it: 百余, 千
  };

  std::uint32_t length = 0;  // characters; 0: no number
  Form form = Form::number;
  Decimal low;
  Decimal high;                // the upper end where two digits stand together (六七十); else equal to low
  Bound vague = Bound::exact;  // what 余, 多, 来 inside the number say
  Decimal coefficient;         // low without the scale at the end (1.5 of 1.5万) ...
  int scale = 0;               // ... and that scale's power of ten, which the lower end of a range may share
  bool grouped = false;        // 万 or 亿 is part of it
  Digits digits;               // the Arabic digits it begins with; length 0: it begins with a Chinese one
  bool formal = false;         // one single character of the financial digits (陆): a name as often as a number
  bool too_long = false;       // more than a Decimal holds; `length` still covers it
};

// The longest number text begins with; length 0 where there is none. O(length), no allocation.
//
//   read_numeral(u"三万二千人", numerals)   low 32000, length 4
//   read_numeral(u"2300多万元", numerals)  low 23000000, length 6, vague more_than
//   read_numeral(u"二百六七十人", numerals) low 260, high 270, length 5
Numeral read_numeral(std::u16string_view text, const Table<NumeralRow>& numerals);

// The same, beginning with Arabic digits that were read already (damaged ones).
Numeral read_numeral_after(std::u16string_view text, const Digits& digits, const Table<NumeralRow>& numerals);

}  // namespace gongbao
