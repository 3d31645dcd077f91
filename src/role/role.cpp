#include "role/role.h"

#include <algorithm>

#include "role/answers.h"
#include "role/date_before.h"
#include "role/decision.h"
#include "role/measure.h"
#include "role/programme.h"
#include "role/segments.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

// Decides for the quantities of one segment.
class SegmentDecider {
 public:
  // `programme_reported` is kept from segment to segment.
  SegmentDecider(const Around& around, ItemShape shape, const RoleWeights& weights, bool& programme_reported)
      : around_(around),
        body_(around.page.body),
        segment_(around.segment),
        quantities_(around.quantities),
        base_(around.base),
        shape_(shape),
        weights_(weights),
        programme_reported_(programme_reported) {
    find_onward();
  }

  void decide(std::span<RoleDecision> decisions) {
    for (std::uint32_t q = segment_.first; q < segment_.last; ++q) decisions[q] = decide_one(q);
    spread_starting_points(decisions);
    spread_plans(decisions);
    spread_rates(decisions);
    if (base_ == Role::achievement) {
      carry_promise(decisions);
      if (around_.digest) find_answered(decisions);
    } else {
      carry_report(decisions);
    }
  }

 private:
  // 下一步, 四季度 … at the segment's start.
  void find_onward() {
    const auto cue = around_.words.cues.longest(segment_.range.begin, segment_.range.end);
    if (cue && cue->reach == CueReach::onward && cue->role == Role::target && segment_.field != Field::target)
      onward_ = {segment_.range.begin, segment_.range.begin + cue.length};
  }

  RoleDecision decide_one(std::uint32_t index) {
    const Quantity& q = quantities_[index];
    const Beside beside = around_.beside(q);
    if (around_.stretch.is_whole_cell(q.range)) return by_column();
    if (describes(around_, q)) return by(Rule::measure, Role::context, q.range);
    const NearCue cue = beside.clause_cue();
    const bool planned = !onward_.empty() || segment_.field == Field::plan || (cue && cue.row->role == Role::target);
    // What is left is neither promised nor done, but may be planned: 预计11月完成余下的7个.
    if (const NearCue before = beside.before_cue(); before && !(planned && before.row->role == Role::achievement))
      return by(Rule::comparison, before.row->role == Role::target ? Role::target : Role::context, before.words);
    if (const NearCue after = beside.after_cue()) {
      if (after.row->reach == CueReach::noun) return by(Rule::measure, after.row->role, after.words);
      const bool start = after.row->role == Role::context;
      return by(start ? Rule::comparison : Rule::cue, after.row->role, after.words);
    }
    const bool promises = base_ == Role::target && (shape_ == ItemShape::promises || segment_.field);
    if (!promises && beside.is_difference()) return by(Rule::comparison, Role::context, q.range);
    const bool changed = beside.changed_to();
    if (!changed && is_price_or_size(around_, q)) return by(Rule::measure, Role::context, q.range);
    if (beside.between_plan_words()) return by(Rule::cue, Role::target, q.range);
    if (is_base_of_rate(index)) return by(Rule::comparison, Role::target, quantities_[index + 1].range);
    if (index > segment_.first && is_base_of_rate(index - 1))
      return by(Rule::comparison, Role::achievement, quantities_[index - 1].range);
    if (divides(around_, q)) return by(Rule::comparison, Role::context, q.bound_words);
    const bool done =
        cue && cue.row->role == Role::achievement && cue.row->tenths >= weights_[RoleWeight::decides_in_promise];
    if (!onward_.empty() && base_ == Role::achievement && !done) return by(Rule::cue, Role::target, onward_, true);
    const bool priced = changed && cue && cue.row->role == Role::context;  // 人均补助标准提高到57.6元
    const bool programme = counts_the_programme(around_, q, cue, programme_reported_);
    // 三季度末办结率达到60%: what is done on a day to come is planned.
    const Range date = future_date(q);
    const bool dated = around_.page.period && cue && cue.row->role == Role::achievement && !date.empty() &&
                       date.end <= cue.words.begin;
    if (cue && !priced && !dated && (cue.row->role != base_ || done) && overrules(cue, q))
      return by(Rule::cue, cue.row->role, cue.words);
    if (!date.empty() && base_ == Role::achievement) return by(Rule::cue, Role::target, date);
    if (programme) return by(Rule::document_kind, Role::target);
    if (base_ == Role::target && !segment_.field &&
        (beside.compared_next(around_.stretch.range.end) || fulfils_next(index)))
      return by(Rule::comparison, Role::achievement, q.range);
    return by_position(cue);
  }

