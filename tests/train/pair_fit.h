// Fits the weights of candidate pairs (pair_weights.tsv).
//
// Each target is a choice among the achievements it is compared with, or none, and each achievement one among its
// targets: softmaxes of the scores, 0 for none. The weights are the likeliest ones for the annotated pairs, given that
// they are near the present ones (a normal prior around these).
#pragma once

#include <string>
#include <vector>

#include "train/bulletins.h"
#include "train/optimise.h"

namespace gongbao::train {

struct PairChoice {
  std::vector<Vector> candidates;  // their values
  std::vector<bool> right;         // all false: none is
};

// Candidates whose places the annotation leaves open are not among them.
std::vector<PairChoice> read_pair_choices(const Bulletin& bulletin, const Reading& reading, const Lexicon& lexicon);

Vector pair_parameters(const Lexicon& lexicon);

struct PairPrior {
  double strength = 1;   // 1 / variance of a weight
  double sharpness = 1;  // the softmax is of sharpness * score
};

// Minus the log likelihood.
double loss(const std::vector<const PairChoice*>& choices, const Vector& weights, double sharpness);
// Of one choice; adds to the gradient where there is one.
double loss(const PairChoice& choice, const Vector& weights, double sharpness, Vector* gradient);
Vector fit_pairs(const std::vector<const PairChoice*>& choices, const Vector& start, const PairPrior& prior);

// Rows for Lexicon::add: those that differ from `start`.
std::string pair_weight_rows(const Vector& weights, const Vector& start);

}  // namespace gongbao::train
