#include "quantity/numeral.h"

#include <algorithm>
#include <optional>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr int no_scale = 99;            // above every scale
constexpr int wan = 4;                  // the power of 万; the groups above it multiply all before them
constexpr std::size_t plain_group = 4;  // digits that may follow 万 without a scale of their own: 1万2000

// Reads one number from left to right. A number is a sum of terms, coefficient times scale (二 千, 3 百), with falling
// scales; 万 and 亿 multiply the section read since the last of them. Low and high ends are kept side by side.
class Reader {
 public:
  Reader(std::u16string_view text, const Table<NumeralRow>& numerals) : text_(text), numerals_(numerals) {}

  Numeral read(const Digits* first) {
    if (first != nullptr) take_digits(*first);
    while (!closed_ && !result_.too_long && element()) {
    }
    return finish();
  }

 private:
  struct Ends {
    Decimal low;
    Decimal high;
  };

  bool element() {
    if (at_ >= text_.size()) return false;
    if (is_digit(text_[at_])) return arabic();
    std::size_t from = at_;
    // "2 600多 万元": a stray blank before a scale, after Arabic digits only.
    if (text_[from] == u' ' && result_.digits.length > 0) ++from;
    const auto match = numerals_.longest(text_.substr(from));
    if (!match) return false;
    if (from != at_ && match->kind != NumeralKind::scale && match->kind != NumeralKind::group &&
        match->kind != NumeralKind::vague) {
      return false;
    }
    const std::size_t next = from + match.length;
    if (result_.vague != Bound::exact && match->kind != NumeralKind::group) return false;
    switch (match->kind) {
      case NumeralKind::digit:
      case NumeralKind::formal: return digit(*match.row, next);
      case NumeralKind::zero: return zero(next);
      case NumeralKind::tens: return tens(match->value, next);
      case NumeralKind::scale: return scale(match->value, next);
      case NumeralKind::group: return group(match->value, next);
      case NumeralKind::vague: return vague(match->bound, next);
      case NumeralKind::point: return point(next);
      case NumeralKind::stop: {
        const bool chinese = coefficient_ && !arabic_coefficient_;
        return match->value > 0 && chinese && scale(match->value, from + 1);
      }
      case NumeralKind::share:
      case NumeralKind::to: return false;
    }
    return false;
  }

  void take_digits(const Digits& digits) {
    result_.digits = digits;
    result_.too_long = digits.too_long;
    coefficient_ = Ends{digits.value, digits.value};
    arabic_coefficient_ = true;
    whole_ = digits.whole;
    advance(digits.length);
  }

  bool arabic() {
    // A second term in Arabic digits: 25万6千, 1万2000. Anything else begins a number of its own.
    if (coefficient_ || !whole_ || result_.vague != Bound::exact) return false;
    std::size_t end = at_;
    while (end < text_.size() && end - at_ <= plain_group && is_digit(text_[end])) ++end;
    const std::size_t count = end - at_;
    if (count > plain_group || (end < text_.size() && (text_[end] == u'.' || text_[end] == u','))) return false;
    const auto next = numerals_.longest(text_.substr(end));
    const bool scaled = next && next->kind == NumeralKind::scale && next->value < last_scale_;
    const bool grouped = next && next->kind == NumeralKind::group && next->value < last_group_;
    const bool completes = count == plain_group && last_was_group_ && last_group_ == wan;
    if (!scaled && !grouped && !completes) return false;
    const Digits digits = read_arabic(text_.substr(at_, count));
    coefficient_ = Ends{digits.value, digits.value};
    arabic_coefficient_ = true;
    simple_ = false;
    advance(end);
    return true;
  }

