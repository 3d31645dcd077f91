#include "role/measure.h"

#include <algorithm>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr char16_t village = 0x6751;  // 村
constexpr char16_t hamlet = 0x5C6F;   // 屯

// 淘汰10吨以下锅炉64台: a limit behind which the things stand that are counted.
bool limits_the_counted(const Around& around, const Quantity& q) {
  constexpr std::uint32_t longest_noun = 12;
  const auto next = static_cast<std::size_t>(&q - around.quantities.data()) + 1;
  if (q.dimension == Dimension::share || next >= around.quantities.size()) return false;
  const Quantity& counted = around.quantities[next];
  const std::uint32_t begin = around.behind(q);
  const std::uint32_t end = counted.range.begin;
  return counted.unit != q.unit && begin < end && end - begin <= longest_noun && is_han(around.page.body[begin]) &&
         around.words.clause_borders.next(begin, end) == end && around.words.cues.next_place(begin, end) == end;
}

bool restricts(const Around& around, const Quantity& q) {
  constexpr std::uint32_t close = 6;
  if (q.bound_words.empty() || q.bound_words.begin < q.range.end) return false;
  if (limits_the_counted(around, q)) return true;
  const Chars& body = around.page.body;
  const std::uint32_t after = around.behind(q);
  if (q.dimension == Dimension::duration) return body.at(after) == mark::of;
  if (q.dimension != Dimension::people && q.dimension != Dimension::households) return false;
  const std::uint32_t end = std::min(around.segment.range.end, after + close);
  const auto is_place = [](char16_t c) { return c == village || c == hamlet; };
  std::uint32_t words = after;
  while (words < end && is_han(body[words])) ++words;
  const std::u16string_view noun = body.view(after, words);
  return std::any_of(noun.begin(), noun.end(), is_place);
}

bool is_span_of_time(const Around& around, const Quantity& q) {
  const bool promised = around.base == Role::target && q.bound != Bound::exact;
  return q.dimension == Dimension::duration && !promised && !around.beside(q).measured();
}

// Money for each of something is a price, unless it was raised to that: 每人每月由790元提到810元.
bool is_price(const Around& around, const Quantity& q) {
  constexpr char16_t each_word = 0x6BCF;  // 每
  constexpr std::uint32_t nearby_words = 8;
  if (q.dimension != Dimension::money || around.base != Role::achievement) return false;
  const Chars& body = around.page.body;
  const std::uint32_t first = q.range.begin - std::min(q.range.begin - around.segment.range.begin, nearby_words);
  for (std::uint32_t at = q.range.begin; at > first && !ends_clause(body, at - 1); --at) {
    if (is_digit(body[at - 1])) return false;
    if (body[at - 1] == each_word) return true;
  }
  return false;
}

bool is_size_of_part(const Around& around, const Quantity& q) {
  const Chars& body = around.page.body;
  const std::uint32_t begin = q.range.begin;
  const std::uint32_t end = q.range.end;
  return begin > around.segment.range.begin && body[begin - 1] == u'(' && body.at(end) == u')' &&
         body.at(end + 1) == u':';
}

}  // namespace

bool describes(const Around& around, const Quantity& quantity) {
  return quantity.dimension == Dimension::age || restricts(around, quantity) || is_span_of_time(around, quantity);
}

bool is_price_or_size(const Around& around, const Quantity& quantity) {
  return is_size_of_part(around, quantity) || is_price(around, quantity);
}

bool divides(const Around& around, const Quantity& quantity) {
  return quantity.bound == Bound::less_than && is_rate(quantity) &&
         around.page.body.at(around.behind(quantity)) == mark::of;
}

}  // namespace gongbao
