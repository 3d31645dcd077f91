#include "outline/plan.h"

#include <algorithm>
#include <array>

#include "page/dates.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::size_t schemes = 10;
constexpr std::uint32_t longest_heading = 40;
constexpr std::uint32_t longest_bare_heading = 24;
constexpr std::uint32_t shortest_report = 16;

std::size_t index_of(Scheme scheme) noexcept { return static_cast<std::size_t>(scheme); }

struct SchemeFacts {
  std::size_t count = 0;
  std::size_t headings = 0;
  std::size_t reports = 0;  // lines that are no headings
  std::size_t labels = 0;   // lines whose words are field labels: （一）目标任务
  std::size_t parts = 0;    // those of them that name no target: （二）进展情况
  std::size_t first = 0;    // paragraph of the first one
  std::size_t ones = 0;     // lines numbered 1: how often it starts anew
  std::size_t fields = 0;   // lines beside them whose mark is a field's: ▲承诺：
  std::size_t listed = 0;   // those of them right below a field label: what it numbers is said under the label
};

using Facts = std::array<SchemeFacts, schemes>;

Facts gather(const std::vector<Opening>& openings) {
  Facts facts;
  for (std::size_t i = 0; i < openings.size(); ++i) {
    const Opening& opening = openings[i];
    if (!opening.ordinal) continue;
    SchemeFacts& scheme = facts[index_of(opening.ordinal->scheme)];
    if (opening.marks_field()) {
      ++scheme.fields;
      continue;
    }
    if (scheme.count++ == 0) scheme.first = i;
    scheme.headings += opening.heading ? 1 : 0;
    scheme.reports += opening.report && !opening.heading ? 1 : 0;
    const bool one = opening.ordinal->number == 1;
    scheme.ones += one ? 1 : 0;
    scheme.listed += one && i > 0 && openings[i - 1].alone && !openings[i - 1].ordinal ? 1 : 0;
    scheme.labels += opening.label ? 1 : 0;
    scheme.parts += opening.progress ? 1 : 0;
  }
  return facts;
}

// ① and （1） mark parts of an item; they open items only where nothing else does.
bool is_part(Scheme scheme) noexcept { return scheme == Scheme::circled || scheme == Scheme::arabic_paren; }

bool mostly_headings(const SchemeFacts& scheme) noexcept { return scheme.headings * 2 > scheme.count; }

// （1） below headings that are no works themselves: there are several under one, each with its own text.
bool parts_are_items(const Facts& facts, Scheme section) noexcept {
  const SchemeFacts& parts = facts[index_of(Scheme::arabic_paren)];
  return section == Scheme::han && parts.count > facts[index_of(section)].count && parts.labels == 0 &&
         parts.first > facts[index_of(section)].first && parts.reports == parts.count;
}

// The schemes that divide the document, outermost first (a scheme appears first where the one around it has opened).
std::vector<Scheme> dividing_schemes(const Facts& facts) {
  std::vector<Scheme> order;
  for (std::size_t i = 0; i < schemes; ++i) {
    const auto scheme = static_cast<Scheme>(i);
    // Marks before all of an item's fields number parts, anew in each item; before its target's alone (1、目标任务：…)
    // they number items, and once in the text (二、项目进度 三、存在问题) its sections.
    const bool numbers_fields = facts[i].labels * 2 > facts[i].count && facts[i].parts > 0 && facts[i].ones > 1;
    const bool numbers_lists = facts[i].listed > 1 && facts[i].listed * 2 > facts[i].ones;
    const bool marks_fields = facts[i].fields > facts[i].count && !mostly_headings(facts[i]);
    if (facts[i].count == 0 || is_part(scheme) || numbers_fields || numbers_lists || marks_fields) continue;
    order.push_back(scheme);
  }
  const auto largest =
      std::max_element(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.count < b.count; });
  // One line alone is no scheme where others number the text.
  std::erase_if(order, [&](Scheme s) { return facts[index_of(s)].count == 1 && largest->count > 2; });
  if (order.size() == 1 && order.front() == Scheme::dash) order.clear();
  std::sort(order.begin(), order.end(),
            [&](Scheme a, Scheme b) { return facts[index_of(a)].first < facts[index_of(b)].first; });
  if (order.size() == 1 && mostly_headings(facts[index_of(order.front())]) && parts_are_items(facts, order.front()))
    order.push_back(Scheme::arabic_paren);
  if (order.empty()) {
    for (const Scheme part : {Scheme::arabic_paren, Scheme::circled}) {
      if (facts[index_of(part)].count > 1) return {part};
    }
  }
  return order;
}

