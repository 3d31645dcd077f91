#include "role/beside.h"

#include <algorithm>

#include "role/plan_phrase.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_cue = 12;
constexpr std::uint32_t longest_remark = 60;
constexpr int plan_weight = 60;                // weights in tenths
constexpr int compares_figures = 30;           // ... by the plan's own figure: 比, 低于
constexpr int tells_excess = 20;               // weight of a word that compares and is followed by the excess: 超
constexpr std::uint32_t longest_clause = 160;  // characters looked at to either side of a number

// The first cue of body[at, end), or the words of a plan where they are longer: 年度目标任务.
NearCue next_cue(const BodyWords& words, std::uint32_t at, std::uint32_t end) {
  static constexpr CueRow plan_row{Role::target, CueReach::clause, plan_weight};
  const auto cue = words.cues.next(at, end);
  const std::uint32_t last = cue ? cue.at + 1 : end;
  for (at = words.plan.next_place(at, last); at < last; at = words.plan.next_place(at + 1, last)) {
    const PlanPhrase plan = read_plan_phrase(words.plan, at, end);
    const bool longer = !cue || at < cue.at || plan.length > cue.match.length;
    if (plan && !plan.bare && longer) return {&plan_row, {at, at + plan.length}};
  }
  return cue ? NearCue{cue.match.row, {cue.at, cue.end()}} : NearCue{};
}

}  // namespace

Range with_bound(const Quantity& q) noexcept {
  if (q.bound_words.empty()) return q.range;
  return {std::min(q.range.begin, q.bound_words.begin), std::max(q.range.end, q.bound_words.end)};
}

std::uint32_t behind(const Quantity& quantity, const Chars& body, Range sentence) noexcept {
  std::uint32_t at = with_bound(quantity).end;
  while (at < sentence.end && (body[at] == u')' || is_blank(body[at]))) ++at;
  return at;
}

Beside::Beside(const BodyWords& words, Range sentence, const Quantity& quantity)
    : words_(words), body_(words.body), sentence_(sentence), quantity_(quantity), with_bound_(with_bound(quantity)) {
  const std::uint32_t end = quantity_.range.begin;
  first_ = end - std::min(end - std::min(end, sentence.begin), longest_clause);
  clause_begin_ = words.clause_ends.behind_last(first_, end);
  see_reaches();
}

// Most numbers have one cue before them or none, and most rules ask for rare ones: what is not there need not be
// sought.
void Beside::see_reaches() {
  const std::uint32_t end = with_bound_.begin;
  const std::uint32_t before = end - std::min(end - std::min(end, sentence_.begin), longest_cue + 1);
  const std::uint32_t begin = std::min(clause_begin_, before);
  words_.cues.each(begin, quantity_.range.begin, [&](const auto& cue) {
    // Where it reaches into the quantity, a shorter word may stand there.
    reaches_ |= cue.end() > end ? ~0U : 1U << static_cast<unsigned>(cue->reach);
  });
}

// Whether the plan's words, behind a word that compares, stand at their own figure: 占年度任务4.2万人的96%,
// 超过目标（93%）. A figure at once behind 超年度任务 is what was done beyond it, and a rate is the comparison's
// result.
bool Beside::names_figure(Range plan, const CueRow& comparison, std::uint32_t end) const {
  std::uint32_t at = plan.end;
  if (at < end) {
    const auto link = words_.plan.longest(at, end);
    if (link && link->kind == PlanWord::link) at += link.length;
  }
  const std::uint32_t figure = with_bound_.begin;
  if (at < end && at + 1 == figure && body_[at] == mark::of) return !is_rate(quantity_);  // 比计划的5400个多出360个
  if (at < std::min(end, figure)) return false;
  const bool bracketed = end + 1 == figure;
  if (!bracketed && end < figure) return false;
  if (bracketed || comparison.tenths == compares_figures) return true;
  return comparison.tenths < tells_excess && !is_rate(quantity_);
}

// Whether a count ends these words, which makes a noun of the next one: 26项承诺.
bool Beside::is_counted(Range words) const noexcept {
  constexpr std::uint32_t longest_measure_word = 2;
  const std::uint32_t digit = words_.digits.behind_last(words.begin, words.end);
  return digit > words.begin && digit < words.end && words.end - digit <= longest_measure_word &&
         body_[digit] != mark::year && body_[digit] != mark::month;
}

