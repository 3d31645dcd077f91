// Dates as bulletins print them.
#pragma once

#include <optional>
#include <string_view>

#include "gongbao/document.h"

namespace gongbao {

struct FoundDate {
  Date date;
  std::size_t begin = 0;  // characters
  std::size_t end = 0;
};

// The date that text begins with: 2021-04-12, 2012/10/30, 2009年7月17日, 二○一一年二月二十八日. Year 1900..2199 with
// month and day; the day must exist.
std::optional<FoundDate> date_at(std::u16string_view text, std::size_t at);
// The first date of text from `at` on.
std::optional<FoundDate> find_date(std::u16string_view text, std::size_t at = 0);

// A year with its 年 that text has at `at` (2021年, 二〇一一年, also 2021年度); value 0 where there is none.
struct FoundYear {
  int year = 0;
  std::size_t end = 0;  // after 年
};
FoundYear year_at(std::u16string_view text, std::size_t at) noexcept;
// The first year of text, 0 where there is none.
int find_year(std::u16string_view text) noexcept;

int days_in_month(int year, int month) noexcept;

}  // namespace gongbao
