// Inputs that nobody writes: each gives a document or an error, and costs time linear in its size.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>

#include "golden/corpus.h"
#include "golden/encodings.h"
#include "property/documents.h"

namespace gongbao::tests {
namespace {

// Generous, for slow machines and sanitizers; quadratic time is beyond them by orders of magnitude.
constexpr double most_seconds_per_megabyte = 40;
constexpr double most_growth = 3;  // when the size doubles
constexpr double too_short_to_compare = 0.2;
constexpr int most_tries = 3;

std::string repeat(const std::string& piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

// Processor time, which other programs on the machine do not spoil.
double seconds_to_parse(const Parser& parser, const std::string& input) {
  const std::clock_t begin = std::clock();
  const Result result = parser.parse(input);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

struct Hostile {
  const char* name;
  std::size_t full;                         // the size asked for, in pieces
  std::string (*make)(std::size_t pieces);  // grows with `pieces`
};

std::string bulletins_in_one_line(std::size_t bytes) {
  std::string one;
  for (const auto& path : bulletins()) one += read_file(path);
  std::erase_if(one, [](char c) { return c == '\n' || c == '\r'; });
  return repeat(one, bytes / one.size() + 1).substr(0, bytes);
}

const Hostile inputs[] = {
    {"OpenBrackets", 1000000, [](std::size_t n) { return repeat("（", n); }},
    {"DeepBrackets", 300000, [](std::size_t n) { return repeat("（", n) + "3人" + repeat("）", n); }},
    {"DeepBracketsOfAllKinds", 100000,
     [](std::size_t n) { return repeat("（【“《", n) + "3人" + repeat("》”】）", n); }},
    {"Digits", 1000000, [](std::size_t n) { return repeat("7", n); }},
    {"DigitsWithUnits", 300000, [](std::size_t n) { return repeat("7人", n); }},
    {"DigitsAndBlanks", 500000, [](std::size_t n) { return repeat("7 ", n); }},
    {"Thousands", 250000, [](std::size_t n) { return repeat("123,", n); }},
    {"Points", 500000, [](std::size_t n) { return repeat("1.", n); }},
    {"Dashes", 500000, [](std::size_t n) { return repeat("1-", n); }},
    {"ChineseOnes", 1000000, [](std::size_t n) { return repeat("一", n); }},
    {"ChineseScales", 300000, [](std::size_t n) { return repeat("一万亿", n); }},
    {"OneLine", 5000000, bulletins_in_one_line},
    {"Ordinals", 100000, [](std::size_t n) { return repeat("一、\n", n); }},
    {"Items", 50000, [](std::size_t n) { return repeat("1、新增就业300人。已新增120人。\n", n); }},
    {"SectionsAndItems", 30000, [](std::size_t n) { return repeat("一、就业\n1、新增就业300人。已新增120人。\n", n); }},
    {"OneItemOfManyFigures", 50000, [](std::size_t n) { return "1、" + repeat("新增就业300人，", n) + "。"; }},
    {"OneItemOfManySentences", 50000, [](std::size_t n) { return "1、" + repeat("新增就业300人。已新增120人。", n); }},
    {"TargetsThenAchievements", 30000,
     [](std::size_t n) {
       return "一、工作\n1、目标任务：" + repeat("新增就业300人，", n) + "。\n完成情况：" +
              repeat("新增就业120人，", n) + "。\n";
     }},
    {"OneRow", 300000, [](std::size_t n) { return repeat("12|", n); }},
    {"ManyRows", 30000, [](std::size_t n) { return "序号|项目|目标|完成\n" + repeat("1|新增就业|300人|120人\n", n); }},
    {"RowsOfOneItem", 30000,
     [](std::size_t n) { return "序号|项目|目标|完成\n1|新增就业|—|5人\n" + repeat("||—|5人\n", n); }},
    {"LineBreaks", 1000000, [](std::size_t n) { return "字" + repeat("\n", n) + "字"; }},
    {"Blanks", 1000000, [](std::size_t n) { return "字" + repeat(" ", n) + "字"; }},
    {"IdeographicBlanks", 500000, [](std::size_t n) { return "字" + repeat("　", n) + "3 人"; }},
    {"ZeroWidth", 500000, [](std::size_t n) { return "3" + repeat("\xE2\x80\x8B", n) + "人"; }},
    {"Spam", 100000, [](std::size_t n) { return "字" + repeat("bet365体育", n); }},
    {"SpamInBrackets", 100000, [](std::size_t n) { return "字" + repeat("（bet365）", n); }},
    {"Entities", 200000, [](std::size_t n) { return "字" + repeat("&nbsp;", n); }},
    {"Ampersands", 1000000, [](std::size_t n) { return "字" + repeat("&", n); }},
    {"LatinLetters", 1000000, [](std::size_t n) { return "字" + repeat("a", n); }},
    {"Quotes", 500000, [](std::size_t n) { return "字" + repeat("“", n); }},
    {"Units", 200000, [](std::size_t n) { return "字3" + repeat("元/人·月", n); }},
    {"Bounds", 200000, [](std::size_t n) { return "字" + repeat("不少于", n) + "3人" + repeat("以上", n); }},
    {"OrdinalWords", 300000, [](std::size_t n) { return repeat("第一项", n); }},
    {"Until", 300000, [](std::size_t n) { return repeat("截至", n) + "9月底新增就业300人。"; }},
    {"TitleWords", 100000, [](std::size_t n) { return repeat("民生实事进展情况\n", n); }},
    {"Dates", 100000, [](std::size_t n) { return repeat("发布日期：2021-04-12\n", n); }},
    {"Furniture", 100000, [](std::size_t n) { return repeat("上一篇：下一篇：\n", n) + "字"; }},
    {"ClausesWithoutNumbers", 100000,
     [](std::size_t n) { return "1、新建学校3所" + repeat("，做好", n) + "（改造泵站2处）"; }},
    {"Labels", 100000, [](std::size_t n) { return "1、" + repeat("目标任务：完成情况：", n); }},
    {"Gb18030", 200000, [](std::size_t n) { return repeat(encode("新增就业300人，", "GB18030"), n); }},
    {"HalfCharacters", 100000, [](std::size_t n) { return repeat(encode("新增就业300人，", "GB18030") + "\xB0", n); }},
    {"FourByteCodes", 200000,
     [](std::size_t n) { return encode("新增就业", "GB18030") + repeat("\x82\x35\x8F\x33", n); }},
    {"Utf16", 200000, [](std::size_t n) { return repeat(encode("新增就业300人，", "UTF-16LE"), n); }},
    {"Utf16OutOfStep", 200000, [](std::size_t n) { return repeat(encode("新增就业300人，", "UTF-16BE") + "3", n); }},
    {"HzRuns", 300000, [](std::size_t n) { return repeat("~{VPND", n); }},
    {"Tildes", 500000, [](std::size_t n) { return repeat("~{~}", n); }},
    {"EncodingLabels", 300000,
     [](std::size_t n) { return repeat("<meta charset=gbk", n) + encode("新增就业", "GB18030"); }},
    {"ShortLines", 200000, [](std::size_t n) { return repeat("已新增，\n", n); }},
    {"HtmlDivs", 500000, [](std::size_t n) { return repeat("<div>", n) + "新增就业300人。"; }},
    {"HtmlClosedDivs", 300000, [](std::size_t n) { return repeat("<div>", n) + "3人" + repeat("</div>", n); }},
    {"HtmlSpans", 300000, [](std::size_t n) { return "<p>" + repeat("<span>3", n) + "人"; }},
    {"HtmlFormats", 200000, [](std::size_t n) { return repeat("<p><b><i><font color=red>新增3人", n); }},
    {"HtmlFormatsOfAllKinds", 100000,
     [](std::size_t n) {
       std::string all;
       for (std::size_t i = 0; i < n; ++i) all += "<p><font size=" + std::to_string(i) + ">3人";
       return all;
     }},
    {"HtmlOverlaps", 200000, [](std::size_t n) { return "<p>" + repeat("<b><p>3人</b></p>", n); }},
    {"HtmlLists", 200000, [](std::size_t n) { return repeat("<ul><li>3人", n); }},
    {"HtmlTables", 100000, [](std::size_t n) { return repeat("<table><tr><td>3人", n); }},
    {"HtmlOutOfTable", 300000, [](std::size_t n) { return "<table>" + repeat("<b>3人</b>", n); }},
    {"HtmlTextOutOfTable", 300000, [](std::size_t n) { return "<table>" + repeat("<tr>3人", n); }},
    {"HtmlWideTable", 200000, [](std::size_t n) { return "<table><tr>" + repeat("<td>3人", n); }},
    {"HtmlColumnSpans", 100000,
     [](std::size_t n) { return "<table>" + repeat("<tr><td colspan=1000000000>项目<td rowspan=1000000000>3人", n); }},
    {"HtmlStairs", 30000,
     [](std::size_t n) { return "<table>" + repeat("<tr><td rowspan=1000>3<td colspan=3>4人", n); }},
    {"HtmlManyTables", 50000,
     [](std::size_t n) {
       return repeat("<table><tr><td>项目<td>目标<td>完成<tr><td>新增就业<td>300人<td>120人</table>", n);
     }},
    {"HtmlAttributes", 500000, [](std::size_t n) { return "<p " + repeat("a ", n) + ">3人"; }},
    {"HtmlManyAttributes", 300000,
     [](std::size_t n) {
       std::string all = "<p";
       for (std::size_t i = 0; i < n; ++i) all += " a" + std::to_string(i) + "=1";
       return all + ">3人";
     }},
    {"HtmlStyles", 300000, [](std::size_t n) { return "<p style=\"" + repeat("color:#fff;", n) + "\">3人"; }},
    {"HtmlClasses", 300000, [](std::size_t n) { return "<p class=\"" + repeat("zoom1 ", n) + "\">3人"; }},
    {"HtmlEntities", 300000, [](std::size_t n) { return "<p>3" + repeat("&lt;&#x31;&nbsp", n); }},
    {"HtmlLongEntity", 500000, [](std::size_t n) { return "<p>3&" + repeat("a", n) + ";人"; }},
    {"HtmlComments", 300000, [](std::size_t n) { return "<p>3" + repeat("<!--", n) + "人"; }},
    {"HtmlClosedComments", 200000, [](std::size_t n) { return "<p>3" + repeat("<!-- -->人", n); }},
    {"HtmlOpenTags", 500000, [](std::size_t n) { return "<p>3人" + repeat("<a ", n); }},
    {"HtmlOpenQuotes", 500000, [](std::size_t n) { return "<p>3人" + repeat("<a b=\"", n); }},
    {"HtmlEndTags", 300000, [](std::size_t n) { return "<p>3人" + repeat("</div></b>", n) + "人"; }},
    {"HtmlScripts", 200000, [](std::size_t n) { return "<p>3人" + repeat("<script>", n) + "</p>"; }},
    {"HtmlSvg", 200000, [](std::size_t n) { return "<svg>" + repeat("<td><title>", n) + "3人"; }},
    {"HtmlSelects", 200000, [](std::size_t n) { return "<p>3人" + repeat("<select><option>", n) + "3人"; }},
    {"HtmlLinks", 200000, [](std::size_t n) { return "<p>3人" + repeat("<a href=x>新增3人", n); }},
    {"HtmlBlanks", 500000, [](std::size_t n) { return "<p>3" + repeat(" \n", n) + "人"; }},
    {"HtmlParagraphs", 200000, [](std::size_t n) { return repeat("<p>新增就业3人。", n); }},
    {"HtmlOneText", 500000, [](std::size_t n) { return "<p>" + repeat("新增就业3人。", n); }},
};

class HostileInput : public testing::TestWithParam<Hostile> {};

// The size doubles up to the one asked for, so that quadratic time shows before it takes all day.
TEST_P(HostileInput, CostsLinearTime) {
  if (under_address_sanitizer) GTEST_SKIP() << "measured in the release build";
  const Parser parser;
  seconds_to_parse(parser, GetParam().make(GetParam().full / 32));  // memory comes fresh from the system: slower
  double last = 0;
  for (const std::size_t part : {32U, 16U, 8U, 4U, 2U, 1U}) {
    const std::string input = GetParam().make(GetParam().full / part);
    double seconds = seconds_to_parse(parser, input);
    // A neighbour's work in the caches may slow one run, hardly three.
    for (int tries = 1; tries < most_tries && last > too_short_to_compare && seconds > most_growth * last; ++tries)
      seconds = std::min(seconds, seconds_to_parse(parser, input));
    const double most = most_seconds_per_megabyte * static_cast<double>(input.size()) / 1e6 + too_short_to_compare;
    ASSERT_LT(seconds, most) << input.size() << " bytes";
    if (last > too_short_to_compare) {
      ASSERT_LT(seconds, most_growth * last) << input.size() << " bytes";
    }
    last = seconds;
  }
  RecordProperty("seconds", std::to_string(last));
}

TEST_P(HostileInput, KeepsTheInvariants) { EXPECT_EQ(broken(Parser(), GetParam().make(GetParam().full / 100)), ""); }

INSTANTIATE_TEST_SUITE_P(Of, HostileInput, testing::ValuesIn(inputs),
                         [](const auto& input) { return std::string(input.param.name); });

TEST(HostileInput, OfNothingIsAnError) {
  for (const std::string input : {"", " ", "\n\n", "\t \r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF \n"}) {
    const Result result = Parser().parse(ExactBytes(input).view());
    ASSERT_FALSE(result) << '"' << input << '"';
    EXPECT_EQ(result.error().code, ErrorCode::empty_input);
  }
}

TEST(HostileInput, ThatIsBinaryIsAnError) {
  using std::string_literals::operator""s;
  for (const std::string& input : {"\0"s,
                                   "新增就业\0"
                                   "300人"s,
                                   "\x7F"s + "ELF\2\1\1\0\0\0"s, "\xFF\xFE\xFD\xFC"s}) {
    const Result result = Parser().parse(ExactBytes(input).view());
    ASSERT_FALSE(result) << input;
    EXPECT_EQ(result.error().code, ErrorCode::not_text);
  }
}

TEST(HostileInput, ThatIsTooLongIsAnError) {
  Options options;
  options.max_bytes = 10;
  EXPECT_TRUE(Parser(options).parse("0123456789"));
  const Result result = Parser(options).parse("0123456789a");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::input_too_long);
}

TEST(HostileInput, HasNoMoreDiagnosticsThanAskedFor) {
  Options options;
  options.max_diagnostics = 5;
  const Result result = Parser(options).parse(repeat("新增就业300人。bet365 \xFF", 100));
  ASSERT_TRUE(result);
  ASSERT_EQ(result->diagnostics.size(), 5U);
  EXPECT_EQ(result->diagnostics.back().code, DiagnosticCode::text_truncated);
}

}  // namespace
}  // namespace gongbao::tests
