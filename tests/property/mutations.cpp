#include "property/mutations.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <regex>
#include <set>
#include <stdexcept>

#include "score/characters.h"
#include "text/fold.h"

namespace gongbao::tests {
namespace {

using Text = std::u32string;
using evaluation::characters;
using evaluation::utf8;

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_any_digit(char32_t c) { return is_ascii_digit(c) || (c >= U'０' && c <= U'９'); }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_chinese(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'　' || c == U'\r'; }
bool ends_sentence(char32_t c) { return c == U'。' || c == U'；' || c == U'！' || c == U'？'; }

std::vector<Text> lines_of(const Text& text) {
  std::vector<Text> lines(1);
  for (const char32_t c : text) {
    if (c == U'\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

Text joined(const std::vector<Text>& lines) {
  Text text;
  for (const Text& line : lines) text += line + U'\n';
  text.pop_back();
  return text;
}

template <class Change>
Mutated each_line(const Original& original, Change change) {
  std::vector<Text> lines = lines_of(original.text);
  for (Text& line : lines) line = change(line);
  return {joined(lines), {}};
}

// HTML entities that bad conversion left (&ldquo;) stay as they are.
template <class Change>
Mutated each_character(const Original& original, Change change) {
  constexpr std::size_t longest_entity = 8;
  Text text = original.text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == U'&' ? text.find(U';', at) : Text::npos;
    if (end != Text::npos && end - at < longest_entity) {
      at = end;
    } else {
      text[at] = change(text[at]);
    }
  }
  return {text, {}};
}

bool is_row(const Text& line) { return line.find_first_of(U"|｜\t") != Text::npos; }

bool has_table(const Original& original) {
  const std::vector<Text> lines = lines_of(original.text);
  return original.table || std::any_of(lines.begin(), lines.end(), is_row);
}

// Whether the lines are broken inside sentences already.
bool is_wrapped(const Text& text) {
  std::size_t open = 0;
  std::size_t all = 0;
  for (const Text& line : lines_of(text)) {
    if (line.size() < 20) continue;
    ++all;
    open += Text(U"。；：！？”）) \r").find(line.back()) == Text::npos ? 1 : 0;
  }
  return open * 2 > all;
}

// --- Widths ---

constexpr std::u32string_view wide_marks = U"（）：，；％";
constexpr std::u32string_view narrow_marks = U"():,;%";

char32_t wide(char32_t c) {
  if (is_ascii_digit(c) || is_letter(c)) return c + (U'０' - U'0');
  const std::size_t mark = narrow_marks.find(c);
  return mark == narrow_marks.npos ? c : wide_marks[mark];
}

char32_t narrow(char32_t c) {
  if (c > 0xFF00 && (is_any_digit(c) || is_letter(c - (U'０' - U'0')))) return c - (U'０' - U'0');
  const std::size_t mark = wide_marks.find(c);
  return mark == wide_marks.npos ? c : narrow_marks[mark];
}

Mutated full_width(const Original& original) { return each_character(original, wide); }
Mutated half_width(const Original& original) { return each_character(original, narrow); }

Mutated mixed_width(const Original& original) {
  std::mt19937 random(original.seed);
  return each_character(original, [&](char32_t c) { return random() % 2 == 0 ? wide(c) : narrow(c); });
}

// --- Blanks ---

// A blank at one place in twenty between two Chinese characters.
Mutated blanks_between_characters(const Original& original) {
  std::mt19937 random(original.seed);
  return each_line(original, [&](const Text& line) {
    Text spaced;
    for (const char32_t c : line) {
      if (!spaced.empty() && is_chinese(spaced.back()) && is_chinese(c) && random() % 20 == 0) spaced += U' ';
      spaced += c;
    }
    return spaced;
  });
}

// 新增 4380 个
Mutated blanks_around_numbers(const Original& original) {
  return each_line(original, [](const Text& line) {
    Text spaced;
    for (const char32_t c : line) {
      const bool border = !spaced.empty() && ((is_chinese(spaced.back()) && is_any_digit(c)) ||
                                              (is_any_digit(spaced.back()) && is_chinese(c)));
      if (border) spaced += U' ';
      spaced += c;
    }
    return spaced;
  });
}

Mutated indents(const Original& original) {
  if (is_wrapped(original.text)) return {{}, "it is broken into lines already"};
  return each_line(original, [](const Text& line) { return line.empty() || is_row(line) ? line : U"　　" + line; });
}

Mutated trailing_blanks(const Original& original) {
  return each_line(original, [](const Text& line) { return is_row(line) ? line : line + U" 　"; });
}

// --- Line breaks ---

std::size_t width(char32_t c) { return c < 0x2000 ? 1 : 2; }

constexpr std::size_t page_columns = 38;

Text wrapped(const Text& line, std::size_t columns) {
  Text result = U"　　";
  std::size_t used = 4;
  for (const char32_t c : line.substr(std::min(line.size(), line.find_first_not_of(U" 　\t")))) {
    if (used + width(c) > columns) {
      result += U'\n';
      used = 0;
    }
    result += c;
    used += width(c);
  }
  return result;
}

// As old pages are: paragraphs indented by two characters, lines broken wherever they are full. The title and what
// stands above it stay, and lines that are no sentences are not broken (headings, the date, the footer).
Mutated wrapped_at(const Original& original, std::size_t columns) {
  if (has_table(original)) return {{}, "the rows of its table are lines"};
  if (is_wrapped(original.text)) return {{}, "it is broken into lines already"};
  const Text title = characters(original.document->title);
  bool body = title.empty();
  return each_line(original, [&](const Text& line) {
    const bool above = !body;
    body = body || line.find(title) != Text::npos;
    if (above || line.empty()) return line;
    const bool sentence = line.find_first_of(U"，。；") != Text::npos;
    return wrapped(line, sentence ? columns : Text::npos);
  });
}

Mutated narrow_page(const Original& original) { return wrapped_at(original, page_columns); }
Mutated wide_page(const Original& original) { return wrapped_at(original, 2 * page_columns); }

constexpr std::u32string_view ordinal_marks = U"、.．)）";

// The mark behind a number that opens a line: its place.
std::optional<std::size_t> ordinal_mark(const Text& line) {
  static constexpr std::u32string_view numerals = U"一二三四五六七八九十";
  std::size_t at = std::min(line.size(), line.find_first_not_of(U" 　"));
  const std::size_t begin = at;
  const bool arabic = at < line.size() && is_any_digit(line[at]);
  while (at < line.size() && (arabic ? is_any_digit(line[at]) : numerals.find(line[at]) != numerals.npos)) ++at;
  if (at == begin || at - begin > 3 || at + 1 >= line.size()) return std::nullopt;
  const bool marked = ordinal_marks.find(line[at]) != ordinal_marks.npos;
  if (!marked || (line[at] != U'、' && is_any_digit(line[at + 1]))) return std::nullopt;  // 1.5公里
  return at;
}

// A break inside a sentence of a paragraph that has a whole sentence before it; elsewhere a line might be a heading.
Mutated broken_sentences(const Original& original) {
  if (has_table(original)) return {{}, "the rows of its table are lines"};
  constexpr std::size_t longest_head = 60;
  std::mt19937 random(original.seed);
  bool any = false;
  Mutated mutated = each_line(original, [&](const Text& line) {
    const std::size_t first_end = line.find_first_of(U"。；");
    if (is_row(line) || first_end == Text::npos || line.size() < first_end + 20 || !ends_sentence(line.back()))
      return line;
    const std::size_t at = first_end + 4 + random() % std::min(longest_head, line.size() - first_end - 8);
    if (ends_sentence(line[at - 1]) || is_space(line[at]) || is_space(line[at - 1]) || random() % 3 == 0) return line;
    if (ordinal_mark(line.substr(at))) return line;  // 五、七、八件 broken before 七、
    any = true;
    return line.substr(0, at) + U"\n" + line.substr(at);
  });
  if (!any) return {{}, "it has no paragraph of several sentences"};
  return mutated;
}

// --- Ordinals ---

// `mark` behind all ordinals that have one of the marks; a bracket behind Arabic ones only: nobody writes 一）.
Mutated with_ordinal_mark(const Original& original, char32_t mark) {
  bool any = false;
  bool number_follows = false;
  Mutated mutated = each_line(original, [&](Text line) {
    const auto at = ordinal_mark(line);
    if (!at || (mark == U'）' && !is_any_digit(line[*at - 1]))) return line;
    any = true;
    number_follows = number_follows || is_any_digit(line[line.find_first_not_of(U" 　", *at + 1)]);
    line[*at] = mark;
    return line;
  });
  if (!any) return {{}, "it has no such ordinals"};
  if (number_follows && (mark == U'.' || mark == U'．')) return {{}, "1.5公里 might be item 1"};
  return mutated;
}

Mutated ordinals_with_comma(const Original& original) { return with_ordinal_mark(original, U'、'); }
Mutated ordinals_with_point(const Original& original) { return with_ordinal_mark(original, U'.'); }
Mutated ordinals_with_wide_point(const Original& original) { return with_ordinal_mark(original, U'．'); }
Mutated ordinals_with_bracket(const Original& original) { return with_ordinal_mark(original, U'）'); }

// --- Traditional characters ---

Mutated traditional(const Original& original) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_traditional(
      icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error("no Hans-Hant in this ICU");
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8(original.text));
  to_traditional->transliterate(text);
  std::string result;
  text.toUTF8String(result);
  return {characters(result), {}};
}

// --- Figures ---

std::string times(const std::string& digits, int factor) {
  std::string result;
  int carry = 0;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    const int value = (*digit - '0') * factor + carry;
    result.insert(result.begin(), static_cast<char>('0' + value % 10));
    carry = value / 10;
  }
  return carry == 0 ? result : std::to_string(carry) + result;
}

// A printed number times a factor, its point and its marks of thousands kept.
std::string scaled(const std::string& number, int factor) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const std::string decimals = number.substr(std::min(number.size(), point + 1));
  std::string digits;
  char mark = 0;
  for (const char c : number.substr(0, point)) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else {
      mark = c;
    }
  }
  const std::string product = times(digits + decimals, factor);
  std::string whole = product.substr(0, product.size() - decimals.size());
  if (mark != 0)
    for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, 1, mark);
  return decimals.empty() ? whole : whole + "." + product.substr(product.size() - decimals.size());
}

