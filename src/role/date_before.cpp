#include "role/date_before.h"

#include <algorithm>

#include "page/dates.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_clause = 160;
constexpr std::uint32_t longest_year = 6;   // 2025年 and a blank
constexpr char16_t before_word = 0x524D;    // 前
constexpr char16_t quarter_word = 0x5B63;   // 季 of 三季度
constexpr char16_t end_word = 0x5E95;       // 底
constexpr char16_t last_word = 0x53BB;      // 去 of 去年
constexpr char16_t previous_word = 0x4E0A;  // 上 of 上年
constexpr char16_t measure_word = 0x4E2A;   // 个 of 5个月

// 前 behind the words of a date, after a day or 底: 12月20日前, 6月底之前.
bool is_deadline(const Chars& body, std::uint32_t at, std::uint32_t end) noexcept {
  constexpr std::uint32_t longest_day = 5;  // 20日之前, 底前
  for (std::uint32_t i = at; i < end && i - at < longest_day; ++i) {
    if (body[i] == before_word) return true;
    if (ends_clause(body, i)) return false;
  }
  return false;
}

// The year printed right before a month: 2025年6月. -1: an earlier one (去年10月).
int year_before(const Chars& body, std::uint32_t first, std::uint32_t at) noexcept {
  if (at <= first || body[at - 1] != mark::year) return 0;
  const std::uint32_t begin = at - std::min(at - first, longest_year);
  for (std::uint32_t i = begin; i < at; ++i) {
    const FoundYear found = year_at(body.view(i, at), 0);
    if (found.year != 0 && i + found.end == at) return found.year;
  }
  return at >= first + 2 && (body[at - 2] == last_word || body[at - 2] == previous_word) ? -1 : 0;
}

// The month whose 月 stands at `at`.
DateBefore month_at(const Chars& body, std::uint32_t first, std::uint32_t at, std::uint32_t end) noexcept {
  std::uint32_t begin = at;
  while (begin > first && is_digit(body[begin - 1])) --begin;
  if (begin == at) {
    while (begin > first && (han_digit(body[begin - 1]) > 0 || body[begin - 1] == han_ten)) --begin;
  }
  const SmallNumber number = read_small_number(body.view(begin, at));
  if (number.length == 0 || number.length != at - begin || number.value < 1 || number.value > 12) return {};
  return {year_before(body, first, begin), number.value, is_deadline(body, at + 1, end), {begin, at + 1}};
}

// 三季度 and 3季度; 0: no such quarter.
int last_month_of_quarter(char16_t number) noexcept {
  const int quarter = is_digit(number) ? number - u'0' : han_digit(number);
  return quarter >= 1 && quarter <= 4 ? quarter * 3 : 0;
}

}  // namespace

DateBefore date_before(const BodyWords& words, std::uint32_t first, std::uint32_t number) {
  const Chars& body = words.body;
  const std::uint32_t begin = words.clause_ends.behind_last(number - std::min(number - first, longest_clause), number);
  DateBefore found;
  const auto names_date = [](char16_t c) { return c == mark::month || c == mark::year || c == quarter_word; };
  if (!contains(body.view(begin, number), names_date)) return found;
  for (std::uint32_t at = begin; at < number; ++at) {
    const bool month = body[at] == mark::month && at > begin && body[at - 1] != measure_word;
    if (month) {
      if (const DateBefore date = month_at(body, begin, at, number); date.month != 0) found = date;
    }
    if (body[at] == quarter_word && at > begin) {
      if (const int last = last_month_of_quarter(body[at - 1]); last != 0)
        found = {year_before(body, begin, at - 1), last, false, {at - 1, at + 1}};
    }
    const bool year_end =
        body[at] == mark::year && at + 2 < number && body[at + 1] == end_word && body[at + 2] == before_word;
    if (year_end) found = {year_before(body, begin, at + 1), 12, true, {at, at + 3}};
  }
  return found.year < 0 ? DateBefore{} : found;
}

}  // namespace gongbao
