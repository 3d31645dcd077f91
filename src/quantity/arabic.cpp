#include "quantity/arabic.h"

#include <optional>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::size_t damaged_window = 24;
constexpr std::size_t group_size = 3;

std::size_t run_of_digits(std::u16string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at - begin;
}

// A letter that optical recognition and typists put for a digit; 0 for any other character.
constexpr char16_t digit_like(char16_t c) {
  if (c == u'l' || c == u'I') return u'1';
  return c == u'O' || c == u'o' ? u'0' : u'\0';
}

// Puts a number together, digit by digit.
class Collector {
 public:
  void add(char16_t digit) {
    if (++size_ <= most_signs) mantissa_ = mantissa_ * 10 + (digit - u'0');
    exponent_ -= fraction_ ? 1 : 0;
  }
  void add(std::u16string_view digits) {
    for (const char16_t c : digits) add(c);
  }
  void add_point() {
    ++size_;
    fraction_ = true;
  }
  // Nothing where it is longer than a Decimal holds.
  std::optional<Decimal> value() const {
    std::uint64_t mantissa = mantissa_;
    int exponent = exponent_;
    for (; mantissa > Decimal::max_mantissa && mantissa % 10 == 0; mantissa /= 10) ++exponent;
    if (size_ > most_signs || mantissa > Decimal::max_mantissa) return std::nullopt;
    return Decimal(static_cast<std::int64_t>(mantissa), exponent);
  }

 private:
  static constexpr std::size_t most_signs = 19;  // digits and point: so many fit into 64 bits
  std::uint64_t mantissa_ = 0;
  int exponent_ = 0;
  std::size_t size_ = 0;
  bool fraction_ = false;
};

void finish(Digits& digits, const Collector& collector) {
  const std::optional<Decimal> value = collector.value();
  digits.too_long = !value;
  if (value) digits.value = *value;
}

}  // namespace

Digits read_arabic(std::u16string_view text) {
  Digits digits;
  std::size_t at = run_of_digits(text, 0);
  if (at == 0) return digits;
  Collector collector;
  collector.add(text.substr(0, at));
  digits.integer_digits = static_cast<std::uint32_t>(at);
  digits.leading_zero = at > 1 && text[0] == u'0';
  digits.plain = digits.whole = true;
  const char16_t mark = at < text.size() ? text[at] : u'\0';
  if (at <= group_size && !digits.leading_zero && (mark == u',' || mark == u' ')) {
    while (at < text.size() && text[at] == mark && run_of_digits(text, at + 1) == group_size) {
      collector.add(text.substr(at + 1, group_size));
      at += 1 + group_size;
      digits.integer_digits += group_size;
      digits.plain = false;
    }
  }
  if (at < text.size() && text[at] == u'.') {
    if (const std::size_t fraction = run_of_digits(text, at + 1); fraction > 0) {
      collector.add_point();
      collector.add(text.substr(at + 1, fraction));
      at += fraction + 1;
      digits.plain = digits.whole = false;
    }
  }
  digits.length = static_cast<std::uint32_t>(at);
  finish(digits, collector);
  return digits;
}

Digits read_damaged_arabic(std::u16string_view text) {
  text = text.substr(0, damaged_window);
  Digits digits;
  Collector collector;
  bool real = false;  // a true digit was seen
  bool point = false;
  std::size_t end = 0;  // after the last digit
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char16_t c = text[at];
    if (is_digit(c) || digit_like(c) != u'\0') {
      real = real || is_digit(c);
      collector.add(is_digit(c) ? c : digit_like(c));
      digits.integer_digits += point ? 0 : 1;
      end = at + 1;
    } else if (c == u'.' && !point && at > 0 && at - end <= (text[at - 1] == u' ' ? 1 : 0)) {
      point = true;
      collector.add_point();
    } else if (c != u' ' || at == 0 || (text[at - 1] == u' ')) {
      break;
    }
  }
  // A point or a blank at the very end belongs to the sentence; only a number that ends in a digit is read.
  if (!real || end == 0 || end <= run_of_digits(text, 0)) return Digits{};
  if (point && text.substr(0, end).find(u'.') == std::u16string_view::npos) return Digits{};
  digits.length = static_cast<std::uint32_t>(end);
  digits.plain = digits.whole = !point;
  finish(digits, collector);
  if (digits.too_long || end <= read_arabic(text).length) return Digits{};
  return digits;
}

}  // namespace gongbao