  bool digit(const NumeralRow& row, std::size_t next) {
    if (!coefficient_) {
      if (fraction_) return false;
      coefficient_ = Ends{Decimal(row.value), Decimal(row.value)};
      arabic_coefficient_ = false;
      paired_ = false;
      last_digit_ = row.kind == NumeralKind::digit ? row.value : 0;
      formal_ = row.kind == NumeralKind::formal;
      digit_value_ = row.value;
      advance(next);
      return true;
    }
    if (arabic_coefficient_) return false;
    const bool neighbours = row.kind == NumeralKind::digit && last_digit_ > 0 && !paired_ && !pair_taken_ &&
                            (row.value == last_digit_ + 1 || (last_digit_ == 3 && row.value == 5));
    if (neighbours) {
      coefficient_->high = Decimal(row.value);
      paired_ = true;
      digit_value_ = digit_value_ * 10 + row.value;
      advance(next);
      return true;
    }
    return digit_string(next, row.value);
  }

  // Chinese digits side by side without scales: a year or a name. Reads all of them.
  bool digit_string(std::size_t next, int value) {
    if (has_section_ || has_group() || result_.vague != Bound::exact || fraction_) return false;
    result_.form = Numeral::Form::digit_string;
    std::int64_t number = std::int64_t{digit_value_} * 10 + value;
    advance(next);
    for (;;) {
      const auto match = at_ < text_.size() ? numerals_.longest(text_.substr(at_)) : Table<NumeralRow>::Match{};
      if (!match || (match->kind != NumeralKind::digit && match->kind != NumeralKind::formal &&
                     match->kind != NumeralKind::zero)) {
        break;
      }
      if (number > Decimal::max_mantissa / 100) result_.too_long = true;
      if (!result_.too_long) number = number * 10 + match->value;
      advance(at_ + match.length);
    }
    coefficient_ = Ends{Decimal(number), Decimal(number)};
    closed_ = true;
    return false;
  }

  bool zero(std::size_t next) {
    if (arabic_coefficient_ && coefficient_) return false;
    const auto after = next < text_.size() ? numerals_.longest(text_.substr(next)) : Table<NumeralRow>::Match{};
    const bool digit_follows = after && (after->kind == NumeralKind::digit || after->kind == NumeralKind::formal);
    if (!coefficient_ && (has_section_ || has_group())) {
      const bool ten_follows = after && after->kind == NumeralKind::scale && after->value == 1;
      if (zero_ || (!digit_follows && !ten_follows) || result_.vague != Bound::exact || fraction_) return false;
      zero_ = true;
      at_ = next;  // not yet part of the number: only if the digit fits
      return true;
    }
    if (coefficient_) return digit_string(next, 0);
    if (started_ || !after || (!digit_follows && after->kind != NumeralKind::zero)) return false;
    started_ = true;
    digit_value_ = 0;
    return digit_string(next, 0);
  }

  bool tens(int value, std::size_t next) {
    if (coefficient_ || last_scale_ <= 1 || fraction_) return false;
    if (!add_to_section(Ends{Decimal(value), Decimal(value)})) return false;
    last_scale_ = 1;
    last_power_ = 1;
    last_was_group_ = false;
    simple_ = false;
    advance(next);
    return true;
  }

  bool scale(int power, std::size_t next) {
    if (fraction_) return false;
    if (result_.digits.length > 0 && simple_) return arabic_scale(power, next);
    if (power >= last_scale_) return false;
    if (!coefficient_) {
      // 十五 and 一百十五 leave out the one before 十; a 百 or 千 without number opens only 百余 and the like.
      if (started_ && power > 1) return false;
      if (power > 1) result_.form = Numeral::Form::bare_scale;
      coefficient_ = Ends{Decimal(1), Decimal(1)};
      paired_ = false;
    }
    pair_taken_ = pair_taken_ || paired_;
    last_coefficient_ = coefficient_->low;
    simple_ = simple_ && !has_section_ && !has_group();
    if (!shift(*coefficient_, power) || !add_to_section(*coefficient_)) return false;
    coefficient_.reset();
    last_scale_ = power;
    last_power_ = power;
    last_was_group_ = false;
    zero_ = false;
    advance(next);
    return true;
  }