NearCue Beside::strongest_cue(Range range) const {
  constexpr std::uint32_t longest_modifier = 5;  // 省定, 年度, 调整后的
  NearCue found;
  NearCue previous;
  NearCue compared;  // the last word that compares
  for (NearCue here = next_cue(words_, range.begin, range.end); here;
       here = next_cue(words_, here.words.end, range.end)) {
    const std::uint32_t at = here.words.begin;
    if (here.row->reach == CueReach::compares) compared = here;
    if (here.row->reach == CueReach::clause) {
      const bool plan = here.row->role == Role::target;
      // 已完成年度任务120户: a plan that was fulfilled is no promise. 完成率力争达到90% has a verb.
      const bool fulfilled = plan && previous && previous.words.end == at && previous.row->role == Role::achievement &&
                             words_.plan.begins(at);
      const bool yardstick = plan && compared && at - compared.words.end <= longest_modifier &&
                             !names_figure(here.words, *compared.row, range.end);
      // 计划完成投资2.2亿元, 须完成: what is planned to be done.
      const bool planned = !plan && previous && previous.words.end == at && previous.row->role == Role::target &&
                           !is_counted({range.begin, previous.words.begin});
      if (!fulfilled && !yardstick && !planned && (!found || here.row->tenths >= found.row->tenths)) found = here;
      previous = here;
    }
  }
  return found;
}

NearCue Beside::clause_cue() const {
  std::uint32_t end = quantity_.range.begin;
  std::uint32_t begin = end;
  const bool plain = words_.clause_borders.behind_last(clause_begin_, end) == clause_begin_;
  if (plain && !may_have(CueReach::clause) && words_.plan.next_place(clause_begin_, end) == end) return {};
  while (begin > first_) {
    begin = words_.clause_borders.behind_last(first_, begin);
    if (begin == first_ || words_.clause_ends.has(begin - 1)) break;
    const char16_t c = body_[begin - 1];
    if (c == u')') {
      // A remark between the words and the number: look before and after it.
      if (const NearCue cue = strongest_cue({begin, end})) return cue;
      const std::uint32_t close = begin - 1;
      std::uint32_t open = close;
      while (open > sentence_.begin && close - open < longest_remark && body_[open] != u'(') --open;
      if (body_[open] != u'(') break;
      begin = end = open;
      continue;
    }
    if (c == u'(') {
      if (const NearCue cue = strongest_cue({begin, end})) return cue;
      end = --begin;
      continue;
    }
    --begin;
  }
  return strongest_cue({begin, end});
}

NearCue Beside::before_cue() const {
  std::uint32_t end = with_bound_.begin;
  const bool opened = end > sentence_.begin && body_[end - 1] == u'(';  // 去年同期（58.1%）
  if (!opened && !may_have(CueReach::before)) return {};
  if (opened) --end;
  const std::uint32_t first = end - std::min(end - sentence_.begin, longest_cue);
  for (auto cue = words_.cues.next(first, end); cue; cue = words_.cues.next(cue.at + 1, end)) {
    if (cue->reach == CueReach::before && cue.end() == end) return {cue.match.row, {cue.at, end}};
  }
  return {};
}

NearCue Beside::after_cue() const {
  const std::uint32_t begin = with_bound_.end;
  if (begin >= sentence_.end) return {};
  const auto cue = words_.cues.longest(begin, sentence_.end);
  if (!cue) return {};
  const std::uint32_t end = begin + cue.length;
  if (cue->reach == CueReach::after || cue->reach == CueReach::noun) return {cue.row, {begin, end}};
  // 600人任务的107%: the word names what the number before it is.
  const bool named = cue->reach == CueReach::clause && cue->role == Role::target && body_.at(end) == mark::of;
  return named ? NearCue{cue.row, {begin, end}} : NearCue{};
}

