// Places and lists, and what stands where in a body.
#include "text/places.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "lexicon/body_words.h"
#include "stages.h"
#include "text/lists.h"

namespace gongbao::tests {
namespace {

TEST(Places, AreFoundAsInASet) {
  constexpr std::uint32_t size = 300;
  for (const std::set<std::uint32_t>& wanted :
       std::vector<std::set<std::uint32_t>>{{}, {0}, {63}, {64}, {127, 128}, {0, 5, 62, 64, 190, 299}}) {
    Places places(size);
    for (const std::uint32_t at : wanted) places.put(at);
    for (std::uint32_t begin = 0; begin <= size; begin += 7) {
      for (std::uint32_t end = begin; end <= size; ++end) {
        const auto next = wanted.lower_bound(begin);
        EXPECT_EQ(places.next(begin, end), next != wanted.end() && *next < end ? *next : end);
        const auto behind = wanted.lower_bound(end);
        const bool last = behind != wanted.begin() && *std::prev(behind) >= begin;
        EXPECT_EQ(places.behind_last(begin, end), last ? *std::prev(behind) + 1 : begin);
      }
      if (begin < size) {
        EXPECT_EQ(places.has(begin), wanted.count(begin) == 1);
      }
    }
  }
}

TEST(Places, AreJoined) {
  Places places(100);
  places.put(3);
  Places others(100);
  others.put(3);
  others.put(70);
  places |= others;
  EXPECT_TRUE(places.has(3));
  EXPECT_EQ(places.next(4, 100), 70U);
}

TEST(Lists, KeepWhatWasAddedToEach) {
  Lists<int> lists;
  lists.open();
  lists.open(2);
  lists.add(7);
  lists.open();
  lists.add(8);
  lists[1][1] = 6;
  ASSERT_EQ(lists.size(), 3U);
  const auto values = [&](std::size_t list) { return std::vector<int>(lists[list].begin(), lists[list].end()); };
  EXPECT_EQ(values(0), std::vector<int>());
  EXPECT_EQ(values(1), (std::vector<int>{0, 6, 7}));
  EXPECT_EQ(values(2), std::vector<int>{8});
  EXPECT_EQ(lists.all().size(), 4U);
  lists.shorten(3);
  EXPECT_TRUE(lists[2].empty());
  lists.clear();
  EXPECT_EQ(lists.size(), 0U);
}

TEST(BodyWords, KnowWordsAndBorders) {
  const Chars body = fold_chars("已完成4,800户(计划1个)，好。");
  const BodyWords words(body, builtin());
  const auto end = static_cast<std::uint32_t>(body.size());
  EXPECT_EQ(words.digits.next(0, end), 3U);
  EXPECT_EQ(words.signs.next(0, end), 4U) << "the comma inside a number is a mark";
  EXPECT_EQ(words.clause_borders.next(0, end), 9U);
  EXPECT_EQ(words.clause_ends.next(0, end), 15U) << "but it ends no clause";
  EXPECT_EQ(words.sentence_ends.next(0, end), 17U);
  const auto cue = words.cues.next(0, end);
  ASSERT_TRUE(cue);
  EXPECT_EQ(cue.at, 0U);
  EXPECT_LE(words.cues.longest(0, cue.end() - 1).length, cue.match.length - 1) << "a shorter word, or none";
  words.cues.each(0, 1, [&](const auto& first) { EXPECT_EQ(first.end(), cue.end()) << "though it ends behind"; });
}

template <class Row>
void expect_longest_everywhere(const Chars& body, const Hits<Row>& hits, const Table<Row>& table) {
  const auto size = static_cast<std::uint32_t>(body.size());
  std::size_t found = 0;
  for (std::uint32_t at = 0; at < size; ++at) {
    const auto expected = table.longest(body.view(at, size));
    const auto match = hits.longest(at, size);
    ASSERT_EQ(match.length, expected.length) << "at " << at;
    ASSERT_EQ(match.row, expected.row) << "at " << at;
    ASSERT_EQ(hits.begins(at), static_cast<bool>(expected));
    found += expected ? 1 : 0;
  }
  EXPECT_GT(found, 0U);
}

// Words of one character, words that go on, words that others begin with, and one that gets a new row.
TEST(BodyWords, AreThoseThatEachTableFinds) {
  Lexicon lexicon = Lexicon::builtin();
  ASSERT_TRUE(lexicon.add("plan_words", "甲\tlink\n甲乙丙丁\tlink\n").empty());
  ASSERT_TRUE(lexicon.add("bounds", "不少于\tat_most\t-\t-\n丁\t-\tat_most\t-\n").empty());
  const Chars body = fold_chars(
      "一、计划新增就业不少于4500人，超额完成全年目标任务的。甲乙丙甲乙丙丁正在有序推进前期工作，三千余户已全部完工，"
      "其中5个项目建成投用；不少于百分之九十以上按年度计划目标一村一策、第三批，截至6月底已累计开工建设丁甲");
  const Lexicon::Impl& tables = lexicon.impl();
  const BodyWords words(body, tables);
  expect_longest_everywhere(body, words.cues, tables.cues);
  expect_longest_everywhere(body, words.plan, tables.plan_words);
  expect_longest_everywhere(body, words.stages, tables.stages);
  expect_longest_everywhere(body, words.indicator_words, tables.indicator_words);
  expect_longest_everywhere(body, words.set_phrases, tables.set_phrases);
  expect_longest_everywhere(body, words.bounds, tables.bounds);
  expect_longest_everywhere(body, words.numerals, tables.numerals);
  expect_longest_everywhere(body, words.statuses, tables.statuses);
}

}  // namespace
}  // namespace gongbao::tests
