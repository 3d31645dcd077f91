#include "quantity/amount.h"

#include <algorithm>

#include "quantity/bound.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t year_digits = 4;
constexpr std::uint32_t telephone_digits = 7;
constexpr std::size_t longest_damage = 9;  // digits in a number that was put together
constexpr std::size_t from_reach = 8;      // characters between 由 and the first number of a change

std::u16string_view ahead(const Chars& chars, std::size_t at, std::size_t limit) {
  return at < limit ? chars.view(at, limit) : std::u16string_view();
}

void read_follower(const Chars& chars, Amount& amount, std::size_t limit, const Lexicon::Impl& lexicon) {
  amount.number_end = amount.begin + amount.number.length;
  amount.unit = read_unit_at(chars, amount.number_end, limit, lexicon);
  if (amount.unit && amount.unit->vague != Bound::exact && amount.number.vague == Bound::exact) {
    amount.number.vague = amount.unit->vague;
  }
}

// 百分之九十六点三, 千分之2.
Amount read_share(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon) {
  Amount amount;
  const auto match = lexicon.numerals.longest(ahead(chars, at, limit));
  if (!match || match->kind != NumeralKind::share) return amount;
  const Numeral number = read_numeral(ahead(chars, at + match.length, limit), lexicon.numerals);
  if (number.length == 0 || number.form == Numeral::Form::digit_string) return amount;
  amount.begin = static_cast<std::uint32_t>(at);
  amount.number = number;
  amount.number.form = Numeral::Form::number;  // 百分之百
  amount.number.length += match.length;
  amount.number_end = amount.begin + amount.number.length;
  amount.share = match->unit;
  return amount;
}

// Is there something behind the digits that only damage explains: a blank and more digits, a letter among them?
bool looks_damaged(std::u16string_view text, std::size_t length) {
  if (length >= text.size()) return false;
  const auto digit_or_letter = [](char16_t c) {
    return is_digit(c) || c == u'l' || c == u'O' || c == u'o' || c == u'I';
  };
  const char16_t next = text[length];
  if (digit_or_letter(next)) return true;
  if (next != u' ' && next != u'.') return false;
  const std::size_t after = length + 1;
  if (after >= text.size()) return false;
  if (digit_or_letter(text[after])) return true;
  // "3. 86" and "12 .5".
  return text[after] == (next == u'.' ? u' ' : u'.') && after + 1 < text.size() && is_digit(text[after + 1]);
}

std::optional<Amount> repaired(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon) {
  const std::u16string_view text = ahead(chars, at, limit);
  const Digits digits = read_damaged_arabic(text);
  if (digits.length == 0 || digits.integer_digits > longest_damage) return std::nullopt;
  Amount amount;
  amount.begin = static_cast<std::uint32_t>(at);
  amount.damaged = true;
  amount.number = read_numeral_after(text, digits, lexicon.numerals);
  read_follower(chars, amount, limit, lexicon);
  if (!amount.has_unit() && !amount.is_label() && !amount.number.grouped) return std::nullopt;
  return amount;
}

// A part of a date, beside which no further digits are looked for (2021 3个).
bool is_plain_year(const Digits& digits) {
  return digits.plain && digits.integer_digits == year_digits && Decimal(1900) < digits.value &&
         digits.value < Decimal(2100);
}

// Four digits from 1901 to 2099, Arabic or Chinese: a year before the word for it.
bool is_year(const Numeral& number) {
  if (number.scale != 0 || number.grouped || number.vague != Bound::exact) return false;
  if (number.digits.length > 0) return number.length == number.digits.length && is_plain_year(number.digits);
  return number.form == Numeral::Form::digit_string;
}

bool is_separator(std::u16string_view text, const Lexicon::Impl& lexicon, std::size_t& length) {
  if (text.empty()) return false;
  if (text[0] == u'-' || text[0] == u'~') {
    // A double dash is how a long one is folded.
    length = text.size() > 1 && text[1] == text[0] ? 2 : 1;
    return true;
  }
  const auto match = lexicon.numerals.longest(text);
  length = match.length;
  return match && match->kind == NumeralKind::to;
}

}  // namespace

bool is_date_or_name(const Chars& chars, const Amount& amount) {
  if (amount.has_unit()) return amount.unit && chars[amount.unit->range.begin] == mark::year && is_year(amount.number);
  return amount.is_label();
}

Amount read_amount(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon) {
  const std::u16string_view text = ahead(chars, at, limit);
  Amount amount;
  amount.begin = static_cast<std::uint32_t>(at);
  if (text.empty()) return amount;
  amount.number = read_numeral(text, lexicon.numerals);
  if (!amount.found()) {
    if (is_latin(text.front())) {
      if (auto whole = repaired(chars, at, limit, lexicon)) return *std::move(whole);
    }
    return is_han(text.front()) ? read_share(chars, at, limit, lexicon) : amount;
  }
  read_follower(chars, amount, limit, lexicon);
  const Digits& digits = amount.number.digits;
  if (amount.arabic() && !amount.has_unit() && !amount.is_label() && !amount.number.too_long &&
      !is_plain_year(digits) && amount.number.length == digits.length && looks_damaged(text, digits.length)) {
    if (auto whole = repaired(chars, at, limit, lexicon)) return *std::move(whole);
  }
  return amount;
}

namespace {

// 3.5～5万元: the scale at the end belongs to both ends. 500-1万 has its own.
void share_scale(Amount& low, const Amount& high) {
  if (low.has_unit() || low.number.scale != 0 || high.number.scale == 0) return;
  if (high.number.coefficient < low.number.high) return;
  const auto scaled = low.number.low.scaled(high.number.scale);
  if (scaled) low.number.low = low.number.high = *scaled;
}

bool same_unit(const Amount& low, const Amount& high) {
  if (!low.has_unit()) return true;
  if (!low.share.empty() || !high.share.empty()) return low.share == high.share;
  return low.unit->name == high.unit->name && low.unit->row->power == high.unit->row->power;
}

}  // namespace

std::optional<AmountRange> read_range(const BodyWords& words, const Amount& low, std::size_t begin, std::size_t limit,
                                      std::size_t& label_end) {
  const Chars& chars = words.body;
  std::size_t at = low.end();
  if (at < limit && chars[at] == u' ') ++at;
  std::size_t length = 0;
  if (!is_separator(ahead(chars, at, limit), words.lexicon, length)) return std::nullopt;
  const bool dash = !is_han(chars[at]);
  at += length;
  if (at < limit && chars[at] == u' ') ++at;
  if (at >= limit) return std::nullopt;
  AmountRange range{low, read_amount(chars, at, limit, words.lexicon)};
  const Amount& high = range.high;
  if (!high.found() || high.number.too_long) return std::nullopt;
  const bool both_years = is_year(low.number) && is_year(high.number);
  if (!low.has_unit() && (high.is_label() || both_years)) {
    label_end = high.unit ? high.unit->range.end : high.number_end;
    return std::nullopt;
  }
  if (!high.has_unit() && !(high.number.grouped && !low.has_unit())) return std::nullopt;
  if (low.number.digits.integer_digits >= telephone_digits || low.number.digits.leading_zero) return std::nullopt;
  if (!same_unit(low, high)) return std::nullopt;
  // 由3元到5元 is a change, two numbers; 由3元-5元 hardly occurs.
  if (!dash && low.has_unit() && word_before(words, begin, low.begin, from_reach, &BoundRow::from)) return std::nullopt;
  share_scale(range.low, high);
  if (!(range.low.number.low < high.number.low)) return std::nullopt;
  return range;
}

}  // namespace gongbao