  // 占全年任务20.5万人的96.8%: the number of which a rate is told.
  bool is_base_of_rate(std::uint32_t index) const {
    if (index + 1 >= segment_.last || is_rate(quantities_[index])) return false;
    const Quantity& next = quantities_[index + 1];
    if (!is_rate(next)) return false;
    const std::uint32_t at = around_.behind(quantities_[index]);
    return body_.at(at) == mark::of && at < next.range.begin && next.range.begin - at <= 3;
  }

  // 新建住宅6.2万平方米，超额完成了下达的5万平方米任务: the next figure stands between the words of a plan.
  bool fulfils_next(std::uint32_t index) const {
    if (index + 1 >= quantities_.size() || quantities_[index + 1].unit != quantities_[index].unit) return false;
    const Quantity& next = quantities_[index + 1];
    const std::u16string_view between = body_.view(quantities_[index].range.end, next.range.begin);
    if (std::any_of(between.begin(), between.end(), mark::ends_sentence)) return false;
    const Beside whole(around_.words, {segment_.range.begin, around_.stretch.range.end}, next);
    return whole.between_plan_words() && whole.reported_before();
  }

  bool overrules(const NearCue& cue, const Quantity& q) const {
    const CueRow& row = *cue.row;
    if (row.role == Role::context) return true;
    if (row.role == base_) return true;  // agrees, and says why
    if (row.role == Role::achievement) {
      const RoleWeight needed = is_rate(q) ? RoleWeight::tells_a_rate : RoleWeight::decides_in_promise;  // 完成率62.5%
      const bool promised =
          segment_.field == Field::target || (around_.stretch.cell && around_.stretch.cell->kind == Column::target);
      const bool plan =
          base_ == Role::target && !around_.stretch.item && row.tenths < weights_[RoleWeight::decides_in_promise];
      return row.tenths >= weights_[needed] && !promised && !plan && q.bound != Bound::at_least;
    }
    if (q.dimension == Dimension::points) return false;  // 高出年度要求3.6个百分点
    // A rate of the plan is a result: 任务的107%.
    if (is_rate(q) && body_.at(cue.words.end) == mark::of) return false;
    return row.tenths >= weights_[RoleWeight::decides_in_report];
  }

  // What is to be done on a day after the time that the report covers is a plan. One in the past was kept or missed.
  Range future_date(const Quantity& q) const {
    if (q.dimension == Dimension::points) return {};
    const DateBefore date = date_before(around_.words, segment_.range.begin, q.range.begin);
    if (date.month == 0) return {};
    if (!around_.page.period) return date.deadline ? date.words : Range{};
    const Date to = around_.page.period->to;
    const int year = date.year != 0 ? date.year : to.year;
    return year > to.year || (year == to.year && date.month > to.month) ? date.words : Range{};
  }

  RoleDecision by_column() const {
    const Column kind = around_.stretch.cell->kind;
    if (kind == Column::last) return by(Rule::column, Role::context, around_.stretch.cell->cue, true);
    return by(Rule::column, base_, around_.stretch.cell->cue, true);
  }

  RoleDecision by_position(const NearCue& cue) const {
    if (segment_.field) return by(Rule::label, base_, segment_.label, true);
    if (around_.stretch.cell) return by_column();
    const bool one_kind = shape_ == ItemShape::reports || shape_ == ItemShape::promises;
    if (one_kind && around_.stretch.item && !around_.digest)
      return by(Rule::document_kind, base_, around_.page.title_range, true);
    return by(Rule::position, base_, cue && cue.row->role == base_ ? cue.words : Range{});
  }

