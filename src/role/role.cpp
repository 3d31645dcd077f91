#include "role/role.h"

#include <algorithm>

#include "role/beside.h"
#include "role/position.h"
#include "role/segments.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr int decides_in_promise = 6;  // weight a word of report needs to decide inside a promise
constexpr int tells_a_rate = 5;        // ... for a rate
constexpr int decides_in_report = 5;   // and a word of promise inside a report
constexpr std::uint32_t nearby = 6;    // quantities before a rate that it may be the rate of

RoleDecision by(Rule rule, Role role, Range cue = {}, bool inherited = false) { return {role, rule, cue, inherited}; }

// Words of its own did not decide.
bool is_weak(const RoleDecision& decision, Role role) noexcept {
  return decision.role == role && decision.cue.empty() &&
         (decision.rule == Rule::position || decision.rule == Rule::document_kind);
}

// Decides for the quantities of one segment.
class SegmentDecider {
 public:
  SegmentDecider(const Page& page, const Stretch& stretch, const Segment& segment,
                 const std::vector<Quantity>& quantities, Role base, bool digest, ItemShape shape,
                 const Lexicon::Impl& lexicon)
      : page_(page),
        stretch_(stretch),
        segment_(segment),
        quantities_(quantities),
        base_(base),
        digest_(digest),
        shape_(shape),
        lexicon_(lexicon),
        beside_(page.body, segment.range, lexicon) {
    find_onward(lexicon);
  }

  void decide(std::vector<RoleDecision>& decisions) const {
    for (std::uint32_t q = segment_.first; q < segment_.last; ++q) decisions[q] = decide_one(q);
    spread_starting_points(decisions);
    if (digest_ && base_ == Role::achievement) find_answered(decisions);
  }

 private:
  // 下一步, 四季度 … at the segment's start.
  void find_onward(const Lexicon::Impl& lexicon) {
    const auto cue = lexicon.cues.longest(page_.body.view(segment_.range.begin, segment_.range.end));
    if (cue && cue->reach == CueReach::onward && cue->role == Role::target && segment_.field != Field::target)
      onward_ = {segment_.range.begin, segment_.range.begin + cue.length};
  }

  RoleDecision decide_one(std::uint32_t index) const {
    const Quantity& q = quantities_[index];
    if (stretch_.is_whole_cell(q.range)) return by_column();
    if (q.dimension == Dimension::age || restricts(q) || is_span_of_time(q))
      return by(Rule::measure, Role::context, q.range);
    const NearCue cue = beside_.clause_cue(q);
    const bool planned = !onward_.empty() || segment_.field == Field::plan || (cue && cue.row->role == Role::target);
    // What is left is neither promised nor done, but may be planned: 预计11月完成余下的7个.
    if (const NearCue before = beside_.before_cue(q); before && !(planned && before.row->role == Role::achievement))
      return by(Rule::comparison, Role::context, before.words);
    if (const NearCue after = beside_.after_cue(q)) {
      const bool start = after.row->role == Role::context;
      return by(start ? Rule::comparison : Rule::cue, after.row->role, after.words);
    }
    if (is_size_of_part(q)) return by(Rule::measure, Role::context, q.range);
    if (is_price(q)) return by(Rule::measure, Role::context, q.range);
    if (is_base_of_rate(index)) return by(Rule::comparison, Role::target, quantities_[index + 1].range);
    if (names_the_failing(q)) return by(Rule::comparison, Role::context, q.bound_words);
    const bool done = cue && cue.row->role == Role::achievement && cue.row->weight >= decides_in_promise;
    if (!onward_.empty() && base_ == Role::achievement && !done) return by(Rule::cue, Role::target, onward_, true);
    if (cue && (cue.row->role != base_ || done) && overrules(cue, q)) return by(Rule::cue, cue.row->role, cue.words);
    if (const Range words = future_deadline(q); !words.empty()) return by(Rule::cue, Role::target, words);
    if (is_opening() && counts_the_programme(q, cue)) return by(Rule::document_kind, Role::target);
    if (base_ == Role::target && !segment_.field && beside_.compared_next(q, stretch_.range.end))
      return by(Rule::comparison, Role::achievement, q.range);
    return by_position(cue);
  }

  // 使用20年以上的31部, 20户以上的自然村: a limit that tells which things are counted.
  bool restricts(const Quantity& q) const {
    constexpr std::uint32_t close = 6;
    if (q.bound_words.empty() || q.bound_words.begin < q.range.end) return false;
    const std::uint32_t after = beside_.after(q);
    if (q.dimension == Dimension::duration) return page_.body.at(after) == mark::of;
    if (q.dimension != Dimension::people && q.dimension != Dimension::households) return false;
    const std::uint32_t end = std::min(segment_.range.end, after + close);
    for (std::uint32_t at = after; at < end && is_han(page_.body[at]); ++at) {
      const auto place = lexicon_.columns.longest(page_.body.view(at, segment_.range.end));
      if (place && place.length > 1 && place->kind == Column::region) return true;
    }
    return false;
  }

