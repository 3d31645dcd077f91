// How much speaks for a target and an achievement being a pair: the values of the features.
#pragma once

#include <cstdint>
#include <vector>

#include "pair/statement.h"
#include "pair/traits.h"
#include "pair/weights.h"
#include "pair/words.h"

namespace gongbao {

// A statement among those that are compared with each other.
struct Mention {
  std::uint32_t statement = 0;  // index into the statements
  const Traits* traits = nullptr;
  int year = 0;  // as in Traits, or carried from a sentence before
  WordSets::Set indicator = 0;
  WordSets::Set near = 0;  // the words between this number and its neighbours, inside its clause
  WordSets::Set wide = 0;  // the words of the sentence before it, and those right behind it
  WordSets::Set all = 0;   // indicator and near
};

// The targets and achievements among which pairs are made, with what is found out once for all candidates. One object
// serves group after group, since its memory is used again.
class Candidates {
 public:
  Candidates(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
             const Lexicon::Impl& lexicon);

  // Reads the statements [first, last), indexes; false where there are not both targets and achievements.
  bool read(const std::uint32_t* first, const std::uint32_t* last);

  const std::vector<Mention>& targets() const noexcept { return targets_; }
  const std::vector<Mention>& achievements() const noexcept { return achievements_; }

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
  const Statement& statement(const Mention& mention) const { return statements_[mention.statement]; }
  Mention mention(std::uint32_t statement);
  WordSets::Set wide_words(const Surroundings& around, WordSets::Set near);
  void fold_targets();
  std::size_t final_target(std::size_t target) const;
  bool is_step_to(const Mention& own, const Mention& other) const;
  void weigh_words();
  void carry_subjects();
  void find_places();
  static void place_side(const std::vector<Mention>& side, std::vector<Place>& places);
  void find_overtaken();
  void carry_years();
  double stage_behind(std::size_t target, std::size_t achievement) const;
  void add_words(std::size_t target, std::size_t achievement, FeatureValues& values) const;
  void add_place(std::size_t target, std::size_t achievement, FeatureValues& values) const;
  void add_stage(std::size_t target, std::size_t achievement, FeatureValues& values) const;
  static void add_signs(const Mention& t, const Mention& a, FeatureValues& values);
  void add_measure(const Mention& t, const Mention& a, FeatureValues& values) const;

  const Chars& chars_;
  const std::vector<Statement>& statements_;
  const std::vector<Traits>& traits_;
  WordSets words_;
  std::vector<Mention> targets_;
  std::vector<Mention> achievements_;
  std::vector<WordSets::Set> counted_;  // the sets `all`
  bool united_ = false;                 // some set has got the words of another
  std::vector<Place> target_places_;
  std::vector<Place> achievement_places_;
  std::vector<char> folded_;      // by target
  std::vector<double> likeness_;  // by target and achievement
};

}  // namespace gongbao
