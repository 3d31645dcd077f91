// The scorer of examples/score on tiny annotations and outputs whose figures are known by hand.
#include "score/score.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "score/align.h"

namespace evaluation {
namespace {

// An annotation and an output over one text, put together from the parts of their JSON.
struct Pair {
  std::string text = "一、教育\n1、新增学位4380个，培训25人次。已新增14380个，完成53%。\n";
  std::string gold_sections = R"({"label":"一","title":"教育"})";
  std::string gold_items = R"({"section":0,"label":"1","starts":"新增学位"})";
  std::string gold_quantities;
  std::string gold_pairs;
  std::string gold_meta = R"("title":null,"published":null,"period":null)";
  std::string sections = R"({"id":0,"label":"一","title":"教育","span":[0,15]})";
  std::string items;
  std::string records;
  std::string pairs;
  std::string meta = R"("title":null,"published":null,"period":null)";
  std::string output_text;  // empty: the output brings none

  std::string gold_json() const {
    return R"({"layout":"list",)" + gold_meta + R"(,"sections":[)" + gold_sections + R"(],"items":[)" + gold_items +
           R"(],"quantities":[)" + gold_quantities + R"(],"pairs":[)" + gold_pairs + "]}";
  }
  std::string output_json() const {
    const std::string own_text = output_text.empty() ? "" : R"("text":")" + output_text + R"(",)";
    return "{" + own_text + meta + R"(,"sections":[)" + sections + R"(],"items":[)" + items + R"(],"records":[)" +
           records + R"(],"pairs":[)" + pairs + "]}";
  }
  Figures figures(const Note& note = {}) const {
    const Characters characters = text_of_lines(text);
    const rapidjson::Document output = parse_json(output_json());
    return score(read_annotation(gold_json(), characters), characters, read_output(Node(output), text), note);
  }
  // The message of the FormatError; empty where there is none.
  std::string complaint() const {
    try {
      figures();
      return {};
    } catch (const FormatError& error) {
      return error.what();
    }
  }

  // Adds a quantity to the annotation, with extra fields such as `,"optional":true`.
  void wants(const std::string& words, const std::string& value, const std::string& unit, const std::string& extra = "",
             const std::string& role = R"("target")", const std::string& bound = R"("exact")",
             const std::string& indicator = R"("新增学位")") {
    gold_quantities += (gold_quantities.empty() ? "" : ",") + std::string(R"({"item":0,"text":")") + words +
                       R"(","value":)" + value + R"(,"unit":")" + unit + R"(","bound":)" + bound + R"(,"role":)" +
                       role + R"(,"indicator":)" + indicator + extra + "}";
  }
  // Adds a record at the first place of the words behind the last one.
  void says(const std::string& words, const std::string& value, const std::string& unit,
            const std::string& role = "target", const std::string& high = "null", const std::string& bound = "exact",
            const std::string& indicator = "新增学位") {
    const std::string& own = output_text.empty() ? text : output_text;
    const std::size_t begin = own.find(words, said_);
    said_ = begin + words.size();
    records += (records.empty() ? "" : ",") + std::string(R"({"id":)") + std::to_string(count_++) +
               R"(,"item":null,"role":")" + role + R"(","indicator":")" + indicator + R"(","value":)" + value +
               R"(,"high":)" + high + R"(,"unit":)" + unit + R"(,"bound":")" + bound + R"(","text":")" + words +
               R"(","span":[)" + std::to_string(begin) + "," + std::to_string(said_) + "]}";
  }

 private:
  std::size_t said_ = 0;
  std::size_t count_ = 0;
};

void expect_counts(const Tally& tally, std::size_t hit, std::size_t spurious, std::size_t missed) {
  EXPECT_EQ(tally.hit, hit);
  EXPECT_EQ(tally.spurious, spurious);
  EXPECT_EQ(tally.missed, missed);
}

TEST(Score, QuantitiesAreHitMissedAndInvented) {
  Pair pair;
  pair.wants("4380个", "4380", "个");
  pair.wants("25人次", "25", "人次");
  pair.says("4380个", "4380.0", "\"个\"");
  pair.says("53%", "53", "\"%\"");
  const Figures figures = pair.figures();
  expect_counts(figures.quantity, 1, 1, 1);
  expect_counts(figures.record, 1, 1, 1);
  EXPECT_DOUBLE_EQ(*figures.quantity.f(), 50.0);
  EXPECT_DOUBLE_EQ(*figures.bound.f(), 100.0);
}

