// A quantity with its part in the bulletin: what the pair stage reads.
#pragma once

#include <cstdint>
#include <string_view>

#include "gongbao/document.h"
#include "quantity/quantity.h"

namespace gongbao {

struct Statement {
  Quantity quantity;
  Role role = Role::context;
  std::u16string_view indicator;  // folded; of targets and achievements, in the body or in Findings::indicators
  std::uint32_t group = 0;     // pairs are made inside a group: an item, or what stands outside all items of a section
  std::uint32_t sentence = 0;  // number of the sentence in the document
  Range clause;                // the words around it, from one comma, stop or bracket to the next; in a table its cell
  // In a table: grows from left to right, and no other table has the number; 0 outside tables. A target behind another
  // one in its row is an interim one (年度目标 | 三季度目标 | 进展). Rows of targets alone and of achievements alone
  // (全年任务, 1-2月, …, 累计完成) are paired with each other where their cells share the number.
  std::uint32_t column = 0;
};

}  // namespace gongbao
