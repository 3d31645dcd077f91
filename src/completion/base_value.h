// Values in the base unit of their dimension.
#pragma once

#include "gongbao/document.h"
#include "pair/units.h"
#include "quantity/quantity.h"

namespace gongbao {

// Fills Record::dimension, rate_of, base_value, base_high and base_unit.
void set_dimension(const Quantity& quantity, const UnitForm& unit, Record& record);

}  // namespace gongbao
