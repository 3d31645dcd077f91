#include "page/period.h"

#include <algorithm>

#include "page/dates.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr char16_t until_first = 0x622A;   // 截 of 截至, 截止
constexpr char16_t time_word = 0x65F6;     // 时 of 截止时间
constexpr char16_t up_to = 0x5230;         // 到
constexpr char16_t first_of = 0x524D;      // 前
constexpr char16_t measure_word = 0x4E2A;  // 个 of 5个月

struct Until {
  int year = 0;         // 0: not said
  int month = 0;        // 0: nothing found
  int day = 0;          // 0: the month's end
  std::size_t end = 0;  // behind the month or the day
};

// "[2021年]9月30日" or "9月底" at `at`.
Until month_day_at(std::u16string_view text, std::size_t at) noexcept {
  Until until;
  at = skip_blanks(text, at);
  if (const FoundYear year = year_at(text, at); year.year != 0) {
    until.year = year.year;
    at = skip_blanks(text, year.end);
  }
  const SmallNumber month = read_small_number(text.substr(at));
  at = skip_blanks(text, at + month.length);
  if (month.length == 0 || month.value < 1 || month.value > 12) return {};
  if (at >= text.size() || text[at] != mark::month) return {};
  until.month = month.value;
  until.end = at + 1;
  at = skip_blanks(text, at + 1);
  const SmallNumber day = at < text.size() ? read_small_number(text.substr(at)) : SmallNumber{};
  if (day.length != 0 && at + day.length < text.size() && text[at + day.length] == mark::day) {
    until.day = day.value;
    until.end = at + day.length + 1;
  }
  return until;
}

// The first 截至… or 截止… followed by a month, within the next few characters. 截止时间为1月31日 is a deadline.
Until find_until(std::u16string_view text) noexcept {
  for (std::size_t at = text.find(until_first); at != std::u16string_view::npos; at = text.find(until_first, at + 1)) {
    if (at + 2 < text.size() && text[at + 2] == time_word) continue;
    for (std::size_t next = at + 2; next < at + 6 && next < text.size(); ++next) {
      if (const Until until = month_day_at(text, next); until.month != 0) return until;
    }
  }
  return {};
}

// What a text that says 截至 nowhere may say instead, at the start of a clause: 到12月20日，… (but not 到12月底前,
// which plans) or 前5个月….
Until find_up_to(std::u16string_view text) noexcept {
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const bool opens = at == 0 || !is_word(text[at - 1]) || text[at - 1] == mark::year;
    if (text[at] == up_to && opens) {
      const Until until = month_day_at(text, at + 1);
      const bool plan = text.substr(until.end, 2).find(first_of) != std::u16string_view::npos;
      if (until.month != 0 && !plan) return until;
    }
    if (text[at] != first_of) continue;
    const SmallNumber months = read_small_number(text.substr(at + 1));
    const std::size_t end = at + 1 + months.length;
    if (months.length != 0 && months.value >= 2 && months.value <= 11 && end + 1 < text.size() &&
        text[end] == measure_word && text[end + 1] == mark::month)
      return {0, months.value, 0, end + 2};
  }
  return {};
}

// "1-9月", "1至9月", "5月份", "2024年5月": the last month named by the title. 0: none.
int last_month(std::u16string_view title) noexcept {
  int month = 0;
  for (std::size_t at = 1; at < title.size(); ++at) {
    if (title[at] != mark::month || title[at - 1] == measure_word) continue;
    std::size_t begin = at;
    while (begin > 0 && (is_digit(title[begin - 1]) || han_digit(title[begin - 1]) > 0 || title[begin - 1] == han_ten))
      --begin;
    const SmallNumber number = read_small_number(title.substr(begin));
    if (number.length == at - begin && number.value >= 1 && number.value <= 12) month = number.value;
  }
  return month;
}

Period months_of(int year, int first, int month, int day) noexcept {
  const int last = days_in_month(year, month);
  const int to_day = day >= 1 && day <= last ? day : last;
  return {{static_cast<std::int16_t>(year), static_cast<std::int8_t>(first), 1},
          {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(to_day)}};
}

// The first paragraph with a sentence: lines above it tell of the publication.
std::u16string_view first_paragraph(std::u16string_view text) noexcept {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(u'\n', begin), text.size());
    const std::u16string_view line = text.substr(begin, end - begin);
    if (line.find(mark::full_stop) != line.npos || line.find(u',') != line.npos) return text.substr(0, end);
    begin = end + 1;
  }
  return text;
}

bool names_last_year(std::u16string_view title, const Lexicon::Impl& lexicon) noexcept {
  for (std::size_t at = 0; at < title.size(); ++at) {
    const auto word = lexicon.labels.longest(title.substr(at));
    if (word && word->field == Field::last_year) return true;
  }
  return false;
}

const PeriodRow* find_part_of_year(std::u16string_view title, const Lexicon::Impl& lexicon) noexcept {
  for (std::size_t at = 0; at < title.size(); ++at) {
    if (const auto match = lexicon.periods.longest(title.substr(at))) return match.row;
  }
  return nullptr;
}

// What the title says of the months, in this year.
std::optional<Period> months_of_title(std::u16string_view title, int year, const Lexicon::Impl& lexicon) {
  if (const Until until = find_until(title); until.month != 0)
    return months_of(until.year != 0 ? until.year : year, 1, until.month, until.day);
  if (const PeriodRow* part = find_part_of_year(title, lexicon)) return months_of(year, part->from, part->to, 0);
  if (const int month = last_month(title); month != 0) return months_of(year, 1, month, 0);
  return std::nullopt;
}

}  // namespace

std::optional<Period> period_of_title(std::u16string_view title, const Lexicon::Impl& lexicon) {
  const int year = find_year(title);
  return year != 0 ? months_of_title(title, year, lexicon) : std::nullopt;
}

std::optional<Period> find_period(std::u16string_view title, std::u16string_view opening, std::optional<Date> published,
                                  const Lexicon::Impl& lexicon) {
  const int title_year = find_year(title);
  int year = title_year != 0 ? title_year : find_year(opening);
  if (year == 0 && published) year = published->year;
  if (year == 0) return std::nullopt;
  if (const auto period = months_of_title(title, year, lexicon)) return period;
  const std::u16string_view paragraph = first_paragraph(opening);
  Until until = find_until(paragraph);
  if (until.month == 0) until = find_up_to(paragraph);
  if (until.month == 0) until = find_until(opening);
  if (until.month != 0) {
    // A title without a year leaves it to the day of publication, which a report follows closely and never runs ahead
    // of.
    int said = until.year != 0 ? until.year : title_year;
    if (said == 0 && published) said = published->year - (until.month > published->month ? 1 : 0);
    return months_of(said != 0 ? said : year, 1, until.month, until.day);
  }
  if (title_year != 0) return months_of(title_year, 1, 12, 0);
  if (published && names_last_year(title, lexicon)) return months_of(published->year - 1, 1, 12, 0);
  // What is told in the year after, of a year that the first paragraph names, is that year's result.
  const int told = find_year(paragraph);
  if (told != 0 && (!published || published->year == told + 1)) return months_of(told, 1, 12, 0);
  return std::nullopt;
}

}  // namespace gongbao
