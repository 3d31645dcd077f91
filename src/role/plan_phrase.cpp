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
bool has_figure(std::u16string_view after, const Lexicon::Impl& lexicon) {
  std::size_t at = 0;
  while (at < after.size() && (is_blank(after[at]) || after[at] == u'(' || after[at] == u':')) ++at;
  const auto link = lexicon.plan_words.longest(after.substr(at));
  if (link && link->kind == PlanWord::link) return true;
  return at < after.size() && begins_figure(after[at]);
}

}  // namespace

PlanPhrase read_plan_phrase(std::u16string_view text, const Lexicon::Impl& lexicon) {
  text = text.substr(0, longest_phrase);
  std::uint32_t at = 0;
  std::uint32_t end = 0;  // behind the last noun, and the suffix behind it
  std::size_t words = 0;
  while (at < text.size()) {
    const auto word = lexicon.plan_words.longest(text.substr(at));
    if (!word || word->kind == PlanWord::link) break;
    if (word->kind == PlanWord::suffix && (end == 0 || end != at)) break;
    at += word.length;
    ++words;
    if (word->kind == PlanWord::modifier) continue;
    end = at;
    if (word->kind == PlanWord::suffix) break;
  }
  return {end, words == 1};
}

bool measures_by_plan(const Chars& body, Range clause, const Lexicon::Impl& lexicon) {
  bool compared = false;
  clause.end = std::min(clause.end, clause.begin + longest_clause);
  for (std::uint32_t at = clause.begin; at < clause.end;) {
    const std::u16string_view rest = body.view(at, clause.end);
    if (const PlanPhrase plan = read_plan_phrase(rest, lexicon)) {
      if (compared || has_figure(rest.substr(plan.length), lexicon)) return true;
      at += plan.length;
      compared = false;
      continue;
    }
    const auto cue = lexicon.cues.longest(rest);
    compared = cue && cue->reach == CueReach::compares;
    at += cue ? cue.length : 1;
  }
  return false;
}

}  // namespace gongbao
