#include "completion/checks.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "pair/ratio.h"
#include "pair/traits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_gap = 24;  // between a result and its rate

// A printed number is right within one of its last digit, rounded or cut off; a count without scale is exact.
struct Interval {
  double low = 0;
  double high = 0;
};

class RateCheck {
 public:
  RateCheck(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
            const Lexicon::Impl& lexicon)
      : chars_(chars), statements_(statements), traits_(traits), lexicon_(lexicon) {}

  // Whether the statement is the completion rate of this pair, and is not what the two figures give.
  bool is_wrong(const Pair& pair, std::uint32_t rate) const {
    const Quantity& target = statements_[pair.target].quantity;
    const Quantity& achievement = statements_[pair.achievement].quantity;
    const Quantity& printed = statements_[rate].quantity;
    if (!is_plain(target) || !is_plain(achievement) || !is_plain(printed)) return false;
    if (!pair.ratio || target.value.mantissa() <= 0 || printed.unit != "%") return false;
    return belongs(pair, rate) && !gives(pair.target, pair.achievement, rate);
  }

  // Whether the rate is that of some result in some target near by: a rate may belong to the first of two results, or
  // to a target that was changed later.
  bool fits_others(std::uint32_t rate) const {
    constexpr std::uint32_t farthest = 24;
    const std::uint32_t first = rate - std::min(rate, farthest);
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(statements_.size(), rate + farthest));
    for (std::uint32_t t = first; t < last; ++t) {
      if (statements_[t].group != statements_[rate].group) continue;
      for (std::uint32_t a = first; a < last; ++a) {
        if (a != t && a != rate && t != rate && statements_[a].group == statements_[rate].group && gives(t, a, rate))
          return true;
      }
    }
    return false;
  }

 private:
  // Whether the printed rate can be that of the two numbers, as far as all three are printed.
  bool gives(std::uint32_t target_index, std::uint32_t achievement_index, std::uint32_t rate) const {
    const Quantity& target = statements_[target_index].quantity;
    const Quantity& achievement = statements_[achievement_index].quantity;
    const Quantity& printed = statements_[rate].quantity;
    const UnitForm& promised = *traits_[target_index].unit;
    const UnitForm& reported = *traits_[achievement_index].unit;
    if (!same_measure(target, promised, achievement, reported)) return false;
    if (target.value.mantissa() <= 0) return false;
    const double factor = static_cast<double>(reported.numerator) * static_cast<double>(promised.denominator) /
                          (static_cast<double>(reported.denominator) * static_cast<double>(promised.numerator));
    const Interval whole = as_printed(target);
    const Interval part = as_printed(achievement);
    if (whole.low <= 0) return true;  // too coarse to tell
    const Interval stated = rate_as_printed(printed);
    return 100 * factor * part.high / whole.low > stated.low && 100 * factor * part.low / whole.high < stated.high;
  }

  static bool is_plain(const Quantity& q) { return q.bound == Bound::exact && !q.high; }

  static double step(Decimal value, int most) { return std::pow(10.0, std::min(value.exponent(), most)); }

  // Printed with a scale (1.35万) or a fraction, a number is rounded to its last digit.
  Interval as_printed(const Quantity& q) const {
    const double value = q.value.to_double();
    bool scaled = false;
    for (std::uint32_t at = q.range.begin; at < q.range.end; ++at) {
      const auto numeral = lexicon_.numerals.longest(chars_.view(at, q.range.end));
      scaled = scaled || (numeral && numeral->kind == NumeralKind::group);
    }
    if (!scaled && q.value.exponent() >= 0) return {value, value};
    const double error = step(q.value, scaled ? Decimal::max_exponent : 0);
    return {value - error, value + error};
  }

  static Interval rate_as_printed(const Quantity& q) {
    const double value = q.value.to_double();
    const double error = step(q.value, 0);
    return {value - error, value + error};
  }

  // Nothing but a bracket or words of a completion rate stand between the result and its rate: 171户（91.9%）,
  // 6833人，完成率55.2%, 4380万元，占年度计划6500万元的67.4%. In a table the rate stands in the next cell.
  bool belongs(const Pair& pair, std::uint32_t rate) const {
    const Statement& result = statements_[pair.achievement];
    const Statement& stated = statements_[rate];
    if (result.column != 0 || stated.column != 0) return in_next_cell(pair, rate);
    const std::uint32_t begin = result.quantity.range.end;
    const std::uint32_t end = stated.quantity.range.begin;
    if (deals_out(rate)) return false;
    if (result.sentence != stated.sentence || begin > end || end - begin > longest_gap) return false;
    // 占年度计划6500万元的67.4%: the target stands between, or is said again.
    const std::uint32_t between = pair.achievement + 1;
    const Quantity& named = statements_[between].quantity;
    const Quantity& target = statements_[pair.target].quantity;
    if (rate == between + 1 && named.value == target.value && named.unit == target.unit)
      return only_rate_words(begin, named.range.begin) && only_rate_words(named.range.end, end);
    if (rate != between) return false;
    const bool bracket = end - begin == 1 && chars_[begin] == u'(' && chars_.at(stated.quantity.range.end) == u')';
    return bracket ? !has_part_sign(rate) : says_rate(begin, end);
  }

  // The rates of several results in one list: 分别完成53.1%、59%.
  bool deals_out(std::uint32_t rate) const {
    if (rate + 1 >= statements_.size()) return false;
    const Quantity& next = statements_[rate + 1].quantity;
    const std::uint32_t end = statements_[rate].quantity.range.end;
    return next.unit == "%" && next.range.begin <= end + 2;
  }

  bool in_next_cell(const Pair& pair, std::uint32_t rate) const {
    const Statement& target = statements_[pair.target];
    const Statement& result = statements_[pair.achievement];
    const Statement& stated = statements_[rate];
    const auto bare = [&](const Statement& s) {
      return s.column != 0 && s.quantity.range.begin == s.clause.begin && s.quantity.range.end == s.clause.end;
    };
    return bare(target) && bare(result) && bare(stated) && target.group == result.group &&
           result.group == stated.group && target.column + 1 == result.column && result.column + 1 == stated.column;
  }

  // 其中 before the result: the rate may be that of the part in the count before.
  bool has_part_sign(std::uint32_t rate) const {
    const Traits& traits = traits_[rate - 1];
    return traits.has(Sign::part) || traits.has(Sign::rest) || traits.has(Sign::compare);
  }

  bool only_rate_words(std::uint32_t begin, std::uint32_t end) const {
    bool said = false;
    return read_rate_words(begin, end, said);
  }
  bool says_rate(std::uint32_t begin, std::uint32_t end) const {
    bool said = false;
    return read_rate_words(begin, end, said) && said;
  }

  // `said`: words of a completion rate are among them (a single 占 may be of another whole).
  bool read_rate_words(std::uint32_t begin, std::uint32_t end, bool& said) const {
    for (std::uint32_t at = begin; at < end;) {
      const auto word = lexicon_.stages.longest(chars_.view(at, end));
      const bool goal = word && (word->sign == Sign::rate || word->sign == Sign::goal);
      if (goal) {
        said = said || word.length > 1;
        at += word.length;
      } else if (is_han(chars_[at]) && chars_[at] != mark::of) {
        return false;
      } else {
        ++at;
      }
    }
    return true;
  }

  const Chars& chars_;
  const std::vector<Statement>& statements_;
  const std::vector<Traits>& traits_;
  const Lexicon::Impl& lexicon_;
};

