// The numeral reader against a slow, plain one on every short string, and round trips of integers.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "gongbao/lexicon.h"
#include "lexicon/lexicon_impl.h"
#include "quantity/arabic.h"
#include "quantity/numeral.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace gongbao {
namespace {

const Table<NumeralRow>& numerals() {
  static const Lexicon lexicon = Lexicon::builtin();
  return lexicon.impl().numerals;
}

// ---- A plain reader: is the whole string a number? It looks at strings, where the real one keeps state.

const std::u16string digits = u"〇一二三四五六七八九";
const std::u16string formal_digits = u" 壹贰叁肆伍陆柒捌玖";

bool is_formal(char16_t c) { return formal_digits.find(c) != std::u16string::npos; }
int digit_of(char16_t c) {
  const std::size_t at = (is_formal(c) ? formal_digits : digits).find(c);
  return at == std::u16string::npos ? -1 : static_cast<int>(at);
}
int tens_of(char16_t c) { return c == u'廿' ? 20 : c == u'卅' ? 30 : 0; }
int power_of(char16_t c) {
  if (c == u'十') return 1;
  if (c == u'百') return 2;
  if (c == u'千') return 3;
  return 0;
}
int group_of(char16_t c) { return c == u'万' ? 4 : c == u'亿' ? 8 : 0; }

std::int64_t ten_to(int power) {
  std::int64_t value = 1;
  while (power-- > 0) value *= 10;
  return value;
}

struct Value {
  std::int64_t low = 0;
  std::int64_t high = 0;
  bool paired = false;
};

Value times(Value v, int power) { return {v.low * ten_to(power), v.high * ten_to(power), v.paired}; }

// One digit, or two that stand for "about": 三四, 三五. Financial digits never do.
std::optional<Value> coefficient(const std::u16string& s) {
  if (s.size() == 1 && digit_of(s[0]) > 0) return Value{digit_of(s[0]), digit_of(s[0]), false};
  if (s.size() != 2) return std::nullopt;
  const int first = digit_of(s[0]);
  const int second = digit_of(s[1]);
  if (is_formal(s[0]) || is_formal(s[1]) || first < 1 || (second != first + 1 && !(first == 3 && second == 5)))
    return std::nullopt;
  return Value{first, second, true};
}

// A number below 万. `above`: the power of ten the part before ended with. `last`: nothing follows it, so a last
// digit may stand for tens (一百五).
std::optional<Value> section(std::u16string s, int limit, int above, bool first, bool last) {
  if (s.empty()) return Value{};
  const bool zero = digit_of(s[0]) == 0;
  if (zero && first) return std::nullopt;
  if (zero) s.erase(0, 1);
  if (s.empty() || digit_of(s[0]) == 0) return std::nullopt;
  if (const int tens = tens_of(s[0]); tens != 0) {
    const auto rest = section(s.substr(1), 1, 1, false, last);
    if (zero || limit <= 1 || !rest) return std::nullopt;
    return Value{tens + rest->low, tens + rest->high, rest->paired};
  }
  std::size_t at = 0;
  while (at < s.size() && power_of(s[at]) == 0) ++at;
  if (at == s.size()) {
    const auto unit = coefficient(s);
    if (!unit) return std::nullopt;
    return last && !zero && above > 1 ? times(*unit, above - 1) : *unit;
  }
  const int power = power_of(s[at]);
  if (power >= limit || (at == 0 && power > 1)) return std::nullopt;
  const auto unit = at == 0 ? Value{1, 1, false} : coefficient(s.substr(0, at));
  const auto rest = section(s.substr(at + 1), power, power, false, last);
  if (!unit || !rest || (unit->paired && rest->paired)) return std::nullopt;
  const Value scaled = times(*unit, power);
  // Where the rest is a sure number, both ends get it.
  return Value{scaled.low + rest->low, scaled.high + rest->high, unit->paired || rest->paired};
}

std::optional<Value> sum(std::optional<Value> a, int power, std::optional<Value> b) {
  if (!a || !b || (a->paired && b->paired)) return std::nullopt;
  const Value scaled = times(*a, power);
  return Value{scaled.low + b->low, scaled.high + b->high, a->paired || b->paired};
}

// A part without 亿. `above`: the group before it.
std::optional<Value> part(const std::u16string& s, int above, bool last) {
  const std::size_t wan = s.find(u'万');
  if (wan == std::u16string::npos) return section(s, 4, above, above == 0, last);
  if (wan == 0) return std::nullopt;
  return sum(section(s.substr(0, wan), 4, above, above == 0, false), 4, section(s.substr(wan + 1), 4, 4, false, last));
}

std::optional<Value> below_yi_and_above(const std::u16string& s) {
  const std::size_t yi = s.find(u'亿');
  if (yi == std::u16string::npos) return part(s, 0, true);
  if (yi == 0) return std::nullopt;
  return sum(part(s.substr(0, yi), 0, false), 8, part(s.substr(yi + 1), 8, true));
}

enum class Kind { number, string, bare };
struct Plain {
  Kind kind = Kind::number;
  Value value;
};

std::optional<Plain> whole_number(const std::u16string& s) {
  bool only_digits = true;
  for (const char16_t c : s) only_digits = only_digits && digit_of(c) >= 0;
  if (only_digits && s.size() > 1 && !coefficient(s)) {
    Value value;
    for (const char16_t c : s) value.low = value.high = value.low * 10 + digit_of(c);
    return Plain{Kind::string, value};
  }
  if (group_of(s[0]) != 0 || power_of(s[0]) > 1) {
    // A scale without number: only its length matters. Read it as if a one stood before it.
    const auto one = whole_number(u"一" + s);
    return one ? std::optional(Plain{Kind::bare, one->value}) : std::nullopt;
  }
  const auto value = below_yi_and_above(s);
  return value ? std::optional(Plain{Kind::number, *value}) : std::nullopt;
}

std::string describe(const std::u16string& s) {
  std::string text;
  for (const char16_t c : s) append_utf8(text, c);
  return text;
}

// The longest number a string begins with.
struct Longest {
  std::size_t length = 0;
  Plain plain;
};

void expect_agreement(const std::u16string& s, const Longest& longest) {
  const Numeral read = read_numeral(s, numerals());
  ASSERT_EQ(read.length, longest.length) << describe(s);
  if (longest.length == 0 || longest.plain.kind == Kind::bare) return;
  const bool string = longest.plain.kind == Kind::string;
  ASSERT_EQ(read.form == Numeral::Form::digit_string, string) << describe(s);
  ASSERT_EQ(read.low, Decimal(longest.plain.value.low)) << describe(s) << ' ' << read.low.to_string();
  ASSERT_EQ(read.high, Decimal(longest.plain.value.high)) << describe(s) << ' ' << read.high.to_string();
}

// Every string that begins with `s`, up to a length; `longest` is what `s` begins with.
void every_numeral(const std::u16string& alphabet, std::size_t length, std::u16string& s, const Longest& longest) {
  if (s.size() == length || ::testing::Test::HasFatalFailure()) return;
  for (const char16_t c : alphabet) {
    s.push_back(c);
    const auto whole = whole_number(s);
    const Longest next = whole ? Longest{s.size(), *whole} : longest;
    expect_agreement(s, next);
    every_numeral(alphabet, length, s, next);
    s.pop_back();
  }
}

void expect_agreement_on_all(const std::u16string& alphabet, std::size_t length) {
  std::u16string s;
  every_numeral(alphabet, length, s, {});
}

void every_string(const std::u16string& alphabet, std::size_t length, std::u16string& s,
                  void (*check)(const std::u16string&)) {
  if (!s.empty()) check(s);
  if (s.size() == length || ::testing::Test::HasFatalFailure()) return;
  for (const char16_t c : alphabet) {
    s.push_back(c);
    every_string(alphabet, length, s, check);
    s.pop_back();
  }
}

// Seventeen million strings; the slow builds leave the last character out.
#ifdef NDEBUG
constexpr std::size_t whole_length = 6;
#else
constexpr std::size_t whole_length = 5;
#endif

TEST(NumeralProperty, AgreesWithThePlainReaderOverTheWholeAlphabet) {
  expect_agreement_on_all(u"〇一二三四五六七八九十百千万亿廿", whole_length);
}

TEST(NumeralProperty, AgreesWithThePlainReaderOnAllShortStrings) { expect_agreement_on_all(u"一三四〇十百万亿", 6); }

TEST(NumeralProperty, AgreesWithThePlainReaderOnFinancialDigits) { expect_agreement_on_all(u"三四〇叁肆十千万", 6); }

TEST(NumeralProperty, AgreesWithThePlainReaderOnLongStringsOfFewCharacters) {
  expect_agreement_on_all(u"二三十千万", 8);
}

// The characters left out of the alphabets above are the same to the reader as one of them.
TEST(NumeralProperty, OtherCharactersAreTheSameAsOnesOfTheAlphabet) {
  const auto row = [](std::u16string_view character) { return numerals().longest(character); };
  for (const auto& [other, known] : std::vector<std::pair<std::u16string, std::u16string>>{
           {u"零", u"〇"}, {u"两", u"二"}, {u"拾", u"十"}, {u"佰", u"百"}, {u"仟", u"千"}}) {
    EXPECT_EQ(row(other)->kind, row(known)->kind) << describe(other);
    EXPECT_EQ(row(other)->value, row(known)->value) << describe(other);
  }
  EXPECT_EQ(row(u"卅")->kind, row(u"廿")->kind);
  EXPECT_EQ(row(u"卅")->value, 30);
}

TEST(NumeralProperty, ArabicDigitsAgreeWithAPattern) {
  static const std::regex pattern(
      R"((?:[1-9][0-9]{0,2}|0)(?:(?:,[0-9]{3}(?![0-9]))+|(?: [0-9]{3}(?![0-9]))+)(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)");
  std::u16string s;
  every_string(u"10, .", 7, s, [](const std::u16string& text) {
    const std::string ascii(text.begin(), text.end());
    std::smatch match;
    const bool found = std::regex_search(ascii, match, pattern, std::regex_constants::match_continuous);
    const Digits read = read_arabic(text);
    ASSERT_EQ(read.length, found ? static_cast<std::size_t>(match.length()) : 0U) << ascii;
    if (!found) return;
    std::string bare;
    for (const char c : match.str()) bare += c == ',' || c == ' ' ? "" : std::string(1, c);
    ASSERT_EQ(read.value, *Decimal::parse(bare)) << ascii;
  });
}

// ---- Writing integers, and reading them back.

struct Script {
  std::array<const char*, 10> digits;
  std::array<const char*, 4> scales;  // 1, 10, 100, 1000
  const char* wan;
  const char* yi;
};
const std::array<const char*, 10> plain_digits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
const std::array<const char*, 4> plain_scales = {"", "十", "百", "千"};
const std::array<const char*, 4> financial_scales = {"", "拾", "佰", "仟"};
const Script scripts[] = {
    {plain_digits, plain_scales, "万", "亿"},
    {plain_digits, plain_scales, "萬", "億"},
    {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, financial_scales, "万", "亿"},
    {{"零", "壹", "貳", "叄", "肆", "伍", "陸", "柒", "捌", "玖"}, financial_scales, "萬", "億"},
};

// The section below 万; a zero is written where a scale is passed over, also at the start if `inner`.
std::string write_section(int value, bool inner, const Script& script) {
  std::string text;
  bool gap = inner && value < 1000;
  for (int power = 3, scale = 1000; power >= 0; --power, scale /= 10) {
    const int digit = value / scale % 10;
    if (digit == 0) {
      gap = gap || !text.empty();
      continue;
    }
    if (gap) text += script.digits[0];
    gap = false;
    text +=
        std::string(script.digits[static_cast<std::size_t>(digit)]) + script.scales[static_cast<std::size_t>(power)];
  }
  return text;
}

std::string write_chinese(std::int64_t value, const Script& script) {
  if (value == ten_to(12)) return script.digits[1] + std::string(script.wan) + script.yi;  // no section above 万亿
  const int yi = static_cast<int>(value / 100'000'000);
  const int wan = static_cast<int>(value / 10'000 % 10'000);
  const int ones = static_cast<int>(value % 10'000);
  std::string text;
  if (yi > 0) text += write_section(yi, false, script) + script.yi;
  if (wan > 0) text += write_section(wan, !text.empty(), script) + script.wan;
  // 一亿零三 has one zero, though the 万 are missing too.
  if (ones > 0) text += write_section(ones, !text.empty(), script);
  return text;
}

std::string grouped(std::int64_t value, char mark) {
  std::string text = std::to_string(value);
  for (int at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), 1, mark);
  return text;
}

std::string full_width(const std::string& digits_of_value) {
  std::string text;
  for (const char c : digits_of_value) append_utf8(text, static_cast<char16_t>(u'０' + (c - '0')));
  return text;
}

void expect_reads(const std::string& text, std::int64_t value) {
  const std::u16string folded = fold(text);
  const Numeral read = read_numeral(folded, numerals());
  ASSERT_EQ(read.length, folded.size()) << text;
  ASSERT_EQ(read.form, Numeral::Form::number) << text;
  ASSERT_EQ(read.low, Decimal(value)) << text << " read as " << read.low.to_string();
  ASSERT_EQ(read.high, read.low) << text;
}

void expect_round_trip(std::int64_t value) {
  expect_reads(std::to_string(value), value);
  expect_reads(grouped(value, ','), value);
  expect_reads(grouped(value, ' '), value);
  expect_reads(full_width(std::to_string(value)), value);
  if (value == 0) return;  // a lone 零 is a word (零距离), no number
  for (const Script& script : scripts) expect_reads(write_chinese(value, script), value);
}

TEST(NumeralProperty, RoundTripOfAllIntegersBelowAHundredThousand) {
  for (std::int64_t value = 0; value < 100'000 && !HasFatalFailure(); ++value) expect_round_trip(value);
}

TEST(NumeralProperty, RoundTripOfSampledIntegersUpToATrillion) {
  std::mt19937_64 random(20210412);
  for (int round = 0; round < 60'000 && !HasFatalFailure(); ++round) {
    const std::int64_t limit = ten_to(5 + round % 8);
    expect_round_trip(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit)));
  }
}

