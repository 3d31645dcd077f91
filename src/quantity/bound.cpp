#include "quantity/bound.h"

#include <algorithm>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::size_t longest_word = 8;
constexpr std::size_t gap_reach = 12;  // characters between 至少 and its number, the word included
constexpr std::size_t each_reach = 6;

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::size_t skip_blanks_back(const Chars& chars, std::size_t limit, std::size_t at) {
  while (at > limit && is_blank(chars[at - 1])) --at;
  return at;
}

bool ends_clause_at(const Chars& chars, std::size_t at, std::size_t limit) {
  return at >= limit || (!is_word(chars[at]) && !is_blank(chars[at]));
}

bool takes_span(Dimension dimension) {
  return dimension == Dimension::duration || dimension == Dimension::length || dimension == Dimension::share;
}

}  // namespace

std::optional<BoundWords> bound_before(const BodyWords& words, std::size_t limit, std::size_t number, bool years) {
  const auto end = static_cast<std::uint32_t>(skip_blanks_back(words.body, limit, number));
  const auto lowest = static_cast<std::uint32_t>(end - std::min(longest_word, end - limit));
  for (std::uint32_t at = words.bounds.next_place(lowest, end); at < end; at = words.bounds.next_place(at + 1, end)) {
    const auto word = words.bounds.longest(at, end);
    if (!word || at + word.length != end || word->before == BoundRow::Effect::none) continue;
    if (word->before == BoundRow::Effect::blocks || (years && word->not_years)) return BoundWords{};
    const bool dealt = word_before(words, limit, at, each_reach, &BoundRow::each);
    return BoundWords{word->bound_before, range(at, end), word->gap || dealt};
  }
  return std::nullopt;
}

std::optional<BoundWords> bound_across(const BodyWords& words, std::size_t limit, std::size_t number) {
  const auto end_of_words = static_cast<std::uint32_t>(number);
  const auto lowest = static_cast<std::uint32_t>(number - std::min(gap_reach, number - limit));
  if (words.bounds.next_place(lowest, end_of_words) == end_of_words) return std::nullopt;  // as before most numbers
  int quotes = 0;  // a word inside quotation marks says nothing of a number outside
  std::optional<BoundWords> found;
  for (std::uint32_t at = end_of_words; at-- > lowest;) {
    const char16_t c = words.body[at];
    quotes += c == mark::close_quote ? 1 : c == mark::open_quote ? -1 : 0;
    if (quotes < 0 || is_digit(c) || (!is_word(c) && !is_blank(c) && c != mark::close_quote && c != mark::open_quote))
      break;
    // Once a word is found, only a longer one that ends with it is better: 不得少于 than 少于.
    if (found && at + longest_word < found->words.end) break;
    const auto match = words.bounds.longest(at, end_of_words);
    if (quotes > 0 || !match || !match->gap || match->before != BoundRow::Effect::sets) continue;
    const std::size_t end = at + match.length;
    if (!found || end >= found->words.end) found = BoundWords{match->bound_before, range(at, end), false};
  }
  return found;
}

std::optional<BoundWords> bound_after(const Chars& chars, std::size_t end, std::size_t limit, Dimension dimension,
                                      const Lexicon::Impl& lexicon) {
  std::size_t at = end;
  if (at < limit && is_blank(chars[at])) ++at;
  if (at >= limit) return std::nullopt;
  const auto match = lexicon.bounds.longest(chars.view(at, std::min(limit, at + longest_word)));
  if (!match || match->after != BoundRow::Effect::sets) return std::nullopt;
  const std::size_t next = at + match.length;
  if (match->end && !ends_clause_at(chars, next, limit)) return std::nullopt;
  if (match->span && !takes_span(dimension)) return std::nullopt;
  return BoundWords{match->bound_after, range(at, next), false};
}

bool word_before(const BodyWords& words, std::size_t limit, std::size_t at, std::size_t reach, bool BoundRow::*trait) {
  const auto end = static_cast<std::uint32_t>(at);
  const auto lowest = static_cast<std::uint32_t>(at - std::min(reach, at - limit));
  const std::uint32_t clause = words.clause_ends.behind_last(lowest, end);
  for (std::uint32_t begin = words.bounds.next_place(clause, end); begin < end;
       begin = words.bounds.next_place(begin + 1, end)) {
    const auto match = words.bounds.longest(begin, end);
    if (match && match.row->*trait) return true;
  }
  return false;
}

}  // namespace gongbao
