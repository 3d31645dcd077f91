#include "gongbao/decimal.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gongbao {
namespace {

constexpr std::int64_t max = Decimal::max_mantissa;

TEST(Decimal, IsNormalised) {
  EXPECT_EQ(Decimal(1000), Decimal(1, 3));
  EXPECT_EQ(Decimal(1000).mantissa(), 1);
  EXPECT_EQ(Decimal(1000).exponent(), 3);
  EXPECT_EQ(Decimal(-150, -2), Decimal(-15, -1));
  EXPECT_EQ(Decimal(0, 7), Decimal());
  EXPECT_EQ(Decimal(0, 7).exponent(), 0);
  EXPECT_TRUE(Decimal(0, -7).is_zero());
}

TEST(Decimal, WritesThePlainNotation) {
  EXPECT_EQ(Decimal().to_string(), "0");
  EXPECT_EQ(Decimal(135, 2).to_string(), "13500");
  EXPECT_EQ(Decimal(5, -1).to_string(), "0.5");
  EXPECT_EQ(Decimal(5, -3).to_string(), "0.005");
  EXPECT_EQ(Decimal(5719223, -2).to_string(), "57192.23");
  EXPECT_EQ(Decimal(-3).to_string(), "-3");
  EXPECT_EQ(Decimal(-3, -2).to_string(), "-0.03");
  EXPECT_EQ(Decimal(-12345, -2).to_string(), "-123.45");
  EXPECT_EQ(Decimal(max).to_string(), "999999999999999999");
  EXPECT_EQ(Decimal(-max, -18).to_string(), "-0.999999999999999999");
  EXPECT_EQ(Decimal(1, 30).to_string(), "1" + std::string(30, '0'));
  EXPECT_EQ(Decimal(1, -30).to_string(), "0." + std::string(29, '0') + "1");
}

TEST(Decimal, ReadsWhatItWrites) {
  for (const char* text : {"0", "7", "10", "13500", "0.5", "0.005", "57192.23", "999999999999999999",
                           "1000000000000000000000000000000", "0.000000000000000000000000000001"}) {
    ASSERT_TRUE(Decimal::parse(text)) << text;
    EXPECT_EQ(Decimal::parse(text)->to_string(), text);
  }
}

TEST(Decimal, ReadsZerosThatSayNothing) {
  EXPECT_EQ(Decimal::parse("007"), Decimal(7));
  EXPECT_EQ(Decimal::parse("1.50"), Decimal(15, -1));
  EXPECT_EQ(Decimal::parse("0.0"), Decimal());
  EXPECT_EQ(Decimal::parse("0000000000000000000000000000000000000000"), Decimal());
  EXPECT_EQ(Decimal::parse("0000000000000000000000000000000000000000.50"), Decimal(5, -1));
  EXPECT_EQ(Decimal::parse("10.0000000000000000000000000000000000000000"), Decimal(10));
}

TEST(Decimal, ReadsNothingElse) {
  for (const char* text : {"", ".", "1.", ".5", "1.2.3", "-1", "+1", " 1", "1 ", "1,000", "1e3", "0x1", "a", "1a"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
  EXPECT_FALSE(Decimal::parse(std::string_view("1\0", 2)));
}

TEST(Decimal, ReadsNothingOutOfRange) {
  EXPECT_FALSE(Decimal::parse("1234567890123456789"));
  EXPECT_FALSE(Decimal::parse("1000000000000000001"));
  EXPECT_FALSE(Decimal::parse("10000000000000000000000000000001"));
  EXPECT_FALSE(Decimal::parse("10000000000000000000000000000000"));
  EXPECT_FALSE(Decimal::parse("0.0000000000000000000000000000001"));
  EXPECT_FALSE(Decimal::parse(std::string(100'000, '9')));
}

TEST(Decimal, Scales) {
  EXPECT_EQ(Decimal(135, -2).scaled(4), Decimal(13500));
  EXPECT_EQ(Decimal(5).scaled(-2), Decimal(5, -2));
  EXPECT_EQ(Decimal(1).scaled(30), Decimal(1, 30));
  EXPECT_FALSE(Decimal(1).scaled(31));
  EXPECT_FALSE(Decimal(1).scaled(-31));
  EXPECT_EQ(Decimal().scaled(1000), Decimal());
  EXPECT_FALSE(Decimal(1).scaled(INT32_MAX));
  EXPECT_FALSE(Decimal(1, 30).scaled(INT32_MIN));
}

TEST(Decimal, Adds) {
  EXPECT_EQ(Decimal(3, 8).plus(Decimal(5, 7)), Decimal(35, 7));
  EXPECT_EQ(Decimal(5, -1).plus(Decimal(5, -1)), Decimal(1));
  EXPECT_EQ(Decimal(5).plus(Decimal(-5)), Decimal());
  EXPECT_EQ(Decimal(1, 30).plus(Decimal()), Decimal(1, 30));
  EXPECT_EQ(Decimal().plus(Decimal(1, -30)), Decimal(1, -30));
  EXPECT_EQ(Decimal(max).plus(Decimal(1)), Decimal(1, 18));
  EXPECT_FALSE(Decimal(max).plus(Decimal(2)));
  EXPECT_FALSE(Decimal(1, 18).plus(Decimal(1)));
  EXPECT_FALSE(Decimal(1, 30).plus(Decimal(1, -30)));
  EXPECT_EQ(Decimal(1, 18).plus(Decimal(-1)), Decimal(max));
}

TEST(Decimal, Multiplies) {
  EXPECT_EQ(Decimal(135, -2).times(Decimal(1, 4)), Decimal(13500));
  EXPECT_EQ(Decimal(-4).times(Decimal(25, -1)), Decimal(-10));
  EXPECT_EQ(Decimal().times(Decimal(max, 30)), Decimal());
  EXPECT_FALSE(Decimal(max).times(Decimal(max)));
  EXPECT_FALSE(Decimal(1, 20).times(Decimal(1, 20)));
  EXPECT_FALSE(Decimal(1, -20).times(Decimal(1, -20)));
}

TEST(Decimal, OrdersByValue) {
  const std::vector<Decimal> ascending = {Decimal(-max, 30), Decimal(-1, 30),  Decimal(-2),    Decimal(-15, -1),
                                          Decimal(-1),       Decimal(-1, -30), Decimal(),      Decimal(1, -30),
                                          Decimal(max, -30), Decimal(9, -1),   Decimal(1),     Decimal(15, -1),
                                          Decimal(2),        Decimal(max),     Decimal(1, 18), Decimal(1, 30)};
  for (std::size_t i = 0; i < ascending.size(); ++i) {
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      EXPECT_EQ(ascending[i] < ascending[j], i < j) << ascending[i].to_string() << " " << ascending[j].to_string();
    }
  }
}

TEST(Decimal, AgreesWithSmallIntegers) {
  std::mt19937 random(1);
  std::uniform_int_distribution<int> hundredths(-100'000, 100'000);
  for (int i = 0; i < 20'000; ++i) {
    const int a = hundredths(random);
    const int b = hundredths(random);
    const Decimal x(a, -2);
    const Decimal y(b, -2);
    EXPECT_EQ(x.plus(y), Decimal(a + b, -2));
    EXPECT_EQ(x.times(y), Decimal(std::int64_t{a} * b, -4));
    EXPECT_EQ(x < y, a < b);
    EXPECT_EQ(x == y, a == b);
    if (a >= 0) {
      EXPECT_EQ(Decimal::parse(x.to_string()), x);
    }
  }
}

TEST(Decimal, GivesTheNearestDouble) {
  EXPECT_EQ(Decimal().to_double(), 0.0);
  EXPECT_EQ(Decimal(1, -1).to_double(), 0.1);
  EXPECT_EQ(Decimal(5719223, -2).to_double(), 57192.23);
  EXPECT_EQ(Decimal(-3).to_double(), -3.0);
  EXPECT_EQ(Decimal(9007199254740991, -22).to_double(), 9007199254740991e-22);
  EXPECT_EQ(Decimal(9007199254740993, -2).to_double(), 9007199254740993e-2);
  EXPECT_EQ(Decimal(7, 22).to_double(), 7e22);
  EXPECT_EQ(Decimal(7, 23).to_double(), 7e23);
  EXPECT_EQ(Decimal(max, 30).to_double(), 999999999999999999e30);
  EXPECT_EQ(Decimal(-max, -30).to_double(), -999999999999999999e-30);
}

}  // namespace
}  // namespace gongbao
