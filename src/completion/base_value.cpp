#include "completion/base_value.h"

namespace gongbao {
namespace {

__extension__ using Wide = __int128;

constexpr int decimals = 6;  // of a base value that has no end

// value * numerator / denominator: exact where a decimal can be, else rounded half up.
std::optional<Decimal> multiplied(Decimal value, int numerator, int denominator) {
  if (numerator == 1 && denominator == 1) return value;
  Wide mantissa = Wide{value.mantissa()} * numerator;
  int exponent = value.exponent();
  // Each step takes a factor 2 or 5 out of the denominator, until it is 1 or no decimal can be exact.
  constexpr Wide limit = Wide{Decimal::max_mantissa} * 1'000'000'000;
  while (mantissa % denominator != 0 && exponent > -decimals && mantissa < limit && -mantissa < limit) {
    mantissa *= 10;
    --exponent;
  }
  Wide quotient = mantissa / denominator;
  const Wide rest = mantissa % denominator;
  if (2 * (rest < 0 ? -rest : rest) >= denominator) quotient += mantissa < 0 ? -1 : 1;
  for (; quotient != 0 && quotient % 10 == 0; ++exponent) quotient /= 10;
  if (quotient > Decimal::max_mantissa || -quotient > Decimal::max_mantissa) return std::nullopt;
  if (quotient == 0) return Decimal(0);
  if (exponent > Decimal::max_exponent || exponent < -Decimal::max_exponent) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(quotient), exponent);
}

}  // namespace

void set_dimension(const Quantity& quantity, const UnitForm& unit, Record& record) {
  record.dimension = quantity.dimension;
  if (quantity.dimension == Dimension::rate) {
    record.rate_of = unit.first;
    return;
  }
  const UnitFactorRow* const row = unit.factor;
  if (row == nullptr) return;
  record.base_value = multiplied(quantity.value, row->numerator, row->denominator);
  if (record.base_value && quantity.high)
    record.base_high = multiplied(*quantity.high, row->numerator, row->denominator);
  if (record.base_value && (record.base_high || !quantity.high)) {
    record.base_unit = row->base;
  } else {
    record.base_value.reset();
  }
}

}  // namespace gongbao
