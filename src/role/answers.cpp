#include "role/answers.h"

#include <algorithm>

#include "role/beside.h"
#include "role/decision.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t nearby = 6;         // quantities before a rate that it may be the rate of
constexpr std::uint32_t nearby_words = 60;  // characters before a figure that its clause may have
constexpr std::size_t most_answered = 200;  // figures of an item that are looked at for a bare answer
constexpr std::size_t most_stretches = 40;  // of an item that are looked back at

// Behind a remark in brackets: （每座80平方米），建成
std::uint32_t behind_remark(const BodyWords& words, std::uint32_t at, std::uint32_t end) {
  constexpr std::uint32_t longest_remark = 40;
  if (at >= end || words.body[at] != u'(') return at;
  for (std::uint32_t i = at + 1; i < std::min(end, at + longest_remark); ++i)
    if (words.body[i] == u')') return i + 1;
  return at;
}

// Nothing but words of report, behind a comma or stop: ，已建成. In the same clause the noun stands before them:
// 37处工程完工29处.
bool is_bare_report(const BodyWords& words, Range between) {
  constexpr std::uint32_t longest_report = 8;
  constexpr std::uint32_t longest_noun = 10;
  if (between.empty() || between.size() > longest_report + longest_noun) return false;
  std::uint32_t at = between.begin;
  if (mark::ends_clause(words.body[at])) {
    ++at;
  } else if (words.clause_borders.next(at, between.end) == between.end) {
    at = words.cues.next_place(at, at + std::min(between.size(), longest_noun));
  }
  if (at >= between.end || between.end - at > longest_report) return false;
  while (at < between.end) {
    const auto cue = words.cues.longest(at, between.end);
    const auto first = words.cues.longest(at, at + 1);  // 超计划 compares
    const bool compares = first && first->reach == CueReach::compares;
    if (!cue || compares || cue->role != Role::achievement) return false;
    at += cue.length;
  }
  return true;
}

// Whether nothing but a mark of enumeration stands between a figure and the next one: 48条、10.2万平方米.
bool lists_next(const Chars& body, std::span<const Quantity> figures, std::size_t index) noexcept {
  const std::uint32_t end = figures[index].range.end;
  return figures[index + 1].range.begin == end + 1 && body[end] == mark::enumeration;
}

// Whether the second figures begin with the units of the first.
bool same_units(std::span<const Quantity> a, std::span<const Quantity> b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(),
                    [](const Quantity& x, const Quantity& y) { return x.unit == y.unit; });
}

// Whether `rate` percent is what `part` makes of `whole`, as far as it is printed.
bool is_rate_of(const Quantity& rate, const Quantity& part, const Quantity& whole) {
  if (part.unit != whole.unit || whole.value.is_zero() || part.value == whole.value) return false;
  const double computed = 100.0 * part.value.to_double() / whole.value.to_double();
  double step = 1.0;
  for (int e = rate.value.exponent(); e < 0; ++e) step /= 10;
  const double difference = computed - rate.value.to_double();
  return difference < step * 0.51 && difference > -step * 0.51;
}

}  // namespace

bool adds_up(const BodyWords& words, Range between) noexcept {
  for (auto word = words.stages.next(between.begin, between.end); word;
       word = words.stages.next(word.end(), between.end))
    if (word->sign == Sign::total) return true;
  return false;
}

