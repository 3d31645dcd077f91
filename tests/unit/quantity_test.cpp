// Texts with marks: ⟦as printed|value unit bound⟧; a range is low..high. A text must give the marked quantities and no
// others.
#include "quantity/quantity.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "gongbao/lexicon.h"
#include "text/chars.h"
#include "text/fold.h"

namespace gongbao {
namespace {

const Lexicon::Impl& lexicon() {
  static const Lexicon lexicon = Lexicon::builtin();
  return lexicon.impl();
}

std::string marked(const std::string& surface, const Quantity& q) {
  std::string text = "⟦" + surface + "|" + q.value.to_string();
  if (q.high) text += ".." + q.high->to_string();
  text += q.unit.empty() ? "" : " " + q.unit;
  if (q.bound != Bound::exact && q.bound != Bound::range) text += " " + std::string(name(q.bound));
  return text + "⟧";
}

std::string without_marks(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find("⟦", at);
    plain += text.substr(at, open - at);
    if (open == std::string::npos) break;
    const std::size_t bar = text.find('|', open);
    plain += text.substr(open + 3, bar - open - 3);
    at = text.find("⟧", bar) + 3;
  }
  return plain;
}

struct Found {
  std::string text;
  std::vector<Diagnostic> diagnostics;
};

Found find(const std::string& plain) {
  const Chars chars = fold_chars(plain);
  Found found;
  std::size_t at = 0;
  QuantityLists lists;
  find_quantities(BodyWords(chars, lexicon()), {0, static_cast<std::uint32_t>(chars.size())}, lists, found.diagnostics);
  for (const Quantity& q : lists.all()) {
    const Span span = chars.span(q.range.begin, q.range.end);
    EXPECT_LE(at, span.begin) << "in order, without overlap";
    EXPECT_EQ(q.bound == Bound::range, q.high.has_value());
    found.text += plain.substr(at, span.begin - at) + marked(plain.substr(span.begin, span.size()), q);
    at = span.end;
  }
  found.text += plain.substr(at);
  return found;
}

void expect(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) EXPECT_EQ(find(without_marks(text)).text, text);
}

TEST(Quantities, NumbersAndUnits) {
  expect({"新增学位⟦4380个|4380 个⟧，投资⟦1.35亿元|135000000 元⟧、⟦114384.66元|114384.66 元⟧",
          "建成⟦3,240个|3240 个⟧、⟦1 206家|1206 家⟧，拨付⟦3 870万元|38700000 元⟧",
          "解决⟦三万二千人|32000 人⟧，再就业⟦一千六百余人|1600 人 more_than⟧，床位⟦一百五十张|150 张⟧",
          "⟦４３．１８万人|431800 人⟧，参合率⟦９６．７％|96.7 %⟧",
          "新打机井⟦二百三十眼|230 眼⟧，铺管⟦十七万五千米|175000 米⟧、⟦25千米|25 千米⟧"});
}

TEST(Quantities, Shares) {
  expect({"参合率⟦百分之九十六点三|96.3 %⟧，发病率⟦千分之五|5 ‰⟧，出生率⟦6.2‰|6.2 ‰⟧",
          "完成⟦七成|70 %⟧，少了⟦三成多|30 % more_than⟧，达⟦九成|90 % at_least⟧以上",
          "比上年提高⟦5.3个百分点|5.3 个百分点⟧，为任务的⟦2.3倍|2.3 倍⟧", "完成了，已经成立，建成，成效明显"});
}

TEST(Quantities, Minus) { expect({"比上年增长⟦-3.2%|-3.2 %⟧", "完成—⟦80%|80 %⟧"}); }

TEST(Quantities, NounsThatBeginLikeAMeasureWord) {
  expect({"走访⟦12位|12 位⟧居民、⟦5家|5 家⟧电商企业，识别⟦12种|12 种⟧植物", "⟦3个|3 个⟧体育场，⟦12项|12 项⟧目标任务",
          "招聘会⟦12场|12 场⟧面向社会，⟦128名|128 名⟧义务监督员"});
}

