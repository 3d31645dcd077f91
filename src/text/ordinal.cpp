#include "text/ordinal.h"

#include <algorithm>
#include <iterator>

#include "lexicon/dimension.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

using View = std::u16string_view;

constexpr std::size_t year_digits = 4;
constexpr char16_t one_of = 0x4E4B;          // 之
constexpr char16_t first_circled = 0x2460;   // ①
constexpr char16_t last_circled = 0x2473;    // ⑳
constexpr char16_t left_paren_han = 0x3220;  // ㈠
constexpr char16_t last_paren_han = 0x3229;  // ㈩

Ordinal finish(View text, Scheme scheme, int number, std::size_t begin, std::size_t end, std::size_t after) noexcept {
  return {scheme, number, begin, end, skip_blanks(text, after), false};
}

bool is_separator(char16_t c) noexcept { return c == mark::enumeration || c == u'.' || c == u','; }

// 甲 to 癸, as old documents number.
SmallNumber read_stem(View text) noexcept {
  constexpr char16_t stems[] = {0x7532, 0x4E59, 0x4E19, 0x4E01, 0x620A, 0x5DF1, 0x5E9A, 0x8F9B, 0x58EC, 0x7678};
  const auto* const found = std::find(std::begin(stems), std::end(stems), text.empty() ? u'\0' : text.front());
  return found == std::end(stems) ? SmallNumber{} : SmallNumber{static_cast<int>(found - stems) + 1, 1};
}

std::optional<Ordinal> read_parenthesised(View text) noexcept {
  const std::size_t begin = skip_blanks(text, 1);
  if (begin >= text.size()) return std::nullopt;
  const bool arabic = is_digit(text[begin]);
  SmallNumber number = arabic ? read_digits(text.substr(begin), 2) : read_han_number(text.substr(begin));
  if (number.length == 0) number = read_stem(text.substr(begin));
  const std::size_t end = begin + number.length;
  const std::size_t close = skip_blanks(text, end);
  if (number.length == 0 || close >= text.size() || text[close] != u')') return std::nullopt;
  std::size_t after = close + 1;
  if (after < text.size() && text[after] == mark::enumeration) ++after;
  return finish(text, arabic ? Scheme::arabic_paren : Scheme::han_paren, number.value, begin, end, after);
}

// 9.20户以上自然村通广播: things are counted in whole numbers, so the first one is an ordinal.
bool counts_things(View text, const Lexicon::Impl& lexicon) noexcept {
  const std::size_t digits = read_digits(text, text.size()).length;
  const auto unit = lexicon.units.longest(text.substr(digits));
  return unit && !unit->label && !unit->left && is_count(unit->dimension);
}

std::optional<Ordinal> read_arabic(View text, const Lexicon::Impl& lexicon) noexcept {
  const SmallNumber number = read_digits(text, 3);
  const bool alone = number.length == 2 && text.size() == 2;  // 01 on a line of its own
  if (alone && number.value != 0) return finish(text, Scheme::arabic, number.value, 0, 2, 2);
  const std::size_t next = skip_blanks(text, number.length);
  if (next >= text.size() || number.value == 0) return std::nullopt;
  const bool padded = number.length == 2 && text.front() == u'0' && next > number.length;  // 01 普惠托育
  if (padded && !is_separator(text[next]) && text[next] != u')')
    return finish(text, Scheme::arabic, number.value, 0, number.length, next);
  if (text[next] == u')') {
    Ordinal ordinal = finish(text, Scheme::arabic_paren, number.value, 0, number.length, next + 1);
    ordinal.half = true;
    return ordinal;
  }
  if (!is_separator(text[next])) return std::nullopt;
  // 1.35万人 and 12,000户 are no ordinals; 1.2021年… and 1.20户… are.
  if (next + 1 < text.size() && is_digit(text[next + 1]) && text[next] != mark::enumeration) {
    const SmallNumber year = read_digits(text.substr(next + 1), 4);
    const std::size_t after_year = next + 1 + year.length;
    const bool opens_year = year.length == 4 && after_year < text.size() && text[after_year] == mark::year;
    if (!opens_year && (text[next] != u'.' || !counts_things(text.substr(next + 1), lexicon))) return std::nullopt;
  }
  return finish(text, Scheme::arabic, number.value, 0, number.length, next + 1);
}

std::optional<Ordinal> read_han(View text) noexcept {
  const SmallNumber number = read_han_number(text);
  const std::size_t next = skip_blanks(text, number.length);
  if (number.length == 0 || next >= text.size()) return std::nullopt;
  if (text[next] != mark::enumeration && text[next] != u'.') return std::nullopt;
  return finish(text, Scheme::han, number.value, 0, number.length, next + 1);
}

// 第一项 第3件 第一件实事：, and 其一， with its prefix.
std::optional<Ordinal> read_worded(View text, std::size_t begin, const Lexicon::Impl& lexicon) noexcept {
  const bool nth = text.front() == mark::ordinal;
  if (!nth && begin < text.size() && text[begin] == one_of) ++begin;  // 实事之一：
  const SmallNumber number = read_small_number(text.substr(begin));
  std::size_t end = begin + number.length;
  if (number.length == 0 || end >= text.size()) return std::nullopt;
  if (nth) {
    const auto noun = lexicon.ordinals.longest(text.substr(end));
    const bool bare = is_separator(text[end]) || text[end] == u':';  // 第一，…
    if (!bare && (!noun || !noun->is_noun())) return std::nullopt;
    if (!bare) end += noun.length;
  }
  const std::size_t next = skip_blanks(text, end);
  const bool marked = next < text.size() &&
                      (is_separator(text[next]) || text[next] == u':' || text[next] == mark::full_stop || next > end);
  if (!marked) return std::nullopt;
  const std::size_t after = is_blank(text[next]) || is_word(text[next]) ? next : next + 1;
  return finish(text, nth ? Scheme::nth : Scheme::prefix, number.value, 0, end, after);
}

}  // namespace

std::optional<Ordinal> read_ordinal(View text, const Lexicon::Impl& lexicon) {
  if (text.empty()) return std::nullopt;
  const char16_t first = text.front();
  if (is_digit(first)) return read_arabic(text, lexicon);
  if (first == u'(') return read_parenthesised(text);
  if (first >= first_circled && first <= last_circled) {
    return finish(text, Scheme::circled, first - first_circled + 1, 0, 1, 1);
  }
  if (first >= left_paren_han && first <= last_paren_han) {
    return finish(text, Scheme::han_paren, first - left_paren_han + 1, 0, 1, 1);
  }
  if (first == pictograph) return finish(text, Scheme::bullet, 0, 0, 0, 1);
  if (first == mark::open_lens && text.back() == mark::close_lens) {
    return Ordinal{Scheme::lens, 0, 0, 0, 1, false};
  }
  if (const auto word = lexicon.ordinals.longest(text); word && !word->is_noun()) {
    if (word->kind == OrdinalWord::bullet) return finish(text, Scheme::bullet, 0, 0, 0, word.length);
    if (word->kind == OrdinalWord::dash) {
      const View words = text.substr(word.length);  // ——2009年1月8日在…会议上 is a subtitle
      const bool opens = !words.empty() && (is_word(words.front()) || mark::opens_name(words.front()));
      return opens && read_digits(words, year_digits).length < year_digits
                 ? std::optional(finish(text, Scheme::dash, 0, 0, 0, word.length))
                 : std::nullopt;
    }
    return read_worded(text, word.length, lexicon);
  }
  if (first == mark::ordinal) return read_worded(text, 1, lexicon);
  return read_han(text);
}

}  // namespace gongbao