TEST(Score, AnotherValueUnitOrEndIsAMissAndAnInvention) {
  for (const auto& [value, unit, high] :
       std::vector<std::tuple<std::string, std::string, std::string>>{{"4381", "\"个\"", "null"},
                                                                      {"4380", "\"人\"", "null"},
                                                                      {"4380", "\"个\"", "4381"},
                                                                      {"4380", "null", "null"},
                                                                      {"null", "\"个\"", "null"}}) {
    Pair pair;
    pair.wants("4380个", "4380", "个");
    pair.says("4380个", value, unit, "target", high);
    expect_counts(pair.figures().quantity, 0, 1, 1);
    EXPECT_FALSE(pair.figures().bound.f()) << "bound and role are of right quantities only";
  }
}

TEST(Score, ANullUnitIsAnEmptyOne) {
  Pair pair;
  pair.wants("4380", "4380", "");
  pair.says("4380", "4380", "null");
  expect_counts(pair.figures().quantity, 1, 0, 0);
}

TEST(Score, NumbersMayDifferByABillionth) {
  Pair pair;
  pair.wants("4380个", "1000000000", "个");
  pair.says("4380个", "1000000001", "\"个\"");
  expect_counts(pair.figures().quantity, 1, 0, 0);
  Pair far;
  far.wants("4380个", "1000000000", "个");
  far.says("4380个", "1000000003", "\"个\"");
  expect_counts(far.figures().quantity, 0, 1, 1);
}

TEST(Score, RangesNeedBothEnds) {
  Pair pair;
  pair.wants("4380个", "1", "个", R"(,"high":2)", R"("target")", R"("range")");
  pair.says("4380个", "1", "\"个\"", "target", "2", "range");
  expect_counts(pair.figures().record, 1, 0, 0);
}

TEST(Score, BoundAndRoleMayHaveSeveralFairReadings) {
  Pair pair;
  pair.wants("4380个", "4380", "个", "", R"(["target","context"])", R"(["exact","approx"])");
  pair.wants("25人次", "25", "人次");
  pair.says("4380个", "4380", "\"个\"", "context", "null", "approx");
  pair.says("25人次", "25", "\"人次\"", "achievement", "null", "at_least");
  const Figures figures = pair.figures();
  expect_counts(figures.quantity, 2, 0, 0);
  expect_counts(figures.record, 1, 1, 1);
  EXPECT_DOUBLE_EQ(*figures.bound.f(), 50.0);
  EXPECT_DOUBLE_EQ(*figures.role.f(), 50.0);
}

TEST(Score, TheNearerIndicatorCountsAndContextHasNone) {
  Pair pair;
  pair.wants("4380个", "4380", "个", "", R"("target")", R"("exact")", R"(["新 增　学位","教育"])");
  pair.wants("25人次", "25", "人次", "", R"("context")", R"("exact")", R"("培训")");
  pair.says("4380个", "4380", "\"个\"", "target", "null", "exact", "增增学");
  pair.says("25人次", "25", "\"人次\"", "context", "null", "exact", "别的");
  // Of 新增学位 and 增增学 two characters are common: 2 * 2 / (4 + 3).
  EXPECT_EQ(pair.figures().indicator.count, 1U);
  EXPECT_DOUBLE_EQ(*pair.figures().indicator.f(), 400.0 / 7);
}

TEST(Score, AnEmptyIndicatorSharesNothing) {
  Pair pair;
  pair.wants("4380个", "4380", "个");
  pair.says("4380个", "4380", "\"个\"", "target", "null", "exact", "");
  EXPECT_DOUBLE_EQ(*pair.figures().indicator.f(), 0.0);
}

TEST(Score, OptionalQuantitiesCountNeitherWay) {
  Pair pair;
  pair.wants("4380个", "4380", "个", R"(,"optional":true)");
  pair.wants("25人次", "25", "人次", R"(,"optional":true)");
  pair.says("4380个", "9", "\"人\"");  // at its place: no invention
  expect_counts(pair.figures().quantity, 0, 0, 0);
  EXPECT_FALSE(pair.figures().quantity.f());
}