// The paragraphs between headings of `scheme`: whether they are parts of one piece of work each (labelled, or one a
// heading), or pieces of their own.
bool headings_are_items(const std::vector<Opening>& openings, Scheme scheme) {
  std::size_t headings = 0;
  std::size_t reports = 0;
  std::size_t labelled = 0;
  std::size_t pairs = 0;  // headings with two paragraphs
  std::size_t under = 0;  // paragraphs under the present one
  for (const Opening& opening : openings) {
    if (opening.ordinal && opening.ordinal->scheme == scheme) {
      pairs += under == 2 ? 1 : 0;
      under = 0;
      ++headings;
    } else if (headings > 0 && opening.report && !opening.note) {
      ++reports;
      ++under;
      labelled += opening.label ? 1 : 0;
    }
  }
  pairs += under == 2 ? 1 : 0;
  // Two paragraphs under each heading, the second for the first's progress.
  const bool in_twos = pairs * 4 >= headings * 3;
  // 1. 2. 3. number pieces of work; parts of a report are numbered 一、二、.
  return scheme == Scheme::arabic || in_twos || labelled * 2 >= reports || reports * 2 < headings * 3;
}

bool has_bare_headings(const std::vector<Opening>& openings, std::optional<Scheme> item) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < openings.size(); ++i) {
    const Opening& next = openings[i + 1];
    const bool opens = item ? next.ordinal && next.ordinal->scheme == *item : next.report;
    found += opens && openings[i].bare_heading() ? 1 : 0;
  }
  return found >= 2;
}

bool has_field_headings(const std::vector<Opening>& openings) noexcept {
  std::size_t found = 0;
  for (std::size_t i = 0; i < openings.size(); ++i) found += heads_fields(openings, i) ? 1 : 0;
  return found >= 2;
}

// Whether lines of `inner` stand below lines of `outer`, in the sections that `section` opens.
bool is_below(const std::vector<Opening>& openings, Scheme inner, Scheme outer, Scheme section) noexcept {
  bool below = false;
  for (const Opening& opening : openings) {
    if (!opening.ordinal || opening.marks_field()) continue;
    if (opening.ordinal->scheme == inner && below) return true;
    below = opening.ordinal->scheme == outer || (below && opening.ordinal->scheme != section);
  }
  return false;
}

// Several works, each under a field with its name. Forms may number what they say in the fields.
bool is_form(const std::vector<Opening>& openings) {
  constexpr std::ptrdiff_t fewest = 2;
  return std::count_if(openings.begin(), openings.end(), [](const Opening& o) { return o.name; }) >= fewest;
}

// A year's report and a year's plan, side by side: 2021年，…今年，…
bool opens_with_year(std::u16string_view words, std::size_t label) noexcept {
  const FoundYear year = year_at(words, 0);
  const std::size_t end = year.year != 0 ? year.end : label;
  return end != 0 && end < words.size() && words[end] == u',';
}

// Words without a closing remark in brackets.
std::u16string_view without_remark(std::u16string_view words) noexcept {
  const std::size_t open = words.empty() || words.back() != u')' ? words.npos : words.find(u'(');
  return open == words.npos ? words : words.substr(0, open);
}

// A field label with what closes it: 目标任务：, 【完成情况】, 计划 or one alone on its line.
struct OpeningLabel {
  const LabelRow* row = nullptr;
  std::size_t length = 0;  // of its words
  bool alone = false;      // nothing follows
};

OpeningLabel read_label(std::u16string_view words, const Lexicon::Impl& lexicon) {
  std::size_t begin = 0;
  while (begin < words.size() && (words[begin] == mark::open_lens || words[begin] == u'[')) ++begin;
  const auto label = lexicon.labels.longest(words.substr(begin));
  if (!label) return {};
  const std::size_t end = begin + label.length;
  const char16_t next = end < words.size() ? words[end] : u' ';
  const bool closed = next == u':' || next == u' ' || next == mark::close_lens || (next == u'(' && begin == 0);
  const bool alone = end + 1 >= words.size() || end == without_remark(words).size();  // 市定任务（2023年度）
  return {closed ? label.row : nullptr, label.length, closed && alone};
}

