// What is weighed of a candidate pair: named features, their weights, and what they are called to people.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

enum class PairFeature : std::uint8_t {
  bias,               // always 1: what a pair needs at least
  same_unit,          // comparable by a fixed factor
  other_unit,         // another measure word of the same dimension
  indicator_overlap,  // the indicators
  indicator_contained,
  near_overlap,   // the words beside the numbers
  all_contained,  // indicators and words beside the numbers
  wide_overlap,   // the sentences
  order,          // the same place among the statements of their unit
  lone_target,    // no other target of the unit in the group
  lone_achievement,
  next,  // neighbours among the statements of their unit, in one sentence
  same_sentence,
  achievement_first,  // the achievement stands before the target
  goal_behind,        // it does, and the target is named as one (任务, 计划)
  stage,              // how near to completion the achievement is
  stage_behind,       // how much nearer another achievement is that is as like the target
  overtaken,          // early work, with another achievement of the unit behind it in the sentence that is farther
  stage_agrees,       // both name the same stage
  stage_short,        // the target names a later one
  not_begun,          // 未开工
  part_agrees,        // both are a part of the count before them
  part_differs,
  each_differs,  // one is a number for each of many, the other of all
  rest,          // the achievement is what is left over
  total,         // it is a total up to now
  old_target,
  raised_target,
  plan,            // the target is a plan of the progress part
  share,           // both are rates
  rate_for_share,  // one of them a rate of completion, the other not
  early_share,     // a rate beside a stage of work: physical progress
  compare,         // a comparison with another time or place
  other_year,
  money,
  duration,
  close,  // how near the smaller value is to the larger one
  high,   // far more than promised
  low,    // hardly anything
  far,    // beyond belief
  count,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(PairFeature::count);

// The names in pair_weights.tsv, in the order of PairFeature.
extern const std::array<std::u16string_view, feature_count> feature_names;

using FeatureValues = std::array<double, feature_count>;  // each from 0 to 1
using FeatureWeights = std::array<double, feature_count>;

FeatureWeights feature_weights(const Lexicon::Impl& lexicon);

double weighted_sum(const FeatureValues& values, const FeatureWeights& weights) noexcept;

// What speaks for a pair most, at most three grounds, the heaviest first.
std::vector<PairGround> grounds(const FeatureValues& values, const FeatureWeights& weights);

}  // namespace gongbao