TEST(Score, ANumberIsNotFoundInsideALongerOne) {
  Pair pair;
  pair.text = "14380个、2.4380个、4380个。";
  pair.wants("4380个", "4380", "个");
  pair.records = R"({"id":0,"item":null,"role":"target","indicator":"新增学位","value":4380,"high":null,"unit":"个",
                     "bound":"exact","text":"4380个","span":[23,30]})";
  pair.gold_items.clear();
  pair.gold_sections.clear();
  pair.sections.clear();
  expect_counts(pair.figures().quantity, 1, 0, 0);
}

TEST(Score, OfOverlappingRecordsTheFittingOneIsTaken) {
  Pair pair;
  pair.text = "25万6千人次。";
  pair.gold_items = pair.gold_sections = pair.sections = "";
  pair.wants("25万6千人次", "256000", "人次");
  const std::string head = R"("item":null,"role":"target","indicator":"新增学位","high":null,"bound":"exact",)";
  pair.records = R"({"id":0,)" + head + R"("value":250000,"unit":"","text":"25万","span":[0,5]},)" + R"({"id":1,)" +
                 head + R"("value":256000,"unit":"人次","text":"25万6千人次","span":[0,15]})";
  expect_counts(pair.figures().quantity, 1, 1, 0);
}

TEST(Score, Pairs) {
  Pair pair;
  pair.wants("4380个", "4380", "个");
  pair.wants("25人次", "25", "人次");
  pair.wants("14380个", "14380", "个", "", R"("achievement")");
  pair.wants("53%", "53", "%", R"(,"optional":true)", R"("achievement")");
  pair.gold_pairs = R"([0,2],[1,2,"optional"],[1,3])";
  pair.says("4380个", "4380", "\"个\"");
  pair.says("25人次", "25", "\"人次\"");
  pair.says("14380个", "14380", "\"个\"", "achievement");
  pair.says("53%", "53", "\"%\"", "achievement");
  // [0,2] said twice is one hit; the optional pair and one with an optional end count nothing.
  pair.pairs = R"({"target":0,"achievement":2},{"target":0,"achievement":2},{"target":1,"achievement":2},
                  {"target":0,"achievement":3})";
  expect_counts(pair.figures().pair, 1, 0, 0);
  // A sure pair with an optional end is a hit where it is said, no miss where not.
  pair.pairs = R"({"target":1,"achievement":3})";
  expect_counts(pair.figures().pair, 1, 0, 1);
  pair.pairs = R"({"target":2,"achievement":0})";
  expect_counts(pair.figures().pair, 0, 1, 1);
}

TEST(Score, PairsOfWhatIsNotAnnotatedAreSpuriousEachTime) {
  Pair pair;
  pair.wants("4380个", "4380", "个");
  pair.says("4380个", "4380", "\"个\"");
  pair.says("53%", "53", "\"%\"", "achievement");
  pair.pairs = R"({"target":0,"achievement":1},{"target":0,"achievement":1})";
  expect_counts(pair.figures().pair, 0, 2, 0);
}

TEST(Score, APairBothSureAndOptionalIsSure) {
  Pair pair;
  pair.wants("4380个", "4380", "个");
  pair.wants("14380个", "14380", "个", "", R"("achievement")");
  pair.gold_pairs = R"([0,1],[0,1,"optional"])";
  expect_counts(pair.figures().pair, 0, 0, 1);
}

TEST(Score, SectionsAreCountedByLabelAndTitle) {
  Pair pair;
  pair.gold_sections = R"({"label":"1","title":"教 育"},{"label":"1","title":"教育"},{"label":null,"title":"住房"})";
  pair.gold_items.clear();
  pair.sections =
      R"({"id":0,"label":"１","title":"教育","span":[0,3]},{"id":1,"label":"","title":"住房","span":[0,3]})";
  expect_counts(pair.figures().section, 1, 1, 2);  // an empty label is not the same as none
}

TEST(Score, ItemsMayBeginTwoCharactersAside) {
  const std::size_t start = std::string("一、教育\n1、").size();
  const auto tally_at = [&](std::size_t at, const std::string& label, const std::string& section) {
    Pair pair;
    pair.items = R"({"id":0,"section":)" + section + R"(,"label":)" + label + R"(,"span":[)" + std::to_string(at) +
                 "," + std::to_string(start + 12) + "]}";
    return pair.figures().item;
  };
  expect_counts(tally_at(start, "\"１\"", "0"), 1, 0, 0);
  expect_counts(tally_at(start + 6, "\"1\"", "0"), 1, 0, 0);
  expect_counts(tally_at(start + 9, "\"1\"", "0"), 0, 1, 1);
  expect_counts(tally_at(start - 4, "\"1\"", "0"), 1, 0, 0);  // "1、" is four bytes
  expect_counts(tally_at(start, "null", "0"), 0, 1, 1);
  expect_counts(tally_at(start, "\"1\"", "null"), 0, 1, 1);
}

