// What confidence is made of. How well it holds is for golden/reliability_test.cpp.
#include "confidence/confidence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "build.h"
#include "gongbao/parser.h"
#include "stages.h"

namespace gongbao::tests {
namespace {

TEST(Confidence, EveryFeatureHasAWeight) {
  const auto& table = builtin().confidence;
  for (const std::u16string_view name : record_feature_names) EXPECT_NE(table.find(name), nullptr);
  for (const std::u16string_view name : made_pair_feature_names) EXPECT_NE(table.find(name), nullptr);
  EXPECT_EQ(table.rows().size(), record_feature_count + made_pair_feature_count);
}

TEST(Confidence, OfLogOdds) {
  EXPECT_EQ(probability(0), 0.5);
  EXPECT_EQ(probability(21972), 0.9);  // ln 9
  EXPECT_EQ(probability(-21972), 0.1);
  EXPECT_EQ(probability(1'000'000), 0.99);
  EXPECT_EQ(probability(-1'000'000), 0.01);
  for (int logit = -60'000; logit < 60'000; logit += 100) EXPECT_LE(probability(logit), probability(logit + 100));
}

// The sums are made while the values are read, which the training tool asks for one by one.
TEST(Confidence, IsTheWeightedSum) {
  Findings findings;
  const Document document = build_document(
      plain_text("2023年民生实事项目进展情况\n一、扩大就业\n目标任务：新增就业12000人，培训800人次以上。\n"
                 "完成情况：新增就业7341人，完成率61%，培训近三百人次。\n"),
      builtin(), 10, &findings);
  ASSERT_EQ(document.records.size(), 5U);
  const std::vector<int> sums = record_logits(findings, document, document.diagnostics, builtin());
  const std::vector<RecordValues> values = record_values(findings, document, document.diagnostics, builtin());
  ASSERT_EQ(values.size(), document.records.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    int sum = 0;
    for (std::size_t f = 0; f < record_feature_count; ++f)
      sum += values[i][f] * builtin().confidence.find(record_feature_names[f])->weight;
    EXPECT_EQ(sums[i], sum);
    EXPECT_EQ(values[i][static_cast<std::size_t>(RecordFeature::bias)], 100);
  }
}

double confidence_of(const Document& document, std::string_view words) {
  for (const Record& record : document.records) {
    if (document.text(record.span) == words) return record.confidence;
  }
  ADD_FAILURE() << words;
  return 0;
}

// A figure that two labels and its pair speak for, and one that stands alone in the opening, written in words.
TEST(Confidence, IsHigherWhereMoreSpeaksForIt) {
  const Result result = Parser().parse(
      "2023年民生实事项目进展情况\n"
      "全区共确定各类项目，涉及资金近三亿元，惠及村组八个。\n"
      "一、扩大就业\n目标任务：新增就业12000人。\n完成情况：新增就业7341人。\n"
      "二、改造小区\n目标任务：改造小区20个。\n完成情况：改造小区13个。\n");
  ASSERT_TRUE(result);
  EXPECT_GT(confidence_of(*result, "7341人"), confidence_of(*result, "八个"));
  EXPECT_GT(confidence_of(*result, "7341人"), 0.95);
  ASSERT_EQ(result->pairs.size(), 2U);
  EXPECT_GT(result->pairs[0].confidence, 0.9);
}

TEST(Grounds, AreTheHeaviestOfThePair) {
  const Result result = Parser().parse(
      "2023年民生实事项目进展情况\n一、扩大就业\n目标任务：新增就业12000人。\n完成情况：新增就业7341人。\n"
      "二、修路\n目标任务：修路50公里。\n完成情况：完成年度任务的64%。\n");
  ASSERT_TRUE(result);
  ASSERT_EQ(result->pairs.size(), 2U);
  const std::vector<PairGround>& counts = result->pairs[0].grounds;
  ASSERT_EQ(counts.size(), 3U);
  EXPECT_EQ(counts[0].ground, Ground::words);
  EXPECT_GE(counts[0].weight, counts[1].weight);
  EXPECT_TRUE(std::any_of(counts.begin(), counts.end(), [](const PairGround& g) { return g.ground == Ground::unit; }));
  ASSERT_EQ(result->pairs[1].grounds.size(), 1U);
  EXPECT_EQ(result->pairs[1].grounds[0].ground, Ground::stated_rate);
}

}  // namespace
}  // namespace gongbao::tests