  // 由每人每月702元、341元提高到733元、356元: what is listed with a starting point is one too.
  void spread_starting_points(std::span<RoleDecision> decisions) const {
    for (std::uint32_t q = segment_.last; q > segment_.first + 1; --q) {
      const Quantity& a = quantities_[q - 2];
      const Quantity& b = quantities_[q - 1];
      const bool start = decisions[q - 1].rule == Rule::comparison && decisions[q - 1].role == Role::context;
      const bool listed =
          a.range.end < b.range.begin && b.range.begin - a.range.end <= 4 && body_[a.range.end] == mark::enumeration;
      if (start && listed && a.unit == b.unit) decisions[q - 2] = decisions[q - 1];
    }
  }

  // 就业4800人、转移3500人的任务: what is listed with the figure before the plan's words is planned too.
  void spread_plans(std::span<RoleDecision> decisions) const {
    for (std::uint32_t q = segment_.last; q > segment_.first + 1; --q) {
      const RoleDecision& last = decisions[q - 1];
      const bool behind = last.rule == Rule::cue && last.role == Role::target && !last.inherited &&
                          last.cue.begin >= quantities_[q - 1].range.end;
      if (!behind && !last.inherited) continue;
      if (last.role != Role::target || last.rule != Rule::cue || !is_unsaid(decisions[q - 2], Role::achievement))
        continue;
      const std::u16string_view between = body_.view(quantities_[q - 2].range.end, quantities_[q - 1].range.begin);
      const bool listed = between.find(mark::enumeration) != between.npos &&
                          std::none_of(between.begin(), between.end(), mark::ends_clause);
      if (listed) decisions[q - 2] = by(Rule::cue, Role::target, last.cue, true);
    }
  }

  // 计划20个、6100户的85%和79%: a rate that is listed with one is a result as that one is.
  void spread_rates(std::span<RoleDecision> decisions) const {
    constexpr std::uint32_t joint = 1;  // 、 or 和
    for (std::uint32_t q = segment_.first + 1; q < segment_.last; ++q) {
      const bool listed = quantities_[q].range.begin - quantities_[q - 1].range.end <= joint;
      if (listed && is_rate(quantities_[q - 1]) && quantities_[q].unit == quantities_[q - 1].unit &&
          decisions[q - 1].role == Role::achievement && decisions[q].role == Role::target)
        decisions[q] = decisions[q - 1];
    }
  }

  // 年初计划新建幼儿园3所，新增学位2340个。: a verb of planning holds to the end of the sentence, for other things than
  // those already promised. 任务80座，建成41座 has none: the plan stands at its own figure.
  void carry_promise(std::span<RoleDecision> decisions) const {
    constexpr std::uint32_t shortest_work = 2;  // characters
    std::optional<std::uint32_t> planned;       // the quantity with the verb
    for (std::uint32_t q = segment_.first; q < segment_.last; ++q) {
      const RoleDecision& own = decisions[q];
      if (own.rule == Rule::cue && !own.inherited) {
        const bool verb = own.role == Role::target && own.cue.end + shortest_work <= quantities_[q].range.begin;
        planned = verb ? std::optional(q) : std::nullopt;
        continue;
      }
      if (!planned || !is_unsaid(own, Role::achievement)) continue;
      const auto same_unit = [&](const Quantity& other) { return other.unit == quantities_[q].unit; };
      const auto first = quantities_.begin();
      if (is_rate(quantities_[q]) || std::any_of(first + segment_.first, first + q, same_unit) ||
          around_.beside(quantities_[q]).reported_before()) {
        planned.reset();
      } else {
        decisions[q] = by(Rule::cue, Role::target, decisions[*planned].cue, true);
      }
    }
  }

