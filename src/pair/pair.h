// Which achievement answers which target.
//
// Pairs are made inside a group by best assignment: every comparable target and achievement get a score, a weighted sum
// of named features (features.h, weights in lexicon/pair_weights.tsv), and the set of pairs with the highest sum wins.
// A target or an achievement is in at most one pair. Pairs that are not likelier right than wrong are left out.
//
//   std::vector<MadePair> pairs = pair_statements(chars, statements, traits, lexicon);  // 1.35万人 … 2578人: ratio
//   0.191
#pragma once

#include <vector>

#include "gongbao/document.h"
#include "pair/statement.h"
#include "pair/traits.h"
#include "pair/weights.h"

namespace gongbao {

// A pair and how clearly it was the best.
struct MadePair {
  Pair pair;
  bool by_rate = false;          // a stated rate that answers what no count answers; it has no score
  double score = 0;              // what speaks for it, above 0
  double rival_target = 0;       // the best other candidate of its achievement, 0 where there is none above
  double rival_achievement = 0;  // the best other candidate of its target
  // Of its features: 0 where it has no score.
  double likeness = 0;   // all_contained
  double closeness = 0;  // close
  double behind = 0;     // stage_behind
  bool exceeds = false;  // high
};

// Pairs by target, then achievement: indexes into `statements`, which are in reading order and of any number of groups;
// `traits`: of read_traits.
// Time is linear in the number of statements.
std::vector<MadePair> pair_statements(const Chars& chars, const std::vector<Statement>& statements,
                                      const std::vector<Traits>& traits, const Lexicon::Impl& lexicon);

// Every target and achievement that are compared for that, with what is weighed of them.
struct Candidate {
  std::uint32_t target = 0;
  std::uint32_t achievement = 0;
  std::vector<FeatureValue> values;
};
std::vector<Candidate> list_candidates(const Chars& chars, const std::vector<Statement>& statements,
                                       const std::vector<Traits>& traits, const Lexicon::Impl& lexicon);

}  // namespace gongbao
