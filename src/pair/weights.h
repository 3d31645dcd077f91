// What is weighed of a candidate pair: named features, their weights, and what they are called to people.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"
#include "lexicon/weight_rows.h"

namespace gongbao {

// Above 0, at most 1. Those that are 0 are left out: most are.
struct FeatureValue {
  PairFeature feature = PairFeature::count;
  double value = 0;
};
// In the order of PairFeature.
using FeatureValues = std::span<const FeatureValue>;
double value_of(PairFeature feature, FeatureValues values) noexcept;

using FeatureWeights = std::array<double, feature_count>;

FeatureWeights feature_weights(const Lexicon::Impl& lexicon);

double weighted_sum(FeatureValues values, const FeatureWeights& weights) noexcept;

// What speaks for a pair most, at most three grounds, the heaviest first.
std::vector<PairGround> grounds(FeatureValues values, const FeatureWeights& weights);

}  // namespace gongbao
