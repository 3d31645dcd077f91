// Sets of words against the plain way to compare them, and a document's units.
#include "pair/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <string>

#include "pair/units.h"
#include "stages.h"
#include "text/fold.h"

namespace gongbao::tests {
namespace {

using Tokens = std::set<std::u16string>;

void add_tokens(std::u16string_view text, Tokens& tokens) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_han(text[i])) continue;
    tokens.emplace(text.substr(i, 1));
    if (i + 1 < text.size() && is_han(text[i + 1])) tokens.emplace(text.substr(i, 2));
  }
}

double weight_of(const std::u16string& token, const std::vector<Tokens>& counted) {
  const StageRow* const row = token.size() == 2 ? builtin().stages.find(token) : nullptr;
  const bool weak = row != nullptr && (row->sign == Sign::weak || row->sign == Sign::stage);
  const float own = token.size() == 1 ? 0.3F : weak ? 0.4F : 1.0F;
  const auto count =
      std::count_if(counted.begin(), counted.end(), [&](const Tokens& t) { return t.count(token) != 0; });
  return count <= 2 ? own : own / std::sqrt(static_cast<float>(count - 1));
}

double shared(const Tokens& a, const Tokens& b, const std::vector<Tokens>& counted) {
  double sum = 0;
  for (const std::u16string& token : a) sum += b.count(token) != 0 ? weight_of(token, counted) : 0;
  return sum;
}

// One object for groups of all sizes: the table grows, and what a group left does not matter to the next.
TEST(WordSets, AreComparedAsSetsOfTokens) {
  const std::u16string letters = fold("新建成完工幼儿园学校道路改造万元，。12");
  std::mt19937 random(7);
  const auto text = [&] {
    std::u16string made(random() % 40, u' ');
    for (char16_t& c : made) c = letters[random() % letters.size()];
    return made;
  };
  WordSets words(builtin().stages);
  for (int group = 0; group < 200; ++group) {
    const std::size_t count = 1 + random() % (group % 50 == 0 ? 60 : 8);
    words.clear(count + 1);
    std::vector<Tokens> tokens(count);
    std::vector<WordSets::Set> sets;
    for (Tokens& own : tokens) {
      sets.push_back(words.add());
      for (int part = 0; part < 2; ++part) {
        const std::u16string made = text();
        words.unite(sets.back(), made);
        add_tokens(made, own);
      }
    }
    words.weigh(sets);
    const std::size_t a = random() % count;
    const std::size_t b = random() % count;
    const double both = shared(tokens[a], tokens[b], tokens);
    const double left = shared(tokens[a], tokens[a], tokens);
    const double right = shared(tokens[b], tokens[b], tokens);
    EXPECT_EQ(words.shared(sets[a], sets[b]), both);
    const WordSets::Likeness like = words.likeness(sets[a], sets[b]);
    EXPECT_EQ(like.overlap, both > 0 ? 2 * both / (left + right) : 0);
    EXPECT_EQ(like.contained, both > 0 ? both / std::min(left, right) : 0);
    const WordSets::Set united = words.add();
    words.unite(united, sets[a]);
    words.unite(united, sets[b]);
    EXPECT_EQ(words.shared(united, united), left + right - both);
  }
}

TEST(Units, AreComparableByTheirBase) {
  Units units;
  const auto of = [&](const std::string& name) -> const UnitForm& { return units.of(name, builtin()); };
  const UnitForm* const first = &of("亩");
  EXPECT_EQ(first->base, of("公顷").base);
  EXPECT_EQ(first->base, of("平方米").base);
  EXPECT_NE(first->base, of("米").base);
  EXPECT_EQ(of("元/人·月").base, of("元/月·人").base);
  EXPECT_EQ(of("元/人·月").base, of("元/人·年").base);
  EXPECT_EQ(of("元/人·年").denominator, 12);
  EXPECT_NE(of("元/人·月").base, of("元/月").base);
  EXPECT_NE(of("条").base, of("件").base);
  EXPECT_EQ(of("元/人·月").first, Dimension::money);
  EXPECT_EQ(of("无此单位").first, std::nullopt);
  ASSERT_NE(first->factor, nullptr);
  EXPECT_EQ(first->factor->base, "平方米");
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(of("样" + std::to_string(i)).base, of("样" + std::to_string(i)).base);
  EXPECT_EQ(&of("亩"), first);
  Units moved = std::move(units);
  EXPECT_EQ(&moved.of("亩", builtin()), first);
}

}  // namespace
}  // namespace gongbao::tests
