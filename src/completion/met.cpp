#include "completion/met.h"

#include <algorithm>

#include "pair/ratio.h"
#include "pair/traits.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_lead = 12;  // before a number, for the words that make it a level
constexpr int begun = 4;                    // stages up to 开工
constexpr int under_way = 6;                // up to 主体封顶

bool has_word(std::u16string_view text, DirectionWord kind, const Lexicon::Impl& lexicon) {
  for (std::size_t at = 0; at < text.size();) {
    const auto word = lexicon.directions.longest(text.substr(at));
    if (word && word->kind == kind) return true;
    at += word ? word.length : 1;
  }
  return false;
}

// A number with the further end it may have.
struct Ends {
  Decimal low;
  Decimal high;
};
Ends ends_of(const Quantity& q) { return {q.value, q.high.value_or(q.value)}; }

// The least that may pass for about this number: half a step of its last digit below it, 65 for 约70.
Decimal roughly(Decimal value) { return value.plus(Decimal(-5, value.exponent() - 1)).value_or(value); }

// Of sign: below, at or above 0 as the achievement is short of, at, or beyond the target. At the target an achievement
// said to be short of its number (近, 不足) fails.
std::optional<bool> reached(int low, int high, bool short_of) {
  if (high < 0) return false;
  if (low > 0 || (low == 0 && !short_of)) return true;
  if (low == 0 && high == 0) return false;
  return std::nullopt;
}

std::optional<bool> compare(const Statement& target, const UnitForm& target_unit, const Statement& achievement,
                            const UnitForm& achievement_unit, bool less) {
  const Quantity& promised = target.quantity;
  const Quantity& done = achievement.quantity;
  const auto against = [&](Decimal value, Decimal limit) {
    return compare_values(value, achievement_unit, limit, target_unit);
  };
  const Ends got = ends_of(done);
  if (!less) {
    const Decimal limit = promised.value;
    const auto met = reached(against(got.low, limit), against(got.high, limit), done.bound == Bound::less_than);
    return met == false && promised.bound == Bound::approx && against(got.high, roughly(limit)) >= 0 ? std::nullopt
                                                                                                     : met;
  }
  const Decimal limit = ends_of(promised).high;
  const bool strict = promised.bound == Bound::less_than || done.bound == Bound::more_than;
  return reached(-against(got.high, limit), -against(got.low, limit), strict);
}

// A count of work that is only begun does not reach a promise of work done.
std::optional<bool> by_stage(std::optional<bool> met, int promised, int reported) {
  if (met != true || reported < 0 || reported > under_way || promised == reported) return met;
  if (promised >= 0 && promised < reported) return met;
  if (reported <= begun) return false;
  return std::nullopt;
}

}  // namespace

bool less_is_better(const Chars& chars, const Statement& target, const Lexicon::Impl& lexicon) {
  const Quantity& q = target.quantity;
  if (q.bound == Bound::at_most) return true;
  const std::uint32_t lead = std::min(q.range.begin - std::min(target.clause.begin, q.range.begin), longest_lead);
  if (has_word(chars.view(q.range.begin - lead, q.range.begin), DirectionWord::level, lexicon)) return true;
  const bool limited = q.bound == Bound::at_least || q.bound == Bound::more_than;
  return q.dimension == Dimension::share && !limited && has_word(target.indicator, DirectionWord::name, lexicon);
}

void judge_pair(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
                const Lexicon::Impl& lexicon, Pair& pair) {
  const Statement& target = statements[pair.target];
  const Statement& achievement = statements[pair.achievement];
  const Traits& promised = traits[pair.target];
  const Traits& reported = traits[pair.achievement];
  const bool less = less_is_better(chars, target, lexicon);
  if (less) pair.ratio.reset();
  std::optional<bool> met;
  if (same_measure(target.quantity, *promised.unit, achievement.quantity, *reported.unit)) {
    met = compare(target, *promised.unit, achievement, *reported.unit, less);
  } else if (is_rate(achievement.quantity) && pair.ratio && !less) {
    met = !(*pair.ratio < Decimal(1));
  }
  pair.met = less ? met : by_stage(met, promised.stage, reported.stage);
}

}  // namespace gongbao
