// Logistic regression with a normal prior.
#pragma once

#include <cstddef>
#include <vector>

#include "train/optimise.h"

namespace gongbao::train {

struct Example {
  Vector values;
  bool right = false;
  double weight = 1;
};

struct LogisticPrior {
  Vector centre;
  double strength = 1;   // 1 / variance of a weight
  double sharpness = 1;  // the log odds are sharpness * the weighted sum
};

double probability(const Example& example, const Vector& weights, double sharpness);
// Minus the log likelihood.
double loss(const std::vector<const Example*>& examples, const Vector& weights, double sharpness);
Vector fit_logistic(const std::vector<const Example*>& examples, const LogisticPrior& prior);

}  // namespace gongbao::train
