#include "page/bounds.h"

#include <algorithm>

#include "page/dates.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::size_t longest_head = 60;     // lines before the title that are looked at
constexpr std::uint32_t longest_title = 70;  // characters
constexpr std::uint32_t shortest_title = 6;
constexpr std::uint32_t longest_heading = 14;  // of a table's column
constexpr std::size_t below_title = 6;         // lines among which the one about the publication stands
constexpr std::size_t signature_lines = 6;     // lines under the text that may hold its date

bool is_around(const Lines& lines, const Line& line) {
  constexpr Furniture kinds[] = {Furniture::nav,   Furniture::meta, Furniture::date,
                                 Furniture::clock, Furniture::end,  Furniture::drop};
  return line.crumb ||
         std::any_of(std::begin(kinds), std::end(kinds), [&](Furniture kind) { return lines.has(line, kind); });
}

// 2017-11-07  督查室, 督查室  2017年11月7日 18:30: a short line without a sentence in which the date stands by itself.
bool is_date_line(std::u16string_view text, const FoundDate& date) noexcept {
  constexpr std::size_t longest = 48;
  if (text.size() > longest || std::any_of(text.begin(), text.end(), mark::ends_sentence)) return false;
  if (text.find(u',') != text.npos) return false;
  const auto stands_apart = [](char16_t c) { return is_blank(c) || c == u'(' || c == u')'; };
  return (date.begin == 0 || stands_apart(text[date.begin - 1])) &&
         (date.end == text.size() || stands_apart(text[date.end]));
}

// Names the circumstances of publication: 发布日期:2021-04-12  浏览次数:
bool is_meta_line(const Lines& lines, const Line& line) {
  if (line.blank() || line.prose()) return false;
  if (lines.has(line, Furniture::date) || lines.has(line, Furniture::meta) || lines.has(line, Furniture::clock))
    return true;
  const auto date = find_date(lines.text(line));
  return date && (lines.has(line, Furniture::time) || is_date_line(lines.text(line), *date));
}

// —— opens a subtitle; several lines of them are a list.
bool is_subtitle(const Lines& lines, std::size_t index) noexcept {
  const auto dashed = [&](const Line& line) { return line.range.size() > 2 && lines.text(line).substr(0, 2) == u"--"; };
  std::size_t next = index + 1;
  while (next < lines.size() && lines[next].blank()) ++next;
  return dashed(lines[index]) && lines[index].stops == 0 && (next == lines.size() || !dashed(lines[next]));
}

int word_score(std::u16string_view text, const Lexicon::Impl& lexicon) {
  int score = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto word = lexicon.title_words.longest(text.substr(at));
    if (word) score += word->weight;
    at += word ? word.length : 1;
  }
  return std::min(score, 8);
}

// How far its words alone make it a title.
int words_of_title(std::u16string_view text, const Lexicon::Impl& lexicon) {
  return word_score(text, lexicon) + (find_year(text) != 0 ? 2 : 0);
}

// 新闻中心　视频　专题　数字报: a menu.
bool lists_words(std::u16string_view text) noexcept {
  constexpr std::ptrdiff_t fewest_gaps = 3;
  std::ptrdiff_t gaps = 0;
  for (std::size_t at = 1; at < text.size(); ++at) gaps += is_blank(text[at]) && !is_blank(text[at - 1]) ? 1 : 0;
  return gaps >= fewest_gaps;
}

std::u16string without_blanks(std::u16string_view text) {
  std::u16string words(text);
  words.erase(std::remove_if(words.begin(), words.end(), is_blank), words.end());
  return words;
}

// Whether the stated title is this one; it often goes on with the names of the column and the site.
bool is_stated(std::u16string_view text, const Stated& stated) {
  if (stated.title.empty()) return false;
  const std::u16string words = without_blanks(text);
  return words.size() * 2 >= stated.title.size() && stated.title.find(words) != stated.title.npos;
}

