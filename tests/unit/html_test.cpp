// read_html on small pages: what is seen, in which lines, where its bytes are.
#include "html/html.h"

#include <gtest/gtest.h>

#include "decode/anchors.h"
#include "document_access.h"
#include "gongbao/parser.h"
#include "stages.h"

namespace gongbao::tests {
namespace {

Text decoded(std::string_view html) {
  Text text = plain_text(html);
  text.anchors.push_back({0, 0});
  return text;
}

std::string text_of(std::string_view html) { return read_html(decoded(html), builtin()).utf8; }

// The bytes of the page from which `words` of its text came.
std::string source_of(const std::string& html, const std::string& words) {
  const Result result = Parser().parse(html);
  const std::size_t at = result->text().find(words);
  if (at == std::string::npos) return "not in " + result->text();
  const auto begin = static_cast<std::uint32_t>(at);
  const Span source = result->source({begin, begin + static_cast<std::uint32_t>(words.size())});
  return html.substr(source.begin, source.size());
}

std::string cells_of(std::string_view html) {
  std::string out;
  const Text text = read_html(decoded(html), builtin());
  for (const MarkedTable& table : text.tables) {
    for (const TextCell& cell : table.cells) {
      out += std::to_string(cell.row) + "," + std::to_string(cell.column);
      if (cell.rows != 1 || cell.columns != 1)
        out += "+" + std::to_string(cell.rows) + "x" + std::to_string(cell.columns);
      out += ":" + text.utf8.substr(cell.span.begin, cell.span.size()) + " ";
    }
  }
  return out;
}

std::string records_of(const std::string& html) {
  std::string out;
  const Result result = Parser().parse(html);
  for (const Record& record : result->records) {
    out +=
        std::string(name(record.role)) + " " + record.indicator + " " + record.value.to_string() + record.unit + "; ";
  }
  return out;
}

TEST(Html, IsKnownByItsContent) {
  for (const char* const html :
       {"<!DOCTYPE html>x", "\n <HTML>", "<p>新增就业", "<!-- x --><table>", "<?xml version=\"1.0\"?><html>",
        "就业<br>教育<br>医疗<br>养老<br>", "<div class=a>\n"})
    EXPECT_TRUE(is_html(html)) << html;
  for (const char* const text : {"", "新增就业300人", "新增<300人>", "<关于>一、就业", "<<<", "a < b && c > d",
                                 "文中有<br>一个标签", "<unknown>", "</"})
    EXPECT_FALSE(is_html(text)) << text;
}

TEST(Html, HasALineForEachBlock) {
  EXPECT_EQ(text_of("<p>一</p><p>二<p>三<br>四<div>五<div>六</div>七</div>"), "一\n二\n三\n四\n五\n六\n七\n");
  EXPECT_EQ(text_of("<pre>一  二\n三</pre>"), "一  二\n三\n");
  EXPECT_EQ(text_of("<ul><li>一<li>二</ul><span style='display:block'>三</span>四"), "一\n二\n三\n四\n");
}

TEST(Html, HasTheBlanksThatAreSeen) {
  EXPECT_EQ(text_of("<p>\n  新增\n  就业 300 \n 人 </p>"), "新增就业 300 人\n");
  EXPECT_EQ(text_of("<p>&nbsp;&nbsp;新增<b>就业</b><i>300</i> <b>人</b></p>"), "\xC2\xA0\xC2\xA0新增就业300 人\n");
  EXPECT_EQ(text_of("<p><span>来源</span>\n<span>时间</span></p>"), "来源 时间\n");
  EXPECT_EQ(text_of("<p>a</p><p>&nbsp;</p><p> <br> </p><p>b</p>"), "a\nb\n");
}

TEST(Html, LeavesOutWhatIsHidden) {
  for (const char* const hidden : {"<script>新增</script>",
                                   "<style>新增</style>",
                                   "<!-- 新增 -->",
                                   "<p style='display:none'>新增</p>",
                                   "<p style=\"COLOR:red; Display : NONE ;\">新增</p>",
                                   "<p hidden>新增</p>",
                                   "<span style='font-size:0'>新增</span>",
                                   "<span style='font-size:0px'>新增</span>",
                                   "<div style='visibility:hidden'>新增</div>",
                                   "<div style='position:absolute;left:-9999px'>新增</div>",
                                   "<p style='text-indent:-9999px'>新增</p>",
                                   "<div style='background:#fff'><font color=white>新增</font></div>",
                                   "<span style='color:#FFFFFF'>新增</span>",
                                   "<p style='background:rgb(0, 0, 0);color:black'>新增</p>",
                                   "<template><p>新增</p></template>",
                                   "<noscript>新增</noscript>",
                                   "<select><option>新增</select>",
                                   "<textarea>新增</textarea>",
                                   "<nav>新增</nav>",
                                   "<footer>新增</footer>",
                                   "<div class='bdsharebuttonbox x'>新增</div>",
                                   "<p><a href=x>新增</a></p>",
                                   "<iframe>新增</iframe>",
                                   "<svg><title>新增</title></svg>"})
    EXPECT_EQ(text_of("<p>一。</p>" + std::string(hidden) + "<p>二。</p>"), "一。\n二。\n") << hidden;
  for (const char* const seen :
       {"<p style='text-indent:2em'>新增</p>", "<p style='margin-left:-5px'>新增</p>", "<p style='color:#c00'>新增</p>",
        "<p style='font-size:80%'>新增</p>", "<p style='font-size:0.9em'>新增</p>", "<p><a name=x>新增</a></p>",
        "<h1><a href=x>新增</a></h1>", "<table bgcolor=#0070c0><tr><td><font color=white>新增</font></table>",
        "<p style='display:none'>x<p>新增"})
    EXPECT_NE(text_of("<p>一。</p>" + std::string(seen) + "<p>二。</p>").find("新增"), std::string::npos) << seen;
}

TEST(Html, KnowsTheSourceOfItsText) {
  EXPECT_EQ(source_of("<p>新增<b>就业<span lang=EN-US>30</span>0</b>人。", "300人"), "30</span>0</b>人");
  EXPECT_EQ(source_of("<p>新增</foo>就业<!-- x -->300人。", "增就业3"), "增</foo>就业<!-- x -->3");
  EXPECT_EQ(source_of("<p>&ldquo;两癌&rdquo;筛查&#51;&#x30;0&nbsp;人。", "“两癌”"), "&ldquo;两癌&rdquo;");
  EXPECT_EQ(source_of("<p>&ldquo;两癌&rdquo;筛查&#51;&#x30;0&nbsp;人。", "300"), "&#51;&#x30;0");
  EXPECT_EQ(source_of("<p>A&B &amp; C&amp;D&ltE &lt; F。", "& C&D<E < F"), "&amp; C&amp;D&ltE &lt; F");
  EXPECT_EQ(source_of("<p>&nbsp2021年&copy2022年。", "2021年©2022年"), "2021年&copy2022年");
  EXPECT_EQ(source_of("<p>一\r\n  二</p>\r\n<p>三。</p>", "二"), "二");
  EXPECT_EQ(source_of("<table><tr><td>甲。</td></tr>乙。<tr><td>丙。</td></tr></table>", "丙"), "丙");
  EXPECT_EQ(source_of("\xEF\xBB\xBF<p>新增300人。", "300"), "300");
}

// The way through two decodings: 4 bytes of input for each character of 3.
TEST(Html, KnowsTheSourceOfDecodedText) {
  const std::vector<SourceAnchor> input = {{0, 0}, {6, 8}, {9, 12}, {12, 16}, {20, 24}};
  const std::vector<SourceAnchor> page = {{0, 3}, {6, 9}, {6, 12}, {14, 20}};
  Document document;
  DocumentAccess::set_anchors(document, compose_anchors(page, input));
  const auto source = [&](std::uint32_t begin, std::uint32_t end) { return document.source({begin, end}); };
  EXPECT_EQ(source(3, 6), (Span{8, 12}));
  EXPECT_EQ(source(6, 8), (Span{16, 18}));
  EXPECT_EQ(source(3, 14), (Span{8, 24}));
}

TEST(Html, KeepsDiagnosticsOfWhatIsKept) {
  const Result result = Parser().parse("<title>\xFF</title><p>新增\xFF就业<b>300\xFE人</b>。");
  ASSERT_EQ(result->diagnostics.size(), 2U);
  for (const Diagnostic& diagnostic : result->diagnostics) EXPECT_EQ(result->text(diagnostic.span), "\xEF\xBF\xBD");
}

TEST(Html, ReadsOnBehindItsEnd) {
  EXPECT_EQ(text_of("<html><body><p>一。</body></html><div>二。</div></html><p>三。"), "一。\n二。\n三。\n");
}

TEST(Html, EndsWithItsArticle) {
  const std::string article = "<p>全年新增就业三百人，完成任务的一半以上，进度快于去年。</p><p>二</p>";
  EXPECT_EQ(text_of("<div><p><a href=a>首页</a></p><h1>题</h1><div>" + article +
                    "</div><p>主办</p></div><div>版权所有</div>"),
            "题\n全年新增就业三百人，完成任务的一半以上，进度快于去年。\n二\n");
  // A mark that holds little is none.
  EXPECT_EQ(text_of("<div id=zoom>图</div><div>" + article + "</div>"),
            "图\n全年新增就业三百人，完成任务的一半以上，进度快于去年。\n二\n");
  // Running text behind it belongs to it.
  EXPECT_EQ(text_of("<div><div>" + article + article + article +
                    "</div><p>尚有两百人没有就业，下半年要加快进度，确保全部完成。</p></div>")
                .substr(0, 6),
            "全年");
}

TEST(Html, KeepsAsMuchOfAnEndlessTitleAsHasWholeCharacters) {
  std::string words;
  while (words.size() < 600) words += "就业";
  for (const std::string front : {"", "a", "ab"}) {
    for (const std::string& page : {"<title>" + front + words + "</title><p>3人",
                                    "<meta name=ArticleTitle content=\"" + front + words + "\"><p>3人"}) {
      const std::string title = read_html(decoded(page), builtin()).title;
      EXPECT_GT(title.size(), 390U);
      EXPECT_EQ((title.size() - front.size()) % 3, 0U);
    }
  }
}

TEST(HtmlTable, HasItsCellsPlaced) {
  EXPECT_EQ(cells_of("<table><tr><th rowspan=2>县<th colspan=2>就业<tr><th>目标<th>完成<tr><td>甲<td>3<td>2</table>"),
            "0,0+2x1:县 0,1+1x2:就业 1,1:目标 1,2:完成 2,0:甲 2,1:3 2,2:2 ");
  // Columns in which no cell begins, spans beyond the rows, spans of nothing.
  EXPECT_EQ(cells_of("<table><tr><td>甲<td colspan=1000000000>乙<tr><td rowspan=99>丙<td>丁<tr><td>戊<tr><td "
                     "colspan=x>己</table>"),
            "0,0:甲 0,1:乙 1,0+3x1:丙 1,1:丁 2,1:戊 3,1:己 ");
  EXPECT_EQ(cells_of("<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tbody><tr><td>丁<td>戊</table>"),
            "0,0+2x1:甲 0,1:乙 1,1:丙 2,0:丁 2,1:戊 ");
}

TEST(HtmlTable, StandsOnLines) {
  EXPECT_EQ(text_of("<table><caption>表1</caption><tr><td>甲<td> "
                    "<p>乙</p><p>丙</p><tr><td>&nbsp;<td>5<br>2<tr><td>丁<td>戊<br/>己"),
            "表1\n甲 | 乙 丙\n | 5 2\n丁 | 戊己\n");
}

TEST(HtmlTable, ThatLaysOutThePageIsNone) {
  for (const char* const html :
       {"<table><tr><td>甲<tr><td>乙</table>", "<table><tr><td>甲<td>乙</table>",
        "<table><tr><td>甲<td>乙<tr><td>丙<td><table><tr><td>丁</table></table>",
        "<table><tr><td>甲<td>乙<tr><td>丙<td><p>一二三四<p>五六七八<p>一二三四<p>五六七八</table>"})
    EXPECT_EQ(cells_of(html), "") << html;
  EXPECT_EQ(text_of("<table><tr><td><a href=a>首页</a><td><a href=b>新闻</a><tr><td><a href=c>公告</a><td><a "
                    "href=d>专题</a></table><p>新增就业三百人。"),
            "新增就业三百人。\n");
}

TEST(HtmlTable, IsReadByItsHeadings) {
  EXPECT_EQ(
      records_of(
          "<p>2021年民生实事进展情况</p><table><tr><td colspan=4>单位：万人<tr><td rowspan=3>县区<td colspan=3>2021年"
          "<tr><td "
          "colspan=2>城镇新增就业<td>安全饮水<tr><td>目标<td>完成<td>完成<tr><td>甲县<td>1.5<td>1.2<td>0.8</table>"),
      "target 城镇新增就业 15000人; achievement 城镇新增就业 12000人; achievement 安全饮水 8000人; ");
}

// Divided between pages of paper; the second part with the headings again.
TEST(HtmlTable, GoesOnInTheNextTable) {
  const std::string headings = "<tr><td>序号<td>项目<td>单位<td>目标<td>完成";
  const std::string page =
      "<p>2021年民生实事进展情况</p><table>" + headings + "<tr><td>1<td>新增就业<td>人<td>30<td>20</table>";
  const std::string rest = "<tr><td>2<td>改造厕所<td>座<td>8<td>6<tr><td>3<td>修路<td>公里<td>5<td>4</table>";
  const std::string all =
      "target 新增就业 30人; achievement 新增就业 20人; target 改造厕所 8座; achievement 改造厕所 6座; "
      "target 修路 5公里; achievement 修路 4公里; ";
  EXPECT_EQ(records_of(page + "<table>" + rest), all);
  EXPECT_EQ(records_of(page + "<table>" + headings + rest), all);
  EXPECT_EQ(Parser().parse(page + "<table>" + headings + rest)->items.size(), 3U);
}

// A cell of a group with nothing but its number opens no section without words.
TEST(HtmlTable, HasGroupsWithWords) {
  const Result result = Parser().parse(
      "<table><tr><td>类别<td>项目<td>目标<tr><td>二<td>新增就业<td>30人<tr><td>三、<td>修路<td>5公里<tr><td>四、</"
      "table>");
  for (const Section& section : result->sections) EXPECT_FALSE(section.title.empty());
}

}  // namespace
}  // namespace gongbao::tests
