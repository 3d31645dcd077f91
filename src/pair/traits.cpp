#include "pair/traits.h"

#include <algorithm>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

// A clause longer than this says nothing near its number; the bound keeps the work per statement constant.
constexpr std::uint32_t max_near = 24;
constexpr std::uint32_t max_wide = 48;
constexpr std::size_t max_indicator = 40;

constexpr std::u16string_view separators(u"\u3001 \t", 3);  // what may stand for a comma between two numbers

bool ends_wide(char16_t c) { return mark::ends_sentence(c) || c == u'\n' || c == u'\t' || c == u'|'; }

struct Surroundings {
  std::u16string_view left;   // from the quantity before, or the clause's begin
  std::u16string_view right;  // to the quantity behind, or the clause's end
  std::u16string_view wide;   // the sentence before the quantity
};

Surroundings surroundings(const Chars& chars, const std::vector<Statement>& statements, std::size_t index) {
  const Statement& s = statements[index];
  const Range own = s.quantity.range;
  const std::uint32_t size = static_cast<std::uint32_t>(chars.size());
  std::uint32_t begin = std::max(std::min(s.clause.begin, own.begin), own.begin > max_near ? own.begin - max_near : 0);
  std::uint32_t end = std::min({std::max(s.clause.end, own.end), own.end + max_near, size});
  const bool follows = index > 0 && statements[index - 1].quantity.range.end >= begin;
  if (follows) begin = std::min(statements[index - 1].quantity.range.end, own.begin);
  const bool followed = index + 1 < statements.size() && statements[index + 1].quantity.range.begin < end;
  if (followed) end = std::max(own.end, statements[index + 1].quantity.range.begin);

  Surroundings around;
  around.left = chars.view(begin, own.begin);
  around.right = chars.view(own.end, end);
  // In a list the words up to the comma belong to the number before it, those behind the comma to the next one.
  const std::size_t comma = around.left.find(mark::enumeration);
  if (follows && comma != std::u16string_view::npos) around.left.remove_prefix(comma + 1);
  if (followed) around.right = around.right.substr(0, around.right.find_first_of(separators));
  std::uint32_t from = own.begin;
  while (from > 0 && own.begin - from < max_wide && !ends_wide(chars[from - 1])) --from;
  around.wide = chars.view(from, own.begin);
  return around;
}

// Reads the words of one side: the last stage said, lowered by what the work is only at.
struct Reading {
  int stage = -1;
  int early = -1;
  std::uint32_t signs = 0;
};

Reading read_words(std::u16string_view words, const Table<StageRow>& table) {
  Reading reading;
  for (std::size_t i = 0; i < words.size();) {
    const auto match = table.longest(words.substr(i));
    if (!match) {
      ++i;
      continue;
    }
    if (match->sign == Sign::stage) reading.stage = match->rank;
    if (match->sign == Sign::early)
      reading.early = reading.early < 0 ? match->rank : std::min(reading.early, match->rank);
    reading.signs |= 1U << static_cast<unsigned>(match->sign);
    i += match.length;
  }
  return reading;
}

int stage_of(const Reading& reading) {
  if (reading.early < 0) return reading.stage;
  return reading.stage < 0 ? reading.early : std::min(reading.stage, reading.early);
}

// Whether the end of words stands inside a bracket that words open.
bool in_bracket(std::u16string_view words) {
  const std::size_t open = words.rfind(u'(');
  return open != std::u16string_view::npos && words.find(u')', open) == std::u16string_view::npos;
}

// The year a sentence begins with ("2021年，…"); 0 for none.
int leading_year(std::u16string_view sentence) {
  constexpr std::size_t digits = 4;
  if (sentence.size() <= digits || sentence[digits] != mark::year) return 0;
  int year = 0;
  for (const char16_t c : sentence.substr(0, digits)) {
    if (!is_digit(c)) return 0;
    year = year * 10 + (c - u'0');
  }
  return year;
}

// The year the words before a number speak of: the last one said. One that opens the sentence, with a comma behind it
// (去年，…), opens the sentences after it too.
void read_year(std::u16string_view sentence, const Table<StageRow>& table, Traits& traits) {
  while (!sentence.empty() && !is_word(sentence.front())) sentence.remove_prefix(1);
  traits.year = leading_year(sentence);
  std::size_t end = traits.year != 0 ? sentence.find(mark::year) + 1 : 0;
  for (std::size_t i = 0; i < sentence.size();) {
    const auto match = table.longest(sentence.substr(i));
    if (match && (match->sign == Sign::last || match->sign == Sign::current)) {
      traits.year = match->sign == Sign::last ? Traits::last_year : Traits::this_year;
      if (i == 0) end = match.length;
    }
    i += match ? match.length : 1;
  }
  traits.opens_year = end != 0 && end < sentence.size() && sentence[end] == u',';
}

constexpr std::uint32_t bit(Sign sign) { return 1U << static_cast<unsigned>(sign); }

}  // namespace

Traits read_traits(const Chars& chars, const std::vector<Statement>& statements, std::size_t index,
                   const Lexicon::Impl& lexicon) {
  const Statement& s = statements[index];
  const Surroundings around = surroundings(chars, statements, index);
  Traits traits;
  traits.statement = static_cast<std::uint32_t>(index);
  traits.unit = unit_form(s.quantity.unit, lexicon);
  traits.indicator.add(std::u16string_view(s.indicator).substr(0, max_indicator));
  traits.near.add(around.left);
  traits.near.add(around.right);
  traits.wide.add(around.wide);
  traits.wide.add(around.right);
  traits.all.add(traits.indicator);
  traits.all.add(traits.near);

  const Reading left = read_words(around.left, lexicon.stages);
  const Reading right = read_words(around.right, lexicon.stages);
  const Reading wide = read_words(around.wide, lexicon.stages);
  const Reading indicator = read_words(s.indicator, lexicon.stages);
  for (const Reading& reading : {left, right, indicator}) {
    if (traits.stage < 0) traits.stage = stage_of(reading);
  }
  constexpr std::uint32_t far_reaching = bit(Sign::plan) | bit(Sign::compare) | bit(Sign::total);
  traits.signs = left.signs | right.signs | (wide.signs & far_reaching) | (indicator.signs & bit(Sign::rate));
  if (in_bracket(around.wide) && !traits.has(Sign::raised) && !traits.has(Sign::goal)) traits.signs |= bit(Sign::part);
  read_year(around.wide, lexicon.stages, traits);
  return traits;
}

}  // namespace gongbao
