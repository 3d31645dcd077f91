// read_page on small pages. The marked pages of corpus/cases/page say more; here is what they cannot: blocks and
// tables.
#include "page/page.h"

#include <gtest/gtest.h>

#include "stages.h"
#include "text/utf8.h"

namespace gongbao::tests {
namespace {

std::vector<std::string> paragraphs(const std::string& text) {
  const Page page = page_of(text);
  std::vector<std::string> all;
  for (const Paragraph& paragraph : page.paragraphs) all.push_back(words(text, page.body, paragraph.range));
  return all;
}

using Lines = std::vector<std::string>;

TEST(Paragraphs, AreTheLines) {
  EXPECT_EQ(paragraphs("关于实事进展的通报\n各镇：\n改厕三十座已完成。\n"), (Lines{"各镇：", "改厕三十座已完成。"}));
}

TEST(Paragraphs, GoOnInTheNextLineWhereTheSentenceIsOpen) {
  EXPECT_EQ(paragraphs("关于实事进展的通报\n新增就业300人，\n培训40人。\n"), (Lines{"新增就业300人，\n培训40人。"}));
  EXPECT_EQ(paragraphs("关于实事进展的通报\n新增就业300人。\n培训40人。\n"), (Lines{"新增就业300人。", "培训40人。"}));
  EXPECT_EQ(paragraphs("关于实事进展的通报\n新增就业300人，\n\n培训40人。\n"),
            (Lines{"新增就业300人，", "培训40人。"}));
}

TEST(Paragraphs, KeepTheBytesOfCharactersTakenOut) {
  const std::string text = "关于实事进展的通报\n改厕bet365体育 30座已完成。\n";
  std::vector<Diagnostic> diagnostics;
  const Page page = read_page(plain_text(text), builtin(), diagnostics);
  ASSERT_EQ(page.paragraphs.size(), 1U);
  EXPECT_EQ(page.body.view(page.paragraphs[0].range.begin, page.paragraphs[0].range.end), fold("改厕30座已完成。"));
  EXPECT_EQ(words(text, page.body, page.paragraphs[0].range), "改厕bet365体育 30座已完成。");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, DiagnosticCode::link_spam);
}

// The paragraphs as the later stages read them.
Lines folded_paragraphs(const std::string& text) {
  const Page page = page_of(text);
  Lines all;
  for (const Paragraph& paragraph : page.paragraphs) {
    all.emplace_back();
    for (const char16_t c : page.body.view(paragraph.range.begin, paragraph.range.end)) append_utf8(all.back(), c);
  }
  return all;
}

TEST(Paragraphs, HaveNoBlanksBesideChineseCharacters) {
  EXPECT_EQ(folded_paragraphs("关于实事进展的通报\n新增 就业　300 人， 培训 40人。\n"),
            (Lines{"新增就业300人,培训40人。"}));
}

TEST(Paragraphs, KeepBlanksThatTellNumbersApartAndCloseOrdinalsAndLabels) {
  EXPECT_EQ(folded_paragraphs("关于实事进展的通报\n新增 3 260 个，HPV 2000 支。\n"),
            (Lines{"新增3 260个,HPV 2000支。"}));
  EXPECT_EQ(folded_paragraphs("关于实事进展的通报\n一、 改厕 30座。\n"), (Lines{"一、 改厕30座。"}));
  EXPECT_EQ(folded_paragraphs("关于实事进展的通报\n计划 改厕 30座 实绩 改成12座。\n"),
            (Lines{"计划 改厕30座 实绩 改成12座。"}));
}

TEST(Paragraphs, GoOnBehindAWholeSentence) {
  EXPECT_EQ(paragraphs("关于实事进展的通报\n改厕30座已完成。新增\n就业300人。\n"),
            (Lines{"改厕30座已完成。新增\n就业300人。"}));
  EXPECT_EQ(paragraphs("关于实事进展的通报\n改厕30座已完成。新增\n2、就业300人。\n"),
            (Lines{"改厕30座已完成。新增", "2、就业300人。"}));
  EXPECT_EQ(paragraphs("关于实事进展的通报\n改厕工程\n就业300人。\n"), (Lines{"改厕工程", "就业300人。"}))
      << "a heading";
}

TEST(Paragraphs, OfAWrappedTextBeginWhereALineIsIndented) {
  const std::string title = "关于实事进展的通报\n";
  const std::string first =
      "　　今年全县新增城镇就业三千人，完成全年任务\n的百分之九十，同时改造农村厕所三十座。城区\n二、三期管网均已开工。"
      "\n";
  const std::string second = "　　新建村级卫生室八个，均已投入使用，惠及群\n众一万两千人，各镇都已完成。\n";
  const std::string third = "　　新增公共停车泊位八百个，已经施划五百一十\n二个，剩余部分正在办理用地手续。\n";
  const std::string fourth = "　　下一步加快扫尾。\n";
  const Lines all = paragraphs(title + first + second + third + fourth);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].substr(0, 6), "今年");
  EXPECT_NE(all[0].find("二、三期管网"), std::string::npos) << "二、 at the start of a broken line is no ordinal";
}

