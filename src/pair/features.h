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
  std::uint32_t base = 0;  // of its unit: equal for comparable ones
  int year = 0;            // as in Traits, or carried from a sentence before
  double amount = 0;       // in its base unit; of a range that is promised the upper end
  bool compared = false;   // its unit can be compared with that of some mention of the other role

  WordSets::Set indicator = 0;
  WordSets::Set near = 0;  // the words between this number and its neighbours, inside its clause
  WordSets::Set all = 0;   // indicator and near
  WordSets::Set wide = 0;  // the words of the sentence before it, and those right behind it; only where it is compared

  double order = 0;            // among the mentions of its role and unit: near 0 the first, near 1 the last
  bool alone = false;          // of its role and unit
  std::uint32_t position = 0;  // among all mentions of its unit
  bool overtaken = false;
  bool folded = false;
};

// The targets and achievements among which pairs are made, with what is found out once for all candidates. One object
// serves group after group, since its memory is used again.
class Candidates {
 public:
  Candidates(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
             const Lexicon::Impl& lexicon);

  // Reads the statements [first, last), indexes, ascending; false where there is nothing to pair.
  bool read(const std::uint32_t* first, const std::uint32_t* last);

  std::size_t target_count() const noexcept { return targets_.size(); }
  std::size_t achievement_count() const noexcept { return achievements_.size(); }
  const Mention& target(std::size_t t) const noexcept { return mentions_[targets_[t]]; }
  const Mention& achievement(std::size_t a) const noexcept { return mentions_[achievements_[a]]; }

  // Whether the units allow a pair at all.
  bool comparable(std::size_t target, std::size_t achievement) const noexcept {
    return !folded(target) && alike_[cell(target, achievement)] != 0;
  }
  // Whether the target only leads to another one: an interim target, or one given up.
  bool folded(std::size_t t) const noexcept { return target(t).folded; }
  // How like each other the words of both are.
  WordSets::Likeness likeness(std::size_t target, std::size_t achievement) const;
  // Appends the values of a candidate's features. Precondition: comparable.
  void add_features(std::size_t target, std::size_t achievement, std::vector<FeatureValue>& values) const;

 private:
  class List;

  std::size_t cell(std::size_t target, std::size_t achievement) const noexcept {
    return target * achievements_.size() + achievement;
  }
  const Statement& statement(const Mention& mention) const { return statements_[mention.statement]; }
  void add_mention(std::uint32_t statement);
  bool units_allow(const Mention& target, const Mention& achievement) const;
  bool find_alike();
  void read_words();
  void read_near(Mention& own);
  void read_wide(Mention& own, const Mention* before);
  void weigh_words();
  void unite(WordSets::Set set, Range part) {
    if (!part.empty()) words_.unite(set, chars_.view(part.begin, part.end));
  }
  void fold_targets();
  std::size_t final_target(std::size_t t) const;
  bool is_step_to(const Mention& own, const Mention& other) const;
  void carry_subjects();
  void find_places();
  void find_overtaken();
  void carry_years();
  void find_likeness();
  double stage_behind(std::size_t target, std::size_t achievement) const;
  void add_words(std::size_t target, std::size_t achievement, List& values) const;
  void add_place(const Mention& t, const Mention& a, List& values) const;
  void add_stage(std::size_t target, std::size_t achievement, List& values) const;
  static void add_signs(const Mention& t, const Mention& a, List& values);
  void add_kind(const Mention& t, const Mention& a, List& values) const;
  static void add_size(const Mention& t, const Mention& a, List& values);

  const Chars& chars_;
  const std::vector<Statement>& statements_;
  const std::vector<Traits>& traits_;
  WordSets words_;
  std::vector<Mention> mentions_;             // in reading order
  std::vector<std::uint32_t> targets_;        // among them
  std::vector<std::uint32_t> achievements_;   // ...
  std::vector<WordSets::Set> counted_;        // the sets `all`
  bool united_ = false;                       // some set has got the words of another
  std::vector<char> alike_;                   // by target and achievement
  std::vector<WordSets::Likeness> likeness_;  // ...; only of comparable ones
};

}  // namespace gongbao