  // 连续两个月, 提前15天: how long something took or lasts, unless that is what is promised.
  bool is_span_of_time(const Quantity& q) const {
    return q.dimension == Dimension::duration && !(base_ == Role::target && q.bound != Bound::exact) &&
           !beside_.measured(q);
  }

  // 每方水收2.5元: money for each of something is a price, unless it was raised to that: 每人每月由790元提到810元.
  bool is_price(const Quantity& q) const {
    constexpr char16_t each_word = 0x6BCF;  // 每
    constexpr std::uint32_t nearby_words = 8;
    if (q.dimension != Dimension::money || base_ != Role::achievement) return false;
    const std::uint32_t first = q.range.begin - std::min(q.range.begin - segment_.range.begin, nearby_words);
    for (std::uint32_t at = q.range.begin; at > first && !mark::ends_clause(page_.body[at - 1]); --at) {
      if (is_digit(page_.body[at - 1])) return false;
      if (page_.body[at - 1] == each_word) return true;
    }
    return false;
  }

  // 项目三(10个)：…: how large the named part is.
  bool is_size_of_part(const Quantity& q) const {
    const std::uint32_t begin = q.range.begin;
    const std::uint32_t end = q.range.end;
    return begin > segment_.range.begin && page_.body[begin - 1] == u'(' && page_.body.at(end) == u')' &&
           page_.body.at(end + 1) == u':';
  }

  // 占全年任务20.5万人的96.8%: the number of which a rate is told.
  bool is_base_of_rate(std::uint32_t index) const {
    if (index + 1 >= segment_.last || is_rate(quantities_[index])) return false;
    const Quantity& next = quantities_[index + 1];
    const std::uint32_t at = beside_.after(quantities_[index]);
    return is_rate(next) && page_.body.at(at) == mark::of && at < next.range.begin && next.range.begin - at <= 3;
  }

  bool overrules(const NearCue& cue, const Quantity& q) const {
    const CueRow& row = *cue.row;
    if (row.role == Role::context) return true;
    if (row.role == base_) return true;  // agrees, and says why
    if (row.role == Role::achievement) {
      const int needed = is_rate(q) ? tells_a_rate : decides_in_promise;  // 完成率62.5%
      const bool promised = segment_.field == Field::target || (stretch_.cell && stretch_.cell->kind == Column::target);
      return row.weight >= needed && !promised && q.bound != Bound::at_least;
    }
    if (q.dimension == Dimension::points) return false;  // 高出年度要求3.6个百分点
    // A rate of the plan is a result: 任务的107%.
    if (is_rate(q) && page_.body.at(cue.words.end) == mark::of) return false;
    return row.weight >= decides_in_report;
  }

  // What is to be done by a day after the time that the report covers is a plan. One in the past was kept or missed.
  Range future_deadline(const Quantity& q) const {
    if (base_ != Role::achievement || q.dimension == Dimension::points) return {};
    const Beside::Deadline deadline = beside_.deadline(q);
    if (deadline.month == 0) return {};
    const bool past = page_.period && deadline.month <= page_.period->to.month;
    return past ? Range{} : deadline.words;
  }

  // Where a text tells how many things the programme has: before its items, or in the first paragraph of a digest.
  bool is_opening() const {
    if (stretch_.cell || segment_.field) return false;
    return digest_ ? stretch_.item.value_or(0) == 0 : !stretch_.item.has_value();
  }

  // 对进度不足30%的项目: a mark that divides, neither promised nor reached.
  bool names_the_failing(const Quantity& q) const {
    return q.bound == Bound::less_than && is_rate(q) && page_.body.at(beside_.after(q)) == mark::of;
  }

  // The opening tells how many things were promised: 34项, 十件.
  bool counts_the_programme(const Quantity& q, const NearCue& cue) const {
    return counts_works(q) && !(cue && cue.row->role == Role::achievement) && !beside_.reported_after(q);
  }

  // 34项, 十件, 17个考核指标: the unit of works, or a noun for them close behind.
  bool counts_works(const Quantity& q) const {
    constexpr std::uint32_t close = 6;
    const OrdinalRow* noun = lexicon_.ordinals.find(fold(q.unit));
    if (noun != nullptr && noun->kind == OrdinalWord::work) return true;
    if (q.dimension != Dimension::things) return false;
    const std::uint32_t end = std::min(segment_.range.end, q.range.end + close);
    for (std::uint32_t at = q.range.end; at < end && !mark::ends_clause(page_.body[at]); ++at) {
      const auto word = lexicon_.columns.longest(page_.body.view(at, end));
      if (word && word.length > 1 && (word->kind == Column::name || word->kind == Column::target)) return true;
    }
    return false;
  }

  RoleDecision by_column() const {
    const Column kind = stretch_.cell->kind;
    if (kind == Column::last) return by(Rule::column, Role::context, stretch_.cell->cue, true);
    return by(Rule::column, base_, stretch_.cell->cue, true);
  }

  RoleDecision by_position(const NearCue& cue) const {
    if (segment_.field) return by(Rule::label, base_, segment_.label, true);
    if (stretch_.cell) return by_column();
    if (shape_ != ItemShape::promise_then_report && stretch_.item && !digest_)
      return by(Rule::document_kind, base_, page_.title_range, true);
    return by(Rule::position, base_, cue && cue.row->role == base_ ? cue.words : Range{});
  }

