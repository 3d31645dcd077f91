// Whether confidence holds: of what is said to be 0.9 sure, about 90 % is right. Over the corpus, and the bulletins of
// the shared folder where there is one; once with the weights of confidence.tsv, which were fitted to these, and once
// with weights from other places. (gongbao-train leaves out one place at a time; here it is a tenth of them, for
// speed.)
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <map>

#include "golden/corpus.h"
#include "train/confidence_fit.h"

namespace gongbao::train {
namespace {

constexpr std::size_t enough = 50;  // members of a bin that is judged
constexpr double tolerance = 0.04;  // between said and right, besides what chance does
constexpr double deviations = 2;    // standard deviations that chance may do

// With tenths for places.
const std::vector<Outcomes>& outcomes() {
  static const std::vector<Outcomes> all = [] {
    const Lexicon lexicon = Lexicon::builtin();
    std::vector<Outcomes> result;
    std::map<std::string, std::size_t> places;
    const std::filesystem::path shared = GONGBAO_SHARED_DIR;
    for (const Bulletin& bulletin : read_bulletins(
             {tests::corpus_folder() / "bulletins", tests::corpus_folder() / "evaluation", shared / "bulletins/dev"})) {
      result.push_back(outcomes_of(bulletin, read(bulletin, lexicon)));
      const std::size_t number = places.emplace(bulletin.place, places.size()).first->second;
      result.back().place = std::to_string(number % 10);
    }
    return result;
  }();
  return all;
}

void expect_holds(const char* what, const std::vector<Said>& all) {
  std::printf("%s\n%s", what, reliability_table(all).c_str());
  std::size_t judged = 0;
  for (const Bin& bin : reliability(all)) {
    if (bin.count < enough) continue;
    ++judged;
    const double chance = std::sqrt(bin.said * (1 - bin.said) / static_cast<double>(bin.count));
    EXPECT_NEAR(bin.said, bin.right, tolerance + deviations * chance)
        << what << " said to be " << bin.from << " to " << bin.to << " sure";
  }
  EXPECT_GE(judged, 2U) << "says the same of all " << what;
}

double mean(const std::vector<Said>& all, bool right) {
  double sum = 0;
  std::size_t count = 0;
  for (const Said& said : all) {
    if (said.right != right) continue;
    sum += said.confidence;
    ++count;
  }
  return sum / static_cast<double>(count);
}

// What is wrong must have been said with less confidence.
void expect_tells_apart(const std::vector<Said>& all, double least) {
  EXPECT_GE(mean(all, true) - mean(all, false), least);
}

TEST(Confidence, HoldsOverTheCorpus) {
  const ConfidenceWeights weights = confidence_parameters(Lexicon::builtin());
  AllSaid all;
  for (const Outcomes& each : outcomes()) say(each, weights, all);
  expect_holds("records", all.records);
  expect_holds("pairs", all.pairs);
  expect_tells_apart(all.records, 0.08);
  expect_tells_apart(all.pairs, 0.2);
}

TEST(Confidence, HoldsOnBulletinsLeftOut) {
  std::vector<const Outcomes*> pointers;
  for (const Outcomes& each : outcomes()) pointers.push_back(&each);
  std::map<std::string, ConfidenceWeights> weights;
  AllSaid all;
  for (const Outcomes& each : outcomes()) {
    if (weights.count(each.place) == 0) weights[each.place] = fit_confidence(pointers, each.place);
    say(each, weights[each.place], all);
  }
  expect_holds("records", all.records);
  expect_holds("pairs", all.pairs);
  expect_tells_apart(all.records, 0.06);
  expect_tells_apart(all.pairs, 0.15);
}

}  // namespace
}  // namespace gongbao::train