// How far a line looks like a title; where that cannot be more than `least`, something that is not more.
int title_score(const Lines& lines, std::size_t index, const Stated& stated, int least) {
  constexpr int most_of_words = 10;
  constexpr int stated_title = 6;
  constexpr int above_meta_line = 3;
  const Line& line = lines[index];
  const std::u16string_view text = lines.text(line);
  if (line.range.size() > longest_title || line.range.size() < shortest_title) return -100;
  int score = 0;
  if (line.bars > 0 || lists_words(text)) score -= 6;
  if (text.back() == u':' || text.back() == mark::full_stop || text.back() == u',' || text.back() == u';') score -= 6;
  if (text.front() == u'(' || (text.front() == mark::open_lens && text.back() == mark::close_lens)) score -= 6;
  if (line.ordinal && text.front() != pictograph) score -= 4;
  if (is_stated(text, stated)) score += stated_title;
  if (score + most_of_words + above_meta_line <= least) return score;
  score += words_of_title(text, lines.lexicon());
  if (score + above_meta_line <= least) return score;
  if (is_around(lines, line)) score -= 8;
  if (const auto date = find_date(text); date && date->end == text.size() && date->begin <= 2) return -100;
  std::size_t next = index + 1;
  while (next < lines.size() && lines[next].blank()) ++next;
  if (next < lines.size() && is_meta_line(lines, lines[next])) score += above_meta_line;
  return score;
}

// The first line that can only be the bulletin's own text.
std::size_t first_prose(const Lines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].prose() && !lines[i].crumb && lines[i].range.size() >= 30) return i;
  }
  return lines.size();
}

std::optional<std::size_t> find_title(const Lines& lines, const Stated& stated) {
  std::optional<std::size_t> best;
  int best_score = 0;
  const std::size_t limit = std::min({first_prose(lines), lines.size(), longest_head});
  for (std::size_t i = 0; i < limit; ++i) {
    if (lines[i].blank()) continue;
    const int score = title_score(lines, i, stated, best_score);
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  // A page may show its title nowhere, or in a picture: then no line that looks less like one is it.
  if (best && !is_stated(lines.text(lines[*best]), stated) &&
      best_score < words_of_title(stated.title, lines.lexicon()))
    return std::nullopt;
  if (!best || !is_subtitle(lines, *best)) return best;
  // The title is above, perhaps with the date between them.
  const std::size_t highest = *best - std::min(*best, below_title);
  for (std::size_t above = *best; above > highest; --above) {
    const Line& line = lines[above - 1];
    if (line.blank() || is_meta_line(lines, line)) continue;
    return is_around(lines, line) ? best : std::optional(above - 1);
  }
  return best;
}

// After the title and the lines that tell of its publication; a subtitle may stand between them.
std::size_t find_begin(const Lines& lines, std::optional<std::size_t> title) {
  std::size_t begin = title ? *title + 1 : 0;
  const std::size_t limit = std::min(lines.size(), begin + below_title);
  for (std::size_t i = begin; i < limit && !lines[i].prose() && !lines[i].ordinal; ++i) {
    if (heads_table(lines, lines[i])) break;
    const bool meta = is_meta_line(lines, lines[i]);
    if (meta) begin = i + 1;
    if (!meta && !lines[i].blank() && (lines[i].stops > 0 || lines.text(lines[i]).back() == u':')) break;
  }
  while (begin < lines.size()) {
    const Line& line = lines[begin];
    const bool table = heads_table(lines, line) ||
                       (line.bars >= 2 && !lines.has(line, Furniture::meta) && !lines.has(line, Furniture::nav));
    const bool subtitle = !line.blank() && title && begin <= *title + below_title && is_subtitle(lines, begin);
    if (!line.blank() && (line.prose() || table || !(is_around(lines, line) || is_meta_line(lines, line) || subtitle)))
      break;
    ++begin;
  }
  return begin;
}

// Speaks for the bulletin going on: running text, headings, rows.
bool goes_on(const Lines& lines, const Line& line) {
  const bool runs = (line.prose() && line.range.size() >= 40) || (line.ordinal && line.stops > 0);
  return runs && !lines.has(line, Furniture::end);
}

std::size_t find_end(const Lines& lines, std::size_t begin) {
  std::size_t last = lines.size();
  while (last > begin && !goes_on(lines, lines[last - 1])) --last;
  for (std::size_t i = std::max(begin, last); i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank() || line.prose() || line.bars >= 2) continue;
    if (lines.has(line, Furniture::end) || lines.has(line, Furniture::nav) || line.crumb) return i;
    // A line of nothing but page tools: 【打印】 【关闭】
    if (lines.has(line, Furniture::meta) && line.range.size() <= 40 && line.stops == 0) return i;
  }
  return lines.size();
}