bool Beside::compared_next(std::uint32_t paragraph_end) const {
  constexpr std::uint32_t longest_comparison = 2;  // 占, 为, 超出
  constexpr std::uint32_t longest_way = 12;        // 1800个的, 调整后的
  std::uint32_t at = with_bound_.end;
  // 新增学位120个（目标120个）
  if (at < paragraph_end && body_[at] == u'(') return static_cast<bool>(plan_at(at + 1, paragraph_end));
  at = behind(quantity_, body_, sentence_);
  if (at < paragraph_end && body_[at] == u',') ++at;
  if (at >= paragraph_end) return false;
  const auto compares = words_.cues.longest(at, std::min(paragraph_end, at + longest_comparison));
  if (!compares || compares->reach != CueReach::compares) return false;
  const std::uint32_t end = std::min(paragraph_end, at + compares.length + longest_way);
  for (at += compares.length; at < end && !ends_clause(body_, at); ++at) {
    if (plan_at(at, paragraph_end)) return true;
  }
  return false;
}

// Words of a plan, one alone included.
bool Beside::plan_at(std::uint32_t at, std::uint32_t end) const {
  if (at >= end) return false;
  if (const PlanPhrase plan = read_plan_phrase(words_.plan, at, end); plan && !plan.bare) return true;
  const auto cue = words_.cues.longest(at, end);
  return cue && cue->reach == CueReach::clause && cue->role == Role::target;
}

bool Beside::changed_to() const {
  if (!may_have(CueReach::after)) return false;
  constexpr std::uint32_t longest_per = 6;  // 每人每月
  const std::uint32_t end = with_bound_.begin;
  for (auto cue = words_.cues.next(clause_begin_, end); cue; cue = words_.cues.next(cue.end(), end)) {
    if (cue->reach == CueReach::after && cue->role == Role::context && end - cue.end() <= longest_per) return true;
  }
  return false;
}

bool Beside::is_difference() const {
  if (!may_have(CueReach::compares) || !may_have(CueReach::differs)) return false;
  const std::uint32_t end = with_bound_.begin;
  bool compared = false;
  for (auto cue = words_.cues.next(clause_begin_, end); cue; cue = words_.cues.next(cue.end(), end)) {
    compared = compared || cue->reach == CueReach::compares;
    if (compared && cue->reach == CueReach::differs && cue.end() == end) return true;
  }
  return false;
}

bool Beside::between_plan_words() const {
  constexpr std::uint32_t longest_modifier = 4;  // 下达的
  constexpr std::uint32_t longest_kind = 4;      // the work's own words: 控制, 建设
  const std::uint32_t begin = with_bound_.begin;
  const std::uint32_t first = begin - std::min(begin - sentence_.begin, longest_modifier);
  bool before = false;
  for (auto word = words_.plan.next(first, begin); word && !before; word = words_.plan.next(word.at + 1, begin))
    before = word->kind == PlanWord::modifier && word.end() == begin;
  const std::uint32_t after = with_bound_.end;
  const std::uint32_t last = std::min(sentence_.end, after + longest_kind);
  for (std::uint32_t at = after; before && at <= last && at < sentence_.end && is_han(body_[at]); ++at) {
    if (const PlanPhrase plan = read_plan_phrase(words_.plan, at, sentence_.end))
      return body_.at(at + plan.length) != mark::of;
  }
  return false;
}

bool Beside::measured() const {
  if (!may_have(CueReach::measured)) return false;
  const std::uint32_t end = quantity_.range.begin;
  for (auto cue = words_.cues.next(clause_begin_, end); cue; cue = words_.cues.next(cue.at + 1, end)) {
    if (cue->reach == CueReach::measured) return true;
  }
  return false;
}

bool Beside::reported_before() const {
  const std::uint32_t end = quantity_.range.begin;
  for (auto cue = words_.cues.next(clause_begin_, end); cue; cue = words_.cues.next(cue.end(), end)) {
    if (cue->role == Role::achievement && cue->reach != CueReach::compares) return true;
  }
  return false;
}

bool Beside::reported_after() const {
  const std::uint32_t end = std::min(sentence_.end, with_bound_.end + longest_clause);
  for (std::uint32_t at = with_bound_.end; at < end && !ends_clause(body_, at);) {
    const auto cue = words_.cues.longest(at, sentence_.end);
    if (cue && cue->role == Role::achievement) return true;
    at += cue ? cue.length : 1;
  }
  return false;
}

}  // namespace gongbao
