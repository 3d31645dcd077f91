#include "page/period.h"

#include <gtest/gtest.h>

#include "page/dates.h"
#include "stages.h"
#include "text/fold.h"

namespace gongbao::tests {
namespace {

struct PeriodCase {
  const char* title;
  const char* opening;
  const char* published;  // "" for none
  const char* period;     // "" for none
};

class Periods : public testing::TestWithParam<PeriodCase> {};

TEST_P(Periods, AreFound) {
  std::optional<Date> published;
  if (const auto found = find_date(fold(GetParam().published))) published = found->date;
  const auto period = find_period(fold(GetParam().title), fold(GetParam().opening), published, builtin());
  const std::string got = period ? period->from.to_string() + " " + period->to.to_string() : "";
  EXPECT_EQ(got, GetParam().period) << GetParam().title;
}

TEST_P(Periods, OfATitleThatSaysItAllAreTheSame) {
  const std::u16string title = fold(GetParam().title);
  const auto period = period_of_title(title, builtin());
  if (!period) return;
  EXPECT_EQ(period->from.to_string() + " " + period->to.to_string(), GetParam().period) << GetParam().title;
}
TEST(Period, ATitleWithoutAYearDoesNotSayItAll) {
  EXPECT_TRUE(period_of_title(fold("2021年实事一季度进展"), builtin()));
  EXPECT_FALSE(period_of_title(fold("一季度实事进展"), builtin()));
}

INSTANTIATE_TEST_SUITE_P(
    Of, Periods,
    testing::Values(PeriodCase{"2021年实事一季度进展", "", "", "2021-01-01 2021-03-31"},
                    PeriodCase{"2021年实事二季度进展", "", "", "2021-01-01 2021-06-30"},
                    PeriodCase{"2021年实事前三季度进展", "", "", "2021-01-01 2021-09-30"},
                    PeriodCase{"2021年上半年实事进展", "", "", "2021-01-01 2021-06-30"},
                    PeriodCase{"2021年1-9月实事进展", "", "", "2021-01-01 2021-09-30"},
                    PeriodCase{"2021年1—9月实事进展", "", "", "2021-01-01 2021-09-30"},
                    PeriodCase{"２０２１年１至９月实事进展", "", "", "2021-01-01 2021-09-30"},
                    PeriodCase{"2021年5月份实事进展", "", "", "2021-01-01 2021-05-31"},
                    PeriodCase{"2021年实事进展（截至11月底）", "", "", "2021-01-01 2021-11-30"},
                    PeriodCase{"实事进展（截至2021年11月20日）", "", "", "2021-01-01 2021-11-20"},
                    PeriodCase{"2024年实事进展", "截至2月底，各项按期推进。", "", "2024-01-01 2024-02-29"},
                    PeriodCase{"2023年实事进展", "截止2月底，各项按期推进。", "", "2023-01-01 2023-02-28"},
                    PeriodCase{"2021年实事完成情况", "到12月20日，各项办结。", "", "2021-01-01 2021-12-20"},
                    PeriodCase{"2021年实事完成情况", "力争到11月底前办结。", "", "2021-01-01 2021-12-31"},
                    PeriodCase{"2021年实事进展", "今年前5个月，各项按期推进。", "", "2021-01-01 2021-05-31"},
                    PeriodCase{"2021年实事半年“账单”", "", "", "2021-01-01 2021-06-30"},
                    PeriodCase{"2021年实事完成情况", "征集意见，截止时间为1月31日。", "", "2021-01-01 2021-12-31"},
                    PeriodCase{"2021年实事进展", "", "", "2021-01-01 2021-12-31"},
                    PeriodCase{"二○一○年实事进展", "", "", "2010-01-01 2010-12-31"},
                    PeriodCase{"一季度实事进展", "", "2021-04-12", "2021-01-01 2021-03-31"},
                    PeriodCase{"实事进展", "截至9月底，改厕30座。", "2021-10-12", "2021-01-01 2021-09-30"},
                    PeriodCase{"重点实事全部兑现", "2022年全市实事全部完成。", "2023-01-05", "2022-01-01 2022-12-31"},
                    PeriodCase{"重点实事稳步推进", "2022年全市安排实事20项。", "2022-03-05", ""},
                    PeriodCase{"实事办得怎样", "截至12月底，各项办结。", "2022-01-19", "2021-01-01 2021-12-31"},
                    PeriodCase{"去年票决的实事办得怎样？", "", "2022-01-19", "2021-01-01 2021-12-31"},
                    PeriodCase{"2015年实事完成情况", "全部完成。\n就业。到11月底完成5126人。", "2015-12-31",
                               "2015-01-01 2015-12-31"},
                    PeriodCase{"实事进展", "", "2021-10-12", ""}, PeriodCase{"实事进展", "", "", ""},
                    PeriodCase{"一季度实事进展", "", "", ""}, PeriodCase{"", "", "", ""}));

struct DateCase {
  const char* text;
  const char* date;  // "" for none
};

class Dates : public testing::TestWithParam<DateCase> {};

TEST_P(Dates, AreFound) {
  const auto found = find_date(fold(GetParam().text));
  EXPECT_EQ(found ? found->date.to_string() : "", GetParam().date) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Of, Dates,
    testing::Values(DateCase{"2021-04-12", "2021-04-12"}, DateCase{"2021/4/2 9:41", "2021-04-02"},
                    DateCase{"２０２１－１－１８", "2021-01-18"}, DateCase{"2009年7月17日", "2009-07-17"},
                    DateCase{"二○一一年二月二十八日", "2011-02-28"}, DateCase{"二〇一六年十月十二日", "2016-10-12"},
                    DateCase{"2024-02-29", "2024-02-29"}, DateCase{"2023-02-29", ""}, DateCase{"2021-13-01", ""},
                    DateCase{"2021-00-10", ""}, DateCase{"2021-04-31", ""}, DateCase{"1820-04-12", ""},
                    DateCase{"32021-04-12", ""}, DateCase{"2021年4月", ""}, DateCase{"2021", ""}, DateCase{"", ""}));

}  // namespace
}  // namespace gongbao::tests
