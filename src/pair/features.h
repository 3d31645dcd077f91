// How much speaks for a target and an achievement being a pair: named features and their weighted sum.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pair/traits.h"

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

// The targets and achievements among which pairs are made, with what is found out once for all candidates.
class Candidates {
 public:
  Candidates(const std::vector<Statement>& statements, std::vector<Traits> targets, std::vector<Traits> achievements,
             const Lexicon::Impl& lexicon);

  const std::vector<Traits>& targets() const noexcept { return targets_; }
  const std::vector<Traits>& achievements() const noexcept { return achievements_; }

  // Whether the units allow a pair at all.
  bool comparable(std::size_t target, std::size_t achievement) const;
  // Whether the target only leads to another one: an interim target, or one given up.
  bool folded(std::size_t target) const noexcept { return folded_[target] != 0; }
  // How much of the words of the one with fewer words stands among the other's: 0 to 1.
  double likeness(std::size_t target, std::size_t achievement) const;
  FeatureValues features(std::size_t target, std::size_t achievement) const;

 private:
  struct Place {
    double order = 0;    // among the statements of its role and unit: near 0 the first, near 1 the last
    bool alone = false;  // of its role and unit
    bool overtaken = false;
    std::uint32_t class_position = 0;  // among all candidates of its unit
  };
  const Statement& statement(const Traits& traits) const { return (*statements_)[traits.statement]; }
  void fold_targets();
  std::size_t final_target(std::size_t target) const;
  bool is_step_to(const Traits& own, const Traits& other) const;
  void weigh_words(const Table<StageRow>& stages);
  void carry_subjects();
  void find_places();
  void find_overtaken();
  void carry_years();
  double stage_behind(std::size_t target, std::size_t achievement) const;
  void add_words(std::size_t target, std::size_t achievement, FeatureValues& values) const;
  void add_place(std::size_t target, std::size_t achievement, FeatureValues& values) const;
  void add_stage(std::size_t target, std::size_t achievement, FeatureValues& values) const;
  void add_signs(const Traits& t, const Traits& a, FeatureValues& values) const;
  void add_measure(const Traits& t, const Traits& a, FeatureValues& values) const;

  const std::vector<Statement>* statements_;
  std::vector<Traits> targets_;
  std::vector<Traits> achievements_;
  std::vector<Place> target_places_;
  std::vector<Place> achievement_places_;
  std::vector<char> folded_;      // by target
  std::vector<double> likeness_;  // by target and achievement
};

}  // namespace gongbao