// The date that follows a word of `kind` in the line.
std::optional<Date> labelled_date(std::u16string_view text, Furniture kind, const Lexicon::Impl& lexicon) {
  for (std::size_t at = 0; at < text.size();) {
    const auto word = lexicon.furniture.longest(text.substr(at));
    if (word && word->kind == kind) {
      const std::size_t end = at + word.length;
      const auto date = find_date(text, end);
      if (date && date->begin - end <= 4) return date->date;
    }
    at += word ? word.length : 1;
  }
  return std::nullopt;
}

template <class Read>
std::optional<Date> first_outside(const Lines& lines, const PageBounds& bounds, Read read) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == bounds.body_begin) i = bounds.body_end;
    if (i >= lines.size()) break;
    if (lines[i].blank() || (bounds.title && i == *bounds.title)) continue;
    if (auto date = read(lines.text(lines[i]), lines[i])) return date;
  }
  return std::nullopt;
}

std::optional<Date> signature_date(const Lines& lines, const PageBounds& bounds) {
  std::size_t seen = 0;
  for (std::size_t i = bounds.body_end; i > bounds.body_begin && seen < signature_lines; --i) {
    const Line& line = lines[i - 1];
    if (line.blank()) continue;
    ++seen;
    if (line.prose()) break;
    if (const auto date = find_date(lines.text(line)); date && line.range.size() <= 40) return date->date;
  }
  return std::nullopt;
}

}  // namespace

bool heads_table(const Lines& lines, const Line& line) {
  if (line.bars < 2) return false;
  const Chars& chars = lines.chars();
  int known = 0;
  for (std::uint32_t at = line.range.begin; at < line.range.end;) {
    std::uint32_t end = at;
    while (end < line.range.end && chars[end] != u'|' && chars[end] != u'\t') ++end;
    bool found = false;
    for (std::uint32_t c = at; c < end && end - at <= longest_heading && !found; ++c) {
      found = chars[end - 1] != u':' && static_cast<bool>(lines.lexicon().columns.longest(chars.view(c, end)));
    }
    known += found ? 1 : 0;
    at = end + 1;
  }
  return known >= 2;
}

Stated read_stated(const Text& text) {
  Stated stated;
  stated.title = without_blanks(fold(text.title));
  if (const auto date = find_date(fold(text.published))) stated.published = date->date;
  return stated;
}

PageBounds find_bounds(const Lines& lines, const Stated& stated) {
  PageBounds bounds;
  bounds.title = find_title(lines, stated);
  bounds.body_begin = find_begin(lines, bounds.title);
  bounds.body_end = find_end(lines, bounds.body_begin);
  return bounds;
}

std::optional<Date> find_published(const Lines& lines, const PageBounds& bounds, const Stated& stated) {
  for (const Furniture kind : {Furniture::date, Furniture::time}) {
    const auto labelled = [&](std::u16string_view text, const Line& line) {
      return lines.has(line, kind) ? labelled_date(text, kind, lines.lexicon()) : std::nullopt;
    };
    if (auto date = first_outside(lines, bounds, labelled)) return date;
  }
  if (stated.published) return stated.published;
  const auto unlabelled = [&](std::u16string_view text, const Line& line) -> std::optional<Date> {
    if (line.range.size() > 120 || lines.has(line, Furniture::clock)) return std::nullopt;
    const auto date = find_date(text);
    return date ? std::optional<Date>(date->date) : std::nullopt;
  };
  PageBounds head = bounds;
  head.body_end = lines.size();
  if (auto date = first_outside(lines, head, unlabelled)) return date;
  return signature_date(lines, bounds);
}

}  // namespace gongbao
