// The short texts of tables: a cell that is one number, a heading that is a unit.
#include <algorithm>

#include "quantity/amount.h"
#include "quantity/bound.h"
#include "quantity/quantity.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Range trimmed(const Chars& chars, Range cell) {
  const auto blank = [](char16_t c) { return is_blank(c) || c == u'\n'; };
  while (!cell.empty() && blank(chars[cell.begin])) ++cell.begin;
  while (!cell.empty() && blank(chars[cell.end - 1])) --cell.end;
  return cell;
}

class CellReader {
 public:
  CellReader(const BodyWords& words, Range cell, const CellUnit& unit)
      : words_(words), chars_(words.body), cell_(cell), unit_(unit), lexicon_(words.lexicon) {}

  std::optional<Quantity> read() {
    read_bound_before();
    const bool negative = read_sign();
    const Amount low = read_amount(chars_, at_, cell_.end, lexicon_);
    if (!usable(low)) return std::nullopt;
    std::size_t label_end = 0;
    Amount high = low;
    if (auto both = read_cell_range(low, label_end)) {
      high = both->high;
      quantity_.value = both->low.number.low;
      quantity_.high = both->high.number.low;
    } else {
      quantity_.value = low.number.low;
      if (low.number.low < low.number.high) quantity_.high = low.number.high;
    }
    if (label_end > 0) return std::nullopt;
    quantity_.range = range(low.begin - (negative ? 1 : 0), high.end());
    if (!set_unit(high)) return std::nullopt;
    if (negative && !quantity_.high) quantity_.value = Decimal(-quantity_.value.mantissa(), quantity_.value.exponent());
    return finish(low);
  }

 private:
  bool usable(const Amount& amount) const {
    return amount.found() && !amount.number.too_long && !is_date_or_name(chars_, amount) &&
           !amount.number.digits.leading_zero && amount.number.form == Numeral::Form::number && !amount.damaged &&
           !(amount.unit && amount.unit->kind == Unit::Kind::left);
  }

  void read_bound_before() {
    at_ = cell_.begin;
    const auto match = words_.bounds.longest(static_cast<std::uint32_t>(at_), cell_.end);
    if (!match || match->before != BoundRow::Effect::sets) return;
    stated_ = BoundWords{match->bound_before, range(at_, at_ + match.length), false};
    at_ += match.length;
    if (at_ < cell_.end && is_blank(chars_[at_])) ++at_;
  }

  bool read_sign() {
    const bool sign = at_ + 1 < cell_.end && (chars_[at_] == u'-' || chars_[at_] == u'+') && is_digit(chars_[at_ + 1]);
    return sign && chars_[at_++] == u'-';
  }

  // "15-20" has no unit of its own: the table's is what read_range asks for.
  std::optional<AmountRange> read_cell_range(const Amount& low, std::size_t& label_end) const {
    if (auto both = read_range(words_, low, cell_.begin, cell_.end, label_end)) return both;
    if (label_end > 0 || low.has_unit() || low.number_end + 1 >= cell_.end) return std::nullopt;
    const char16_t mark = chars_[low.number_end];
    if (mark != u'-' && mark != u'~') return std::nullopt;
    AmountRange both{low, read_amount(chars_, low.number_end + 1, cell_.end, lexicon_)};
    if (!usable(both.high) || !(both.low.number.low < both.high.number.low)) return std::nullopt;
    return both;
  }

  bool set_unit(const Amount& amount) {
    if (!amount.has_unit()) {
      quantity_.unit = unit_.unit;
      quantity_.dimension = unit_.dimension;
      return amount.number.grouped || apply_scale(unit_.scale);
    }
    quantity_.unit = amount.share.empty() ? amount.unit->name : amount.share;
    quantity_.dimension = amount.share.empty() ? amount.unit->dimension : Dimension::share;
    return !amount.share.empty() || apply_scale(amount.unit->row->power);
  }

  bool apply_scale(int power) {
    const auto value = quantity_.value.scaled(power);
    const auto high = quantity_.high ? quantity_.high->scaled(power) : Decimal();
    if (!value || !high) return false;
    quantity_.value = *value;
    if (quantity_.high) quantity_.high = *high;
    return true;
  }

  std::optional<Quantity> finish(const Amount& amount) {
    std::size_t at = quantity_.range.end;
    if (const auto after = bound_after(chars_, at, cell_.end, quantity_.dimension, lexicon_)) {
      at = after->words.end;
      if (!stated_) stated_ = after;
    }
    if (at != cell_.end) return std::nullopt;
    quantity_.bound = unit_.bound;
    if (stated_) {
      quantity_.bound = stated_->bound;
      quantity_.bound_words = stated_->words;
    }
    if (amount.number.vague != Bound::exact) quantity_.bound = amount.number.vague;
    if (quantity_.high) quantity_.bound = Bound::range;
    return std::move(quantity_);
  }