bool is_count_or_size(Dimension d) noexcept { return d <= Dimension::volume; }

// The figures of an item by their words.
struct SameWords {
  std::uint32_t target = 0;
  std::uint32_t achievement = 0;
  std::uint32_t targets = 0;
  std::uint32_t achievements = 0;
};

class UnitCheck {
 public:
  UnitCheck(const std::vector<Statement>& statements, const std::vector<Pair>& pairs) : statements_(statements) {
    paired_.resize(statements.size());
    for (const Pair& pair : pairs) paired_[pair.target] = paired_[pair.achievement] = 1;
  }

  // An item's statements: [first, last).
  void check(std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& found) const {
    if (!has_lonely(first, last, Role::target) || !has_lonely(first, last, Role::achievement)) return;
    std::unordered_map<std::u16string_view, SameWords> by_words;
    for (std::uint32_t i = first; i < last; ++i) {
      const Statement& s = statements_[i];
      if (!counts(s)) continue;
      SameWords& same = by_words[s.indicator];
      (s.role == Role::target ? same.target : same.achievement) = i;
      ++(s.role == Role::target ? same.targets : same.achievements);
    }
    for (std::uint32_t i = first; i < last; ++i) {
      const auto same = by_words.find(statements_[i].indicator);
      if (same != by_words.end() && same->second.achievement == i && misfits(same->second)) found.push_back(i);
    }
  }

 private:
  static bool counts(const Statement& s) {
    constexpr std::size_t shortest_words = 4;
    return s.role != Role::context && is_count_or_size(s.quantity.dimension) && s.indicator.size() >= shortest_words;
  }

  // Whether some figure of this role is not answered by another.
  bool has_lonely(std::uint32_t first, std::uint32_t last, Role role) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (statements_[i].role == role && paired_[i] == 0 && counts(statements_[i])) return true;
    }
    return false;
  }

  // One promise and one result of the very same words, in two dimensions, neither answered by another figure.
  bool misfits(const SameWords& same) const {
    if (same.targets != 1 || same.achievements != 1) return false;
    if (paired_[same.target] != 0 || paired_[same.achievement] != 0) return false;
    const Quantity& target = statements_[same.target].quantity;
    const Quantity& achievement = statements_[same.achievement].quantity;
    return target.dimension != achievement.dimension && target.unit != achievement.unit;
  }

  const std::vector<Statement>& statements_;
  std::vector<char> paired_;
};

}  // namespace

FigureChecks check_figures(const Chars& chars, const std::vector<Statement>& statements,
                           const std::vector<Traits>& traits, const std::vector<Pair>& pairs,
                           const std::vector<std::optional<std::uint32_t>>& item_of, const Lexicon::Impl& lexicon) {
  FigureChecks checks;
  const RateCheck rates(chars, statements, traits, lexicon);
  for (const Pair& pair : pairs) {
    for (const std::uint32_t rate : {pair.achievement + 1, pair.achievement + 2}) {
      if (rate < statements.size() && rates.is_wrong(pair, rate) && !rates.fits_others(rate))
        checks.wrong_rates.push_back(rate);
    }
  }
  const UnitCheck units(statements, pairs);
  const auto size = static_cast<std::uint32_t>(statements.size());
  for (std::uint32_t first = 0; first < size;) {
    std::uint32_t last = first + 1;
    while (last < size && item_of[last] == item_of[first]) ++last;
    if (item_of[first]) units.check(first, last, checks.unfitting_counts);
    first = last;
  }
  return checks;
}

}  // namespace gongbao
