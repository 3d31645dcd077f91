#include "pair/traits.h"

#include <algorithm>

#include "lexicon/hits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

// A clause longer than this says nothing near its number; the bound keeps the work per statement constant.
constexpr std::uint32_t max_near = 24;
constexpr std::uint32_t max_wide = 48;

constexpr std::u16string_view separators(u"\u3001 \t", 3);  // what may stand for a comma between two numbers

bool ends_sentence(char16_t c) { return mark::ends_sentence(c) || c == u'\n' || c == u'\t' || c == u'|'; }

// Goes from number to number, and knows the sentence before each.
class SentenceReader {
 public:
  explicit SentenceReader(const BodyWords& words) : words_(words) {}

  // The numbers come in reading order; what is before the last one is not read again.
  void read_to(std::uint32_t number) {
    begin_ = number - std::min(number, max_wide);
    std::uint32_t at = words_.signs.next(std::max(begin_, number_), number);
    for (; at < number; at = words_.signs.next(at + 1, number)) {
      const char16_t c = words_.body[at];
      if (ends_sentence(c)) sentence_ = at + 1;
      if (c == u'(') after_open_ = at + 1;
      if (c == u')') after_open_ = 0;
    }
    begin_ = std::max(begin_, sentence_);
    number_ = number;
  }

  // The words before the number in its sentence, at most max_wide.
  Range words() const { return {begin_, number_}; }
  // Whether a bracket opens in them and does not close.
  bool in_bracket() const { return after_open_ > begin_; }

 private:
  const BodyWords& words_;
  std::uint32_t begin_ = 0;
  std::uint32_t number_ = 0;
  std::uint32_t sentence_ = 0;    // where the last one seen begins
  std::uint32_t after_open_ = 0;  // behind the last bracket where it is open
};

// `wide` is left open.
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
  return {{begin, own.begin}, {own.end, end}, {}};
}

constexpr std::uint32_t bit(Sign sign) { return 1U << static_cast<unsigned>(sign); }

// Reads the words of one side: the last stage said, lowered by what the work is only at.
struct Reading {
  int stage = -1;
  int early = -1;
  std::uint32_t signs = 0;
};

void add_word(Reading& reading, const StageRow& row) {
  if (row.sign == Sign::stage) reading.stage = row.rank;
  if (row.sign == Sign::early) reading.early = reading.early < 0 ? row.rank : std::min(reading.early, row.rank);
  reading.signs |= bit(row.sign);
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

class Reader {
 public:
  Reader(const BodyWords& words, const std::vector<Statement>& statements)
      : chars_(words.body), statements_(statements), lexicon_(words.lexicon), hits_(words.stages), sentence_(words) {}

  void read(std::size_t index, Traits& traits) {
    const Statement& s = statements_[index];
    Surroundings& around = traits.around;
    around = surroundings(chars_, statements_, index);
    sentence_.read_to(s.quantity.range.begin);
    around.wide = sentence_.words();
    const Reading left = read_words(around.left, hits_);
    const Reading right = read_words(around.right, hits_);
    traits.left_is_indicator = chars_.view(around.left.begin, around.left.end) == s.indicator;
    const Reading indicator = traits.left_is_indicator ? left : read_words(s.indicator, lexicon_.stages);
    for (const Reading& reading : {left, right, indicator}) {
      if (traits.stage < 0) traits.stage = stage_of(reading);
    }
    traits.signs = left.signs | right.signs | (indicator.signs & bit(Sign::rate));
    read_sentence(around.wide, traits);
    if (sentence_.in_bracket() && !traits.has(Sign::raised) && !traits.has(Sign::goal)) traits.signs |= bit(Sign::part);
  }

 private:
  // The signs that reach far, and the year the words before the number speak of: the last one said. One that opens the
  // sentence, with a comma behind it (去年，…), opens the sentences after it too.
  void read_sentence(Range words, Traits& traits) const {
    constexpr std::uint32_t far_reaching = bit(Sign::plan) | bit(Sign::compare) | bit(Sign::total);
    while (!words.empty() && !is_word(chars_[words.begin])) ++words.begin;
    const std::u16string_view sentence = chars_.view(words.begin, words.end);
    traits.year = leading_year(sentence);
    std::size_t end = traits.year != 0 ? sentence.find(mark::year) + 1 : 0;
    hits_.read(words.begin, words.end, [&](std::uint32_t at, const auto& match) {
      traits.signs |= bit(match->sign) & far_reaching;
      if (match->sign != Sign::last && match->sign != Sign::current) return;
      traits.year = match->sign == Sign::last ? Traits::last_year : Traits::this_year;
      if (at == words.begin) end = match.length;
    });
    traits.opens_year = end != 0 && end < sentence.size() && sentence[end] == u',';
  }

  const Chars& chars_;
  const std::vector<Statement>& statements_;
  const Lexicon::Impl& lexicon_;
  const Hits<StageRow>& hits_;
  SentenceReader sentence_;
};

}  // namespace

std::vector<Traits> read_traits(const BodyWords& words, const std::vector<Statement>& statements, Units& units) {
  if (statements.empty()) return {};
  Reader reader(words, statements);
  std::vector<Traits> all(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    all[i].unit = &units.of(statements[i].quantity.unit, words.lexicon);
    if (statements[i].role != Role::context) reader.read(i, all[i]);
  }
  return all;
}

}  // namespace gongbao
