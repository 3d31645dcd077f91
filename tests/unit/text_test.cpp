#include <gtest/gtest.h>

#include <string>

#include "page/lines.h"
#include "stages.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace gongbao::tests {
namespace {

// Each character with its bytes: "１[3]".
std::string with_lengths(const std::string& text) {
  const Chars chars = fold_chars(text);
  std::string out;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    append_utf8(out, chars[i]);
    out += "[" + std::to_string(chars.begin_byte(i)) + "," + std::to_string(chars.end_byte(i)) + "]";
  }
  return out;
}

TEST(Chars, KnowTheBytesTheyCameFrom) {
  EXPECT_EQ(with_lengths(""), "");
  EXPECT_EQ(with_lengths("a"), "a[0,1]");
  EXPECT_EQ(with_lengths("萬１．３5"), "万[0,3]1[3,6].[6,9]3[9,12]5[12,13]");
  EXPECT_EQ(with_lengths("m²"), "m[0,1]²[1,3]");
  EXPECT_EQ(with_lengths("万&nbsp;&x"), "万[0,3] [3,9]&[9,10]x[10,11]");
  EXPECT_EQ(with_lengths("a\r\n\rb\n"), "a[0,1]\n[1,3]\n[3,4]b[4,5]\n[5,6]");
}

TEST(Chars, OfNoMeaningAreLeftOut) {
  EXPECT_EQ(with_lengths("\xEF\xBB\xBF"
                         "a\xE2\x80\x8B"
                         "b\xC2\xAD"
                         "万"),
            "a[3,4]b[7,8]万[10,13]");
  EXPECT_EQ(with_lengths("a\xE2\x80\x8B"), "a[0,1]");
}

TEST(Chars, BeyondTheBasicPlaneAreOneUnit) {
  EXPECT_EQ(fold_chars("\xF0\x9F\x98\x80").view(), std::u16string(1, pictograph));
  EXPECT_EQ(fold_chars("\xF0\xA0\x80\x80x").view(), std::u16string(1, other_plane) + u"x");
}

// Text is valid; this only must not read or write elsewhere.
TEST(Chars, OfBytesThatAreNoTextAreNoMoreThanTheirBytes) {
  for (const char* bytes : {"\x80", "\x80\x80\x80\x80\x80", "a\xE4", "a\xE4\xB8", "\x80万\x80", "\xF0\x9F", "\xFF"})
    EXPECT_LE(fold_chars(bytes).size(), std::string_view(bytes).size()) << bytes;
}

TEST(Utf8, ValidLength) {
  const std::string digits = "0123456789012345";
  EXPECT_EQ(valid_length("", 0), 0U);
  EXPECT_EQ(valid_length(digits + "万" + digits, 0), 35U);
  EXPECT_EQ(valid_length(digits + "万" + digits, 16), 19U);
  EXPECT_EQ(valid_length("\xE0\xA0\x80m\xC2\xB2\xED\x9F\xBF\xEE\x80\x80\xF0\x9F\x98\x80", 0), 16U);
  for (const char* damaged : {"\x80", "\xE4\xB8", "\xE4\xB8m", "\xE0\x80\x80m", "\xE0\x9F\xBFm", "\xED\xA0\x80m",
                              "\xF0\x80\x80\x80", "\xF5\x80\x80\x80", "\xC0\x80m", "\xFF"}) {
    EXPECT_EQ(valid_length(damaged, 0), 0U) << damaged;
    EXPECT_EQ(valid_length("万" + digits + damaged, 0), 19U) << damaged;
  }
}

TEST(Utf8, CountsCharacters) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("万m²"), 3U);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "万1";
  EXPECT_EQ(count_characters(text), 2000U);
}

TEST(Text, ContainsLooksAtEveryCharacter) {
  for (std::size_t size = 1; size < 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::u16string text(size, u'x');
      EXPECT_FALSE(contains(text, is_digit));
      text[at] = u'7';
      EXPECT_TRUE(contains(text, is_digit)) << at << " of " << size;
    }
  }
}

TEST(Lines, AreDescribed) {
  std::vector<Diagnostic> diagnostics;
  const Chars chars = fold_chars("当前位置：首页 > 公开\n　　一、新建学校3所；已完成。 \n\n项目|目标\t\n末行");
  const Lines lines(chars, builtin(), diagnostics);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_TRUE(lines[0].crumb);
  EXPECT_TRUE(lines.has(lines[0], Furniture::nav));
  EXPECT_FALSE(lines.has(lines[0], Furniture::date));
  EXPECT_EQ(lines[1].indent, 4U);
  EXPECT_EQ(lines[1].stops, 2U);
  EXPECT_EQ(lines[1].width, 25U);
  EXPECT_TRUE(lines[1].ordinal);
  EXPECT_FALSE(lines.has(lines[1], Furniture::nav));
  EXPECT_TRUE(lines[2].blank());
  EXPECT_EQ(lines[3].bars, 2U);  // that of an empty cell at the end, too
  EXPECT_EQ(lines.text(lines[3]), u"项目|目标");
  EXPECT_EQ(lines.text(lines[4]), u"末行");
}

}  // namespace
}  // namespace gongbao::tests
