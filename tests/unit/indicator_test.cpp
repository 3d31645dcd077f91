#include "role/indicator.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "gongbao/lexicon.h"

namespace gongbao {
namespace {

// A sentence whose quantities are marked as [12个] or, where the dimension matters, [80%|share].
struct Marked {
  std::string text;
  std::vector<Span> spans;
  std::vector<Dimension> dimensions;
};

Marked read_marked(std::string_view marked) {
  Marked out;
  for (std::size_t at = 0; at < marked.size();) {
    if (marked[at] != '[') {
      out.text += marked[at++];
      continue;
    }
    const std::size_t end = marked.find(']', at);
    const std::string_view inside = marked.substr(at + 1, end - at - 1);
    const std::size_t bar = inside.find('|');
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += inside.substr(0, bar);
    out.spans.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
    out.dimensions.push_back(bar == std::string_view::npos ? Dimension::things
                                                           : dimension_named(inside.substr(bar + 1)).value());
    at = end + 1;
  }
  return out;
}

const Lexicon& lexicon() {
  static const Lexicon builtin = Lexicon::builtin();
  return builtin;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// The indicators of a marked sentence, separated by blanks.
std::string indicators(std::string_view sentence, const std::string& heading = {}) {
  const Marked marked = read_marked(sentence);
  const std::string text = heading + marked.text;
  const Chars chars = fold_chars(text);
  std::uint32_t next = 0;
  const auto index = [&](std::size_t byte) {  // asked in ascending order
    while (next < chars.size() && chars.begin_byte(next) < byte) ++next;
    return next;
  };
  const Range paragraph{index(heading.size()), static_cast<std::uint32_t>(chars.size())};
  std::vector<Quantity> quantities(marked.spans.size());
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    const std::uint32_t begin = index(heading.size() + marked.spans[i].begin);
    quantities[i].range = {begin, index(heading.size() + marked.spans[i].end)};
    quantities[i].dimension = marked.dimensions[i];
  }
  const BodyWords words(chars, lexicon().impl());
  std::vector<Indicator> found;
  IndicatorFinder(text, words).find(paragraph, Range{0, paragraph.begin}, quantities, found);
  std::vector<std::string> texts;
  for (const Indicator& indicator : found) {
    texts.push_back(indicator.text);
    const Range run = indicator.run;
    if (!run.empty()) {
      EXPECT_EQ(fold(indicator.text), chars.view(run.begin, run.end));
    }
  }
  return joined(texts);
}

struct Case {
  std::string_view sentence;
  std::string_view expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(indicators(c.sentence), c.expected) << c.sentence;
}

TEST(Indicator, IsTheWordsBeforeTheNumberWithoutFillers) {
  check({
      {"全年新建文化广场[7座]", "新建文化广场"},
      {"年内累计发放助学金不少于[300万元|money]", "发放助学金"},
      {"截至10月底，新增绿道约[12公里|length]", "新增绿道"},
      {"2021年12月20日前改造泵站[3处]", "改造泵站"},
      {"新生儿筛查率达到[98%|share]以上", "新生儿筛查率"},
      {"免费“两癌”筛查[2.4万人|people]", "免费“两癌”筛查"},
      {"登记失业率控制在[4.5%|share]以内", "登记失业率"},
      {"【完成情况】培训护工[80名|people]", "培训护工"},
      {"目标任务：新建泳池[2座]", "新建泳池"},
      {"打通金山路、北湖路等断头路[4条]", "打通断头路"},
      {"河东片区（含老城）改造路灯[90盏]", "河东片区改造路灯"},
      {"新(改扩)建粮库[5座]", "新(改扩)建粮库"},
      {"由[60岁|age]以上老人申领补贴", "老人申领补贴"},
  });
}

TEST(Indicator, IsTheNounAfterTheNumberWhereThatNamesTheThing) {
  check({
      {"建设[2家]社区书屋", "建设社区书屋"},
      {"改造[400户|households]困难老年人家庭", "改造困难老年人家庭"},
      {"[350个]教室实施照明项目，", "教室实施照明项目"},
      {"[22个]小区全部进场", "小区进场"},
      {"为[9所]小学配上直饮水机[120台]", "小学配上直饮水机 配上直饮水机"},
      {"组织[33名|people]残疾人参加技能培训", "残疾人参加技能培训"},
      {"解决[3.1万人|people]饮水问题", "解决饮水问题"},
      {"桂园等[4个]小区进场施工", "小区进场施工"},
      {"新增[3岁|age]以下婴幼儿托位[500个]", "新增婴幼儿托位 新增婴幼儿托位"},
      {"承诺的[10件|cases]民生实事", "民生实事"},
  });
}

TEST(Indicator, SuppliesWhatListsLeaveOut) {
  check({
      {"新建幼儿园[3所]、小学[2所]、初中[1所]", "新建幼儿园 新建小学 新建初中"},
      {"改造老旧小区[38个]、[5200户|households]", "改造老旧小区 改造老旧小区"},
      {"增加学位[5400个](幼儿园[1620个]、小学[2430个])。", "增加学位 幼儿园增加学位 小学增加学位"},
      {"新增充电桩[150个]（快充桩[30个]）", "新增充电桩 新增快充桩"},
      {"疏散演练[731户|households][3489人|people]", "疏散演练 疏散演练"},
      {"老旧小区开工[35个]、完工[6个]", "老旧小区开工 老旧小区完工"},
      {"养老服务中心([2万平方米|area])启用", "养老服务中心"},
      {"免费接种[900人|people]([45%|share])", "免费接种 免费接种"},
  });
}

TEST(Indicator, PassesOverClausesWithoutNumbers) {
  check({
      {"新建学校[3所]，稳步推进，群众满意。认真组织，改造泵站[2处]，效果好。", "新建学校 改造泵站"},
      {"新建学校[3所]，稳步推进；改造泵站[2处]，验收（含复验）完成，完工[1处]", "新建学校 改造泵站 泵站完工"},
      {"[50个]，新建", "新建"},
  });
  const std::string heading = "水质改善";
  EXPECT_EQ(indicators("新增就业[9人|people]，成效好，环境好，同比增长[5%|share]", heading),
            "新增就业 新增就业同比增长");
  EXPECT_EQ(indicators("新增就业[9人|people]，成效好。环境好，同比增长[5%|share]", heading),
            "新增就业 水质改善同比增长");
}

TEST(Indicator, JoinsComparisonsWithWhatTheyCompare) {
  check({
      {"新增就业[900人|people]，同比增长[5.2%|share]", "新增就业 新增就业同比增长"},
      {"铺设管网[86公里|length]，占任务的[58%|share]", "铺设管网 铺设管网占任务"},
      {"完成投资[3亿元|money]，占年度计划的[52%|share]", "完成投资 完成投资占年度计划"},
      {"普及率由[44%|share]提高到[61%|share]", "普及率 普及率"},
      {"技能培训[900人|people]、助学[400人|people]，分别完成[53%|share]、[59%|share]。",
       "技能培训 助学 技能培训完成 助学完成"},
      {"泊位、路灯分别完成[655个]、[1286盏]", "泊位完成 路灯完成"},
      {"小学、初中入学率依次是[100%|share]、[96%|share]", "小学入学率 初中入学率"},
  });
}

TEST(Indicator, TakesTheNounFromTheHeading) {
  EXPECT_EQ(indicators("建成[5所]，", "新建幼儿园6所"), "幼儿园建成");
  EXPECT_EQ(indicators("开工[14个]、完工[5个]。", "城镇老旧小区改造"), "城镇老旧小区开工 城镇老旧小区完工");
  EXPECT_EQ(indicators("分别建成[4处]、[22处]", "建养老中心4处、农村幸福院25处"), "养老中心建成 农村幸福院建成");
  EXPECT_EQ(indicators("[4712人|people]。", "城镇新增就业4500人"), "城镇新增就业");
  EXPECT_EQ(indicators("竣工[20个]。", "改造22个老旧小区"), "老旧小区竣工");
}

TEST(Indicator, KeepsCharactersAsPrintedAndHasTwentyAtMost) {
  EXPECT_EQ(indicators("新增學位[720個]"), "新增學位");
  EXPECT_EQ(indicators("新增 学 位[720个]"), "新增学位");
  EXPECT_EQ(indicators("&ldquo;明厨亮灶&rdquo;餐馆[72个]"), "“明厨亮灶”餐馆");
  const std::string longest = indicators("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥[7个]");
  EXPECT_EQ(longest, "丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥");
}

TEST(Indicator, IsNeverEmptyWhereThereAreWords) {
  EXPECT_EQ(indicators("[7个]", "泳池"), "泳池");
  EXPECT_EQ(indicators("已[7个]"), "已");
  EXPECT_EQ(indicators("[7个]"), "");
}

TEST(Indicator, TakesLinearTime) {
  for (const std::string_view piece :
       {"(", "[1岁|age]", "、", "分别[1个]、", "占[1元|money]的", "其中泳池[1个]，", "“《【"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += piece;
    indicators(text);  // the test's time limit is the check
  }
}

}  // namespace
}  // namespace gongbao
