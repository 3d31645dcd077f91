#include "role/programme.h"

#include <algorithm>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

// Where a text tells how many things the programme has: outside its items, or in the first paragraph of a digest.
bool is_opening(const Around& around) {
  if (around.stretch.cell || around.segment.field) return false;
  return around.digest ? around.stretch.item.value_or(0) == 0 : !around.stretch.item.has_value();
}

// The programme's name that text begins with: how many characters; 0: none.
std::uint32_t programme_name(const Around& around, Range text) {
  constexpr std::uint32_t shortest = 2;  // 工程 alone may be any of them
  const auto noun = around.lexicon.ordinals.longest(around.page.body.view(text.begin, text.end));
  return noun && noun->kind == OrdinalWord::prefix && noun.length > shortest ? noun.length : 0;
}

// 民生实事项目6个: the programme's name stands before.
bool follows_the_programme(const Around& around, const Quantity& q) {
  constexpr std::uint32_t longest_name = 8;
  constexpr std::uint32_t longest_link = 2;  // 共, 项目
  const std::uint32_t end = q.range.begin;
  for (std::uint32_t at = end - std::min(end - around.segment.range.begin, longest_name); at < end; ++at) {
    if (const std::uint32_t name = programme_name(around, {at, end}); name != 0)
      return end - at - name <= longest_link && around.words.clause_ends.next(at + name, end) == end;
  }
  return false;
}

// 18件民生实事: the programme's name follows.
bool names_the_programme(const Around& around, const Quantity& q) {
  constexpr std::uint32_t longest_rank = 2;  // 重点, 省级
  const std::uint32_t last = std::min(around.segment.range.end, q.range.end + longest_rank + 1);
  for (std::uint32_t at = q.range.end; at < last && is_han(around.page.body[at]); ++at) {
    if (programme_name(around, {at, around.segment.range.end}) != 0) return true;
  }
  return false;
}

// 34项, 十件, 17个考核指标: the unit of works, or a noun for them close behind.
bool counts_works(const Around& around, const Quantity& q) {
  constexpr std::uint32_t close = 6;
  const OrdinalRow* noun = around.lexicon.ordinals.find(fold(q.unit));
  if (noun != nullptr && noun->kind == OrdinalWord::work) return true;
  if (q.dimension != Dimension::things) return false;
  const std::uint32_t end = std::min(around.segment.range.end, q.range.end + close);
  for (std::uint32_t at = q.range.end; at < end && !ends_clause(around.page.body, at); ++at) {
    const auto word = around.lexicon.columns.longest(around.page.body.view(at, end));
    if (word && word.length > 1 && (word->kind == Column::name || word->kind == Column::target)) return true;
  }
  return false;
}

// 截至9月底，…
bool opens_report(const Around& around) {
  const Range sentence = around.segment.range;
  const auto cue = around.words.cues.longest(sentence.begin, sentence.end);
  return cue && cue->reach == CueReach::onward && cue->role == Role::achievement;
}

}  // namespace

bool counts_the_programme(const Around& around, const Quantity& quantity, const NearCue& cue, bool& reported) {
  if (!is_opening(around) || !counts_works(around, quantity)) return false;
  if (cue && cue.row->role == Role::achievement) {
    reported = true;
    return false;
  }
  if (names_the_programme(around, quantity) || follows_the_programme(around, quantity)) return true;
  reported = reported || opens_report(around) || around.beside(quantity).reported_after();
  return !reported;
}

}  // namespace gongbao