  // 由每人每月702元、341元提高到733元、356元: what is listed with a starting point is one too.
  void spread_starting_points(std::vector<RoleDecision>& decisions) const {
    for (std::uint32_t q = segment_.last; q > segment_.first + 1; --q) {
      const Quantity& a = quantities_[q - 2];
      const Quantity& b = quantities_[q - 1];
      const bool start = decisions[q - 1].rule == Rule::comparison && decisions[q - 1].role == Role::context;
      const bool listed = a.range.end < b.range.begin && b.range.begin - a.range.end <= 4 &&
                          page_.body[a.range.end] == mark::enumeration;
      if (start && listed && a.unit == b.unit) decisions[q - 2] = decisions[q - 1];
    }
  }

  // 改造12个，完工8个: in running reports a count without a word of its own, answered by the next of the same unit.
  void find_answered(std::vector<RoleDecision>& decisions) const {
    for (std::uint32_t q = segment_.first; q + 1 < segment_.last; ++q) {
      const Quantity& a = quantities_[q];
      const Quantity& b = quantities_[q + 1];
      if (!is_weak(decisions[q], Role::achievement) || a.unit != b.unit || is_rate(a)) continue;
      const RoleDecision& next = decisions[q + 1];
      const bool answered = next.role == Role::achievement && !next.cue.empty();
      if (answered && decisions[q + 1].cue.begin >= a.range.end)
        decisions[q] = by(Rule::comparison, Role::target, b.range);
    }
  }

  const Page& page_;
  const Stretch& stretch_;
  const Segment& segment_;
  const std::vector<Quantity>& quantities_;
  Role base_;
  bool digest_;
  ItemShape shape_;
  const Lexicon::Impl& lexicon_;
  Beside beside_;
  Range onward_;
};

// Whether `rate` percent is what `part` makes of `whole`, as far as it is printed.
bool is_rate_of(const Quantity& rate, const Quantity& part, const Quantity& whole) {
  if (part.unit != whole.unit || is_rate(part) || whole.value.is_zero() || part.value == whole.value) return false;
  const double computed = 100.0 * part.value.to_double() / whole.value.to_double();
  double step = 1.0;
  for (int e = rate.value.exponent(); e < 0; ++e) step /= 10;
  const double difference = computed - rate.value.to_double();
  return difference < step * 0.51 && difference > -step * 0.51;
}

// 竣工171户（91.9%）after 186户: the number of which the printed rate is right was the target, the other the result.
void confirm_rates(const std::vector<Quantity>& quantities, std::vector<RoleDecision>& decisions) {
  for (std::size_t r = 0; r < quantities.size(); ++r) {
    const Quantity& rate = quantities[r];
    if (rate.unit != "%" || rate.high || rate.value.is_zero() || rate.bound != Bound::exact) continue;
    const std::size_t first = r - std::min<std::size_t>(r, nearby);
    for (std::size_t x = first; x < r; ++x) {
      for (std::size_t y = first; y < r; ++y) {
        if (!is_rate_of(rate, quantities[x], quantities[y])) continue;
        if (y < x && is_weak(decisions[y], Role::achievement))
          decisions[y] = by(Rule::comparison, Role::target, rate.range);
        if (is_weak(decisions[x], Role::target) && rate.value.exponent() < 0)
          decisions[x] = by(Rule::comparison, Role::achievement, rate.range);
      }
    }
  }
}

void extend(std::optional<Range>& part, Range range) {
  if (!part) part = range;
  part->end = std::max(part->end, range.end);
}

}  // namespace

Roles assign_roles(const Page& page, const Outline& outline, const std::vector<std::vector<Quantity>>& quantities,
                   const Lexicon::Impl& lexicon) {
  const std::vector<Segment> segments = split_segments(page, outline, quantities, lexicon);
  const Positions positions = find_positions(page, outline, segments, quantities, lexicon);
  Roles roles;
  roles.parts.resize(outline.items.size());
  for (const auto& stretch : quantities) roles.decisions.emplace_back(stretch.size());
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Segment segment = segments[i];
    // The item's progress begins under its target's label.
    if (segment.field == Field::target && positions.base[i] == Role::achievement) segment.field.reset();
    const Stretch& stretch = outline.stretches[segment.stretch];
    SegmentDecider(page, stretch, segment, quantities[segment.stretch], positions.base[i],
                   outline.layout == Layout::digest, positions.shape, lexicon)
        .decide(roles.decisions[segment.stretch]);
    const bool last = i + 1 == segments.size() || segments[i + 1].stretch != segment.stretch;
    if (last) confirm_rates(quantities[segment.stretch], roles.decisions[segment.stretch]);
    if (!stretch.item || segment.field == Field::agency) continue;
    ItemParts& parts = roles.parts[*stretch.item];
    extend(positions.base[i] == Role::target ? parts.target : parts.progress, segment.range);
  }
  return roles;
}

}  // namespace gongbao
