#include "completion/status.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "pair/traits.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr double least_sure = 0.5;  // of a pair that counts

bool is_done(Status status) noexcept { return status == Status::completed || status == Status::exceeded; }

// What the item promises that can be reached: its prices, times and sizes only tell how.
bool is_promise(const Statement& s) {
  if (s.role != Role::target) return false;
  switch (s.quantity.dimension) {
    case Dimension::money:
    case Dimension::rate:
    case Dimension::duration:
    case Dimension::age:
    case Dimension::multiple:
    case Dimension::points:
    case Dimension::physical: return false;
    default: return true;
  }
}

// An item's figures.
struct Tally {
  std::uint32_t promises = 0;  // targets that can be reached
  std::uint32_t open = 0;      // without a pair, and without another target of the same words that has one
  std::uint32_t met = 0;
  std::uint32_t short_of = 0;           // pairs that do not reach their target
  std::vector<std::uint32_t> short_at;  // where their achievements begin
  std::uint32_t undecided = 0;          // pairs of which nobody can tell
  std::uint32_t surpassed = 0;          // counts above their target
  std::uint32_t surpassable = 0;
  bool begun = false;        // some achievement is not 0
  bool rate_short = false;   // a printed completion rate is below 100 %
  bool money_short = false;  // less was spent than planned
};

Status status_of(const Tally& tally) {
  if (tally.short_of > 0) return tally.begun ? Status::in_progress : Status::unknown;
  if (tally.rate_short) return Status::in_progress;
  if (tally.met == 0 || tally.open > 0 || tally.undecided > 0) return Status::unknown;
  return tally.surpassable > 0 && tally.surpassed == tally.surpassable ? Status::exceeded : Status::completed;
}

class Decider {
 public:
  Decider(const Findings& found, const std::vector<std::optional<std::uint32_t>>& item_of,
          const std::vector<Pair>& pairs, const BodyWords& words)
      : found_(found),
        words_(words),
        body_(words.body),
        claims_(words, found.statements),
        tallies_(found.outline.items.size()) {
    find_passages();
    std::vector<char> paired(found.statements.size());
    for (const Pair& pair : pairs) {
      paired[pair.target] = 1;
      if (item_of[pair.target] && pair.confidence >= least_sure) add_pair(tallies_[*item_of[pair.target]], pair);
    }
    for (std::uint32_t i = 0; i < found.statements.size(); ++i) {
      if (!item_of[i]) continue;
      Tally& tally = tallies_[*item_of[i]];
      tally.rate_short = tally.rate_short || is_short_rate(found.statements[i]);
      if (is_promise(found.statements[i])) add_promise(tallies_[*item_of[i]], i, paired, item_of);
    }
    headings_.reserve(found.outline.sections.size());
    for (const OutlineSection& section : found.outline.sections)
      headings_.push_back(section.title.empty() ? std::nullopt : claims_.read_heading(section.title));
  }

  StatusDecision decide(std::uint32_t index) {
    const OutlineItem& item = found_.outline.items[index];
    if (!item.status.empty()) {
      const auto claim = claims_.read_cell(item.status);
      if (claim) return by(StatusRule::column, *claim, index);
    }
    if (const auto remark = heading_remark(item)) return by(StatusRule::heading, *remark, index);
    if (item.section && headings_[*item.section]) return by(StatusRule::heading, *headings_[*item.section], index);
    const std::span<const StatusClaim> claims =
        claims_.read_item(passages(index), {item.heading, tallies_[index].promises <= 1});
    if (!claims.empty() && claims.back().whole) return by(StatusRule::words, claims.back(), index);
    return by_parts(claims, tallies_[index]);
  }

