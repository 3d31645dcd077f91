#include "pair/ratio.h"

#include "lexicon/dimension.h"

namespace gongbao {
namespace {

__extension__ using Wide = __int128;

constexpr int decimals = 4;

// value * 10^power * factor as value, or false where it leaves 128 bits.
bool multiply(Wide& value, std::int64_t power, std::int64_t factor) {
  if (__builtin_mul_overflow(value, Wide{factor}, &value)) return false;
  for (; power > 0; --power) {
    if (__builtin_mul_overflow(value, Wide{10}, &value)) return false;
  }
  return true;
}

std::optional<Decimal> rounded(Wide numerator, Wide denominator) {
  Wide doubled = 0;
  if (__builtin_mul_overflow(numerator, Wide{2}, &doubled) || __builtin_add_overflow(doubled, denominator, &doubled)) {
    return std::nullopt;
  }
  // Twice the denominator cannot overflow where it is below the numerator; where it could, the quotient is 0.
  if (denominator > numerator && denominator - numerator > numerator) return Decimal(0);
  const Wide quotient = doubled / denominator / 2;
  if (quotient > Decimal::max_mantissa) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(quotient), -decimals);
}

}  // namespace

bool same_measure(const Quantity& a, const UnitForm& a_unit, const Quantity& b, const UnitForm& b_unit) {
  return a_unit.base == b_unit.base || (is_count(a.dimension) && is_count(b.dimension));
}

int compare_values(Decimal a, const UnitForm& a_unit, Decimal b, const UnitForm& b_unit) {
  Wide left = a.mantissa();
  Wide right = b.mantissa();
  const std::int64_t power = a.exponent() - b.exponent();
  const bool fits = multiply(left, power, a_unit.numerator) && multiply(left, 0, b_unit.denominator) &&
                    multiply(right, -power, b_unit.numerator) && multiply(right, 0, a_unit.denominator);
  if (fits) return left < right ? -1 : left > right ? 1 : 0;
  // So far apart that a double tells.
  const double near_left =
      a.to_double() * static_cast<double>(a_unit.numerator) * static_cast<double>(b_unit.denominator);
  const double near_right =
      b.to_double() * static_cast<double>(b_unit.numerator) * static_cast<double>(a_unit.denominator);
  return near_left < near_right ? -1 : near_left > near_right ? 1 : 0;
}

std::optional<Decimal> pair_ratio(const Quantity& target, const UnitForm& target_unit, const Quantity& achievement,
                                  const UnitForm& achievement_unit) {
  if (target.high || achievement.high || target.bound == Bound::at_most) return std::nullopt;
  if (!same_measure(target, target_unit, achievement, achievement_unit)) return std::nullopt;
  if (target.value.mantissa() <= 0 || achievement.value.mantissa() < 0) return std::nullopt;
  if (achievement.value.is_zero()) return Decimal(0);

  Wide numerator = achievement.value.mantissa();
  Wide denominator = target.value.mantissa();
  const std::int64_t power = decimals + achievement.value.exponent() - target.value.exponent();
  // A denominator too big for 128 bits is farther from the numerator than four decimals can tell.
  const bool numerator_fits = multiply(numerator, power, 1) && multiply(numerator, 0, achievement_unit.numerator) &&
                              multiply(numerator, 0, target_unit.denominator);
  if (!numerator_fits) return std::nullopt;
  const bool denominator_fits = multiply(denominator, -power, 1) && multiply(denominator, 0, target_unit.numerator) &&
                                multiply(denominator, 0, achievement_unit.denominator);
  if (!denominator_fits) return Decimal(0);
  return rounded(numerator, denominator);
}

std::optional<Decimal> rate_ratio(const Quantity& rate) {
  if (rate.high || rate.value.mantissa() < 0) return std::nullopt;
  const int places = rate.dimension == Dimension::share ? -2 : 0;
  const std::optional<Decimal> fraction = rate.value.scaled(places);
  if (!fraction) return std::nullopt;
  Wide numerator = fraction->mantissa();
  Wide denominator = 1;
  const int power = decimals + fraction->exponent();
  if (!multiply(numerator, power, 1)) return std::nullopt;
  if (!multiply(denominator, -power, 1)) return Decimal(0);
  return rounded(numerator, denominator);
}

}  // namespace gongbao
