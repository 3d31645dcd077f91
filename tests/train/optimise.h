// Finds the lowest point of a smooth function (L-BFGS).
#pragma once

#include <functional>
#include <vector>

namespace gongbao::train {

using Vector = std::vector<double>;

// The value at `at`; writes its gradient into `gradient`, which has the size of `at` and is all 0.
using Function = std::function<double(const Vector& at, Vector& gradient)>;

// From `start` downhill until nothing is gained any more or after `most_steps`.
Vector minimise(const Function& function, Vector start, int most_steps = 200);

}  // namespace gongbao::train
