// An exact decimal number.
//
// Contract: the value is mantissa x 10^exponent, always normalised (the mantissa has no trailing zero; zero is
// 0 x 10^0), so equal values have equal members. Bulletins print decimals, not binary fractions: 1.35万 is 13500
// and 57192.23 stays 57192.23. Range: |mantissa| < 10^18, -30 <= exponent <= 30; what does not fit is no number
// of a bulletin, and the functions that could leave the range return nothing instead.
//
//   gongbao::Decimal d(135, -2);             // 1.35
//   d.scaled(4)->to_string() == "13500"      // 1.35万
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongbao {

class Decimal {
 public:
  static constexpr std::int64_t max_mantissa = 999'999'999'999'999'999;
  static constexpr int max_exponent = 30;

  constexpr Decimal() noexcept = default;
  // Precondition: |mantissa| <= max_mantissa, and |exponent| <= max_exponent after normalisation.
  explicit Decimal(std::int64_t mantissa, int exponent = 0) noexcept;

  // Reads plain ASCII decimals: digits with at most one point between digits ("12", "0.5"). Nothing else.
  static std::optional<Decimal> parse(std::string_view digits) noexcept;

  std::int64_t mantissa() const noexcept { return mantissa_; }
  int exponent() const noexcept { return exponent_; }
  bool is_zero() const noexcept { return mantissa_ == 0; }

  // This value times 10^power, plus another value, times another value; nothing where the result is out of range.
  std::optional<Decimal> scaled(int power) const noexcept;
  std::optional<Decimal> plus(Decimal other) const noexcept;
  std::optional<Decimal> times(Decimal other) const noexcept;

  // The shortest plain notation, never with an exponent: "13500", "0.5", "-3".
  std::string to_string() const;
  // The nearest double, for statistics; comparisons stay exact on the Decimal itself.
  double to_double() const noexcept;

  friend bool operator==(Decimal a, Decimal b) noexcept {
    return a.mantissa_ == b.mantissa_ && a.exponent_ == b.exponent_;
  }
  friend bool operator!=(Decimal a, Decimal b) noexcept { return !(a == b); }
  friend bool operator<(Decimal a, Decimal b) noexcept;

 private:
  std::int64_t mantissa_ = 0;
  std::int32_t exponent_ = 0;
};

}  // namespace gongbao
