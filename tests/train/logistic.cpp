#include "train/logistic.h"

#include <cmath>

namespace gongbao::train {
namespace {

double log_odds(const Example& example, const Vector& weights, double sharpness) {
  double sum = 0;
  for (std::size_t f = 0; f < weights.size(); ++f) sum += weights[f] * example.values[f];
  return sharpness * sum;
}

// log(1 + e^x), also where e^x is too large.
double log_one_plus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

}  // namespace

double probability(const Example& example, const Vector& weights, double sharpness) {
  return 1 / (1 + std::exp(-log_odds(example, weights, sharpness)));
}

double loss(const std::vector<const Example*>& examples, const Vector& weights, double sharpness) {
  double total = 0;
  for (const Example* example : examples) {
    const double odds = log_odds(*example, weights, sharpness);
    total += example->weight * log_one_plus(example->right ? -odds : odds);
  }
  return total;
}

Vector fit_logistic(const std::vector<const Example*>& examples, const LogisticPrior& prior) {
  const auto function = [&](const Vector& at, Vector& gradient) {
    for (const Example* example : examples) {
      const double wrong = probability(*example, at, prior.sharpness) - (example->right ? 1 : 0);
      for (std::size_t f = 0; f < at.size(); ++f)
        gradient[f] += example->weight * prior.sharpness * wrong * example->values[f];
    }
    double total = loss(examples, at, prior.sharpness);
    for (std::size_t f = 0; f < at.size(); ++f) {
      const double moved = at[f] - prior.centre[f];
      total += prior.strength * moved * moved / 2;
      gradient[f] += prior.strength * moved;
    }
    return total;
  };
  return minimise(function, prior.centre);
}

}  // namespace gongbao::train
