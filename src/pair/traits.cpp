#include "pair/traits.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "lexicon/hits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

// A clause longer than this says nothing near its number; the bound keeps the work per statement constant.
constexpr std::uint32_t max_near = 24;
constexpr std::uint32_t max_wide = 48;

constexpr std::u16string_view separators(u"\u3001 \t", 3);  // what may stand for a comma between two numbers

bool ends_wide(char16_t c) { return mark::ends_sentence(c) || c == u'\n' || c == u'\t' || c == u'|'; }

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
  // In a list the words up to the comma belong to the number before it, those behind the comma to the next one.
  if (follows) {
    const std::size_t comma = chars.view(begin, own.begin).find(mark::enumeration);
    if (comma != std::u16string_view::npos) begin += static_cast<std::uint32_t>(comma) + 1;
  }
  if (followed) {
    const std::size_t comma = chars.view(own.end, end).find_first_of(separators);
    if (comma != std::u16string_view::npos) end = own.end + static_cast<std::uint32_t>(comma);
  }
  std::uint32_t from = own.begin;
  while (from > 0 && own.begin - from < max_wide && !ends_wide(chars[from - 1])) --from;
  return {{begin, own.begin}, {own.end, end}, {from, own.begin}};
}

// Reads the words of one side: the last stage said, lowered by what the work is only at.
struct Reading {
  int stage = -1;
  int early = -1;
  std::uint32_t signs = 0;
};

void add_word(Reading& reading, const StageRow& row) {
  if (row.sign == Sign::stage) reading.stage = row.rank;
  if (row.sign == Sign::early) reading.early = reading.early < 0 ? row.rank : std::min(reading.early, row.rank);
  reading.signs |= 1U << static_cast<unsigned>(row.sign);
}

Reading read_words(Range words, const Hits<StageRow>& hits) {
  Reading reading;
  hits.read(words.begin, words.end, [&](std::uint32_t, const auto& match) { add_word(reading, *match.row); });
  return reading;
}

Reading read_words(std::u16string_view words, const Table<StageRow>& table) {
  Reading reading;
  for (std::size_t i = 0; i < words.size();) {
    const auto match = table.longest(words.substr(i));
    if (match) add_word(reading, *match.row);
    i += match ? match.length : 1;
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
void read_year(const Chars& chars, Range words, const Hits<StageRow>& hits, Traits& traits) {
  while (!words.empty() && !is_word(chars[words.begin])) ++words.begin;
  const std::u16string_view sentence = chars.view(words.begin, words.end);
  traits.year = leading_year(sentence);
  std::size_t end = traits.year != 0 ? sentence.find(mark::year) + 1 : 0;
  hits.read(words.begin, words.end, [&](std::uint32_t at, const auto& match) {
    if (match->sign != Sign::last && match->sign != Sign::current) return;
    traits.year = match->sign == Sign::last ? Traits::last_year : Traits::this_year;
    if (at == words.begin) end = match.length;
  });
  traits.opens_year = end != 0 && end < sentence.size() && sentence[end] == u',';
}

constexpr std::uint32_t bit(Sign sign) { return 1U << static_cast<unsigned>(sign); }

class Reader {
 public:
  Reader(const BodyWords& words, const std::vector<Statement>& statements)
      : chars_(words.body), statements_(statements), lexicon_(words.lexicon), hits_(words.stages) {}

  Traits read(std::size_t index) {
    const Statement& s = statements_[index];
    Traits traits;
    traits.around = surroundings(chars_, statements_, index);
    const Surroundings& around = traits.around;
    add_unit(s.quantity.unit, traits);
    const Reading left = read_words(around.left, hits_);
    const Reading right = read_words(around.right, hits_);
    const Reading wide = read_words(around.wide, hits_);
    const Reading indicator = read_words(s.indicator, lexicon_.stages);
    for (const Reading& reading : {left, right, indicator}) {
      if (traits.stage < 0) traits.stage = stage_of(reading);
    }
    constexpr std::uint32_t far_reaching = bit(Sign::plan) | bit(Sign::compare) | bit(Sign::total);
    traits.signs = left.signs | right.signs | (wide.signs & far_reaching) | (indicator.signs & bit(Sign::rate));
    const bool part = in_bracket(chars_.view(around.wide.begin, around.wide.end));
    if (part && !traits.has(Sign::raised) && !traits.has(Sign::goal)) traits.signs |= bit(Sign::part);
    read_year(chars_, around.wide, hits_, traits);
    return traits;
  }

 private:
  // A document has few units.
  void add_unit(const std::string& unit, Traits& traits) {
    const auto [found, is_new] = units_.try_emplace(unit);
    if (is_new) {
      found->second.form = unit_form(unit, lexicon_);
      found->second.base =
          bases_.try_emplace(found->second.form.base, static_cast<std::uint32_t>(bases_.size())).first->second;
    }
    traits.unit = found->second.form;
    traits.base = found->second.base;
  }

  struct KnownUnit {
    UnitForm form;
    std::uint32_t base = 0;
  };
  const Chars& chars_;
  const std::vector<Statement>& statements_;
  const Lexicon::Impl& lexicon_;
  const Hits<StageRow>& hits_;
  std::unordered_map<std::string, KnownUnit> units_;
  std::unordered_map<std::string, std::uint32_t> bases_;
};

}  // namespace

std::vector<Traits> read_traits(const BodyWords& words, const std::vector<Statement>& statements) {
  if (statements.empty()) return {};
  Reader reader(words, statements);
  std::vector<Traits> all;
  all.reserve(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) all.push_back(reader.read(i));
  return all;
}

}  // namespace gongbao
