// Whether targets are reached, base values, and what does not fit together.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "gongbao/parser.h"

namespace gongbao {
namespace {

constexpr std::string_view head =
    "岚岭县2021年民生实事进展情况\n\n一、民生实事\n1、改造农贸市场6个。目前已改造4个，完成率66.7%。\n2、";

Document read(const std::string& item, const Parser& parser = Parser()) {
  Result result = parser.parse(std::string(head) + item + "\n");
  return result ? *std::move(result) : Document();
}

// "0.96 false" of the second item's only pair.
std::string judged(const std::string& item) {
  const Document document = read(item);
  if (document.pairs.size() != 2) return std::to_string(document.pairs.size() - 1) + " pairs";
  const Pair& pair = document.pairs[1];
  return (pair.ratio ? pair.ratio->to_string() : "-") + (!pair.met ? " -" : *pair.met ? " true" : " false");
}

TEST(Met, ComparesTheExactValues) {
  EXPECT_EQ(judged("改造公厕30000座。目前已改造公厕29999座。"), "1 false") << "not the rounded ratio";
  EXPECT_EQ(judged("改造公厕30000座。目前已改造公厕3万座。"), "1 true");
  EXPECT_EQ(judged("改造公厕不少于300座。目前已改造公厕280座。"), "0.9333 false");
  EXPECT_EQ(judged("新增绿地2公顷。目前已新增绿地30亩。"), "1 true") << "in one unit: 20000 of 20000";
  EXPECT_EQ(judged("新增绿地2公顷。目前已新增绿地29.9亩。"), "0.9967 false");
}

TEST(Met, TakesLessAsBetterWhereItIs) {
  EXPECT_EQ(judged("城镇登记失业率控制在4.5%以内。目前城镇登记失业率3.2%。"), "- true");
  EXPECT_EQ(judged("城镇登记失业率控制在4.5%以内。目前城镇登记失业率4.5%。"), "- true");
  EXPECT_EQ(judged("城镇登记失业率控制在4.5%以内。目前城镇登记失业率4.6%。"), "- false");
  EXPECT_EQ(judged("年内城镇登记失业率须低于4.5%。目前城镇登记失业率4.5%。"), "- false");
  EXPECT_EQ(judged("管网漏损率降到9%。目前管网漏损率10.2%。"), "- false");
  EXPECT_EQ(judged("城乡低保覆盖率不低于90%。目前城乡低保覆盖率92%。"), "1.0222 true") << "不低于 is no 低于";
}

TEST(Met, LeavesRangesOpenThatCrossTheTarget) {
  EXPECT_EQ(judged("改造公厕30-40座。目前已改造公厕32座。"), "- true");
  EXPECT_EQ(judged("改造公厕30-40座。目前已改造公厕29座。"), "- false");
  EXPECT_EQ(judged("改造公厕30座。目前已改造公厕近30座。"), "1 false");
}

TEST(Met, LeavesAnApproximateTargetOpenJustBelowIt) {
  EXPECT_EQ(judged("改造公厕70座左右。目前已改造公厕68座。"), "0.9714 -");
  EXPECT_EQ(judged("改造公厕70座左右。目前已改造公厕64座。"), "0.9143 false");
  EXPECT_EQ(judged("改造公厕70座左右。目前已改造公厕70座。"), "1 true");
}

TEST(Met, IsFalseForWorkOnlyBegun) {
  EXPECT_EQ(judged("新建小学4所。目前已开工小学4所。"), "1 false");
  EXPECT_EQ(judged("开工建设小学4所。目前已开工建设小学4所。"), "1 true");
}

TEST(Dimensions, AreOfEveryRecord) {
  const Document document = read("新增绿地1.5公顷、耕地2亩，补贴60元/月，培训500人。");
  ASSERT_EQ(document.records.size(), 7U);
  const Record& hectares = document.records[3];
  EXPECT_EQ(hectares.dimension, Dimension::area);
  EXPECT_EQ(hectares.base_value, Decimal(15000));
  EXPECT_EQ(hectares.base_unit, "平方米");
  const Record& mu = document.records[4];
  EXPECT_EQ(mu.base_value, Decimal(1333333333, -6)) << "rounded to six decimals";
  const Record& rate = document.records[5];
  EXPECT_EQ(rate.dimension, Dimension::rate);
  EXPECT_EQ(rate.rate_of, Dimension::money);
  EXPECT_FALSE(rate.base_value);
  EXPECT_EQ(document.records[6].base_unit, "人");
  EXPECT_EQ(document.records[0].base_unit, "") << "things have no base";
}

TEST(Dimensions, ConvertExactly) {
  const auto base = [](const std::string& quantity) {
    const Document document = read("新增" + quantity + "。");
    const Record& record = document.records.back();
    return record.base_value ? record.base_value->to_string() + record.base_unit : "-";
  };
  EXPECT_EQ(base("管网3亩"), "2000平方米") << "where the fraction ends it is exact";
  EXPECT_EQ(base("管网0.35公里"), "350米");
  EXPECT_EQ(base("粮食2.5万吨"), "25000000公斤");
  EXPECT_EQ(base("粮食3斤"), "1.5公斤");
  EXPECT_EQ(base("资金57192.23元"), "57192.23元");
  EXPECT_EQ(base("污水1250升"), "1.25立方米");
  EXPECT_EQ(base("时长1.5小时"), "90分钟");
  EXPECT_EQ(base("水域12平方公里"), "12000000平方米");
}

TEST(Dimensions, HaveBothEndsOfARange) {
  const Record record = read("新增绿地2-3公顷。").records.back();
  EXPECT_EQ(record.base_value, Decimal(20000));
  EXPECT_EQ(record.base_high, Decimal(30000));
}

TEST(Dimensions, TakeUnitsAndFactorsOfAUser) {
  const std::string item = "建设果园24垄田。目前已建设果园12垄田。";
  Lexicon lexicon = Lexicon::builtin();
  ASSERT_TRUE(lexicon.add("units", "垄田\tarea\t-\t-\n").empty());
  ASSERT_TRUE(lexicon.add("unit_factors", "垄田\t平方米\t125\t2\n").empty());
  const Document document = read(item, Parser(std::move(lexicon)));
  ASSERT_EQ(document.records.size(), 5U);
  EXPECT_EQ(document.records[3].base_value, Decimal(1500));
  EXPECT_EQ(document.records[3].base_unit, "平方米");
}

TEST(Statuses, TakeWordsOfAUser) {
  const std::string item = "建设文体广场。目前已大功告成。";
  EXPECT_EQ(read(item).items.at(1).status.status, Status::unknown);
  Lexicon lexicon = Lexicon::builtin();
  ASSERT_TRUE(lexicon.add("statuses", "大功告成\tends\tcompleted\n").empty());
  EXPECT_EQ(read(item, Parser(std::move(lexicon))).items.at(1).status.status, Status::completed);
  EXPECT_EQ(Lexicon::builtin().add("statuses", "大功告成\tends\tperfect\n大功告成\tfiller\tcompleted\n").size(), 2U);
}

TEST(Statuses, OfATableAreReadFromTheirColumn) {
  const std::string table =
      "岚岭县2021年民生实事进展情况\n"
      "序号 | 项目名称 | 年度目标 | 进展情况 | 状态\n"
      "1 | 改造公厕 | 30座 | 已改造12座 | 正常推进\n"
      "2 | 新建小学 | 2所 | 2所建成投用 | √\n"
      "3 | 加装电梯 | 40部 | 已加装6部 | 滞后\n"
      "4 | 建设公园 | 3个 | 尚未开工 | 未启动\n";
  const Result result = Parser().parse(table);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->items.size(), 4U);
  const Status expected[] = {Status::on_schedule, Status::completed, Status::delayed, Status::not_started};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(result->items[i].status.status, expected[i]) << i;
    EXPECT_EQ(result->items[i].status.rule, StatusRule::column) << i;
  }
}