  // After Arabic digits the scales just multiply: 3百万, 1.2万亿.
  bool arabic_scale(int power, std::size_t next) {
    if (!coefficient_) return false;
    if (power >= last_scale_) return false;
    // 3千5百: a coefficient of its own follows, so the term is closed here as in a Chinese numeral.
    arabic_scale_ = power;
    if (!shift(*coefficient_, power) || !add_to_section(*coefficient_)) return false;
    coefficient_.reset();
    last_scale_ = power;
    last_power_ = power;
    last_was_group_ = false;
    advance(next);
    return true;
  }

  // 万 multiplies the section before it, 亿 all before it: 三千五百万, 一万二千亿.
  bool group(int power, std::size_t next) {
    if (zero_ && !coefficient_) return false;
    const bool upper = power > wan;
    if (upper ? has_yi_ : has_wan_) return false;
    const bool section = coefficient_ || has_section_;
    if (!section && !(upper && has_wan_)) return !started_ && bare_group(power, next);
    if (coefficient_) {
      pair_taken_ = pair_taken_ || paired_;
      if (!add_to_section(*coefficient_)) return false;
      coefficient_.reset();
    }
    simple_ = simple_ && !has_yi_ && !(section && has_wan_);
    if (section) section_value_ = section_.low;
    if (!(upper ? multiply_all(power) : multiply_section(power))) return false;
    close_group(power, next);
    return true;
  }

  bool bare_group(int power, std::size_t next) {
    result_.form = Numeral::Form::bare_scale;
    (power > wan ? total_ : wan_) = Ends{Decimal(1, power), Decimal(1, power)};
    section_value_ = Decimal(1);
    close_group(power, next);
    return true;
  }

  bool multiply_section(int power) {
    wan_ = section_;
    return shift(wan_, power);
  }
  bool multiply_all(int power) {
    total_ = wan_;
    wan_ = Ends{};
    return add(total_, section_) && shift(total_, power);
  }

  void close_group(int power, std::size_t next) {
    const bool upper = power > wan;
    group_scale_ = upper && has_wan_ && last_was_group_ ? group_scale_ + power : power;  // 万亿
    has_yi_ = has_yi_ || upper;
    has_wan_ = !upper;
    has_section_ = zero_ = fraction_ = false;
    section_ = Ends{};
    last_scale_ = no_scale;
    last_group_ = last_power_ = power;
    last_was_group_ = result_.grouped = true;
    advance(next);
  }

  bool vague(Bound bound, std::size_t next) {
    if (!started_ || zero_ || result_.vague != Bound::exact || paired_ || pair_taken_) return false;
    result_.vague = bound;
    advance(next);
    return true;
  }

  // The point in words: 九十六点三, 三点五万. A time (八点三十) is none.
  bool point(std::size_t next) {
    if (!started_ || result_.digits.length > 0 || (zero_ && !coefficient_) || fraction_ || has_group() || paired_)
      return false;
    std::int64_t digits = 0;
    int places = 0;
    std::size_t end = next;
    while (end < text_.size() && places < 9) {
      const auto match = numerals_.longest(text_.substr(end));
      if (!match || (match->kind != NumeralKind::digit && match->kind != NumeralKind::zero)) break;
      digits = digits * 10 + match->value;
      ++places;
      end += match.length;
    }
    const auto after = end < text_.size() ? numerals_.longest(text_.substr(end)) : Table<NumeralRow>::Match{};
    if (places == 0 || (after && after->kind == NumeralKind::scale)) return false;
    if (coefficient_) {
      if (!add_to_section(*coefficient_)) return false;
      coefficient_.reset();
    }
    const Decimal fraction(digits, -places);
    if (!add_to_section(Ends{fraction, fraction})) return false;
    fraction_ = true;
    whole_ = zero_ = false;
    advance(end);
    return true;
  }

