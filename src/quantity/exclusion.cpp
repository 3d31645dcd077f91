#include "quantity/exclusion.h"

#include <algorithm>

#include "quantity/numeral.h"
#include "quantity/signs.h"
#include "quantity/unit.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::size_t longest_name = 16;      // in quotation marks; longer ones are sentences
constexpr std::size_t longest_title = 60;     // in title marks
constexpr std::size_t shortest_sentence = 8;  // in quotation marks: a statement with a number of its own
constexpr std::size_t address_window = 80;
constexpr std::size_t longest_noun = 3;  // X in 一X一Y

struct Marks {
  char16_t open;
  char16_t close;
  bool title;
};

constexpr Marks name_marks[] = {{mark::open_quote, mark::close_quote, false},
                                {mark::open_title, mark::close_title, true},
                                {mark::open_single_quote, mark::close_single_quote, false},
                                {u'"', u'"', false}};

constexpr bool in_address(char16_t c) {
  return is_digit(c) || is_latin(c) ||
         (c < 0x80 && (c == u'.' || c == u'/' || c == u':' || c == u'@' || c == u'-' || c == u'_' || c == u'?' ||
                       c == u'=' || c == u'&' || c == u'%' || c == u'#' || c == u'~'));
}

// Marks that tie digits to a code, a time or a date.
constexpr bool ties(char16_t c) {
  return c == u'-' || c == u'~' || c == u'/' || c == u':' || c == u'.' || c == u'*' || c == u'x' || c == u'X' ||
         c == u'+' || c == mark::middle_dot || c == sign::times;
}

bool is_address(std::u16string_view word) {
  if (word.find(u'@') != word.npos || word.find(u"://") != word.npos) return true;
  for (std::size_t i = 1; i + 2 < word.size(); ++i) {
    if (word[i] == u'.' && is_latin(word[i - 1]) && is_latin(word[i + 1]) && is_latin(word[i + 2])) return true;
  }
  return false;
}

}  // namespace

QuotedName quoted_name(const Chars& chars, std::size_t at, std::size_t limit) {
  const Marks* const pair = std::find_if(std::begin(name_marks), std::end(name_marks),
                                         [&](const Marks& marks) { return marks.open == chars[at]; });
  if (pair == std::end(name_marks)) return {};
  const std::size_t last = std::min(limit, at + 2 + (pair->title ? longest_title : longest_name));
  for (std::size_t i = at + 1; i < last; ++i) {
    const char16_t c = chars[i];
    if (c == pair->close) {
      const bool numbered = is_digit(chars[at + 1]) || pair->title;
      return {i + 1, numbered || i - at - 1 < shortest_sentence};
    }
    if (!pair->title && mark::ends_clause(c)) break;
  }
  return {};
}

std::size_t skip_latin(const Chars& chars, std::size_t at, std::size_t limit) {
  std::size_t letters = at;
  bool capitals = true;
  for (; letters < limit && is_latin(chars[letters]); ++letters) capitals = capitals && chars[letters] < u'a';
  if (letters >= limit || chars[letters] >= 0x80) return letters;  // the common case: HPV疫苗
  std::size_t end = letters;
  const std::size_t window = std::min(limit, at + address_window);
  while (end < window && in_address(chars[end])) ++end;
  if (is_address(chars.view(at, end))) {
    while (end < limit && in_address(chars[end])) ++end;
    return end;
  }
  if (!is_digit(chars[letters])) return letters;
  if (capitals && letters - at > 1) return letters;
  while (letters < limit && (is_digit(chars[letters]) || is_latin(chars[letters]))) ++letters;
  return skip_chain(chars, letters, limit);
}

std::size_t skip_chain(const Chars& chars, std::size_t at, std::size_t limit) {
  for (;;) {
    while (at < limit && (is_digit(chars[at]) || is_latin(chars[at]))) ++at;
    if (at + 1 >= limit || !ties(chars[at]) || !is_digit(chars[at + 1])) return at;
    ++at;
  }
}

std::size_t skip_ordinals(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon) {
  for (;;) {
    while (at < limit && chars[at] == u' ') ++at;
    if (at >= limit) return at;
    const Numeral number = read_numeral(chars.view(at, limit), lexicon.numerals);
    if (number.length == 0) return at;
    at += number.length;
    if (at >= limit) return at;
    const auto to = lexicon.numerals.longest(chars.view(at, limit));
    const auto joint = lexicon.bounds.longest(chars.view(at, limit));
    std::size_t next = at;
    if (chars[at] == u'-' || chars[at] == u'~') {
      next = at + 1;
    } else if (to && to->kind == NumeralKind::to) {
      next = at + to.length;
    } else if (joint && joint->join) {
      next = at + joint.length;
    }
    if (next == at || next >= limit || read_numeral(chars.view(next, limit), lexicon.numerals).length == 0) break;
    at = next;
  }
  const std::optional<Unit> unit = read_unit_at(chars, at, limit, lexicon);
  return unit && unit->kind != Unit::Kind::left ? unit->range.end : at;
}

std::size_t one_by_one(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon) {
  if (han_digit(chars[at]) != 1) return 0;
  const std::size_t last = std::min(limit, at + 2 + longest_noun);
  for (std::size_t i = at + 1; i < last && is_han(chars[i]); ++i) {
    if (han_digit(chars[i]) == 1) return i > at + 1 && i + 1 < limit && is_han(chars[i + 1]) ? i + 2 : 0;
    if (lexicon.numerals.longest(chars.view(i, limit))) return 0;  // 一百到一百五十
  }
  return 0;
}

}  // namespace gongbao