TEST(Quantities, Ranges) {
  expect({"创建⟦1-2所|1..2 所⟧、⟦3～5个|3..5 个⟧、⟦15至18处|15..18 处⟧、⟦三到五家|3..5 家⟧",
          "补助⟦4000元至1万元|4000..10000 元⟧、⟦3.5～5万元|35000..50000 元⟧、⟦1－3万元|10000..30000 元⟧",
          "⟦35—64周岁|35..64 周岁⟧妇女，占⟦10%～15%|10..15 %⟧，每天⟦二百六七十人|260..270 人⟧",
          "安排⟦一百到一百五十个|100..150 个⟧", "由⟦3元|3 元⟧到⟦5元|5 元⟧", "从⟦120人|120 人⟧增至⟦150人|150 人⟧"});
}

TEST(Quantities, CompoundUnits) {
  expect({"标准⟦60元/月|60 元/月⟧、⟦204元/人·月|204 元/人·月⟧、⟦80元/月·人|80 元/月·人⟧、⟦1500元/人/月|1500 元/人/月⟧",
          "⟦2万吨/日|20000 吨/日⟧，⟦330天/年|330 天/年⟧，⟦4.5批次/千人|4.5 批次/千人⟧，⟦0.6元/度|0.6 元/度⟧",
          "⟦40台（套）|40 台（套）⟧、⟦120人(次)|120 人(次)⟧、⟦300元（每人每月）|300 元（每人每月）⟧",
          "⟦600㎡|600 平方米⟧、⟦15km|15 公里⟧、⟦31.2万m2|312000 平方米⟧、⟦35kV|35 kV⟧、⟦54万平米|540000 平方米⟧",
          "改造⟦5个|5 个⟧（其中城区⟦3个|3 个⟧）"});
}

TEST(Quantities, Abutting) {
  expect({"发放⟦731户|731 户⟧⟦3489.5万元|34895000 元⟧", "入住⟦2,315户|2315 户⟧⟦10,482人|10482 人⟧"});
}

TEST(Quantities, UnitLeftOut) {
  expect({"资金⟦1365万|13650000 元⟧（开发区），镇里掏了⟦500来万|5000000 元 approx⟧，",
          "为老人等⟦10万|100000 人⟧重点人群签约，惠及⟦3万|30000 人⟧失能老人，参保人数达⟦3.2万|32000 人⟧",
          "带动⟦2.3万|23000 户⟧贫困户增收"});
  EXPECT_EQ(find("资金1365万").diagnostics.at(0).code, DiagnosticCode::missing_unit);
}

TEST(Quantities, BoundsBefore) {
  expect({"不少于⟦8600万元|86000000 元 at_least⟧，不超过⟦36人|36 人 at_most⟧，超⟦8万人次|80000 人次 more_than⟧",
          "近⟦50天|50 天 less_than⟧，不足⟦600辆|600 辆 less_than⟧，约⟦2万份|20000 份 approx⟧，占比≥⟦10%|10 % at_least⟧",
          "最高不得超过⟦0.6元/度|0.6 元/度 at_most⟧，突破⟦500万人次|5000000 人次 more_than⟧",
          "每县至少新增⟦1家|1 家 at_least⟧托育机构，不少于全年任务的⟦30%|30 % at_least⟧",
          "分别不低于⟦75%|75 % at_least⟧和⟦95%|95 % at_least⟧，不少于⟦5场|5 场 at_least⟧、⟦1000人次|1000 人次 "
          "at_least⟧以上"});
}

