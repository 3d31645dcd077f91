#include <algorithm>
#include <utility>

#include "lexicon/dimension.h"
#include "quantity/amount.h"
#include "quantity/bound.h"
#include "quantity/exclusion.h"
#include "quantity/quantity.h"
#include "quantity/signs.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::size_t noun_reach = 6;     // between a number without unit and the people it counts: 10万重点人群
constexpr std::size_t verb_reach = 2;     // between such people and a number behind them: 人数达3.2万
constexpr std::size_t clause_reach = 12;  // before a number, for words its unit asks for
constexpr std::size_t each_reach = 10;
constexpr std::size_t circle_reach = 8;  // 15分钟品质文化生活圈

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class Finder {
 public:
  Finder(const BodyWords& words, Range paragraph, QuantityLists& found, std::vector<Diagnostic>& diagnostics)
      : words_(words),
        chars_(words.body),
        begin_(paragraph.begin),
        end_(paragraph.end),
        lexicon_(words.lexicon),
        diagnostics_(diagnostics),
        label_unit_(labelled_unit(words, paragraph)),
        found_(found),
        last_end_(paragraph.begin) {}

  void find() {
    found_.open();
    const auto end = static_cast<std::uint32_t>(end_);
    auto at = words_.figure_begins.next(static_cast<std::uint32_t>(begin_), end);
    while (at < end) at = words_.figure_begins.next(static_cast<std::uint32_t>(step(at)), end);
  }

 private:
  std::u16string_view ahead(std::size_t at) const { return chars_.view(at, end_); }

  std::size_t step(std::size_t at) {
    const char16_t c = chars_[at];
    if (is_han(c)) return c == mark::ordinal ? ordinal(at) : phrase_or(at, &Finder::han);
    if (is_digit(c)) return phrase_or(at, &Finder::arabic);
    if (is_latin(c)) return phrase_or(at, &Finder::latin);
    return name(at);
  }

  std::size_t phrase_or(std::size_t at, std::size_t (Finder::*otherwise)(std::size_t)) {
    const auto phrase = words_.set_phrases.longest(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end_));
    return phrase ? at + phrase.length : (this->*otherwise)(at);
  }

  std::size_t name(std::size_t at) {
    const QuotedName quoted = quoted_name(chars_, at, end_);
    if (quoted.end == 0) return at + 1;
    if (quoted.closed_to_digits) return quoted.end;
    name_end_ = quoted.end;  // Chinese numerals in it are passed over
    return at + 1;
  }

  std::size_t ordinal(std::size_t at) {
    const std::size_t after = skip_ordinals(chars_, at + 1, end_, lexicon_);
    date_end_ = after;
    return after;
  }

  std::size_t latin(std::size_t at) {
    // A letter in place of a first digit: l2所.
    if (at + 1 < end_ && !is_han(chars_[at + 1]) &&
        (at == begin_ || !is_word(chars_[at - 1]) || is_han(chars_[at - 1]))) {
      const Amount amount = read_amount(chars_, at, end_, lexicon_);
      if (amount.found()) return number(amount);
    }
    return skip_latin(chars_, at, end_);
  }

  std::size_t arabic(std::size_t at) { return number(read_amount(chars_, after_item_label(at), end_, lexicon_)); }

  std::size_t han(std::size_t at) {
    const auto numeral = words_.numerals.longest(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end_));
    if (!numeral) return at + 1;
    switch (numeral->kind) {
      case NumeralKind::vague:
      case NumeralKind::point:
      case NumeralKind::to:
      case NumeralKind::stop: return at + 1;
      default: break;
    }
    if (const std::size_t saying = one_by_one(chars_, at, end_, lexicon_); saying > 0) return saying;
    const Amount amount = read_amount(chars_, at, end_, lexicon_);
    if (!amount.found()) return at + 1;
    return at < name_end_ ? std::max<std::size_t>(amount.number_end, at + 1) : number(amount);
  }

  // "1.2021年建成" and "2.5个社区" at the start of a paragraph: an item's label, then a number. A count of things has
  // no fraction.
  std::size_t after_item_label(std::size_t at) const {
    if (at != begin_ && !std::all_of(ahead_of_begin(at).begin(), ahead_of_begin(at).end(), is_blank)) return at;
    const Digits digits = read_arabic(ahead(at));
    if (digits.whole || digits.too_long) return at;
    const std::size_t point = at + ahead(at).find(u'.');
    const Amount whole = read_amount(chars_, at, end_, lexicon_);
    if (whole.number.scale != 0 || !whole.unit || whole.unit->kind == Unit::Kind::left) return at;
    const Dimension dimension = whole.unit->dimension;
    const bool counts = is_count(dimension) && whole.unit->kind == Unit::Kind::unit;
    const bool year = read_arabic(ahead(point + 1)).integer_digits == 4;
    return counts || whole.is_label() || year ? point + 1 : at;
  }
  std::u16string_view ahead_of_begin(std::size_t at) const { return chars_.view(begin_, at); }

  // Decides what a number is; returns where reading goes on.
  std::size_t number(const Amount& amount) {
    if (amount.number.too_long) return too_long(amount);
    if (is_date_or_name(chars_, amount)) return label(amount);
    std::size_t label_end = 0;
    if (auto both = read_range(words_, amount, begin_, end_, label_end)) {
      if (!both->high.has_unit()) supply_unit(both->high);
      return counts(both->low, both->high) ? emit(both->low, both->high) : both->high.end();
    }
    if (label_end > 0) return date_end_ = label_end;
    if (!amount.has_unit()) return without_unit(amount);
    if (!counts(amount)) return amount.end();
    return emit(amount, amount);
  }

  std::size_t label(const Amount& amount) { return date_end_ = amount.unit->range.end; }

  std::size_t too_long(const Amount& amount) {
    diagnostics_.push_back({DiagnosticCode::number_too_long, chars_.span(amount.begin, amount.number_end)});
    return skip_chain(chars_, amount.number_end, end_);
  }

  bool counts(const Amount& low, const Amount& high) const {
    return usable(low) && usable(high) && high.has_unit() && (!high.share.empty() || unit_fits(high, false));
  }
  bool counts(const Amount& amount) const {
    return usable(amount) && (!amount.unit || amount.unit->kind != Unit::Kind::unit || unit_fits(amount, true));
  }

  bool usable(const Amount& amount) const {
    const Numeral& number = amount.number;
    if (number.form == Numeral::Form::digit_string && !counts_digit_string(amount)) return false;
    if (number.digits.leading_zero) return false;
    const bool money = amount.unit && amount.unit->dimension == Dimension::money;
    if (number.formal && !money) return false;
    if (number.form != Numeral::Form::bare_scale || !amount.share.empty()) return true;
    // 百余名 and 近百名 count; 千户 and 万人 are ways of speaking.
    const auto bound = bound_before(words_, begin_, amount.begin, false);
    return number.vague != Bound::exact || (bound && bound->bound != Bound::exact);
  }

  // 一二〇户: an older way of writing a count. Without a zero it is a name (二七路, 八一小区).
  bool counts_digit_string(const Amount& amount) const {
    if (!amount.unit || amount.unit->kind != Unit::Kind::unit || chars_[amount.unit->range.begin] == mark::year)
      return false;
    const std::u16string_view digits = chars_.view(amount.begin, amount.number_end);
    return std::any_of(digits.begin() + 1, digits.end(), [](char16_t c) { return han_digit(c) == 0; });
  }

  // Nothing of the number's own follows: no word, no digits of a longer code.
  bool ends_word(std::size_t at) const { return at == end_ || (!is_word(chars_[at]) && chars_[at] != u'-'); }

  std::size_t emit_labelled(const Amount& amount) {
    const auto value = amount.number.low.scaled(amount.number.grouped ? 0 : label_unit_->scale);
    if (!value) return amount.number_end;
    Quantity& quantity = found_.add();
    quantity.range = range(amount.begin, amount.number_end);
    quantity.value = *value;
    quantity.unit = label_unit_->unit;
    quantity.dimension = label_unit_->dimension;
    set_bound(quantity, label_unit_->bound);
    return last_end_ = quantity.range.end;
  }

  // Conditions that the lexicon sets for a unit.
  bool unit_fits(const Amount& amount, bool single) const {
    const UnitRow& row = *amount.unit->row;
    if (row.minutes && date_end_ == amount.begin && date_end_ > 0) return false;
    const bool asked = !row.after.empty() && asked_word_before(row, amount.begin);
    if (!row.after.empty() && !row.arabic && !row.name_part && !asked) return false;
    if (!amount.arabic() && !amount.damaged) {
      // 二路 is a name; 三千门 counts.
      const bool large = !(amount.number.low < Decimal(100));
      if ((row.arabic || row.name_part) && !asked && !large) return false;
      if (single && is_one(amount) && !one_counts(amount, row)) return false;
    }
    return !is_circle(amount);
  }

  bool asked_word_before(const UnitRow& row, std::size_t at) const {
    const std::size_t lowest = at - std::min(clause_reach, at - begin_);
    std::size_t from = at;
    while (from > lowest && !ends_clause(chars_, from - 1)) --from;
    const std::u16string_view before = chars_.view(from, at);
    return std::any_of(row.after.begin(), row.after.end(),
                       [&](const std::u16string& word) { return before.find(word) != before.npos; });
  }

  static bool is_one(const Amount& amount) { return amount.number.length == 1 && amount.number.low == Decimal(1); }

  bool one_counts(const Amount& amount, const UnitRow& row) const {
    if (row.one == UnitRow::One::always) return true;
    if (bound_after(chars_, amount.end(), end_, row.dimension, lexicon_)) return true;
    const std::size_t next = amount.end();
    if (row.one == UnitRow::One::never && next < end_ && is_word(chars_[next])) return false;
    return word_before(words_, begin_, amount.begin, each_reach, &BoundRow::each);
  }

  bool is_circle(const Amount& amount) const {
    if (amount.unit->dimension != Dimension::duration && amount.unit->dimension != Dimension::length) return false;
    const std::size_t last = std::min<std::size_t>(end_, amount.end() + circle_reach);
    for (std::size_t at = amount.end(); at < last && is_han(chars_[at]); ++at) {
      if (chars_[at] == sign::circle) return true;
    }
    return false;
  }

  // A number with a scale and no unit: money, or the people named behind it. Others are codes, times, ratios, unless
  // their field's label has a unit for them.
  std::size_t without_unit(const Amount& amount) {
    if (label_unit_ && !amount.unit && amount.number.form == Numeral::Form::number && usable(amount) &&
        ends_word(amount.number_end))
      return emit_labelled(amount);
    if (!amount.number.grouped || amount.number.form != Numeral::Form::number || !usable(amount))
      return after_code(amount);
    Amount supplied = amount;
    supply_unit(supplied);
    return supplied.has_unit() ? emit(supplied, supplied) : amount.number_end;
  }

  void supply_unit(Amount& amount) {
    amount.unit = left_out_unit(amount);
    diagnostics_.push_back({DiagnosticCode::missing_unit, chars_.span(amount.begin, amount.number_end)});
  }

  std::size_t after_code(const Amount& amount) const {
    return amount.arabic() ? skip_chain(chars_, amount.number_end, end_) : amount.number_end;
  }

  std::optional<Unit> left_out_unit(const Amount& amount) const {
    const UnitRow* row = noun_after(amount.number_end);
    if (row == nullptr) row = noun_before(amount.begin);
    if (row == nullptr) row = lexicon_.units.find(std::u16string_view(&sign::yuan, 1));
    if (row == nullptr) return std::nullopt;
    Unit unit;
    unit.range = range(amount.number_end, amount.number_end);
    unit.name = row->name;
    unit.dimension = row->dimension;
    unit.row = row;
    return unit;
  }

  // 10万重点人群.
  const UnitRow* noun_after(std::size_t at) const {
    const std::size_t last = std::min(end_, at + noun_reach);
    for (; at < last && is_han(chars_[at]); ++at) {
      const auto noun = lexicon_.units.longest(ahead(at));
      if (noun && noun->left) return noun.row;
    }
    return nullptr;
  }

  // 参保人数达3.2万, 惠及群众3万.
  const UnitRow* noun_before(std::size_t number) const {
    const std::size_t lowest = number - std::min(noun_reach, number - begin_);
    for (std::size_t at = number; at > lowest && is_han(chars_[at - 1]); --at) {
      const auto noun = lexicon_.units.longest(chars_.view(at - 1, number));
      if (noun && noun->left && at - 1 + noun.length + verb_reach >= number) return noun.row;
    }
    return nullptr;
  }

  std::size_t emit(const Amount& low, const Amount& high) {
    Quantity& quantity = found_.add();
    quantity.range = range(low.begin, std::max(low.end(), high.end()));
    quantity.value = low.number.low;
    const bool ranged = low.begin != high.begin;
    if (ranged || low.number.low < low.number.high) quantity.high = high.number.high;
    if (high.share.empty()) {
      quantity.unit = high.unit->name;
      quantity.dimension = high.unit->dimension;
      if (high.unit->row->power > 0) apply_power(quantity, high.unit->row->power);
    } else {
      quantity.unit = high.share;
      quantity.dimension = Dimension::share;
    }
    if (!quantity.high) take_minus(quantity);
    set_bound(quantity, low.number.vague != Bound::exact ? low.number.vague : high.number.vague);
    if (low.damaged || high.damaged) {
      diagnostics_.push_back({DiagnosticCode::damaged_number, chars_.span(quantity.range.begin, quantity.range.end)});
    }
    return last_end_ = quantity.range.end;
  }

  // 增长-3.2%, -5℃: a minus after a word, printed as a hyphen; long dashes are punctuation.
  void take_minus(Quantity& quantity) const {
    const std::size_t number = quantity.range.begin;
    const bool signed_kind = quantity.dimension == Dimension::share || quantity.dimension == Dimension::points ||
                             quantity.dimension == Dimension::physical;
    if (!signed_kind || number < begin_ + 2 || chars_[number - 1] != u'-' || !is_han(chars_[number - 2])) return;
    if (chars_.end_byte(number - 1) - chars_.begin_byte(number - 1) != 1) return;
    quantity.value = Decimal(-quantity.value.mantissa(), quantity.value.exponent());
    --quantity.range.begin;
  }

  static void apply_power(Quantity& quantity, int power) {
    if (const auto scaled = quantity.value.scaled(power)) quantity.value = *scaled;
    if (!quantity.high) return;
    if (const auto scaled = quantity.high->scaled(power)) quantity.high = *scaled;
  }

  void set_bound(Quantity& quantity, Bound vague) {
    const bool spread = std::exchange(spreads_, false);
    if (quantity.high) {
      quantity.bound = Bound::range;
      return;
    }
    if (vague != Bound::exact) {
      quantity.bound = vague;
      return;
    }
    const bool years = quantity.dimension == Dimension::duration && chars_[quantity.range.end - 1] == mark::year;
    const auto before = bound_before(words_, last_end_, quantity.range.begin, years);
    const auto after = bound_after(chars_, quantity.range.end, end_, quantity.dimension, lexicon_);
    if (before && is_compared_plan(quantity, before->bound)) return;
    if (before && before->bound != Bound::exact) {
      take(quantity, *before);
      spreads_ = before->spreads;
    } else if (after) {
      take(quantity, *after);
    } else if (const auto across = before ? std::nullopt : bound_across(words_, last_end_, quantity.range.begin)) {
      take(quantity, *across);
    } else if (spread) {
      take_spread(quantity);
    }
  }

  // 超过85%的年度目标: something else is above the plan, which says 85%.
  bool is_compared_plan(const Quantity& quantity, Bound bound) const {
    const std::uint32_t at = quantity.range.end;
    return bound == Bound::more_than && at + 1 < end_ && chars_[at] == mark::of && words_.plan.begins(at + 1);
  }

  static void take(Quantity& quantity, const BoundWords& words) {
    quantity.bound = words.bound;
    quantity.bound_words = words.words;
  }

  // 分别不低于75%和95%: the words before the first number hold for those joined to it.
  void take_spread(Quantity& quantity) {
    const Quantity& before = found_.all()[found_.all().size() - 2];
    const std::u16string_view between = chars_.view(last_end_, quantity.range.begin);
    const BoundRow* const joint = between.empty() ? nullptr : lexicon_.bounds.find(between);
    if (joint == nullptr || !joint->join || before.unit != quantity.unit) return;
    quantity.bound = before.bound;
    quantity.bound_words = before.bound_words;
    spreads_ = true;
  }

  const BodyWords& words_;
  const Chars& chars_;
  const std::size_t begin_;
  const std::size_t end_;
  const Lexicon::Impl& lexicon_;
  std::vector<Diagnostic>& diagnostics_;
  const std::optional<CellUnit> label_unit_;
  QuantityLists& found_;
  bool spreads_ = false;      // the last quantity's bound holds for numbers joined to it
  std::size_t last_end_;      // of the last quantity
  std::size_t name_end_ = 0;  // of the quoted statement being read
  std::size_t date_end_ = 0;  // of the last date, time or ordinal
};

}  // namespace

void find_quantities(const BodyWords& words, Range paragraph, QuantityLists& found,
                     std::vector<Diagnostic>& diagnostics) {
  Finder(words, paragraph, found, diagnostics).find();
}

}  // namespace gongbao
