// The training tool's parts.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "golden/corpus.h"
#include "train/confidence_fit.h"
#include "train/logistic.h"
#include "train/optimise.h"
#include "train/trainer.h"

namespace gongbao::train {
namespace {

TEST(Minimise, FindsTheEndOfACurvedValley) {
  const Vector end = minimise(
      [](const Vector& at, Vector& gradient) {
        const double a = 1 - at[0];
        const double b = at[1] - at[0] * at[0];
        gradient = {-2 * a - 400 * at[0] * b, 200 * b};
        return a * a + 100 * b * b;
      },
      {-1.2, 1}, 500);
  EXPECT_NEAR(end[0], 1, 1e-3);
  EXPECT_NEAR(end[1], 1, 1e-3);
}

TEST(Logistic, FindsTheWeightsThatMadeTheExamples) {
  const Vector truth = {-0.5, 2, -1};
  std::uint32_t seed = 7;
  const auto random = [&] { return ((seed = seed * 1664525U + 1013904223U) >> 8) / double(1U << 24); };
  std::vector<Example> examples;
  for (int i = 0; i < 4000; ++i) {
    Example example{{1, random(), random()}, false, 1};
    example.right = random() < probability(example, truth, 1);
    examples.push_back(example);
  }
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  const Vector found = fit_logistic(all, {{0, 0, 0}, 1e-3, 1});
  for (std::size_t f = 0; f < truth.size(); ++f) EXPECT_NEAR(found[f], truth[f], 0.3);
  const Vector held = fit_logistic(all, {{0, 0, 0}, 1e6, 1});
  for (const double weight : held) EXPECT_NEAR(weight, 0, 0.01);
}

// A few bulletins of the corpus.
const std::vector<Bulletin>& some() {
  static const std::vector<Bulletin> bulletins = [] {
    std::vector<Bulletin> all = read_bulletins({tests::corpus_folder() / "bulletins"});
    std::erase_if(all, [](const Bulletin& b) { return b.gold.layout != "narrative" || b.place > "s"; });
    return all;
  }();
  return bulletins;
}

const Lexicon& lexicon() {
  static const Lexicon builtin = Lexicon::builtin();
  return builtin;
}

// What is learnt from is what the figures count.
TEST(Verdicts, AreThoseOfTheFigures) {
  using evaluation::Verdict;
  const auto count = [](const std::vector<Verdict>& all, Verdict which) {
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), which));
  };
  std::size_t wrong = 0;
  for (const Bulletin& bulletin : some()) {
    const Reading reading = read(bulletin, lexicon());
    EXPECT_EQ(count(reading.verdicts.records, Verdict::right), reading.figures.record.hit) << bulletin.name;
    EXPECT_EQ(count(reading.verdicts.records, Verdict::wrong), reading.figures.record.spurious) << bulletin.name;
    EXPECT_EQ(count(reading.verdicts.pairs, Verdict::right), reading.figures.pair.hit) << bulletin.name;
    EXPECT_EQ(count(reading.verdicts.pairs, Verdict::wrong), reading.figures.pair.spurious) << bulletin.name;
    wrong += reading.figures.record.spurious;
  }
  EXPECT_GT(wrong, 0U);
}

TEST(Trainer, TeachesALostWeightAgain) {
  Lexicon poorer = lexicon();
  ASSERT_TRUE(poorer.add("role_weights", "nothing_answered\t0\nodd\t0\nrepeated\t0\n").empty());
  ASSERT_TRUE(poorer.add("pair_weights", "indicator_overlap\t0\nsame_sentence\t0\nclose\t0\n").empty());
  Trainer trainer(some(), poorer);
  const What what{true, true};
  trainer.choose_priors(what);
  const Vector weights = trainer.fit_role_weights();
  EXPECT_LT(weights[static_cast<std::size_t>(RoleWeight::odd)], 0);
  EXPECT_LT(weights[static_cast<std::size_t>(RoleWeight::nothing_answered)], 0);
  const Rows rows = trainer.fit(what);
  EXPECT_NE(rows.at("role_weights").find("odd\t-"), std::string::npos);
  EXPECT_NE(rows.at("pair_weights").find("close\t"), std::string::npos);
  EXPECT_EQ(rows.at("pair_weights").find("close\t-"), std::string::npos);
  EXPECT_NO_THROW(with_rows(poorer, rows));
}

TEST(Trainer, LeavesAPlaceOut) {
  Trainer trainer(some(), lexicon());
  const What what{true, true};
  EXPECT_NE(trainer.fit(what, some().front().place), trainer.fit(what));
  EXPECT_EQ(trainer.fit(what, "no such place"), trainer.fit(what));
}

// By differences along each of the first parameters and a few others; beside whole weights, whose sums may stand right
// at the cap.
template <class Loss>
void expect_gradient(const Loss& function, Vector at) {
  for (std::size_t i = 0; i < at.size(); ++i) at[i] += 0.1 * std::sin(static_cast<double>(i + 1));
  Vector gradient(at.size());
  Vector ignored(at.size());
  function(at, gradient);
  constexpr double step = 1e-5;
  for (std::size_t i = 0; i < at.size(); i += i < 40 ? 1 : 37) {
    Vector up = at;
    up[i] += step;
    Vector down = at;
    down[i] -= step;
    EXPECT_NEAR(gradient[i], (function(up, ignored) - function(down, ignored)) / (2 * step), 1e-3) << i;
  }
}

TEST(Losses, HaveTheirGradients) {
  std::vector<Choice> places;
  std::vector<PairChoice> pairs;
  for (const Bulletin& bulletin : some()) {
    const Reading reading = read(bulletin, lexicon());
    for (Choice& choice : read_choices(bulletin, reading, lexicon())) places.push_back(std::move(choice));
    for (PairChoice& choice : read_pair_choices(bulletin, reading, lexicon())) pairs.push_back(std::move(choice));
  }
  ASSERT_GT(places.size(), 20U);
  ASSERT_GT(pairs.size(), 50U);
  expect_gradient(
      [&](const Vector& at, Vector& gradient) {
        double total = 0;
        for (const Choice& choice : places) total += loss(choice, at, 0.2, &gradient);
        return total;
      },
      role_parameters(lexicon()));
  expect_gradient(
      [&](const Vector& at, Vector& gradient) {
        double total = 0;
        for (const PairChoice& choice : pairs) total += loss(choice, at, 1, &gradient);
        return total;
      },
      pair_parameters(lexicon()));
}

TEST(Reliability, SortsIntoBins) {
  const std::vector<Bin> bins = reliability({{0.96, true}, {0.97, false}, {0.1, false}, {0.99, true}});
  ASSERT_EQ(bins.size(), 3U);
  EXPECT_EQ(bins[0].right, 0);
  EXPECT_EQ(bins[1].count, 2U);
  EXPECT_NEAR(bins[1].said, 0.965, 1e-9);
  EXPECT_NEAR(bins[1].right, 0.5, 1e-9);
}

}  // namespace
}  // namespace gongbao::train