 private:
  void find_passages() {
    const std::vector<Segment>& segments = found_.roles.segments;
    const auto item_of = [&](const Segment& s) { return found_.outline.stretches[s.stretch].item; };
    passages_end_.assign(found_.outline.items.size() + 1, 0);
    for (const Segment& segment : segments) {
      if (const auto item = item_of(segment)) ++passages_end_[*item + 1];
    }
    std::partial_sum(passages_end_.begin(), passages_end_.end(), passages_end_.begin());
    passages_.resize(passages_end_.back());
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const auto item = item_of(segments[i]);
      if (!item) continue;
      const auto& cell = found_.outline.stretches[segments[i].stretch].cell;
      passages_[passages_end_[*item]++] = {segments[i].range, segments[i].stretch, found_.roles.positions.base[i],
                                           segments[i].field, cell ? cell->kind : Column::none};
    }
  }

  // An item's, in reading order.
  std::span<const Passage> passages(std::uint32_t item) const {
    const std::size_t begin = item == 0 ? 0 : passages_end_[item - 1];
    return std::span(passages_).subspan(begin, passages_end_[item] - begin);
  }

  void add_pair(Tally& tally, const Pair& pair) const {
    const Quantity& achievement = found_.statements[pair.achievement].quantity;
    if (found_.statements[pair.target].quantity.dimension == Dimension::money) {
      tally.money_short = tally.money_short || (pair.met == false && !achievement.value.is_zero());
      return;
    }
    tally.begun = tally.begun || !achievement.value.is_zero();
    if (!pair.met) {
      ++tally.undecided;
      return;
    }
    ++(*pair.met ? tally.met : tally.short_of);
    if (!*pair.met) tally.short_at.push_back(achievement.range.begin);
    if (!pair.ratio || found_.statements[pair.target].quantity.dimension == Dimension::share) return;
    ++tally.surpassable;
    tally.surpassed += Decimal(1) < *pair.ratio ? 1 : 0;
  }

  // 完成率47.8%, 完成年度计划的47.8%
  bool is_short_rate(const Statement& s) const {
    constexpr std::uint32_t reach = 12;
    constexpr std::uint32_t shortest_word = 3;
    const Quantity& q = s.quantity;
    if (s.role != Role::achievement || q.dimension != Dimension::share || q.high || !(q.value < Decimal(100)))
      return false;
    const std::uint32_t begin = std::max(s.clause.begin, q.range.begin - std::min(q.range.begin, reach));
    for (std::uint32_t at = begin; at < q.range.begin; ++at) {
      const auto word = words_.stages.longest(at, q.range.begin);
      if (word && word->sign == Sign::rate && word.length >= shortest_word) return true;
    }
    return false;
  }

  // An interim target or one given up has the words of the one that is paired.
  void add_promise(Tally& tally, std::uint32_t index, const std::vector<char>& paired,
                   const std::vector<std::optional<std::uint32_t>>& item_of) const {
    constexpr std::uint32_t farthest = 16;
    ++tally.promises;
    if (paired[index] != 0) return;
    const std::uint32_t first = index - std::min(index, farthest);
    const auto last = std::min<std::uint32_t>(index + farthest, static_cast<std::uint32_t>(paired.size()));
    for (std::uint32_t i = first; i < last; ++i) {
      const Statement& other = found_.statements[i];
      if (paired[i] != 0 && other.role == Role::target && item_of[i] == item_of[index] &&
          other.indicator == found_.statements[index].indicator &&
          other.quantity.unit == found_.statements[index].quantity.unit) {
        --tally.promises;
        return;
      }
    }
    // 每校不少于2名 tells how.
    if (!found_.traits[index].has(Sign::each)) ++tally.open;
  }

  // 新建公厕3座（已完成）
  std::optional<StatusClaim> heading_remark(const OutlineItem& item) {
    const Range heading = item.heading;
    if (heading.size() < 3 || body_[heading.end - 1] != u')') return std::nullopt;
    std::uint32_t open = heading.end - 1;
    while (open > heading.begin && body_[open] != u'(') --open;
    if (open == heading.begin) return std::nullopt;
    return claims_.read_cell({open + 1, heading.end - 1});
  }

  // Whether the row has two cells that promise, one of them on the way to the other: 年度目标 | 三季度目标.
  bool has_interim(std::uint32_t index) const {
    std::uint32_t cells = 0;
    const Passage* counted = nullptr;
    for (const Passage& passage : passages(index)) {
      if (counted != nullptr && counted->stretch == passage.stretch) continue;
      if (!promises(passage)) continue;
      counted = &passage;
      ++cells;
    }
    return cells > 1;
  }

  // A cell for targets, unless it counts money; a name that says how much.
  bool promises(const Passage& passage) const {
    if (passage.cell != Column::target && passage.cell != Column::name) return false;
    const auto first =
        std::partition_point(found_.statements.begin(), found_.statements.end(),
                             [&](const Statement& s) { return s.quantity.range.end <= passage.range.begin; });
    const auto last = std::partition_point(
        first, found_.statements.end(), [&](const Statement& s) { return s.quantity.range.begin < passage.range.end; });
    return first == last ? passage.cell == Column::target : std::any_of(first, last, is_promise);
  }

  // 任务1986户，已全部竣工，入住1902户: what the sentence goes on with is another matter.
  bool tells_more(const StatusClaim& claim, std::uint32_t at) const {
    constexpr std::uint32_t reach = 60;
    if (at < claim.words.end || at - claim.words.end > reach) return false;
    const std::u16string_view between = body_.view(claim.words.end, at);
    return std::none_of(between.begin(), between.end(), mark::ends_sentence);
  }

  // Words that the work is done are about the target on the way where the item's own is not reached.
  StatusDecision by(StatusRule rule, const StatusClaim& claim, std::uint32_t index) const {
    const Tally& tally = tallies_[index];
    if (is_done(claim.status) && tally.short_of + tally.open > 0 && has_interim(index)) {
      const Status status = claim.status == Status::exceeded ? Status::ahead : Status::on_schedule;
      return {status, rule, claim.words, false};
    }
    const bool disagrees = is_done(claim.status) ? std::any_of(tally.short_at.begin(), tally.short_at.end(),
                                                               [&](std::uint32_t at) { return !tells_more(claim, at); })
                                                 : claim.status == Status::not_started && is_done(status_of(tally));
    return {claim.status, rule, claim.words, disagrees};
  }

  // Figures that answer all promises decide, unless something is said not to be done; else words about parts keep the
  // whole from being done.
  static StatusDecision by_parts(std::span<const StatusClaim> claims, const Tally& tally) {
    const Status figures = status_of(tally);
    const auto open = std::find_if(claims.begin(), claims.end(), [&](const StatusClaim& c) {
      return figures == Status::unknown ? !is_done(c.status) : c.denies;
    });
    const bool denied = open != claims.end() && is_done(figures);
    if (figures != Status::unknown && !denied) return {figures, StatusRule::figures, {}, false};
    if (open != claims.end()) return {Status::in_progress, StatusRule::words, open->words, false};
    if (claims.empty() && tally.money_short) return {Status::in_progress, StatusRule::figures, {}, false};
    return {};
  }

  const Findings& found_;
  const BodyWords& words_;
  const Chars& body_;
  ClaimReader claims_;
  std::vector<Passage> passages_;          // item by item
  std::vector<std::size_t> passages_end_;  // by item
  std::vector<Tally> tallies_;
  std::vector<std::optional<StatusClaim>> headings_;  // by section
};

}  // namespace

std::vector<StatusDecision> decide_statuses(const Findings& found,
                                            const std::vector<std::optional<std::uint32_t>>& item_of,
                                            const std::vector<Pair>& pairs, const BodyWords& words) {
  Decider decider(found, item_of, pairs, words);
  std::vector<StatusDecision> decisions;
  decisions.reserve(found.outline.items.size());
  for (std::uint32_t i = 0; i < found.outline.items.size(); ++i) decisions.push_back(decider.decide(i));
  return decisions;
}

}  // namespace gongbao