  static bool shift(Ends& ends, int power) {
    const auto low = ends.low.scaled(power);
    const auto high = ends.high.scaled(power);
    if (!low || !high) return false;
    ends = Ends{*low, *high};
    return true;
  }
  static bool add(Ends& sum, const Ends& term) {
    const auto low = sum.low.plus(term.low);
    const auto high = sum.high.plus(term.high);
    if (!low || !high) return false;
    sum = Ends{*low, *high};
    return true;
  }
  bool add_to_section(const Ends& term) {
    if (!add(section_, term)) {
      result_.too_long = true;
      return false;
    }
    has_section_ = true;
    return true;
  }
  bool has_group() const { return has_wan_ || has_yi_; }
  void advance(std::size_t to) {
    started_ = true;
    at_ = to;
    result_.length = static_cast<std::uint32_t>(to);
  }

  // 一百五 is 150: a last digit right after a scale stands one place below it.
  void close_last_digit() {
    const bool below = !arabic_coefficient_ && !zero_ && last_power_ > 1 && (has_section_ || has_group()) &&
                       result_.digits.length == 0 && result_.form == Numeral::Form::number;
    if (below && (last_was_group_ || has_section_)) shift(*coefficient_, last_power_ - 1);
  }

  Numeral finish() {
    if (coefficient_) {
      close_last_digit();
      result_.formal = formal_ && !has_section_ && !has_group();
      last_coefficient_ = coefficient_->low;
      if (has_section_ || has_group()) simple_ = false;
      if (!add_to_section(*coefficient_)) result_.too_long = true;
    }
    Ends value = total_;
    if (!add(value, wan_) || !add(value, section_)) result_.too_long = true;
    result_.low = value.low;
    result_.high = value.high;
    result_.coefficient = value.low;
    set_shared_scale();
    return result_;
  }

  void set_shared_scale() {
    if (!simple_ || coefficient_ || result_.form != Numeral::Form::number) return;
    if (result_.digits.length > 0) {
      result_.coefficient = result_.digits.value;
      result_.scale = arabic_scale_ + group_scale_;
    } else if (last_was_group_) {
      result_.coefficient = section_value_;
      result_.scale = group_scale_;
    } else if (last_power_ > 1) {
      result_.coefficient = last_coefficient_;
      result_.scale = last_power_;
    }
  }

  std::u16string_view text_;
  const Table<NumeralRow>& numerals_;
  Numeral result_;
  std::size_t at_ = 0;
  Ends total_, wan_, section_;  // what 亿 closed, what 万 closed since, and the rest
  std::optional<Ends> coefficient_;
  Decimal last_coefficient_, section_value_;
  int last_scale_ = no_scale;  // of the section
  int last_group_ = no_scale;
  int last_power_ = 0;  // of the last scale or group
  int group_scale_ = 0;
  int arabic_scale_ = 0;  // of the scale right after Arabic digits, before any group
  int last_digit_ = 0;    // the last Chinese digit that may begin a pair
  int digit_value_ = 0;   // of the Chinese digits at the start, for digit strings
  bool started_ = false;
  bool has_section_ = false, has_wan_ = false, has_yi_ = false;
  bool arabic_coefficient_ = false;
  bool paired_ = false, pair_taken_ = false;
  bool formal_ = false;
  bool zero_ = false;
  bool fraction_ = false;
  bool whole_ = true;
  bool last_was_group_ = false;
  bool simple_ = true;  // one coefficient with scales
  bool closed_ = false;
};

}  // namespace

Numeral read_numeral(std::u16string_view text, const Table<NumeralRow>& numerals) {
  if (text.empty() || !is_digit(text.front())) return Reader(text, numerals).read(nullptr);
  const Digits digits = read_arabic(text);
  // Most numbers are digits and nothing else.
  const std::size_t next = digits.length + (digits.length < text.size() && text[digits.length] == u' ' ? 1 : 0);
  if (next < text.size() && numerals.longest(text.substr(next))) return read_numeral_after(text, digits, numerals);
  Numeral number;
  number.length = digits.length;
  number.digits = digits;
  number.too_long = digits.too_long;
  number.low = number.high = number.coefficient = digits.value;
  return number;
}

Numeral read_numeral_after(std::u16string_view text, const Digits& digits, const Table<NumeralRow>& numerals) {
  return Reader(text, numerals).read(&digits);
}

}  // namespace gongbao
