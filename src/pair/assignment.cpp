#include "pair/assignment.h"

#include <algorithm>
#include <limits>

namespace gongbao {
namespace {

// Finds for every row of an n x m matrix (n <= m) a column of its own, by shortest augmenting paths with potentials.
// A cell that is not positive costs nothing and means "none", so the assignment is always complete.
class Solver {
 public:
  Solver(const ScoreMatrix& scores, bool turned)
      : scores_(scores),
        turned_(turned),
        rows_(turned ? scores.columns() : scores.rows()),
        columns_(turned ? scores.rows() : scores.columns()),
        row_potential_(rows_ + 1),
        column_potential_(columns_ + 1),
        row_of_(columns_ + 1),
        least_(columns_ + 1),
        way_(columns_ + 1),
        used_(columns_ + 1) {}

  // Row of each column, 1-based; 0 for none.
  const std::vector<std::size_t>& solve() {
    for (std::size_t row = 1; row <= rows_; ++row) augment(row);
    return row_of_;
  }

 private:
  double cost(std::size_t row, std::size_t column) const {
    return -std::max(0.0, turned_ ? scores_.at(column - 1, row - 1) : scores_.at(row - 1, column - 1));
  }

  void augment(std::size_t row) {
    row_of_[0] = row;
    std::fill(least_.begin(), least_.end(), std::numeric_limits<double>::infinity());
    std::fill(used_.begin(), used_.end(), 0);
    std::size_t column = 0;
    do {
      used_[column] = 1;
      column = step(column);
    } while (row_of_[column] != 0);
    for (; column != 0; column = way_[column]) row_of_[column] = row_of_[way_[column]];
  }

  // Grows the tree by the cheapest edge; returns the column it leads to.
  std::size_t step(std::size_t from) {
    const std::size_t row = row_of_[from];
    double delta = std::numeric_limits<double>::infinity();
    std::size_t next = 0;
    for (std::size_t column = 1; column <= columns_; ++column) {
      if (used_[column] != 0) continue;
      const double reduced = cost(row, column) - row_potential_[row] - column_potential_[column];
      if (reduced < least_[column]) {
        least_[column] = reduced;
        way_[column] = from;
      }
      if (least_[column] < delta) {
        delta = least_[column];
        next = column;
      }
    }
    for (std::size_t column = 0; column <= columns_; ++column) {
      if (used_[column] != 0) {
        row_potential_[row_of_[column]] += delta;
        column_potential_[column] -= delta;
      } else {
        least_[column] -= delta;
      }
    }
    return next;
  }

  const ScoreMatrix& scores_;
  bool turned_;
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> row_potential_;
  std::vector<double> column_potential_;
  std::vector<std::size_t> row_of_;
  // Of one row's search:
  std::vector<double> least_;
  std::vector<std::size_t> way_;
  std::vector<char> used_;
};

// Each row's best cell, where that is the best assignment because no two want the same column and no cell is as good:
// as in most items. False where it is not.
bool take_best_cells(const ScoreMatrix& scores, std::vector<std::size_t>& result) {
  for (std::size_t row = 0; row < scores.rows(); ++row) {
    double best = 0;
    bool again = false;
    for (std::size_t column = 0; column < scores.columns(); ++column) {
      const double score = scores.at(row, column);
      if (score <= 0 || score < best) continue;
      again = score == best;
      best = score;
      result[row] = column;
    }
    if (again) return false;
    for (std::size_t before = 0; before < row && best > 0; ++before) {
      if (result[before] == result[row]) return false;
    }
  }
  return true;
}

}  // namespace

std::vector<std::size_t> best_assignment(const ScoreMatrix& scores) {
  std::vector<std::size_t> result(scores.rows(), unassigned);
  if (scores.rows() == 1 || scores.columns() == 1) {  // one target or one achievement, as in most items: the best cell
    std::size_t best = 0;
    for (std::size_t i = 1; i < scores.rows() * scores.columns(); ++i) best = scores[i] > scores[best] ? i : best;
    if (scores[best] > 0) result[best / scores.columns()] = best % scores.columns();
    return result;
  }
  if (take_best_cells(scores, result)) return result;
  std::fill(result.begin(), result.end(), unassigned);
  const bool turned = scores.rows() > scores.columns();
  Solver solver(scores, turned);
  const std::vector<std::size_t>& row_of = solver.solve();
  for (std::size_t i = 1; i < row_of.size(); ++i) {
    if (row_of[i] == 0) continue;
    const std::size_t row = turned ? i - 1 : row_of[i] - 1;
    const std::size_t column = turned ? row_of[i] - 1 : i - 1;
    if (scores.at(row, column) > 0) result[row] = column;
  }
  return result;
}

}  // namespace gongbao
