// How much speaks for a target and an achievement being a pair: the values of the features.
#pragma once

#include <cstdint>
#include <vector>

#include "pair/traits.h"
#include "pair/weights.h"

namespace gongbao {

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