TEST(Score, MetaIsAskedOnlyWhereItIsAnnotated) {
  Pair pair;
  pair.gold_meta = R"("title":"通 报","published":"2021-04-16","period":{"from":"2021-01-01","to":"2021-03-31"})";
  pair.meta = R"("title":"通报　","published":"2021-04-17","period":{"to":"2021-03-31","from":"2021-01-01"})";
  EXPECT_EQ(pair.figures().meta.count, 3U);
  EXPECT_DOUBLE_EQ(pair.figures().meta.sum, 2.0);
  pair.gold_meta = R"("title":null)";
  EXPECT_FALSE(pair.figures().meta.f());
}

TEST(Score, AnOutputMayHaveATextOfItsOwn) {
  Pair pair;
  pair.wants("4380个", "4380", "个");
  pair.output_text = "网页 一、教育 1、新增学位43 80个，";
  pair.says("43 80个", "4380", "\"个\"");
  expect_counts(pair.figures().quantity, 1, 0, 0);
  pair.output_text = std::string(90, 'x');  // at the place of nothing that was asked
  expect_counts(pair.figures().quantity, 0, 1, 1);
}

TEST(Score, LineEndsAndMarksOfTheInputMoveNothing) {
  Pair pair;
  pair.text = "\xEF\xBB\xBF一、教育\r\n1、新增学位4380个。\r\n";
  pair.wants("4380个", "4380", "个");
  // By the format spans are of the input without its mark, line ends as they are.
  pair.records = R"({"id":0,"item":null,"role":"target","indicator":"新增学位","value":4380,"high":null,"unit":"个",
                     "bound":"exact","text":"4380个","span":[30,37]})";
  pair.items = R"({"id":0,"section":0,"label":"1","span":[18,37]})";
  const Figures figures = pair.figures();
  expect_counts(figures.quantity, 1, 0, 0);
  expect_counts(figures.item, 1, 0, 0);
}

TEST(Score, AnUnreadBulletinIsAnEmptyOne) {
  Pair pair;
  pair.wants("4380个", "4380", "个");
  pair.sections = "";
  pair.meta = R"("error":{"code":"not-text","message":"no text"})";
  std::vector<Miss::Kind> kinds;
  const Figures figures = pair.figures([&](const Miss& miss) { kinds.push_back(miss.kind); });
  expect_counts(figures.record, 0, 0, 1);
  ASSERT_FALSE(kinds.empty());
  EXPECT_EQ(kinds.front(), Miss::Kind::unread);
}

TEST(Score, MissesStandInTheirSentence) {
  Pair pair;
  pair.wants("25人次", "25", "人次");
  std::vector<Miss> misses;
  pair.figures([&](const Miss& miss) { misses.push_back(miss); });
  ASSERT_EQ(misses.size(), 2U);  // the item is the other
  EXPECT_EQ(misses[0].kind, Miss::Kind::missed_quantity);
  EXPECT_EQ(misses[0].wanted, "25人次 (25人次, target)");
  EXPECT_EQ(misses[0].sentence, "1、新增学位4380个，培训25人次");
}

TEST(Score, ARecordWhoseTextIsNotAtItsSpanIsReported) {
  Pair pair;
  pair.records = R"({"id":0,"item":null,"role":"target","indicator":null,"value":1,"high":null,"unit":null,
                     "bound":"exact","text":"一项","span":[0,3]})";
  std::vector<Miss::Kind> kinds;
  pair.figures([&](const Miss& miss) { kinds.push_back(miss.kind); });
  ASSERT_FALSE(kinds.empty());
  EXPECT_EQ(kinds.front(), Miss::Kind::wrong_text);
}

