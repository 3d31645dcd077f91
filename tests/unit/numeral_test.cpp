#include "quantity/numeral.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "gongbao/lexicon.h"
#include "lexicon/lexicon_impl.h"
#include "text/fold.h"

namespace gongbao {
namespace {

using Form = Numeral::Form;

Numeral read(const std::string& text) {
  static const Lexicon lexicon = Lexicon::builtin();
  return read_numeral(fold(text), lexicon.impl().numerals);
}

struct Row {
  std::string number;
  std::string rest;  // what must be left over
  std::string low;
  std::string high = {};  // empty: as low
  Bound vague = Bound::exact;
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(row.number + "|" + row.rest);
    const Numeral number = read(row.number + row.rest);
    EXPECT_EQ(number.length, fold(row.number).size());
    EXPECT_EQ(number.form, Form::number);
    EXPECT_EQ(number.low.to_string(), row.low);
    EXPECT_EQ(number.high.to_string(), row.high.empty() ? row.low : row.high);
    EXPECT_EQ(number.vague, row.vague);
  }
}

TEST(Numeral, ArabicDigits) {
  expect_rows({{"4380", "个", "4380"},
               {"114384.66", "元", "114384.66"},
               {"３３，１５０", "人", "33150"},
               {"1 206", "家", "1206"},
               {"5 863.5万", "元", "58635000"}});
}

TEST(Numeral, ThousandsAreGroupsOfExactlyThree) {
  EXPECT_EQ(read("12,34").length, 2U);
  EXPECT_EQ(read("12,3456").length, 2U);
  EXPECT_EQ(read("2021,350").length, 4U);
  EXPECT_EQ(read("1,234,567").low, Decimal(1234567));
  EXPECT_EQ(read("1,234 567").length, 5U) << "one mark throughout";
}

TEST(Numeral, Scales) {
  expect_rows({{"1.35万", "人", "13500"},
               {"2百万", "元", "2000000"},
               {"6千", "户", "6000"},
               {"1.2万亿", "元", "1200000000000"},
               {"25万6千", "户", "256000"},
               {"3千5百万", "元", "35000000"},
               {"1万2000", "人", "12000"},
               {"2亿3500万", "元", "235000000"},
               {"25", "千米", "25"},
               {"8.6万", "千伏安", "86000"}});
}

TEST(Numeral, ChineseNumerals) {
  expect_rows({{"十", "部", "10"},
               {"十四", "处", "14"},
               {"二十四", "个", "24"},
               {"一百五十", "张", "150"},
               {"一百五", "", "150"},
               {"三万二千", "人", "32000"},
               {"两千零五", "户", "2005"},
               {"一万二千亿", "元", "1200000000000"},
               {"廿五", "个", "25"},
               {"三百万", "人次", "3000000"},
               {"九十六点三", "", "96.3"},
               {"三点五万", "亩", "35000"},
               {"壹仟贰佰叁拾肆", "元", "1234"},
               {"壹萬貳仟", "元", "12000"},
               {"十七万五千", "米", "175000"},
               {"五千", "米", "5000"}});
}

TEST(Numeral, TwoDigitsTogetherAreARange) {
  expect_rows({{"六七十", "个", "60", "70"},
               {"二百六七十", "人", "260", "270"},
               {"三五", "个", "3", "5"},
               {"两三", "家", "2", "3"},
               {"十七八", "个", "17", "18"},
               {"三四百", "人", "300", "400"},
               {"五六千", "户", "5000", "6000"},
               {"两三万", "人", "20000", "30000"}});
}

TEST(Numeral, ApproximationInside) {
  expect_rows({{"2300多万", "元", "23000000", "", Bound::more_than},
               {"31万多", "人次", "310000", "", Bound::more_than},
               {"一千六百余", "人", "1600", "", Bound::more_than},
               {"500来万", "", "5000000", "", Bound::approx},
               {"十几万", "人", "100000", "", Bound::more_than},
               {"2 600多 万", "元", "26000000", "", Bound::more_than}});
}

TEST(Numeral, DigitStringsAndBareScalesAreNoPlainNumbers) {
  EXPECT_EQ(read("二〇一一年").form, Form::digit_string);
  EXPECT_EQ(read("二○一一年").low, Decimal(2011));
  EXPECT_EQ(read("一八三医院").form, Form::digit_string);
  EXPECT_EQ(read("百余家").form, Form::bare_scale);
  EXPECT_EQ(read("千万工程").form, Form::bare_scale);
  EXPECT_TRUE(read("陆路").formal);
  EXPECT_EQ(read("八点三十分").length, 1U) << "a time, no decimal";
}

TEST(Numeral, NoNumber) {
  for (const char* text : {"", "个", "多少", "点", "来人", "零距离", "至", "千瓦", "-5", ".5", " 5"}) {
    EXPECT_EQ(read(text).length, 0U) << text;
  }
}

TEST(Numeral, TheScaleOfTheUpperEnd) {
  const Numeral number = read("1.5万");
  EXPECT_EQ(number.scale, 4);
  EXPECT_EQ(number.coefficient, Decimal(15, -1));
  EXPECT_EQ(read("3百万").scale, 6);
  EXPECT_EQ(read("五百").scale, 2);
  EXPECT_EQ(read("二十万").coefficient, Decimal(20));
  EXPECT_EQ(read("25万6千").scale, 0);
}

TEST(Numeral, TooLong) {
  const Numeral fits = read(std::string(18, '9'));
  EXPECT_FALSE(fits.too_long);
  EXPECT_EQ(fits.low.mantissa(), Decimal::max_mantissa);
  const Numeral number = read("1234567890123456789个");
  EXPECT_TRUE(number.too_long);
  EXPECT_EQ(number.length, 19U);
  EXPECT_TRUE(read(std::string(100'000, '7')).too_long);
}

TEST(DamagedArabic, IsPutTogether) {
  const std::vector<std::pair<std::u16string, std::string>> rows = {
      {u"4 5", "45"}, {u"16 0", "160"}, {u"3. 86", "3.86"}, {u"2 9.61", "29.61"}, {u"12 .5", "12.5"},
      {u"l2", "12"},  {u"2OO", "200"},  {u"1O43", "1043"},  {u"3.l", "3.1"},      {u"8l.3", "81.3"}};
  for (const auto& [text, value] : rows) {
    const Digits digits = read_damaged_arabic(text);
    EXPECT_EQ(digits.length, text.size()) << value;
    EXPECT_EQ(digits.value.to_string(), value);
  }
  for (const std::u16string_view text : {u"12", u"1 206", u"3.5", u"lO", u"l", u"4  5", u"G30", u""}) {
    EXPECT_EQ(read_damaged_arabic(text).length, 0U) << std::string(text.begin(), text.end());
  }
}

}  // namespace
}  // namespace gongbao