TEST(Statuses, OfASectionsHeadingHoldForItsItems) {
  const std::string text =
      "岚岭县2021年民生实事进展情况\n"
      "一、已完成的项目（2项）\n1、改造公厕30座。\n2、新建小学2所。\n"
      "二、慢于序时进度的项目（1项）\n3、加装电梯40部。目前已加装6部。\n";
  const Result result = Parser().parse(text);
  ASSERT_TRUE(result);
  ASSERT_EQ(result->items.size(), 3U);
  EXPECT_EQ(result->items[0].status.status, Status::completed);
  EXPECT_EQ(result->items[2].status.status, Status::delayed);
  EXPECT_EQ(result->items[2].status.rule, StatusRule::heading);
}

// "lost-digits 万元", one a line.
std::string found(const std::string& item) {
  const Document document = read(item);
  std::string lines;
  for (const Diagnostic& diagnostic : document.diagnostics)
    lines += std::string(name(diagnostic.code)) + " " + std::string(document.text(diagnostic.span)) + "\n";
  return lines;
}

TEST(RateDisagrees, OnlyBeyondWhatIsPrinted) {
  EXPECT_EQ(found("新增就业8000人。目前已新增就业6000人，完成率62%。"), "rate-disagrees 62%\n");
  EXPECT_EQ(found("改造公厕30座。目前已改造公厕20座（76.7%）。"), "rate-disagrees 76.7%\n");
  EXPECT_EQ(found("新增就业8000人。目前已新增就业6000人，占年度任务8000人的57%。"), "rate-disagrees 57%\n");
  EXPECT_EQ(found("改造公厕30座。目前已改造公厕20座，完成率66.6%。"), "") << "cut off";
  EXPECT_EQ(found("改造公厕30座。目前已改造公厕20座，完成率66.7%。"), "") << "rounded";
  EXPECT_EQ(found("改造公厕30座。目前已改造公厕20座，完成率67%。"), "");
  EXPECT_EQ(found("新增就业1.2万人。目前已新增就业0.8万人，完成率68.9%。"), "") << "the counts are rounded too";
  EXPECT_EQ(found("改造公厕不少于30座。目前已改造公厕20余座，完成率73%。"), "");
}