TEST(Score, BrokenAnnotationsAreNamed) {
  Pair pair;
  pair.wants("4381个", "4381", "个");
  EXPECT_EQ(pair.complaint(), "quantities[0].text \"4381个\" is not in the text behind the quantity before");
  pair.gold_quantities.clear();
  pair.wants("4380个", "\"4380\"", "个");
  EXPECT_EQ(pair.complaint(), "quantities[0].value is no number");
  pair.gold_quantities.clear();
  pair.wants("4380个", "4380", "个", "", R"("goal")");
  EXPECT_EQ(pair.complaint(), "quantities[0].role is \"goal\", which is unknown");
  pair.gold_quantities.clear();
  pair.wants("4380个", "4380", "个", "", R"("target")", R"("exact")", "[]");
  EXPECT_EQ(pair.complaint(), "quantities[0].indicator is an empty list");
  pair.gold_quantities.clear();
  pair.gold_pairs = "[0,1]";
  EXPECT_EQ(pair.complaint(), "pairs[0] names a quantity that is none");
  pair.gold_pairs = "[0]";
  EXPECT_EQ(pair.complaint(), "pairs[0] is neither [target, achievement] nor [target, achievement, \"optional\"]");
  pair.gold_pairs.clear();
  pair.gold_items = R"({"section":1,"label":"1","starts":"新增学位"})";
  EXPECT_EQ(pair.complaint(), "items[0].section names a section that is none");
  pair.gold_items = R"({"section":0,"label":"1","starts":"没有"})";
  EXPECT_EQ(pair.complaint(), "items[0].starts \"没有\" is not in the text behind the item before");
  pair.gold_items = R"({"section":0,"starts":"新增学位"})";
  EXPECT_EQ(pair.complaint(), "items[0] has no \"label\"");
  pair.gold_items = "]";
  EXPECT_TRUE(pair.complaint().starts_with("no JSON at byte ")) << pair.complaint();
}

TEST(Score, BrokenOutputsAreNamed) {
  const std::string head = R"("item":null,"role":"target","indicator":"","value":1,"high":null,"unit":"",)";
  const auto complaint = [&](const std::string& records, const std::string& pairs = "", const std::string& items = "") {
    Pair pair;
    pair.records = records;
    pair.pairs = pairs;
    pair.items = items;
    return pair.complaint();
  };
  const std::string good = R"({"id":0,)" + head + R"("bound":"exact","text":"一","span":[0,3]})";
  EXPECT_EQ(complaint(good), "");
  EXPECT_EQ(complaint(good + "," + good), "records[1].id is not the place in the list, 1");
  EXPECT_EQ(complaint(R"({"id":0,)" + head + R"("bound":"exact","text":"一","span":[0,2]})"),
            "records[0].span[1] cuts a character (offsets are bytes of the text's UTF-8)");
  EXPECT_EQ(complaint(R"({"id":0,)" + head + R"("bound":"exact","text":"一","span":[0,900]})"),
            "records[0].span[1] lies outside the text (offsets are bytes of its UTF-8)");
  EXPECT_EQ(complaint(R"({"id":0,)" + head + R"("bound":"exact","text":"一","span":[3,0]})"),
            "records[0].span ends before it begins");
  EXPECT_EQ(complaint(R"({"id":0,)" + head + R"("bound":"exact","text":"一","span":[0]})"),
            "records[0].span is not [begin, end]");
  EXPECT_EQ(complaint(R"({"id":0,)" + head + R"("bound":"exact","text":"一"})"), "records[0] has no \"span\"");
  EXPECT_EQ(complaint(R"({"id":0,)" + head + R"("bound":"about","text":"一","span":[0,3]})"),
            "records[0].bound is \"about\", which is unknown");
  EXPECT_EQ(complaint(good, R"({"target":0,"achievement":1})"), "pairs[0].achievement names a record that is none");
  EXPECT_EQ(complaint(good, "", R"({"id":0,"section":5,"label":null,"span":[0,3]})"),
            "items[0].section names a section that is none");
}

TEST(Alignment, FindsWhatIsLeftOfEachText) {
  const Alignment alignment(U"一二三四五", U"一三x四");
  EXPECT_EQ(alignment(0), 0U);
  EXPECT_FALSE(alignment(1));
  EXPECT_EQ(alignment(2), 1U);
  EXPECT_EQ(alignment(3), 3U);
  EXPECT_FALSE(alignment(4));
  EXPECT_FALSE(alignment(9));
}

TEST(Alignment, TakesTheLongestPieceFirst) {
  const Alignment alignment(U"ab abc", U"abcxab");
  EXPECT_FALSE(alignment(0)) << "abc is longer, and nothing stands before it";
  EXPECT_EQ(alignment(3), 0U);
  EXPECT_EQ(alignment(5), 2U);
}

}  // namespace
}  // namespace evaluation
