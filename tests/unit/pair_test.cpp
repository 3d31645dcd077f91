// Pairs on marked strings: ⟦1.35万人|t1⟧ is a target, ⟦2578人|a1⟧ the achievement that answers it (equal numbers),
// ⟦…|a⟧ and ⟦…|t⟧ are not to be paired, ⟦…|c⟧ is context. A third field gives the indicator (else: the words before the
// number in its clause). '\n' begins a new group, '|' separates the cells of a table's row.
#include "pair/pair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/builtin_data.h"
#include "pair/assignment.h"
#include "pair/features.h"
#include "pair/ratio.h"
#include "stages.h"
#include "text/chars.h"
#include "text/fold.h"

namespace gongbao {
namespace {

using tests::builtin;

std::vector<Pair> pairs_of(const Chars& chars, const std::vector<Statement>& statements, const Lexicon::Impl& words) {
  std::vector<Pair> pairs;
  Units units;
  for (const MadePair& made :
       pair_statements(chars, statements, read_traits(BodyWords(chars, words), statements, units), words))
    pairs.push_back(made.pair);
  return pairs;
}

Dimension dimension_of(const std::string& unit) {
  static const std::map<std::string, Dimension> known = {
      {"人", Dimension::people},     {"名", Dimension::people},    {"人次", Dimension::visits},
      {"户", Dimension::households}, {"场", Dimension::events},    {"件", Dimension::cases},
      {"亩", Dimension::area},       {"平方米", Dimension::area},  {"公顷", Dimension::area},
      {"公里", Dimension::length},   {"米", Dimension::length},    {"吨", Dimension::mass},
      {"公斤", Dimension::mass},     {"元", Dimension::money},     {"%", Dimension::share},
      {"天", Dimension::duration},   {"倍", Dimension::multiple},  {"岁", Dimension::age},
      {"元/人·月", Dimension::rate}, {"元/人·年", Dimension::rate}};
  const auto found = known.find(unit);
  return found == known.end() ? Dimension::things : found->second;
}

Quantity quantity_of(std::string text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  Quantity quantity;
  int power = 0;
  std::string unit = text.substr(end);
  for (const auto& [scale, zeros] : std::map<std::string, int>{{"万", 4}, {"亿", 8}}) {
    if (unit.rfind(scale, 0) != 0) continue;
    power = zeros;
    unit = unit.substr(scale.size());
  }
  quantity.value = *Decimal::parse(text.substr(0, end))->scaled(power);
  static const std::map<std::string, std::string> folded = {{"km", "公里"}, {"平米", "平方米"}, {"㎡", "平方米"}};
  if (folded.count(unit) != 0) unit = folded.at(unit);
  quantity.unit = unit;
  quantity.dimension = dimension_of(unit);
  return quantity;
}

struct Marked {
  Chars chars;
  std::vector<Statement> statements;
  std::vector<std::string> names;  // "t1", "a1", "c"
  std::vector<std::string> texts;
  std::deque<std::u16string> indicators;
};

bool ends_clause(char16_t c) { return std::u16string_view(u",:;()|\n。").find(c) != std::u16string_view::npos; }

void add_statement(Marked& marked, const std::string& inside, std::string& plain,
                   std::vector<std::string>& indicators) {
  const std::size_t bar = inside.find('|');
  const std::size_t second = inside.find('|', bar + 1);
  Statement s;
  s.quantity = quantity_of(inside.substr(0, bar));
  s.quantity.range.begin = static_cast<std::uint32_t>(fold(plain).size());
  plain += inside.substr(0, bar);
  s.quantity.range.end = static_cast<std::uint32_t>(fold(plain).size());
  const std::string name = inside.substr(bar + 1, second == std::string::npos ? second : second - bar - 1);
  s.role = name[0] == 't' ? Role::target : name[0] == 'a' ? Role::achievement : Role::context;
  marked.statements.push_back(s);
  marked.names.push_back(name);
  marked.texts.push_back(inside.substr(0, bar));
  indicators.push_back(second == std::string::npos ? "" : inside.substr(second + 1));
}

Marked read(const std::string& text) {
  static const std::string open = "⟦";
  static const std::string close = "⟧";
  Marked marked;
  std::vector<std::string> indicators;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find(open, at);
    plain += text.substr(at, begin == std::string::npos ? begin : begin - at);
    if (begin == std::string::npos) break;
    const std::size_t end = text.find(close, begin);
    add_statement(marked, text.substr(begin + open.size(), end - begin - open.size()), plain, indicators);
    at = end + close.size();
  }
  marked.chars = fold_chars(plain);
  const Chars& chars = marked.chars;
  for (std::size_t i = 0; i < marked.statements.size(); ++i) {
    Statement& s = marked.statements[i];
    s.clause = s.quantity.range;
    while (s.clause.begin > 0 && !ends_clause(chars[s.clause.begin - 1])) --s.clause.begin;
    while (s.clause.end < chars.size() && !ends_clause(chars[s.clause.end])) ++s.clause.end;
    std::uint32_t column = 1;
    bool in_table = false;
    for (std::size_t at = 0; at < chars.size(); ++at) in_table |= chars[at] == u'|';
    for (std::size_t at = 0; at < s.quantity.range.begin; ++at) {
      const bool stop = std::u16string_view(u";。\n|").find(chars[at]) != std::u16string_view::npos;
      s.sentence += stop ? 1 : 0;
      s.group += chars[at] == u'\n' ? 1 : 0;
      column = chars[at] == u'\n' ? 1 : column + (chars[at] == u'|' ? 1 : 0);
    }
    s.column = in_table ? column : 0;
    std::u16string& indicator = marked.indicators.emplace_back(fold(indicators[i]));
    if (indicators[i].empty()) {
      for (std::size_t at = s.clause.begin; at < s.quantity.range.begin; ++at) {
        if (is_han(chars[at])) indicator += chars[at];
      }
    }
    s.indicator = indicator;
  }
  return marked;
}

std::set<std::string> expected(const Marked& marked) {
  std::set<std::string> pairs;
  for (const std::string& name : marked.names) {
    if (name[0] == 't' && name.size() > 1) pairs.insert(name + "-a" + name.substr(1));
  }
  return pairs;
}

std::set<std::string> found(const Marked& marked) {
  std::set<std::string> pairs;
  for (const Pair& p : pairs_of(marked.chars, marked.statements, builtin())) {
    const auto name = [&](std::uint32_t i) {
      return marked.names[i].size() > 1 ? marked.names[i] : marked.names[i] + "(" + marked.texts[i] + ")";
    };
    pairs.insert(name(p.target) + "-" + name(p.achievement));
  }
  return pairs;
}

struct Case {
  const char* name;
  const char* text;
};

class PairCases : public testing::TestWithParam<Case> {};

TEST_P(PairCases, AreFound) {
  const Marked marked = read(GetParam().text);
  EXPECT_EQ(found(marked), expected(marked)) << GetParam().text;
}

const Case cases[] = {
    {"run_on", "新增就业⟦1.35万人|t1⟧，失业人员再就业⟦5900人|t2⟧。新增就业⟦2578人|a1⟧，失业人员再就业⟦4398人|a2⟧。"},
    {"crossed", "新建公厕⟦15座|t1⟧，改造公厕⟦20座|t2⟧。改造公厕⟦18座|a2⟧，新建公厕⟦13座|a1⟧。"},
    {"parallel_without_words",
     "泊位施划⟦600个|t1⟧，路灯更换⟦120盏|t2⟧，公厕新建⟦12座|t3⟧。分别完成⟦655个|a1⟧、⟦128盏|a2⟧、⟦12座|a3⟧。"},
    {"parallel_same_unit", "建成养老中心⟦4处|t1⟧、农村幸福院⟦25处|t2⟧。分别建成⟦3处|a1⟧、⟦22处|a2⟧。"},
    {"stages_rising", "改造老旧小区⟦38个|t1⟧。老旧小区摸排⟦40个|a⟧、开工⟦35个|a⟧、完工⟦6个|a1⟧。"},
    {"stages_falling", "新建集中供水工程⟦27处|t1⟧。完工⟦13处|a1⟧，在建⟦9处|a⟧，未开工⟦5处|a⟧。"},
    {"stage_behind_number", "改造卫生院⟦11所|t1⟧。⟦5所|a1⟧完工；⟦4所|a⟧主体封顶；⟦2所|a⟧正在招标。"},
    {"only_stage", "更换病房床位⟦350张|t1⟧。目前⟦170张|a1⟧进入招标流程。"},
    {"road_parts", "硬化通村公路⟦580公里|t1⟧。路基完成⟦402公里|a⟧，路面铺筑⟦236.5公里|a1⟧。"},
    {"road_base_alone", "新改建农村公路⟦45公里|t1⟧。路基完成⟦20公里|a1⟧。"},
    {"physical_rate", "福利院床位使用率达到⟦80%|t⟧。福利院二期主体完成⟦75%|a⟧。"},
    {"rate_of_count", "城镇新增就业⟦2800人|t1⟧。城镇新增就业⟦1612人|a1⟧，完成率⟦57.6%|a⟧。"},
    {"same_rate", "参合率达到⟦95%|t1⟧，报销比例⟦70%|t2⟧。参合率⟦98.4%|a1⟧，报销比例⟦69.7%|a2⟧。"},
    {"rate_alone", "城区绿道建设⟦50公里|t1⟧。城区绿道建设完成年度任务的⟦52%|a1⟧。"},
    {"kinds_of_money",
     "年度计划投资⟦9.2亿元|t1⟧，发放创业贷款⟦3000万元|t2⟧。完成投资⟦5.1亿元|a1⟧，发放贷款⟦1946万元|a2⟧。"},
    {"raised", "加装电梯⟦60部|t⟧，6月目标调增为⟦80部|t1⟧。加装电梯完工⟦31部|a1⟧。"},
    {"lowered_first", "新建户厕⟦2400户|t1⟧（年初目标⟦3000户|t⟧）。户厕完工⟦1736户|a1⟧。"},
    {"sub_amounts", "新增托位⟦420个|t1⟧，其中普惠托位⟦300个|t2⟧。新增托位⟦338个|a1⟧，其中普惠⟦262个|a2⟧。"},
    {"cumulative", "建设农村公路⟦85公里|t1⟧。三季度新铺⟦38.9公里|a⟧，累计⟦66.3公里|a1⟧。"},
    {"digest_neighbours",
     "农村危房改造任务⟦186户|t1⟧，竣工⟦171户|a1⟧；棚户区改造任务⟦92户|t2⟧，竣工⟦80户|a2⟧；法律援助⟦920件|t3⟧已办⟦783件|"
     "a3⟧。"},
    {"achievement_first", "发放低保金⟦4812万元|a1⟧，年初安排的是⟦9600万元|t1⟧。"},
    {"plan_behind", "改造危桥⟦11座|t1⟧。危桥通车⟦2座|a1⟧。下一步，确保年底前再完工⟦6座|t⟧。"},
    {"last_year", "去年，植树⟦80万株|a⟧，改厕⟦9600座|a⟧。今年，植树⟦85万株|t⟧。"},
    {"people_words", "补助寄宿生⟦2.8万名|t1⟧。补助寄宿生⟦2.75万人|a1⟧。"},
    {"measure_words", "新建垃圾中转站⟦4处|t1⟧。垃圾中转站建成⟦3座|a1⟧。"},
    {"other_things", "新建垃圾中转站⟦4处|t⟧。发放宣传册⟦3本|a⟧。"},
    {"visits_are_not_people", "培训农民工⟦4000人|t⟧。咨询服务⟦3900人次|a⟧。"},
    {"beyond_belief", "新建幼儿园⟦3所|t⟧。排查校外培训机构⟦900所|a⟧。"},
    {"groups_apart", "新建幼儿园⟦3所|t⟧。\n新建幼儿园⟦2所|a⟧。"},
    {"row", "农村危房改造|⟦186|t1|农村危房改造⟧|⟦186|a|农村危房改造开工⟧|⟦171|a1|农村危房改造竣工⟧"},
    {"two_in_a_row", "颍口区|⟦620|t1|公益性岗位开发⟧|⟦655|a1|公益性岗位开发⟧|⟦4800|t2|岗前培训⟧|⟦4512|a2|岗前培训⟧"},
    {"interim", "改造农村公路⟦45公里|t1⟧|农村公路完工⟦30公里|t⟧|农村公路完工⟦38.6公里|a1⟧"},
    {"rows_by_column",
     "全年任务|⟦3600|t1|新增就业⟧|⟦82|t2|劳动力输转⟧\n1月|⟦412|a|新增就业⟧|⟦3|a|劳动力输转⟧\n"
     "累计|⟦2891|a1|新增就业⟧|⟦76|a2|劳动力输转⟧"},
};

INSTANTIATE_TEST_SUITE_P(Marked, PairCases, testing::ValuesIn(cases),
                         [](const testing::TestParamInfo<Case>& tested) { return tested.param.name; });

Quantity quantity(const char* value, int power, const char* unit, Dimension dimension) {
  Quantity q;
  q.value = *Decimal::parse(value)->scaled(power);
  q.unit = unit;
  q.dimension = dimension;
  return q;
}

std::string ratio(const Quantity& target, const Quantity& achievement) {
  Units units;
  const auto r =
      pair_ratio(target, units.of(target.unit, builtin()), achievement, units.of(achievement.unit, builtin()));
  return r ? r->to_string() : "none";
}

TEST(PairRatio, RoundsHalfUpToFourDecimals) {
  const auto people = [](const char* value, int power = 0) { return quantity(value, power, "人", Dimension::people); };
  EXPECT_EQ(ratio(people("13500"), people("2578")), "0.191");
  EXPECT_EQ(ratio(people("3"), people("2")), "0.6667");
  EXPECT_EQ(ratio(people("20000"), people("1")), "0.0001");
  EXPECT_EQ(ratio(people("20001"), people("1")), "0");
  EXPECT_EQ(ratio(people("4"), people("0")), "0");
  EXPECT_EQ(ratio(people("999999999999999999"), people("999999999999999998")), "1");
  EXPECT_EQ(ratio(people("1", 30), people("1", -30)), "0");
  EXPECT_EQ(ratio(people("1", -30), people("1", 30)), "none");
}

TEST(PairRatio, ConvertsUnits) {
  EXPECT_EQ(ratio(quantity("3", 0, "亩", Dimension::area), quantity("0.1", 0, "公顷", Dimension::area)), "0.5");
  EXPECT_EQ(ratio(quantity("2", 0, "亩", Dimension::area), quantity("1000", 0, "平方米", Dimension::area)), "0.75");
  EXPECT_EQ(ratio(quantity("25", 0, "公里", Dimension::length), quantity("5000", 0, "米", Dimension::length)), "0.2");
  EXPECT_EQ(ratio(quantity("5", 0, "吨", Dimension::mass), quantity("2500", 0, "公斤", Dimension::mass)), "0.5");
  EXPECT_EQ(ratio(quantity("2448", 0, "元/人·年", Dimension::rate), quantity("204", 0, "元/人·月", Dimension::rate)),
            "1");
  EXPECT_EQ(ratio(quantity("80", 0, "元/月·人", Dimension::rate), quantity("84", 0, "元/人·月", Dimension::rate)),
            "1.05");
  EXPECT_EQ(ratio(quantity("4", 0, "处", Dimension::things), quantity("3", 0, "座", Dimension::things)), "0.75");
  EXPECT_EQ(ratio(quantity("4", 0, "元", Dimension::money), quantity("3", 0, "人", Dimension::people)), "none");
}

TEST(PairRatio, NoneForZeroRangesAndUpperLimits) {
  Quantity target = quantity("4.5", 0, "%", Dimension::share);
  const Quantity achievement = quantity("3.6", 0, "%", Dimension::share);
  EXPECT_EQ(ratio(target, achievement), "0.8");
  target.bound = Bound::at_most;
  EXPECT_EQ(ratio(target, achievement), "none");
  target.bound = Bound::range;
  target.high = Decimal(6);
  EXPECT_EQ(ratio(target, achievement), "none");
  EXPECT_EQ(ratio(achievement, target), "none");
  EXPECT_EQ(ratio(quantity("0", 0, "%", Dimension::share), achievement), "none");
}

TEST(PairRatio, OfAStatedRate) {
  const Marked marked = read("城区绿道建设⟦50公里|t1⟧。城区绿道建设完成年度任务的⟦52.725%|a1⟧。");
  const std::vector<Pair> pairs = pairs_of(marked.chars, marked.statements, builtin());
  ASSERT_EQ(pairs.size(), 1U);
  ASSERT_TRUE(pairs[0].ratio);
  EXPECT_EQ(pairs[0].ratio->to_string(), "0.5273");
  EXPECT_EQ(rate_ratio(quantity("2.3", 0, "倍", Dimension::multiple))->to_string(), "2.3");
}

TEST(PairWeights, EveryFeatureHasOne) {
  for (const std::u16string_view name : feature_names) {
    EXPECT_NE(builtin().pair_weights.find(name), nullptr) << std::string(name.begin(), name.end());
  }
  EXPECT_EQ(builtin().pair_weights.rows().size(), feature_count);
}

// The best sum by trying all assignments.
double best_sum(const ScoreMatrix& scores, std::size_t row, std::uint32_t used) {
  if (row == scores.rows()) return 0;
  double best = best_sum(scores, row + 1, used);
  for (std::size_t column = 0; column < scores.columns(); ++column) {
    if ((used >> column & 1U) != 0 || scores.at(row, column) <= 0) continue;
    best = std::max(best, scores.at(row, column) + best_sum(scores, row + 1, used | 1U << column));
  }
  return best;
}

TEST(BestAssignment, AgreesWithTryingAll) {
  std::uint32_t seed = 1;
  const auto random = [&] { return (seed = seed * 1664525U + 1013904223U) >> 24; };
  for (int round = 0; round < 500; ++round) {
    ScoreMatrix scores(1 + random() % 5, 1 + random() % 5);
    for (std::size_t r = 0; r < scores.rows(); ++r) {
      for (std::size_t c = 0; c < scores.columns(); ++c) scores.at(r, c) = static_cast<double>(random() % 20) - 6;
    }
    double sum = 0;
    std::set<std::size_t> columns;
    const std::vector<std::size_t> chosen = best_assignment(scores);
    for (std::size_t r = 0; r < chosen.size(); ++r) {
      if (chosen[r] == unassigned) continue;
      EXPECT_GT(scores.at(r, chosen[r]), 0);
      EXPECT_TRUE(columns.insert(chosen[r]).second);
      sum += scores.at(r, chosen[r]);
    }
    EXPECT_EQ(sum, best_sum(scores, 0, 0)) << round;
  }
  EXPECT_TRUE(best_assignment(ScoreMatrix(0, 3)).empty());
  EXPECT_EQ(best_assignment(ScoreMatrix(2, 0)).size(), 0U);
}

// A group of any size keeps its order, pairs each side once and stays within its windows.
TEST(PairStatements, HugeGroups) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "改造小区⟦5个|t⟧，完成⟦4个|a⟧；";
  const Marked marked = read(text);
  const std::vector<Pair> pairs = pairs_of(marked.chars, marked.statements, builtin());
  std::set<std::uint32_t> achievements;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    EXPECT_TRUE(i == 0 || pairs[i - 1].target < pairs[i].target);
    EXPECT_TRUE(achievements.insert(pairs[i].achievement).second);
  }
  EXPECT_GT(pairs.size(), 450U);
}

TEST(PairStatements, NothingToPair) {
  EXPECT_TRUE(pairs_of(Chars(), {}, builtin()).empty());
  const Marked marked = read("新建⟦3所|t⟧，⟦65岁|c⟧");
  EXPECT_TRUE(pairs_of(marked.chars, marked.statements, builtin()).empty());
}

}  // namespace
}  // namespace gongbao