// The printed quantity with its numbers times a factor; a numeral in Chinese characters becomes digits. Nothing where
// it is of another form: 十余座, 二百六七十人.
std::optional<std::string> scaled_quantity(const Document& document, const Record& record, int factor) {
  static const std::regex number(R"([0-9]{1,3}(?:[, ][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)");
  static constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千万亿两廿";
  Text words = characters(document.text(record.span));
  const std::size_t numeral = std::min(words.size(), words.find_first_not_of(numerals));
  if (numeral > 0) {
    if (record.high || words.find_first_of(U"0123456789余多几") != Text::npos) return std::nullopt;
    return record.value.times(Decimal(factor)).value().to_string() + utf8(words.substr(numeral));
  }
  for (char32_t& c : words) c = c == U'．' ? U'.' : narrow(c);
  const std::string surface = utf8(words);
  std::string result;
  std::size_t from = 0;
  int numbers = 0;
  for (std::sregex_iterator match(surface.begin(), surface.end(), number), end; match != end; ++match, ++numbers) {
    const auto begin = static_cast<std::size_t>(match->position());
    result += surface.substr(from, begin - from) + scaled(match->str(), factor);
    from = begin + static_cast<std::size_t>(match->length());
  }
  if (numbers != (record.high ? 2 : 1)) return std::nullopt;
  return result + surface.substr(from);
}

