#include "train/optimise.h"

#include <cmath>
#include <cstddef>
#include <deque>

namespace gongbao::train {
namespace {

constexpr std::size_t remembered = 12;
constexpr double least_slope = 1e-7;
constexpr double least_gain = 1e-10;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// a + times b
Vector sum(Vector a, double times, const Vector& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += times * b[i];
  return a;
}

struct Step {
  Vector moved;
  Vector turned;  // by how much the gradient changed
  double curvature;
};

// Where to go: the gradient, turned by what the last steps told of the curvature.
Vector direction(const std::deque<Step>& steps, Vector gradient) {
  Vector shares(steps.size());
  for (std::size_t i = steps.size(); i-- > 0;) {
    shares[i] = dot(steps[i].moved, gradient) / steps[i].curvature;
    gradient = sum(std::move(gradient), -shares[i], steps[i].turned);
  }
  if (!steps.empty()) {
    const double scale = steps.back().curvature / dot(steps.back().turned, steps.back().turned);
    for (double& g : gradient) g *= scale;
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double share = dot(steps[i].turned, gradient) / steps[i].curvature;
    gradient = sum(std::move(gradient), shares[i] - share, steps[i].moved);
  }
  for (double& g : gradient) g = -g;
  return gradient;
}

}  // namespace

Vector minimise(const Function& function, Vector at, int most_steps) {
  Vector gradient(at.size());
  double value = function(at, gradient);
  std::deque<Step> steps;
  for (int step = 0; step < most_steps && dot(gradient, gradient) > least_slope * least_slope; ++step) {
    Vector way = direction(steps, gradient);
    double slope = dot(way, gradient);
    if (slope >= 0) {  // what was remembered misleads
      steps.clear();
      way = direction(steps, gradient);
      slope = dot(way, gradient);
    }
    double length = steps.empty() ? 1 / std::max(1.0, std::sqrt(-slope)) : 1;
    Vector next_gradient;
    Vector next;
    double next_value = value;
    for (int halved = 0;; ++halved, length /= 2) {
      if (halved > 40) return at;
      next = sum(at, length, way);
      next_gradient.assign(at.size(), 0);
      next_value = function(next, next_gradient);
      constexpr double enough = 1e-4;
      if (next_value <= value + enough * length * slope) break;
    }
    Step made = {sum(next, -1, at), sum(next_gradient, -1, gradient), 0};
    made.curvature = dot(made.moved, made.turned);
    const double gain = value - next_value;
    at = std::move(next);
    gradient = std::move(next_gradient);
    value = next_value;
    if (made.curvature > 1e-12) steps.push_back(std::move(made));
    if (steps.size() > remembered) steps.pop_front();
    if (gain < least_gain * (1 + std::abs(value))) break;
  }
  return at;
}

}  // namespace gongbao::train