Lines cells(const std::string& text) {
  const Page page = page_of(text);
  Lines all;
  for (const TextTable& table : page.tables) {
    for (const TableRow& row : table.rows) {
      std::string line;
      for (const Range cell : row.cells) line += "[" + words(text, page.body, cell) + "]";
      all.push_back(line);
    }
    all.push_back("");
  }
  return all;
}

TEST(Tables, AreLinesWithBordersAndTheirCellsAreTrimmed) {
  EXPECT_EQ(cells("进展表\n项目\t目标\t完成\n改厕\t30座\t 12座 \n"),
            (Lines{"[项目][目标][完成]", "[改厕][30座][12座]", ""}));
  EXPECT_EQ(cells("进展表\n项目 | 目标 | 完成\n改厕 |  | 12座\n"), (Lines{"[项目][目标][完成]", "[改厕][][12座]", ""}));
}

TEST(Tables, EndWhereALineHasNoBorders) {
  EXPECT_EQ(cells("进展表\n甲\t1\t2\n乙\t3\t4\n改厕三十座已完成，其余正在施工。\n丙\t5\t6\n丁\t7\t8\n"),
            (Lines{"[甲][1][2]", "[乙][3][4]", "", "[丙][5][6]", "[丁][7][8]", ""}));
}

TEST(Tables, OfOneCellALineMayHaveCodesAndGroupsOfRows) {
  EXPECT_EQ(cells("公报\n编号\n项目\n目标\n完成\n教育\nA1\n中小学\n5所\n1所\nA2\n厕所\n38座\n33座\n"
                  "养老\nB1\n养老院\n6家\n2家\n"),
            (Lines{"[编号][项目][目标][完成]", "[教育][][][]", "[A1][中小学][5所][1所]", "[A2][厕所][38座][33座]",
                   "[养老][][][]", "[B1][养老院][6家][2家]", ""}));
  EXPECT_EQ(cells("公报\n序号\n项目\n目标\n完成\n教育\n1\n中小学\n5所\n1所\n养老\n2\n养老院\n6家\n2家\n"),
            (Lines{"[序号][项目][目标][完成]", "[教育][][][]", "[1][中小学][5所][1所]", "[养老][][][]",
                   "[2][养老院][6家][2家]", ""}));
}

TEST(Title, IsNoPartOfTheBlocks) {
  const std::string text = "首页 > 公告\n岭南区2021年民生实事完成情况\n发布日期：2021-12-30\n改厕30座。\n";
  const Page page = page_of(text);
  EXPECT_EQ(page.title, "岭南区2021年民生实事完成情况");
  EXPECT_EQ(words(text, page.body, page.title_range), page.title);
  EXPECT_EQ(paragraphs(text), Lines{"改厕30座。"});
  ASSERT_TRUE(page.published);
  EXPECT_EQ(page.published->to_string(), "2021-12-30");
}

TEST(Page, OfOneLineHasABody) {
  const Page page = page_of("新增就业300人。");
  EXPECT_EQ(page.title, "");
  EXPECT_FALSE(page.published);
  EXPECT_EQ(page.paragraphs.size(), 1U);
}

}  // namespace
}  // namespace gongbao::tests