TEST(NumeralProperty, RoundTripAroundThePowersOfTen) {
  for (int power = 0; power <= 12 && !HasFatalFailure(); ++power) {
    expect_round_trip(ten_to(power) - 1);
    expect_round_trip(ten_to(power));
    if (power < 12) expect_round_trip(ten_to(power) + 1);
  }
}

TEST(NumeralProperty, ScalesAfterArabicDigits) {
  const std::vector<std::pair<std::string, int>> scales = {{"十", 1},   {"百", 2},    {"千", 3},    {"万", 4},
                                                           {"十万", 5}, {"百万", 6},  {"千万", 7},  {"亿", 8},
                                                           {"十亿", 9}, {"百亿", 10}, {"千亿", 11}, {"万亿", 12}};
  for (std::int64_t mantissa = 1; mantissa < 2000; ++mantissa) {
    for (const auto& [word, power] : scales) {
      for (int places = 0; places < 3; ++places) {
        const Decimal number(mantissa, -places);
        const std::u16string text = fold(number.to_string() + word);
        const Numeral read = read_numeral(text, numerals());
        ASSERT_EQ(read.length, text.size()) << describe(text);
        ASSERT_EQ(read.low, *number.scaled(power)) << describe(text);
        ASSERT_EQ(read.scale, power) << describe(text);
        ASSERT_EQ(read.coefficient, number) << describe(text);
      }
    }
  }
}

}  // namespace
}  // namespace gongbao