bool can_be_heading(std::u16string_view words, std::uint32_t longest) {
  // A question may be one, but not what somebody asks: 问：….
  if (!words.empty() && words.back() == u'?' && words.find(u':') == words.npos) words.remove_suffix(1);
  if (words.empty() || words.size() > longest || words.front() == u'(') return false;
  return words.back() != u':' && words.back() != u',' && !contains(words, mark::ends_sentence) && !find_date(words);
}

// A number that is no year and no day: 2018年, 9月16日, [1].
bool has_figure(std::u16string_view words) noexcept {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_digit(words[at])) continue;
    while (at < words.size() && is_digit(words[at])) ++at;
    const std::size_t next = skip_blanks(words, at);
    const char16_t after = next < words.size() ? words[next] : u' ';
    if (after != mark::year && after != mark::month && after != mark::day && after != u']') return true;
  }
  return false;
}

// A line that stands in the text several times and ends with the words of a field label is one, whatever precedes them:
// 市定任务（2023年度）.
class RepeatedLabels {
 public:
  RepeatedLabels(const Page& page, const Lexicon::Impl& lexicon) : lexicon_(lexicon) {
    for (const Paragraph& paragraph : page.paragraphs) {
      if (paragraph.range.size() <= longest)
        lines_.push_back(page.body.view(paragraph.range.begin, paragraph.range.end));
    }
    std::sort(lines_.begin(), lines_.end());
  }

