#include "gongbao/decimal.h"

#include <array>
#include <cfloat>
#include <charconv>
#include <cstdlib>

namespace gongbao {
namespace {

// Two mantissas below 10^18 and a shift of at most 18 places stay below 10^37; 128 bits hold 10^38.
__extension__ using Wide = __int128;

constexpr int max_digits = 18;

constexpr std::array<std::int64_t, max_digits + 1> powers = [] {
  std::array<std::int64_t, max_digits + 1> result{1};
  for (int i = 1; i <= max_digits; ++i) result[i] = result[i - 1] * 10;
  return result;
}();

// A double holds these whole numbers and powers of ten exactly.
constexpr std::int64_t most_exact = std::int64_t{1} << DBL_MANT_DIG;
constexpr int most_exact_power = 22;
constexpr std::array<double, most_exact_power + 1> exact_powers = [] {
  std::array<double, most_exact_power + 1> result{1};
  for (std::size_t i = 1; i < result.size(); ++i) result[i] = result[i - 1] * 10;
  return result;
}();

template <class Integer>
void strip_zeros(Integer& mantissa, std::int64_t& exponent) noexcept {
  if (mantissa == 0) {
    exponent = 0;
    return;
  }
  for (; mantissa % 10 == 0; mantissa /= 10) ++exponent;
}

std::optional<Decimal> make(Wide mantissa, std::int64_t exponent) noexcept {
  const auto fits = [&] { return mantissa <= Decimal::max_mantissa && mantissa >= -Decimal::max_mantissa; };
  if (!fits()) strip_zeros(mantissa, exponent);
  if (!fits()) return std::nullopt;
  auto narrow = static_cast<std::int64_t>(mantissa);  // nearly all are from the beginning: 64 bits are divided fast
  strip_zeros(narrow, exponent);
  if (exponent > Decimal::max_exponent || exponent < -Decimal::max_exponent) return std::nullopt;
  return Decimal(narrow, static_cast<int>(exponent));
}

}  // namespace

Decimal::Decimal(std::int64_t mantissa, int exponent) noexcept : mantissa_(mantissa) {
  std::int64_t normal = exponent;
  strip_zeros(mantissa_, normal);
  exponent_ = static_cast<std::int32_t>(normal);
}

std::optional<Decimal> Decimal::parse(std::string_view digits) noexcept {
  std::int64_t mantissa = 0;
  std::int64_t exponent = 0;
  std::size_t zeros = 0;  // not yet in the mantissa: they count only if another digit follows
  bool fraction = false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c == '.') {
      if (fraction || i == 0 || i + 1 == digits.size()) return std::nullopt;
      fraction = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    exponent -= fraction ? 1 : 0;
    if (c == '0') {
      ++zeros;
      continue;
    }
    const std::size_t shift = mantissa == 0 ? 1 : zeros + 1;
    if (shift > max_digits || mantissa > max_mantissa / powers[shift]) return std::nullopt;
    mantissa = mantissa * powers[shift] + (c - '0');
    if (mantissa > max_mantissa) return std::nullopt;
    zeros = 0;
  }
  if (digits.empty()) return std::nullopt;
  return make(mantissa, exponent + static_cast<std::int64_t>(zeros));
}

std::optional<Decimal> Decimal::scaled(int power) const noexcept {
  return make(mantissa_, std::int64_t{exponent_} + power);
}

std::optional<Decimal> Decimal::plus(Decimal other) const noexcept {
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  if (exponent_ < other.exponent_) return other.plus(*this);
  const int shift = exponent_ - other.exponent_;
  // The lower value's last digit is not zero, so all the places between the two would have to be kept.
  if (shift > max_digits) return std::nullopt;
  return make(Wide{mantissa_} * powers[shift] + other.mantissa_, other.exponent_);
}

std::optional<Decimal> Decimal::times(Decimal other) const noexcept {
  return make(Wide{mantissa_} * other.mantissa_, std::int64_t{exponent_} + other.exponent_);
}

std::string Decimal::to_string() const {
  std::array<char, max_digits + 1> buffer;
  char* const last = std::to_chars(buffer.data(), buffer.data() + buffer.size(), mantissa_).ptr;
  std::string result(buffer.data(), last);
  if (exponent_ >= 0) return result.append(static_cast<std::size_t>(exponent_), '0');

  const std::size_t sign = mantissa_ < 0 ? 1 : 0;
  const std::size_t digits = result.size() - sign;
  const auto places = static_cast<std::size_t>(-exponent_);
  if (digits <= places) result.insert(sign, places + 1 - digits, '0');
  result.insert(result.size() - places, 1, '.');
  return result;
}

double Decimal::to_double() const noexcept {
  // Mostly both are exact, and one operation rounds once.
  const bool exact = FLT_EVAL_METHOD == 0 && mantissa_ <= most_exact && mantissa_ >= -most_exact;
  if (exact && std::abs(exponent_) <= most_exact_power) {
    const auto power = exact_powers[static_cast<std::size_t>(std::abs(exponent_))];
    return exponent_ < 0 ? static_cast<double>(mantissa_) / power : static_cast<double>(mantissa_) * power;
  }
  // Else through the digits, since a multiplication by a power of ten rounds a second time.
  constexpr std::size_t mantissa_size = max_digits + 1;
  constexpr std::size_t exponent_size = 3;
  std::array<char, mantissa_size + 1 + exponent_size> buffer;
  char* end = std::to_chars(buffer.data(), buffer.data() + mantissa_size, mantissa_).ptr;
  *end++ = 'e';
  end = std::to_chars(end, end + exponent_size, exponent_).ptr;
  double result = 0;
  std::from_chars(buffer.data(), end, result);
  return result;
}

bool operator<(Decimal a, Decimal b) noexcept {
  const bool negative = a.mantissa_ < 0;
  if (negative != (b.mantissa_ < 0) || a.is_zero() || b.is_zero()) return a.mantissa_ < b.mantissa_;
  const int shift = std::abs(a.exponent_ - b.exponent_);
  const bool a_higher = a.exponent_ > b.exponent_;
  // More than 18 places apart, the higher exponent alone decides which one is farther from zero.
  if (shift > max_digits) return a_higher == negative;
  const Wide left = Wide{a.mantissa_} * (a_higher ? powers[shift] : 1);
  const Wide right = Wide{b.mantissa_} * (a_higher ? 1 : powers[shift]);
  return left < right;
}

}  // namespace gongbao