void confirm_rates(std::span<const Quantity> quantities, std::span<RoleDecision> decisions) {
  for (std::size_t r = 0; r < quantities.size(); ++r) {
    const Quantity& rate = quantities[r];
    if (std::string_view(rate.unit) != "%" || rate.high || rate.value.is_zero() || rate.bound != Bound::exact) continue;
    const std::size_t first = r - std::min<std::size_t>(r, nearby);
    const auto weak = [](const RoleDecision& d) { return is_weak(d, Role::achievement) || is_weak(d, Role::target); };
    if (std::none_of(decisions.begin() + first, decisions.begin() + r, weak)) continue;
    for (std::size_t x = first; x < r; ++x) {
      if (is_rate(quantities[x])) continue;
      for (std::size_t y = first; y < r; ++y) {
        const bool promise = y < x && is_weak(decisions[y], Role::achievement);
        const bool result = is_weak(decisions[x], Role::target) && rate.value.exponent() < 0;
        if (y == x || !(promise || result) || !is_rate_of(rate, quantities[x], quantities[y])) continue;
        if (promise) decisions[y] = by(Rule::comparison, Role::target, rate.range);
        if (result) decisions[x] = by(Rule::comparison, Role::achievement, rate.range);
      }
    }
  }
}

void find_kept_limits(const BodyWords& words, std::span<const Quantity> quantities, std::span<RoleDecision> decisions) {
  for (std::size_t q = 1; q < quantities.size(); ++q) {
    const Quantity& result = quantities[q - 1];
    const Quantity& limit = quantities[q];
    const bool bounded = limit.bound == Bound::at_most || limit.bound == Bound::at_least;
    if (!bounded || result.bound != Bound::exact || result.unit != limit.unit) continue;
    const std::uint32_t at = result.range.end;
    if (words.clause_ends.has(at) && limit.bound_words.begin == at + 1 && is_unsaid(decisions[q], Role::achievement))
      decisions[q] = by(Rule::comparison, Role::target, limit.bound_words);
  }
}

// 农村公路380公里，建成217.5公里: words of report alone, without a noun, report on what the figure before them counts.
// That one, if nothing is said of it and nothing in its unit was promised before, was promised. `stretch`: of an item.
void find_bare_answers(const BodyWords& words, const Outline& outline, const QuantityLists& quantities,
                       std::size_t stretch, Roles& roles) {
  const auto promised_before = [&](std::size_t last, const std::string& unit) {
    const std::size_t first = stretch - std::min(stretch, most_stretches);
    for (std::size_t s = stretch + 1; s > first && outline.stretches[s - 1].item == outline.stretches[stretch].item;
         --s) {
      const std::size_t count = s - 1 == stretch ? last : quantities[s - 1].size();
      for (std::size_t q = 0; q < count; ++q) {
        if (quantities[s - 1][q].unit == unit && roles.decisions[s - 1][q].role == Role::target) return true;
      }
    }
    return false;
  };
  const std::span<const Quantity> figures = quantities[stretch];
  const std::span<RoleDecision> decisions = roles.decisions[stretch];
  const std::uint32_t end = outline.stretches[stretch].range.end;
  for (std::size_t q = 0; q + 1 < figures.size() && q < most_answered; ++q) {
    const std::uint32_t behind = behind_remark(words, figures[q].range.end, end);
    std::size_t next = q + 1;
    while (next < figures.size() && figures[next].range.begin < behind) ++next;
    if (next == figures.size()) break;
    const Range between = {behind, figures[next].range.begin};
    if (adds_up(words, between) || !is_bare_report(words, between)) continue;
    // What is listed is answered in the same order: 48条、10.2万平方米，已分别完成41条和8.7万平方米.
    std::size_t first = q;
    while (first > 0 && lists_next(words.body, figures, first - 1)) --first;
    if (next + q - first >= figures.size() || !same_units(figures.subspan(first, q + 1 - first), figures.subspan(next)))
      first = q;
    for (std::size_t asked = first; asked <= q; ++asked) {
      const Quantity& a = figures[asked];
      const Quantity& b = figures[next + asked - first];
      if (a.unit != b.unit || is_rate(a) || !is_unsaid(decisions[asked], Role::achievement)) continue;
      if (decisions[next + asked - first].role != Role::achievement) continue;
      const Range around = {a.range.begin - std::min(a.range.begin, nearby_words), b.range.end};
      if (!Beside(words, around, a).reported_before() && !promised_before(asked, a.unit))
        decisions[asked] = by(Rule::comparison, Role::target, b.range);
    }
  }
}

}  // namespace gongbao
