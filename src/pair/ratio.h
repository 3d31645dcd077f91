// Units that can be compared, and the ratio of two numbers that have such units.
#pragma once

#include <optional>

#include "pair/units.h"
#include "quantity/quantity.h"

namespace gongbao {

// Whether the two numbers can be set against each other: units with a common base, or two counts.
bool same_measure(const Quantity& a, const UnitForm& a_unit, const Quantity& b, const UnitForm& b_unit);

// Below, at or above 0 as a is below, at or above b in their common base unit. Precondition: same_measure.
int compare_values(Decimal a, const UnitForm& a_unit, Decimal b, const UnitForm& b_unit);

// Achievement over target, rounded half up to four decimals. Nothing where either is a range, the target is zero or an
// upper limit (less is better), the units cannot be compared, or the result is out of Decimal's range.
std::optional<Decimal> pair_ratio(const Quantity& target, const UnitForm& target_unit, const Quantity& achievement,
                                  const UnitForm& achievement_unit);

// A rate of completion as a fraction: 52.7% is 0.527. `unit` is the form of %, or of a multiple (2.3倍).
std::optional<Decimal> rate_ratio(const Quantity& rate);

}  // namespace gongbao
