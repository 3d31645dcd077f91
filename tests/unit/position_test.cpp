// Evidence, its weights, and the places where items change from promise to report.
#include "role/position.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "build.h"
#include "confidence/findings.h"
#include "lexicon/rows.h"
#include "stages.h"

namespace gongbao::tests {
namespace {

TEST(Tenths, AreRead) {
  int tenths = 0;
  std::string message;
  for (const auto& [cell, wanted] :
       std::vector<std::pair<const char*, int>>{{"6", 60}, {"5.4", 54}, {"-0.5", -5}, {"-12", -120}, {"0.0", 0}}) {
    EXPECT_TRUE(read_tenths(cell, tenths, message)) << cell;
    EXPECT_EQ(tenths, wanted) << cell;
  }
  for (const char* cell : {"", "5.", "5.43", "x", ".5", "5.x", "1e1"}) EXPECT_FALSE(read_tenths(cell, tenths, message));
}

TEST(RoleWeights, EachIsInTheTable) {
  const auto& table = builtin().role_weights;
  for (const std::u16string_view name : role_weight_names) EXPECT_NE(table.find(name), nullptr);
  EXPECT_EQ(table.rows().size(), role_weight_count);
}

Findings findings_of(const std::string& text, const Lexicon& lexicon) {
  Findings findings;
  Text input;
  input.utf8 = text;
  build_document(std::move(input), lexicon.impl(), 1000, &findings);
  return findings;
}

// Two items that change after their first sentence.
const std::string bulletin =
    "2023年民生实事项目进展情况\n"
    "1、计划新增就业12000人，改造老旧小区20个。目前新增就业7341人，改造小区13个。已验收6个。\n"
    "2、计划建设学校5所，新增学位3000个。目前建成学校3所，新增学位1620个。\n";

TEST(Position, ChangesWhereTheSentencesSaySo) {
  const Positions positions = findings_of(bulletin, Lexicon::builtin()).roles.positions;
  ASSERT_EQ(positions.items.size(), 2U);
  EXPECT_EQ(positions.place_count(positions.items[0]), 4U);
  for (const ItemPlaces& item : positions.items) {
    EXPECT_EQ(item.chosen, 1U);
    EXPECT_EQ(positions.base[positions.segments(item)[0]], Role::target);
    EXPECT_EQ(positions.base[positions.segments(item)[1]], Role::achievement);
  }
}

// A margin is the distance to the best place on the other side of the sentence.
TEST(Position, MarginsAreThoseOfTheScores) {
  const Lexicon lexicon = Lexicon::builtin();
  const RoleWeights weights(lexicon.impl());
  const Positions positions = findings_of(bulletin, lexicon).roles.positions;
  for (const ItemPlaces& item : positions.items) {
    std::vector<int> scores;
    const auto segments = positions.segments(item);
    for (std::size_t k = 0; k < positions.place_count(item); ++k) {
      int total = sum(positions.place(item, k), weights);
      for (std::size_t i = 0; i < segments.size(); ++i)
        total += (i < k ? 1 : -1) * score(positions.evidence(segments[i]), weights);
      scores.push_back(total);
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const int reports = *std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      const int promises = *std::max_element(scores.begin() + static_cast<std::ptrdiff_t>(i) + 1, scores.end());
      EXPECT_EQ(positions.margins[segments[i]], std::abs(reports - promises));
    }
  }
}

TEST(Position, FollowsTheWeightsOfTheLexicon) {
  Lexicon lexicon = Lexicon::builtin();
  ASSERT_TRUE(lexicon.add("role_weights", "no_promise\t200\nsaid_by_title\t0\n").empty());
  for (const ItemPlaces& item : findings_of(bulletin, lexicon).roles.positions.items) EXPECT_EQ(item.chosen, 0U);
}

TEST(Evidence, IsKeptWithinItsCap) {
  const Lexicon lexicon = Lexicon::builtin();
  const RoleWeights weights(lexicon.impl());
  const Share figures{nullptr, RoleWeight::odd, 100};
  const Share paragraph{nullptr, RoleWeight::same_paragraph, 1};
  const Evidence odd = {{&figures, 1}, {&paragraph, 1}};
  EXPECT_EQ(sum(odd.capped, weights), 100 * weights[RoleWeight::odd]);
  EXPECT_EQ(score(odd, weights), weights[RoleWeight::same_paragraph] - weights[RoleWeight::cap]);
}

}  // namespace
}  // namespace gongbao::tests
