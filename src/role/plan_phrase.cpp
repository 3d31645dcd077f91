#include "role/plan_phrase.h"

#include <algorithm>

#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_phrase = 16;
constexpr std::uint32_t longest_clause = 60;

bool begins_figure(char16_t c) noexcept { return is_digit(c) || han_digit(c) > 0 || c == han_ten; }

// Whether a figure follows the phrase at once, or behind a word that joins them: 年度目标为, （计划1200个）.
bool has_figure(const BodyWords& words, std::uint32_t at, std::uint32_t end) noexcept {
  const Chars& body = words.body;
  while (at < end && (is_blank(body[at]) || body[at] == u'(' || body[at] == u':')) ++at;
  if (at >= end) return false;
  const auto link = words.plan.longest(at, end);
  return (link && link->kind == PlanWord::link) || begins_figure(body[at]);
}

}  // namespace

PlanPhrase read_plan_phrase(const Hits<PlanWordRow>& words, std::uint32_t at, std::uint32_t end) noexcept {
  const std::uint32_t begin = at;
  end = std::min(end, begin + longest_phrase);
  std::uint32_t last = begin;  // behind the last noun, and the suffix behind it
  std::size_t count = 0;
  while (at < end) {
    const auto word = words.longest(at, end);
    if (!word || word->kind == PlanWord::link) break;
    if (word->kind == PlanWord::suffix && (last == begin || last != at)) break;
    at += word.length;
    ++count;
    if (word->kind == PlanWord::modifier) continue;
    last = at;
    if (word->kind == PlanWord::suffix) break;
  }
  return {last - begin, count == 1};
}

bool measures_by_plan(const BodyWords& words, Range clause) {
  clause.end = std::min(clause.end, clause.begin + longest_clause);
  if (words.plan.next_place(clause.begin, clause.end) == clause.end) return false;
  bool compared = false;
  for (std::uint32_t at = clause.begin; at < clause.end;) {
    if (const PlanPhrase plan = read_plan_phrase(words.plan, at, clause.end)) {
      at += plan.length;
      if (compared || has_figure(words, at, clause.end)) return true;
      compared = false;
      continue;
    }
    const auto cue = words.cues.longest(at, clause.end);
    compared = cue && cue->reach == CueReach::compares;
    at += cue ? cue.length : 1;
    if (!compared) at = std::min(words.plan.next_place(at, clause.end), words.cues.next_place(at, clause.end));
  }
  return false;
}

}  // namespace gongbao