TEST(RateDisagrees, NotWithPairsTheRateDoesNotBelongTo) {
  EXPECT_EQ(found("新增就业8000人。目前已新增就业6000人，同比增长12%。"), "");
  EXPECT_EQ(found("新增就业8000人。目前已新增就业6000人，其中女性占41%。"), "");
  EXPECT_EQ(found("新增就业8000人、培训500人。目前已新增就业6000人、培训400人，分别完成75%、80%。"), "");
  EXPECT_EQ(found("改造小区22个、2316户。目前已改造小区20个、2154户，完成率90.9%。"), "") << "the first one's";
}

TEST(UnitMismatch, NeedsTheSameWords) {
  EXPECT_EQ(found("农村危房改造300户。目前农村危房改造280人。"), "unit-mismatch 280人\n");
  EXPECT_EQ(found("农村危房改造300户。目前农村危房改造280户，惠及1120人。"), "");
  EXPECT_EQ(found("农村危房改造300户。目前农村危房改造280户、1120人。"), "");
}

TEST(Lost, DigitsOfUnitsAndDates) {
  EXPECT_EQ(found("建设公园。目前已完成投资，投入万元。"), "lost-digits 万元\n");
  EXPECT_EQ(found("建设停车位。目前完成个，余下在建。"), "lost-digits 个\n");
  EXPECT_EQ(found("建设停车位。截至1031日，已完成20个。"), "lost-digits 1031日\n");
  EXPECT_EQ(found("建设停车位。目前完成率%。"), "lost-digits %\n");
  EXPECT_EQ(found("建设停车位。截至10月31日，已完成20个。"), "");
  EXPECT_EQ(found("改造农户住房，拓宽建设路、人民路，资金以万元计。"), "");
}

TEST(Lost, UnitsBeforeARateInBrackets) {
  const std::string item = "改造公厕6座。目前已完成3（50%）。";
  EXPECT_EQ(found(item), "lost-unit 3\n");
  for (const Record& record : read(item).records) EXPECT_NE(record.value, Decimal(3)) << "never a figure made up";
  EXPECT_EQ(found("改造公厕6座。目前其中有3(50%)。"), "lost-unit 3\n");
  EXPECT_EQ(found("改造公厕6座。目前已完成3座（50%）。"), "");
}

TEST(StatusDisagrees, WhereWordsSayMoreThanFigures) {
  const std::string item = "改造公厕60座。已全部完成。目前改造公厕20座。";
  const Document document = read(item);
  EXPECT_EQ(document.items.at(1).status.status, Status::completed) << "the words win";
  EXPECT_EQ(found(item), "status-disagrees 全部完成\n");
}

}  // namespace
}  // namespace gongbao
