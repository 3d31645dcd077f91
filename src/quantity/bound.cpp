#include "quantity/bound.h"

#include <algorithm>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::size_t longest_word = 8;
constexpr std::size_t gap_reach = 12;   // characters between 至少 and its number, the word included
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

std::optional<BoundWords> bound_before(const Chars& chars, std::size_t limit, std::size_t number, bool years,
                                       const Lexicon::Impl& lexicon) {
  const std::size_t end = skip_blanks_back(chars, limit, number);
  const std::size_t longest = std::min(longest_word, end - limit);
  for (std::size_t length = longest; length > 0; --length) {
    const BoundRow* row = lexicon.bounds.find(chars.view(end - length, end));
    if (row == nullptr || row->before == BoundRow::Effect::none) continue;
    if (row->before == BoundRow::Effect::blocks || (years && row->not_years)) return BoundWords{};
    const bool dealt = word_before(chars, limit, end - length, each_reach, &BoundRow::each, lexicon);
    return BoundWords{row->bound_before, range(end - length, end), row->gap || dealt};
  }
  return std::nullopt;
}

std::optional<BoundWords> bound_across(const Chars& chars, std::size_t limit, std::size_t number,
                                       const Lexicon::Impl& lexicon) {
  const std::size_t lowest = number - std::min(gap_reach, number - limit);
  for (std::size_t at = number; at > lowest;) {
    --at;
    const char16_t c = chars[at];
    if (is_digit(c) || (!is_word(c) && !is_blank(c) && c != mark::open_quote && c != mark::close_quote)) break;
    const auto match = lexicon.bounds.longest(chars.view(at, number));
    if (!match || match->before == BoundRow::Effect::none) continue;
    if (match->gap) {
      // The longest word: 不得少于 and not the 少于 in it.
      for (std::size_t longer = at; longer > lowest && longer + 4 > at; --longer) {
        const auto whole = lexicon.bounds.longest(chars.view(longer - 1, number));
        if (whole && whole->gap && longer - 1 + whole.length >= at + match.length) {
          return BoundWords{whole->bound_before, range(longer - 1, longer - 1 + whole.length), false};
        }
      }
      return BoundWords{match->bound_before, range(at, at + match.length), false};
    }
  }
  return std::nullopt;
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

bool word_before(const Chars& chars, std::size_t limit, std::size_t at, std::size_t reach, bool BoundRow::*trait,
                 const Lexicon::Impl& lexicon) {
  const std::size_t lowest = at - std::min(reach, at - limit);
  for (std::size_t i = at; i > lowest; --i) {
    if (mark::ends_clause(chars[i - 1])) return false;
    const auto match = lexicon.bounds.longest(chars.view(i - 1, at));
    if (match && match.row->*trait) return true;
  }
  return false;
}

}  // namespace gongbao