TEST(Quantities, BoundsAfter) {
  expect(
      {"⟦200户|200 户 at_least⟧以上，⟦60周岁|60 周岁 at_least⟧及以上，控制在⟦4.5%|4.5 % at_most⟧以内，⟦2%|2 % "
       "at_most⟧以下",
       "⟦300名|300 名 approx⟧左右，⟦75%|75 % approx⟧上下，⟦11公里|11 公里 more_than⟧多，⟦7个工作日|7 个工作日 "
       "at_most⟧内",
       "惠及⟦1.1万户|11000 户 less_than⟧不到", "有⟦2家|2 家⟧不到位", "新建⟦3所|3 所⟧多功能厅"});
}

TEST(Quantities, WordsThatOnlyLookLikeBounds) {
  expect({"签约⟦11.8万人|118000 人⟧，节约⟦10%|10 %⟧，附近⟦3处|3 处⟧，近⟦3年|3 年⟧来",
          "超任务⟦62座|62 座⟧，超额⟦8.7%|8.7 %⟧，超三季度目标⟦7.3%|7.3 %⟧，不下达指标的⟦5项|5 项⟧",
          "“最多跑一次”事项占比⟦99.2%|99.2 %⟧"});
}

TEST(Quantities, DatesAndTimes) {
  expect({"2021年3月12日，二〇一一年，21年底前，1-6月，10月底，2013年至2016年，2022-2024年，逢5日、20日",
          "8:30-17:30，早五点到晚九点，9时30分，三季度，前三季度，2 0 2 1年",
          "时效⟦1年|1 年⟧，⟦20年|20 年 at_least⟧以上，⟦40多天|40 天 more_than⟧，⟦3个多月|3 个月 more_than⟧，⟦30日|30 "
          "日 at_most⟧内"});
}

TEST(Quantities, OrdinalsLabelsAndCodes) {
  expect({"第3次，第二、五、七、八件，二期、三标段、8#楼、1#~14#楼、3号线、原3号、4号楼、负一层",
          "S249线、G107、X017、K12+300、308国道、5G、H7N9、PM2.5、IPv6、12345热线、新开7路、12路",
          "0519-85685023，〔2021〕27号，苏ICP备05003616号，20.4:42.6:37.0，1024×768，www.a5.cn/2021/5个",
          "LED灯⟦120盏|120 盏⟧、AED⟦200台|200 台⟧、探头⟦420路|420 路⟧并网", "1.2021年建成", "2.⟦5个|5 个⟧社区完工",
          "1、⟦3条|3 条⟧断头路"});
}

TEST(Quantities, NamesAndSetPhrases) {
  expect({"“两癌”“15分钟健身圈”“十件民生实事”《20件实事方案》「4050」，15分钟便民生活圈",
          "一站式、一体化、一人一策、一点位一方案、双随机、三年行动、五级书记、百年不遇、千家万户、第三方、三甲、一次、"
          "一批",
          "十四届人大四次会议，数十家、几百人、上万户", "“送戏下乡⟦100场|100 场⟧”"});
}

TEST(Quantities, OneOfAThing) {
  expect({"建设⟦一处|1 处⟧网点，⟦一所|1 所⟧封顶，各配救护车⟦一辆|1 辆⟧", "各村配药箱⟦一个|1 个⟧",
          "各有⟦一人|1 人 at_least⟧以上", "开了一个会，提了一项建议，统一部署，唯一"});
}

TEST(Quantities, DamagedNumbers) {
  expect({"开工⟦4 5个|45 个⟧，封顶⟦16 0套|160 套⟧，完成⟦3. 86亿元|386000000 元⟧，占⟦8 0%|80 %⟧",
          "校舍⟦l2所|12 所⟧、⟦2OO套|200 套⟧、⟦1O43万元|10430000 元⟧、⟦8l.3%|81.3 %⟧",
          "管道⟦186. 5公 里|186.5 公里⟧，贷款⟦2 600多 万元|26000000 元 more_than⟧"});
  EXPECT_EQ(find("校舍l2所").diagnostics.at(0).code, DiagnosticCode::damaged_number);
  EXPECT_TRUE(find("校舍1 206所").diagnostics.empty());
}

