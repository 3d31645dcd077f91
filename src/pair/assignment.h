// The best assignment of rows to columns (the Hungarian algorithm).
#pragma once

#include <cstddef>
#include <vector>

namespace gongbao {

class ScoreMatrix {
 public:
  ScoreMatrix() = default;
  ScoreMatrix(std::size_t rows, std::size_t columns) { reset(rows, columns); }

  // All scores are 0.
  void reset(std::size_t rows, std::size_t columns) {
    columns_ = columns;
    scores_.assign(rows * columns, 0);
  }
  std::size_t rows() const noexcept { return columns_ == 0 ? 0 : scores_.size() / columns_; }
  std::size_t columns() const noexcept { return columns_; }
  double& at(std::size_t row, std::size_t column) { return scores_[row * columns_ + column]; }
  double operator[](std::size_t cell) const { return scores_[cell]; }  // row after row
  double at(std::size_t row, std::size_t column) const { return scores_[row * columns_ + column]; }

 private:
  std::size_t columns_ = 0;
  std::vector<double> scores_;
};

inline constexpr std::size_t unassigned = static_cast<std::size_t>(-1);

// For each row its column or `unassigned`, each column at most once, so that the sum of scores is the highest possible.
// Cells that are not positive are never chosen. O(n^2 m) for n the smaller and m the larger of rows and columns.
std::vector<std::size_t> best_assignment(const ScoreMatrix& scores);

}  // namespace gongbao