  const BodyWords& words_;
  const Chars& chars_;
  const Range cell_;
  const CellUnit& unit_;
  const Lexicon::Impl& lexicon_;
  std::size_t at_ = 0;
  std::optional<BoundWords> stated_;
  Quantity quantity_;
};

Chars as_chars(std::u16string_view words) {
  Chars chars;
  for (const char16_t c : words) {
    // Brackets come back as Chinese print has them.
    const std::uint8_t length = c == u'(' || c == u')' ? 3 : 1;
    if (!is_blank(c)) chars.push_back(c, static_cast<std::uint32_t>(chars.size()), length);
  }
  return chars;
}

// The inside of brackets around the whole: （万亩）.
std::u16string_view without_brackets(std::u16string_view words) {
  const bool closed = words.size() > 2 && words.back() == u')' && words.find(u')') == words.size() - 1;
  return closed && words.front() == u'(' ? words.substr(1, words.size() - 2) : words;
}

// The scale words at the start, where a unit follows them: 万 in 万人, not 千 in 千瓦.
int read_scale(std::u16string_view words, const Lexicon::Impl& lexicon, std::size_t& length) {
  int power = 0;
  for (length = 0; length < words.size();) {
    const auto match = lexicon.numerals.longest(words.substr(length));
    if (!match || (match->kind != NumeralKind::scale && match->kind != NumeralKind::group)) break;
    power += match->value;
    length += match.length;
  }
  return power;
}

}  // namespace

std::optional<Quantity> read_cell(const BodyWords& words, Range cell, const CellUnit& unit) {
  const Range inner = trimmed(words.body, cell);
  if (inner.empty()) return std::nullopt;
  return CellReader(words, inner, unit).read();
}

Bound bound_of_heading(std::u16string_view words, const Lexicon::Impl& lexicon) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const BoundRow* const row = lexicon.bounds.find(words.substr(at));
    if (row != nullptr && row->after == BoundRow::Effect::sets) return row->bound_after;
  }
  return Bound::exact;
}

std::optional<CellUnit> labelled_unit(const BodyWords& words, Range paragraph) {
  constexpr std::uint32_t longest_label = 12;
  constexpr std::uint32_t longest_unit = 8;
  const Chars& chars = words.body;
  const std::uint32_t last = paragraph.begin + std::min(paragraph.size(), longest_label + 1);
  const std::uint32_t open = words.signs.next(paragraph.begin, last);
  if (open == paragraph.begin || open == last || chars[open] != u'(') return std::nullopt;
  const std::u16string_view label = chars.view(paragraph.begin, open);
  if (!std::all_of(label.begin(), label.end(), is_han)) return std::nullopt;
  std::uint32_t close = open + 1;
  while (close < paragraph.end && close - open <= longest_unit && chars[close] != u')') ++close;
  if (close + 1 >= paragraph.end || chars[close] != u')' || chars[close + 1] != u':') return std::nullopt;
  return read_unit(chars.view(open + 1, close), words.lexicon);
}

std::optional<CellUnit> read_unit(std::u16string_view words, const Lexicon::Impl& lexicon) {
  constexpr std::size_t longest_heading = 24;
  if (words.empty() || words.size() > longest_heading) return std::nullopt;
  const Chars chars = as_chars(words);
  const std::u16string_view inner = without_brackets(chars.view());
  const std::size_t begin = inner.empty() ? 0 : static_cast<std::size_t>(inner.data() - chars.view().data());
  const std::size_t end = begin + inner.size();
  std::size_t at = begin;
  CellUnit result;
  if (const auto before = lexicon.bounds.longest(inner); before && before->before == BoundRow::Effect::sets) {
    result.bound = before->bound_before;
    at += before.length;
  }
  std::size_t scale_length = 0;
  if (at < end) result.scale = read_scale(chars.view(at, end), lexicon, scale_length);
  at += scale_length;
  const std::optional<Unit> unit = read_unit_at(chars, at, end, lexicon);
  if (!unit || unit->kind != Unit::Kind::unit || unit->row->power > 0) return std::nullopt;
  result.unit = unit->name;
  result.dimension = unit->dimension;
  at = unit->range.end;
  if (const auto after = bound_after(chars, at, end, unit->dimension, lexicon)) {
    result.bound = after->bound;
    at = after->words.end;
  }
  return at == end ? std::optional(result) : std::nullopt;
}

}  // namespace gongbao
