// Numbers that lost their digits or their unit: nothing is made up for them, but the place is told.
#pragma once

#include <vector>

#include "quantity/quantity.h"

namespace gongbao {

// Looks through running text (not a table's cell) whose quantities have been found. Diagnostics are appended:
// lost_digits for a unit behind a verb with no number between (投入万元。, 完成个、), a rate without one
// (占年度计划的%), and a date that lost its month (截至1031日); lost_unit for a number right before a rate in brackets
// (有3（50%）).
void find_lost(const BodyWords& words, Range text, std::span<const Quantity> quantities,
               std::vector<Diagnostic>& diagnostics);

}  // namespace gongbao
