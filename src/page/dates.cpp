#include "page/dates.h"

#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

// Four digits in a row, ASCII or Chinese, as a year.
int four_digits(std::u16string_view text, std::size_t at) noexcept {
  if (at + 4 > text.size()) return 0;
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = is_digit(text[i]) ? text[i] - u'0' : han_digit(text[i]);
    if (digit < 0) return 0;
    year = year * 10 + digit;
  }
  return year >= 1900 && year < 2200 ? year : 0;
}

// The first digit of a year from 1900 to 2199.
bool opens_year(char16_t c) noexcept {
  constexpr char16_t one = 0x4E00;  // 一
  constexpr char16_t two = 0x4E8C;  // 二
  return c == u'1' || c == u'2' || c == one || c == two;
}

bool is_separator(char16_t c) noexcept { return c == u'-' || c == u'/' || c == u'.'; }

}  // namespace

int days_in_month(int year, int month) noexcept {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

std::optional<FoundDate> date_at(std::u16string_view text, std::size_t at) {
  const int year = four_digits(text, at);
  if (year == 0) return std::nullopt;
  std::size_t next = skip_blanks(text, at + 4);
  if (next >= text.size()) return std::nullopt;
  const char16_t separator = text[next];
  if (separator != mark::year && !is_separator(separator)) return std::nullopt;
  next = skip_blanks(text, next + 1);
  const SmallNumber month = read_small_number(text.substr(next));
  next = skip_blanks(text, next + month.length);
  if (month.length == 0 || next >= text.size()) return std::nullopt;
  if (text[next] != (separator == mark::year ? mark::month : separator)) return std::nullopt;
  next = skip_blanks(text, next + 1);
  const SmallNumber day = read_small_number(text.substr(next));
  if (day.length == 0 || month.value < 1 || month.value > 12) return std::nullopt;
  if (day.value < 1 || day.value > days_in_month(year, month.value)) return std::nullopt;
  next += day.length;
  if (next < text.size() && text[next] == mark::day) ++next;
  return FoundDate{
      {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month.value), static_cast<std::int8_t>(day.value)},
      at,
      next};
}

std::optional<FoundDate> find_date(std::u16string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); ++at) {
    if (!opens_year(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;  // or inside a longer number
    if (auto date = date_at(text, at)) return date;
  }
  return std::nullopt;
}

FoundYear year_at(std::u16string_view text, std::size_t at) noexcept {
  const int year = four_digits(text, at);
  if (year == 0) return {};
  const std::size_t next = skip_blanks(text, at + 4);
  if (next >= text.size() || text[next] != mark::year) return {};
  return {year, next + 1};
}

int find_year(std::u16string_view text) noexcept {
  for (std::size_t at = 0; at + 5 <= text.size(); ++at) {
    if (!opens_year(text[at])) continue;
    if (const FoundYear found = year_at(text, at); found.year != 0) return found.year;
  }
  return 0;
}

}  // namespace gongbao
