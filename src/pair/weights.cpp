#include "pair/weights.h"

#include <algorithm>
#include <optional>

namespace gongbao {
namespace {

constexpr double hundredth = 0.01;
constexpr std::size_t most_grounds = 3;
constexpr std::size_t ground_count = static_cast<std::size_t>(Ground::stated_rate);  // the last is no feature's

constexpr double no_place = 0.5;  // the order of what stands alone

// What a feature is called to people; none where it only speaks against pairs, or for nearly all of them.
std::optional<Ground> ground_of(PairFeature feature) noexcept {
  switch (feature) {
    case PairFeature::indicator_overlap:
    case PairFeature::indicator_contained:
    case PairFeature::near_overlap:
    case PairFeature::all_contained:
    case PairFeature::wide_overlap: return Ground::words;
    case PairFeature::same_unit: return Ground::unit;
    case PairFeature::order: return Ground::order;
    case PairFeature::lone_target:
    case PairFeature::lone_achievement: return Ground::alone;
    case PairFeature::next:
    case PairFeature::same_sentence:
    case PairFeature::goal_behind: return Ground::beside;
    case PairFeature::stage_behind:
    case PairFeature::overtaken:
    case PairFeature::stage_agrees:
    case PairFeature::stage_short:
    case PairFeature::not_begun: return Ground::stage;
    case PairFeature::part_agrees:
    case PairFeature::part_differs:
    case PairFeature::total:
    case PairFeature::raised_target: return Ground::part;
    case PairFeature::close:
    case PairFeature::high:
    case PairFeature::low:
    case PairFeature::far: return Ground::size;
    default: return std::nullopt;
  }
}

}  // namespace

FeatureWeights feature_weights(const Lexicon::Impl& lexicon) {
  FeatureWeights weights{};
  for (const PairWeightRow& row : lexicon.pair_weights.rows()) {
    if (row.feature != PairFeature::count) weights[static_cast<std::size_t>(row.feature)] = row.weight * hundredth;
  }
  return weights;
}

double value_of(PairFeature feature, FeatureValues values) noexcept {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const FeatureValue& v) { return v.feature == feature; });
  return found == values.end() ? 0 : found->value;
}

double weighted_sum(FeatureValues values, const FeatureWeights& weights) noexcept {
  double sum = 0;
  for (const FeatureValue& v : values) sum += v.value * weights[static_cast<std::size_t>(v.feature)];
  return sum;
}

std::vector<PairGround> grounds(FeatureValues values, const FeatureWeights& weights) {
  std::array<double, ground_count> sums{};
  for (const FeatureValue& v : values) {
    const auto ground = ground_of(v.feature);
    const double value = ground == Ground::order ? v.value - no_place : v.value;
    if (ground) sums[static_cast<std::size_t>(*ground)] += value * weights[static_cast<std::size_t>(v.feature)];
  }
  std::vector<PairGround> found;
  found.reserve(most_grounds);
  while (found.size() < most_grounds) {
    const auto heaviest = std::max_element(sums.begin(), sums.end());
    if (*heaviest <= 0) break;
    found.push_back({static_cast<Ground>(heaviest - sums.begin()), *heaviest});
    *heaviest = 0;
  }
  return found;
}

}  // namespace gongbao
