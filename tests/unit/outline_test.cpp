// Ordinals and what an outline's pieces span. Which lines open what is said by corpus/cases/outline.
#include "outline/outline.h"

#include <gtest/gtest.h>

#include "stages.h"
#include "text/fold.h"

namespace gongbao::tests {
namespace {

struct OrdinalCase {
  const char* text;
  Scheme scheme;
  int number;
  const char* label;
  const char* words;
};

class Ordinals : public testing::TestWithParam<OrdinalCase> {};

TEST_P(Ordinals, AreRead) {
  const std::u16string text = fold(GetParam().text);
  const auto ordinal = read_ordinal(text, builtin());
  ASSERT_TRUE(ordinal) << GetParam().text;
  EXPECT_EQ(ordinal->scheme, GetParam().scheme) << GetParam().text;
  EXPECT_EQ(ordinal->number, GetParam().number) << GetParam().text;
  EXPECT_EQ(text.substr(ordinal->begin, ordinal->end - ordinal->begin), fold(GetParam().label));
  EXPECT_EQ(text.substr(ordinal->words), fold(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(Of, Ordinals,
                         testing::Values(OrdinalCase{"一、就业", Scheme::han, 1, "一", "就业"},
                                         OrdinalCase{"十二、就业", Scheme::han, 12, "十二", "就业"},
                                         OrdinalCase{"二十、 就业", Scheme::han, 20, "二十", "就业"},
                                         OrdinalCase{"（三）就业", Scheme::han_paren, 3, "三", "就业"},
                                         OrdinalCase{"(三) 就业", Scheme::han_paren, 3, "三", "就业"},
                                         OrdinalCase{"4、就业", Scheme::arabic, 4, "4", "就业"},
                                         OrdinalCase{"4.就业", Scheme::arabic, 4, "4", "就业"},
                                         OrdinalCase{"１２．就业", Scheme::arabic, 12, "12", "就业"},
                                         OrdinalCase{"（5）就业", Scheme::arabic_paren, 5, "5", "就业"},
                                         OrdinalCase{"5）就业", Scheme::arabic_paren, 5, "5", "就业"},
                                         OrdinalCase{"③就业", Scheme::circled, 3, "③", "就业"},
                                         OrdinalCase{"第一项：就业", Scheme::nth, 1, "第一项", "就业"},
                                         OrdinalCase{"第三件实事：就业", Scheme::nth, 3, "第三件实事", "就业"},
                                         OrdinalCase{"其二，就业", Scheme::prefix, 2, "其二", "就业"},
                                         OrdinalCase{"●就业", Scheme::bullet, 0, "", "就业"},
                                         OrdinalCase{"◆ 就业", Scheme::bullet, 0, "", "就业"}));

TEST(Ordinals, AreNotEveryNumberAtTheStart) {
  for (const char* const text :
       {"", "1", "一", "就业", "3.5亿元资金到位", "2021年计划", "4月18日开工", "1.35万人", "3#楼", "5号楼", "10.6万吨",
        "1-9月共出动", "12个村", "一批学校", "第三方复检", "（其中5人）"}) {
    EXPECT_FALSE(read_ordinal(fold(text), builtin())) << text;
  }
}

class OutlineOf {
 public:
  explicit OutlineOf(std::string text)
      : text_(std::move(text)), page_(page_of(text_)), outline_(read_outline(page_, builtin())) {}

  std::vector<std::string> sections() const {
    std::vector<std::string> all;
    for (const auto& s : outline_.sections) all.push_back(part(s.label) + "|" + part(s.title));
    return all;
  }
  // "section|label|heading"
  std::vector<std::string> items() const {
    std::vector<std::string> all;
    for (const auto& i : outline_.items) {
      const std::string section = i.section ? std::to_string(*i.section) : "-";
      all.push_back(section + "|" + part(i.label) + "|" + part(i.heading));
    }
    return all;
  }
  // "item: words"
  std::vector<std::string> stretches() const {
    std::vector<std::string> all;
    for (const auto& s : outline_.stretches)
      all.push_back((s.item ? std::to_string(*s.item) : "-") + ": " + part(s.range));
    return all;
  }

 private:
  std::string part(Range range) const { return words(text_, page_.body, range); }

  std::string text_;
  Page page_;
  Outline outline_;
};

using Lines = std::vector<std::string>;

TEST(Outline, HasLabelsTitlesAndHeadings) {
  const OutlineOf outline(
      "实事进展通报\n一、就业\n1、新增就业300人。已新增120人。\n2、培训40人。\n二、住房\n1．改厕30座。\n");
  EXPECT_EQ(outline.sections(), (Lines{"一|就业", "二|住房"}));
  EXPECT_EQ(outline.items(), (Lines{"0|1|新增就业300人", "0|2|培训40人", "1|1|改厕30座"}));
}

TEST(Outline, GivesParagraphsToTheItemAbove) {
  const OutlineOf outline("实事进展通报\n现通报如下。\n一、就业\n1、新增就业300人。\n已新增120人。\n2、培训40人。\n");
  EXPECT_EQ(outline.stretches(), (Lines{"-: 现通报如下。", "0: 新增就业300人。", "0: 已新增120人。", "1: 培训40人。"}));
}

TEST(Outline, BeginsAnItemBehindAFieldLabel) {
  const OutlineOf outline("实事进展通报\n一、就业\n1、目标任务：新增就业300人。\n2、目标任务：培训40人。\n");
  EXPECT_EQ(outline.items(), (Lines{"0|1|新增就业300人", "0|2|培训40人"}));
}

TEST(Outline, OfATableHasItsRowsAsItems) {
  const OutlineOf outline(
      "实事进展表\n序号\t项目\t目标任务\t完成情况\n1\t城镇新增就业\t300人\t120人\n2\t农村改厕\t30座\t12座\n");
  EXPECT_EQ(outline.items(), (Lines{"-|1|城镇新增就业", "-|2|农村改厕"}));
}

TEST(Outline, OfATableHasGroupsAsSections) {
  const OutlineOf numbered(
      "实事进展表\n序号\t内容\t目标\t完成\n一\t危房\t\t\n1\t重建\t350户\t312户\n二\t教育\t\t\n2\t校舍\t5所\t4所\n");
  EXPECT_EQ(numbered.items(), (Lines{"0|1|重建", "1|2|校舍"}));
  const OutlineOf named(
      "实事进展表\n序号\t项目\t指标\t目标\t完成\n1\t稳就业\t新增就业\t300人\t120人\n\t\t毕业生就业\t90人\t40人\n"
      "2\t美环境\t改厕\t30座\t12座\n");
  EXPECT_EQ(named.items(), (Lines{"0||新增就业", "0||毕业生就业", "1||改厕"}));
}

}  // namespace
}  // namespace gongbao::tests
