#include "page/spam.h"

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_bracket = 24;  // characters to either side of a brand

bool is_open(char16_t c) noexcept { return c == u'(' || c == mark::open_lens || c == u'[' || c == mark::open_shell; }
bool is_close(char16_t c) noexcept { return c == u')' || c == mark::close_lens || c == u']' || c == mark::close_shell; }
bool is_name_char(char16_t c) noexcept { return is_latin(c) || is_digit(c) || c == u'_'; }

// The bracket around [spam), where one opens and closes nearby; else an empty range.
Range bracket_around(const Chars& chars, Range within, Range spam) noexcept {
  std::uint32_t begin = spam.begin;
  while (begin > within.begin && spam.begin - begin < longest_bracket && !is_open(chars[begin]) &&
         !mark::ends_sentence(chars[begin]))
    --begin;
  if (!is_open(chars[begin])) return {};
  std::uint32_t end = spam.end;
  while (end < within.end && end - spam.end < longest_bracket && !is_close(chars[end])) ++end;
  if (end == within.end || !is_close(chars[end])) return {};
  return {begin, end + 1};
}

// A number that the spam has a part of is gone as a whole: of bet3651,200个 no 200个 may be left.
Range with_whole_numbers(const Chars& chars, Range within, Range spam) noexcept {
  constexpr std::uint32_t longest = 20;
  const auto inside = [&](std::uint32_t at) {
    return at > within.begin && at + 1 < within.end && (chars[at] == u',' || chars[at] == u'.') &&
           is_digit(chars[at - 1]) && is_digit(chars[at + 1]);
  };
  const auto continues = [&](std::uint32_t at) { return is_digit(chars[at]) || inside(at); };
  const Range part = spam;
  if (inside(spam.end))
    while (spam.end < within.end && spam.end - part.end < longest && continues(spam.end)) ++spam.end;
  if (spam.begin > within.begin && inside(spam.begin - 1))
    while (spam.begin > within.begin && part.begin - spam.begin < longest && continues(spam.begin - 1)) --spam.begin;
  return spam;
}

Range extend(const Chars& chars, Range within, Range spam, const Lexicon::Impl& lexicon) noexcept {
  while (spam.begin > within.begin && is_name_char(chars[spam.begin - 1])) --spam.begin;
  while (spam.end < within.end) {
    if (is_digit(chars[spam.end]) && is_han(chars[spam.end - 1])) break;  // 体育1200个: a figure of the bulletin
    if (is_name_char(chars[spam.end])) {
      ++spam.end;
      continue;
    }
    const auto word = lexicon.spam.longest(chars.view(spam.end, within.end));
    if (!word) break;
    spam.end += word.length;
  }
  spam = with_whole_numbers(chars, within, spam);
  if (spam.end < within.end && is_blank(chars[spam.end])) ++spam.end;
  return spam;
}

// The first brand from `at` on; an empty range where there is none.
Range next_brand(std::u16string_view text, std::uint32_t at, const Table<SpamRow>& words) noexcept {
  for (; at < text.size(); ++at) {
    if (!words.may_begin(text[at])) continue;
    const auto word = words.longest(text.substr(at));
    if (word && word->brand) return {at, at + word.length};
  }
  return {};
}

}  // namespace

std::vector<Range> find_spam(const Chars& chars, Range within, const Lexicon::Impl& lexicon) {
  std::vector<Range> found;
  Range rest = within;
  const auto next = [&] { return next_brand(chars.view(0, within.end), rest.begin, lexicon.spam); };
  for (Range brand = next(); !brand.empty(); brand = next()) {
    Range spam = extend(chars, rest, brand, lexicon);
    if (const Range bracket = bracket_around(chars, rest, spam); !bracket.empty()) spam = bracket;
    found.push_back(spam);
    rest.begin = spam.end;
  }
  return found;
}

}  // namespace gongbao
