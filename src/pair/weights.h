// What is weighed of a candidate pair: named features, their weights, and what they are called to people.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"
#include "lexicon/weight_rows.h"

namespace gongbao {

using FeatureValues = std::array<double, feature_count>;  // each from 0 to 1
using FeatureWeights = std::array<double, feature_count>;

FeatureWeights feature_weights(const Lexicon::Impl& lexicon);

double weighted_sum(const FeatureValues& values, const FeatureWeights& weights) noexcept;

// What speaks for a pair most, at most three grounds, the heaviest first.
std::vector<PairGround> grounds(const FeatureValues& values, const FeatureWeights& weights);

}  // namespace gongbao