  // In a promise, what was reported nevertheless: the rate of a result (已经完成13.8万人，占90.2%), and a result behind
  // the plan's own figure (任务80座，建成41座).
  void carry_report(std::span<RoleDecision> decisions) const {
    for (std::uint32_t q = std::max(segment_.first, 1U); q < segment_.last; ++q) {
      const RoleDecision& last = decisions[q - 1];
      if (last.cue.empty() || !is_unsaid(decisions[q], Role::target)) continue;
      const bool rate = is_rate(quantities_[q]) && last.role == Role::achievement && last.rule == Rule::cue;
      // 任务80座, 任务是80座, 要求不低于50%
      const bool stated = last.cue.end + 1 >= with_bound(quantities_[q - 1]).begin;
      const bool result = last.role == Role::target && stated && quantities_[q].unit == quantities_[q - 1].unit &&
                          around_.beside(quantities_[q]).reported_before();
      if (rate || result) decisions[q] = by(Rule::cue, Role::achievement, last.cue, true);
    }
  }

  // 改造12个，完工8个: in running reports a count without a word of its own, answered by the next of the same unit.
  void find_answered(std::span<RoleDecision> decisions) const {
    for (std::uint32_t q = segment_.first; q + 1 < segment_.last; ++q) {
      const Quantity& a = quantities_[q];
      const Quantity& b = quantities_[q + 1];
      if (!is_weak(decisions[q], Role::achievement) || a.unit != b.unit || is_rate(a)) continue;
      if (around_.beside(a).reported_before() || adds_up(around_.words, {a.range.end, b.range.begin})) continue;
      const RoleDecision& next = decisions[q + 1];
      const bool answered = next.role == Role::achievement && !next.cue.empty();
      if (answered && next.cue.begin >= a.range.end) decisions[q] = by(Rule::comparison, Role::target, b.range);
    }
  }

  const Around& around_;
  const Chars& body_;
  const Segment& segment_;
  const std::span<const Quantity> quantities_;
  const Role base_;
  const ItemShape shape_;
  const RoleWeights& weights_;
  bool& programme_reported_;
  Range onward_;
};

void extend(std::optional<Range>& part, Range range) {
  if (!part) part = range;
  part->end = std::max(part->end, range.end);
}

}  // namespace

Roles assign_roles(const Page& page, const Outline& outline, const QuantityLists& quantities, const BodyWords& words) {
  const Lexicon::Impl& lexicon = words.lexicon;
  std::vector<Segment> segments = split_segments(page, outline, quantities, words, lexicon);
  const RoleWeights weights(lexicon);
  Positions positions = find_positions(page, outline, segments, quantities, weights, words);
  Roles roles;
  roles.parts.resize(outline.items.size());
  roles.decisions.reserve(quantities.size(), quantities.all().size());
  for (std::size_t s = 0; s < quantities.size(); ++s) roles.decisions.open(quantities[s].size());
  bool programme_reported = false;
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    const Stretch& stretch = outline.stretches[segment.stretch];
    const Role base = positions.base[i];
    const std::span<const Quantity> figures = quantities[segment.stretch];
    const std::span<RoleDecision> decisions = roles.decisions[segment.stretch];
    if (segment.first < segment.last) {
      Segment decided = segment;
      // The item's progress begins under its target's label.
      if (segment.field == Field::target && base == Role::achievement) decided.field.reset();
      const bool digest = outline.layout == Layout::digest;
      const Around around{page, stretch, decided, figures, base, digest, lexicon, words};
      SegmentDecider(around, positions.shape, weights, programme_reported).decide(decisions);
    }
    const bool last = i + 1 == segments.size() || segments[i + 1].stretch != segment.stretch;
    if (last && !figures.empty()) {
      if (stretch.item && !stretch.cell) find_bare_answers(words, outline, quantities, segment.stretch, roles);
      find_kept_limits(words, figures, decisions);
      confirm_rates(figures, decisions);
    }
    if (!stretch.item || segment.field == Field::agency) continue;
    ItemParts& parts = roles.parts[*stretch.item];
    extend(base == Role::target ? parts.target : parts.progress, segment.range);
  }
  for (std::uint32_t i = 0; i < segments.size(); ++i) {
    const std::span<RoleDecision> decisions = roles.decisions[segments[i].stretch];
    for (std::uint32_t q = segments[i].first; q < segments[i].last; ++q) decisions[q].segment = i;
  }
  roles.segments = std::move(segments);
  roles.positions = std::move(positions);
  return roles;
}

}  // namespace gongbao