// All counts of the document times a factor, so that their order, their sums and their rates stay. Shares stay as they
// are.
Mutated other_figures(const Original& original, int factor) {
  const std::string& text = original.document->text();
  std::string result;
  std::size_t at = 0;
  for (const Record& record : original.document->records) {
    const bool share = record.unit.find('%') != std::string::npos;
    const std::string_view printed = original.document->text(record.span);
    const std::optional<std::string> figure =
        share ? std::string(printed) : scaled_quantity(*original.document, record, factor);
    if (!figure) return {{}, "not one plain number: " + std::string(printed)};
    result += text.substr(at, record.span.begin - at) + *figure;
    at = record.span.end;
  }
  return {characters(result + text.substr(at)), {}};
}

Mutated three_times(const Original& original) { return other_figures(original, 3); }
Mutated seven_times(const Original& original) { return other_figures(original, 7); }

// --- Place names ---

// The names of places without 市, 县, 镇 and the like: those in the title, and of the text's those that stand twice.
std::set<Text> places_of(const Original& original) {
  static constexpr std::u32string_view kinds = U"省市区县區縣镇鎮乡鄉";
  static constexpr std::u32string_view common = U"全各本我两新老旧城小山园社市区县乡镇级地街一二三四五六七八九十个为";
  std::set<Text> places;
  const Text title = characters(original.document->title);
  const auto name_before = [](const Text& text, std::size_t at) -> Text {
    if (at < 2 || !is_chinese(text[at - 1]) || !is_chinese(text[at - 2])) return {};
    const Text name = text.substr(at - 2, 2);
    return name.find_first_of(common) == Text::npos ? name : Text{};
  };
  const std::size_t kind = title.find_first_of(kinds);
  if (kind != Text::npos) {
    if (const Text name = name_before(title, kind); !name.empty()) places.insert(name);
  }
  return places;
}

