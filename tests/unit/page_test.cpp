// read_page on small pages. The marked pages of corpus/cases/page say more; here is what they cannot: blocks and
// tables.
#include "page/page.h"

#include <gtest/gtest.h>

#include "stages.h"

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
  const Page page = read_page(text, builtin(), diagnostics);
  ASSERT_EQ(page.paragraphs.size(), 1U);
  EXPECT_EQ(page.body.view(page.paragraphs[0].range.begin, page.paragraphs[0].range.end), fold("改厕30座已完成。"));
  EXPECT_EQ(words(text, page.body, page.paragraphs[0].range), "改厕bet365体育 30座已完成。");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].code, DiagnosticCode::link_spam);
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