TEST(Quantities, TooLongANumber) {
  const Found found = find("编号12345678901234567890个");
  EXPECT_EQ(found.text, "编号12345678901234567890个");
  EXPECT_EQ(found.diagnostics.at(0).code, DiagnosticCode::number_too_long);
}

TEST(Quantities, TakeLinearTime) {
  for (const char* piece : {"（", "1", "1,", "一", "1-", "第1、", "“1", "1万", "1元/人", "a1", "不少于", "1至"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    find(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
  }
}

// ---- Cells and headings.

std::string cell(const std::string& text, const CellUnit& unit) {
  const Chars chars = fold_chars(text);
  const auto q = read_cell(BodyWords(chars, lexicon()), {0, static_cast<std::uint32_t>(chars.size())}, unit);
  if (!q) return "";
  const Span span = chars.span(q->range.begin, q->range.end);
  return marked(text.substr(span.begin, span.size()), *q);
}

TEST(Cell, OneNumberTakesTheTablesUnit) {
  const CellUnit households{"户", Dimension::households, 0, Bound::exact};
  EXPECT_EQ(cell("3,850", households), "⟦3,850|3850 户⟧");
  EXPECT_EQ(cell(" 1 206 ", households), "⟦1 206|1206 户⟧");
  EXPECT_EQ(cell("97以上", {"%", Dimension::share, 0, Bound::exact}), "⟦97|97 % at_least⟧");
  EXPECT_EQ(cell("≥420", {"件", Dimension::cases, 0, Bound::exact}), "⟦420|420 件 at_least⟧");
  EXPECT_EQ(cell("15-20", {"台", Dimension::things, 0, Bound::exact}), "⟦15-20|15..20 台⟧");
  EXPECT_EQ(cell("8.2", {"人", Dimension::people, 4, Bound::exact}), "⟦8.2|82000 人⟧");
  EXPECT_EQ(cell("4.5", {"%", Dimension::share, 0, Bound::at_most}), "⟦4.5|4.5 % at_most⟧");
  EXPECT_EQ(cell("-1.4", {"%", Dimension::share, 0, Bound::exact}), "⟦-1.4|-1.4 %⟧");
}

TEST(Cell, ItsOwnUnitWins) {
  const CellUnit mu{"亩", Dimension::area, 0, Bound::exact};
  EXPECT_EQ(cell("1.08万", mu), "⟦1.08万|10800 亩⟧");
  EXPECT_EQ(cell("70%", mu), "⟦70%|70 %⟧");
  EXPECT_EQ(cell("12个", mu), "⟦12个|12 个⟧");
  EXPECT_EQ(cell("3.6万", {"亩", Dimension::area, 4, Bound::exact}), "⟦3.6万|36000 亩⟧");
}

TEST(Cell, AnythingElseIsNoNumber) {
  for (const char* text :
       {"", "——", "—", "达标", "／", "3个、5处", "其中187人", "7月底", "2021年", "一、", "8#楼", "0519-85685023"}) {
    EXPECT_EQ(cell(text, {}), "") << text;
  }
}

TEST(Heading, Unit) {
  const auto unit = [](const char* words) {
    const auto read = read_unit(fold(words), lexicon());
    return read ? std::to_string(read->scale) + " " + read->unit : "";
  };
  EXPECT_EQ(unit("万人"), "4 人");
  EXPECT_EQ(unit("元/人·月"), "0 元/人·月");
  EXPECT_EQ(unit("％"), "0 %");
  EXPECT_EQ(unit("（万亩）"), "4 亩");
  EXPECT_EQ(unit("万 元"), "4 元");
  EXPECT_EQ(unit("千瓦"), "0 千瓦");
  EXPECT_EQ(unit("台（套）"), "0 台（套）");
  EXPECT_EQ(unit("戶"), "0 户");
  for (const char* words : {"", "任务", "户、%", "序号", "单位", "3月", "人数", "项目"})
    EXPECT_EQ(unit(words), "") << words;
}

}  // namespace
}  // namespace gongbao