// Names of the length of all found ones; some look like numbers, as real ones do.
constexpr std::array<std::u32string_view, 6> plain_names = {U"沅陌", U"栖霭", U"浔枫", U"岚岫", U"杞泽", U"潞垣"};
constexpr std::array<std::u32string_view, 6> counting_names = {U"三汊", U"百岫", U"千垛", U"万沅", U"双泖", U"九嵊"};

Text renamed(const Original& original, const Text& words, const std::array<std::u32string_view, 6>& names) {
  Text result = words;
  std::size_t next = original.seed;
  for (const Text& place : places_of(original)) {
    const std::u32string_view name = names[next++ % names.size()];
    for (std::size_t at = result.find(place); at != Text::npos; at = result.find(place, at + name.size()))
      result.replace(at, place.size(), name);
  }
  return result;
}

Text plainly_renamed(const Original& original, const Text& words) { return renamed(original, words, plain_names); }
Text countingly_renamed(const Original& original, const Text& words) {
  return renamed(original, words, counting_names);
}

Mutated renaming(const Original& original, Text (*rename)(const Original&, const Text&)) {
  if (places_of(original).empty()) return {{}, "its title names no place"};
  return {rename(original, original.text), {}};
}

Mutated other_places(const Original& original) { return renaming(original, plainly_renamed); }
Mutated counting_places(const Original& original) { return renaming(original, countingly_renamed); }

}  // namespace

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> all = {
      {"full_width", full_width},
      {"half_width", half_width},
      {"mixed_width", mixed_width},
      {"blanks_between_characters", blanks_between_characters},
      {"blanks_around_numbers", blanks_around_numbers},
      {"indents", indents},
      {"trailing_blanks", trailing_blanks},
      {"narrow_page", narrow_page},
      {"wide_page", wide_page},
      {"broken_sentences", broken_sentences},
      {"ordinals_with_comma", ordinals_with_comma},
      {"ordinals_with_point", ordinals_with_point},
      {"ordinals_with_wide_point", ordinals_with_wide_point},
      {"ordinals_with_bracket", ordinals_with_bracket},
      {"traditional", traditional},
      {"three_times", three_times, 3},
      {"seven_times", seven_times, 7},
      {"other_places", other_places, 1, plainly_renamed},
      {"counting_places", counting_places, 1, countingly_renamed},
  };
  return all;
}

}  // namespace gongbao::tests