  std::optional<Field> read(std::u16string_view line) const {
    constexpr std::ptrdiff_t several = 2;
    if (line.size() > longest) return std::nullopt;
    const auto [first, last] = std::equal_range(lines_.begin(), lines_.end(), line);
    if (last - first < several) return std::nullopt;
    const std::u16string_view words = without_remark(line);
    for (std::size_t at = 0; at + shortest <= words.size(); ++at) {
      const LabelRow* row = lexicon_.labels.find(words.substr(at));
      if (row != nullptr && (row->field == Field::target || row->field == Field::progress || row->field == Field::plan))
        return row->field;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::uint32_t longest = 20;
  static constexpr std::size_t shortest = 2;
  const Lexicon::Impl& lexicon_;
  std::vector<std::u16string_view> lines_;  // sorted
};

// 5个项目 at the start of words: a heading may count the works below it. 0: there is none.
std::size_t count_of_works(std::u16string_view words, const Lexicon::Impl& lexicon) {
  constexpr char16_t general_measure_word = 0x4E2A;  // 个
  std::size_t at = read_small_number(words).length;
  if (at == 0) return 0;
  if (at < words.size() && words[at] == general_measure_word) ++at;
  const auto noun = lexicon.ordinals.longest(words.substr(at));
  const bool works =
      noun && (noun->kind == OrdinalWord::work || (noun->kind == OrdinalWord::prefix && noun.length > 1));
  return works ? at + noun.length : 0;
}

Opening read_opening(std::u16string_view text, bool label_above, const RepeatedLabels& repeated,
                     const Lexicon::Impl& lexicon) {
  Opening opening;
  opening.ordinal = read_ordinal(text, lexicon);
  const std::u16string_view words = opening.ordinal ? text.substr(opening.ordinal->words) : text;
  const OpeningLabel label = read_label(words, lexicon);
  // What stands under a label on a line of its own is labelled by it.
  opening.label = label.row != nullptr || (label_above && !opening.ordinal) || opens_with_year(words, label.length);
  if (label.row != nullptr) {
    const Field field = label.row->field;
    opening.name = field == Field::name && !opening.ordinal && !label.alone;
    opening.serial = field == Field::serial && !opening.ordinal;
    opening.progress = field != Field::target && field != Field::name && field != Field::serial;
  }
  if (label.row != nullptr && label.alone) opening.alone = label.row->field;
  if (label.row == nullptr && !opening.ordinal) opening.alone = repeated.read(text);
  if (opening.alone) {
    opening.label = true;
    opening.progress = *opening.alone != Field::target && *opening.alone != Field::name;
  }
  opening.heading = can_be_heading(words, opening.ordinal ? longest_heading : longest_bare_heading);
  const bool digit = contains(words, is_digit);
  opening.digit = digit && contains(words.substr(count_of_works(words, lexicon)), is_digit);
  opening.figure = digit && has_figure(words);
  const bool stop = contains(words, mark::ends_sentence);
  opening.report = words.size() >= shortest_report && (digit || stop) && words.back() != u':';
  const LinePatterns patterns = lexicon.patterns.match(words);
  opening.annex = has(patterns, LinePattern::annex);
  opening.note = has(patterns, LinePattern::note);
  return opening;
}

// （4） behind 3. is 4. in another writing, where no （1） is.
void join_continued(std::vector<Opening>& openings) {
  const auto is_first = [](const Opening& o) {
    return o.ordinal && o.ordinal->scheme == Scheme::arabic_paren && o.ordinal->number == 1;
  };
  if (std::any_of(openings.begin(), openings.end(), is_first)) return;
  int last = 0;
  for (Opening& opening : openings) {
    if (!opening.ordinal) continue;
    Ordinal& ordinal = *opening.ordinal;
    if (ordinal.scheme == Scheme::arabic_paren && last > 0 && ordinal.number == last + 1)
      ordinal.scheme = Scheme::arabic;
    if (ordinal.scheme == Scheme::arabic) last = ordinal.number;
  }
}

// 1) is a way to write 1. where the text has neither that nor （1）.
void join_half_brackets(std::vector<Opening>& openings) {
  const bool others = std::any_of(openings.begin(), openings.end(), [](const Opening& o) {
    return o.ordinal && !o.ordinal->half &&
           (o.ordinal->scheme == Scheme::arabic || o.ordinal->scheme == Scheme::arabic_paren);
  });
  if (others) return;
  for (Opening& opening : openings)
    if (opening.ordinal && opening.ordinal->half) opening.ordinal->scheme = Scheme::arabic;
}

}  // namespace

std::vector<Opening> read_openings(const Page& page, const Lexicon::Impl& lexicon) {
  std::vector<Opening> openings;
  openings.reserve(page.paragraphs.size());
  const RepeatedLabels repeated(page, lexicon);
  for (const Paragraph& paragraph : page.paragraphs) {
    const std::u16string_view text = page.body.view(paragraph.range.begin, paragraph.range.end);
    const bool label_above = !openings.empty() && openings.back().alone;
    openings.push_back(read_opening(text, label_above, repeated, lexicon));
  }
  join_half_brackets(openings);
  join_continued(openings);
  return openings;
}

bool heads_fields(const std::vector<Opening>& openings, std::size_t index) noexcept {
  if (index + 1 >= openings.size()) return false;
  const Opening& heading = openings[index];
  const Opening& next = openings[index + 1];
  return heading.heading && !heading.ordinal && !heading.label && next.label && !next.ordinal;
}

Plan make_plan(const Page& page, const std::vector<Opening>& openings) {
  const Facts facts = gather(openings);
  const std::vector<Scheme> order = dividing_schemes(facts);
  Plan plan;
  if (is_form(openings)) {
    plan.form = true;
    if (!order.empty() && mostly_headings(facts[index_of(order.front())])) plan.section = order.front();
    return plan;
  }
  if (order.empty()) {
    plan.field_headings = has_field_headings(openings);
    if (plan.field_headings) return plan;
    plan.digest = page.tables.empty();
    plan.bare_sections = plan.digest && has_bare_headings(openings, std::nullopt);
    return plan;
  }
  if (order.size() == 1) {
    const Scheme scheme = order.front();
    if (!mostly_headings(facts[index_of(scheme)])) {
      plan.item = scheme;
    } else if (page.tables.empty() && headings_are_items(openings, scheme)) {
      plan.item = scheme;
      plan.heading_items = true;
    } else {
      plan.section = scheme;
      plan.digest = page.tables.empty();
    }
    plan.bare_sections = plan.item && has_bare_headings(openings, plan.item);
    return plan;
  }
  plan.item = order.back();
  if (mostly_headings(facts[index_of(order.front())]) || order.front() == Scheme::lens) {
    plan.section = order.front();
    const Scheme outer = *(order.end() - 2);
    if (order.size() > 2 && !is_below(openings, order.back(), outer, order.front())) {
      plan.item = outer;
      plan.also = order.back();
    }
  } else {
    plan.item = order.front();  // the inner marks number an item's parts
  }
  plan.bare_sections = !plan.section && has_bare_headings(openings, plan.item);
  return plan;
}

}  // namespace gongbao
