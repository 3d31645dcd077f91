// Damage of scanning, copying and break-ins, through the whole library: what is certain is read, the rest is reported,
// and no figure is made up.
#include <gtest/gtest.h>

#include "gongbao/parser.h"

namespace gongbao::tests {
namespace {

// The figures and diagnostics of an item, with their places as printed: "4380人 <4 380人> damaged-number".
std::string read(const std::string& item) {
  const Result result = Parser().parse("岭南区2021年民生实事进展情况\n一、民生\n1、" + item + "\n");
  if (!result) return std::string(name(result.error().code));
  std::string all;
  const auto add = [&](const std::string& words) { all += (all.empty() ? "" : " ") + words; };
  for (const Record& record : result->records) {
    const std::string value = record.value.to_string() + record.unit;
    const std::string printed(result->text(record.span));
    add(value == printed ? value : value + " <" + printed + ">");
  }
  for (const Diagnostic& diagnostic : result->diagnostics) add(std::string(name(diagnostic.code)));
  return all;
}

struct Damage {
  const char* name;
  const char* text;
  const char* read;
};

class Damaged : public testing::TestWithParam<Damage> {};

TEST_P(Damaged, IsReadWhereItIsCertain) { EXPECT_EQ(read(GetParam().text), GetParam().read); }

const Damage damages[] = {
    {"BlankInANumber", "新增就业4 380人。", "4380人 <4 380人>"},
    {"BlankBeforeTheUnit", "改厕 30 座。", "30座 <30 座>"},
    {"BlanksBetweenDigits", "新建幼儿园 1 2 所。", "12所 <1 2 所> damaged-number"},
    {"BlankInADecimal", "完成投资3. 86亿元。", "386000000元 <3. 86亿元> damaged-number"},
    {"NoBreakSpaceAsWords", "新建公厕2&nbsp;0座。", "20座 <2&nbsp;0座> damaged-number"},
    {"LettersForDigits", "改造小区3l个，完工1O个。", "31个 <3l个> 10个 <1O个> damaged-number damaged-number"},
    {"LettersOfAName", "建设LOL体验店2家，5G基站30个。", "2家 30个"},
    {"BrokenBehindAComma", "新增停车位1500个，\n已新增820个。", "1500个 820个"},
    {"BrokenBeforeAStop", "新增停车位1500个\n，已新增820个。", "1500个 820个"},
    {"PageNumberBetweenLines", "全县新增养老床位320张，\n- 3 -\n已新增180张。", "320张 180张"},
    {"PageNumberInAParagraph", "已完成42第3页 共5页公里，投资1.2亿元。",
     "42公里 <42第3页 共5页公里> 120000000元 <1.2亿元>"},
    {"PageNumberInWords", "全县新增养老- 3 -床位320张。", "320张"},
    {"PageOfADocument", "规划见第3页，新增床位320张。", "320张"},
    {"DigitsLost", "目前已完成投资，投入万元。", "lost-digits"},
    {"DigitsOfADateLost", "截至1031日，已改厕20座。", "20座 lost-digits"},
    {"UnitLost", "改造公厕6座，有3(50%)。", "6座 50% lost-unit"},
    {"SpamInASentence", "新建学位bet365体育1,200个。", "1200个 <1,200个> link-spam"},
    {"SpamInANumber", "新建学位bet3651,200个，改厕1,200bet365座。", "link-spam link-spam"},
    {"SpamInBrackets", "改厕（亚博体育送18元）30座。", "30座 link-spam"},
    {"SpamOfACasino", "已完成澳门新葡京娱乐场改厕30座。", "30座 link-spam"},
    {"ReplacedCharacters", "新增就业\xFF 300人。", "300人 invalid-bytes"},
    {"TooManyDigits", "新增就业1234567890123456789012人。", "number-too-long"},
};

INSTANTIATE_TEST_SUITE_P(Of, Damaged, testing::ValuesIn(damages),
                         [](const auto& damage) { return std::string(damage.param.name); });

TEST(Damaged, ParagraphThatStandsTwiceIsReported) {
  const std::string once = "培训农民1200人次，其中女性不少于三分之一，已培训900人次。";
  EXPECT_EQ(read(once + "\n1、" + once), "1200人次 900人次 1200人次 900人次 repeated-text");
}

}  // namespace
}  // namespace gongbao::tests
