// The day by or on which something is done, before a number in its clause.
#pragma once

#include "lexicon/body_words.h"

namespace gongbao {

struct DateBefore {
  int year = 0;           // 0: not said
  int month = 0;          // 1..12; 0: there is none
  bool deadline = false;  // 12月20日前, 年底前: by then
  Range words;
};

// The last one between the clause's begin (not before `first`) and `number`: 12月20日前, 11月底, 2025年6月, 三季度末,
// 年底前.
DateBefore date_before(const BodyWords& words, std::uint32_t first, std::uint32_t number);

}  // namespace gongbao
