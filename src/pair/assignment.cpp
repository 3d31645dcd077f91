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
        row_of_(columns_ + 1) {}

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
    std::vector<double> least(columns_ + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> way(columns_ + 1);
    std::vector<char> used(columns_ + 1);
    std::size_t column = 0;
    do {
      used[column] = 1;
      column = step(column, least, way, used);
    } while (row_of_[column] != 0);
    for (; column != 0; column = way[column]) row_of_[column] = row_of_[way[column]];
  }

  // Grows the tree by the cheapest edge; returns the column it leads to.
  std::size_t step(std::size_t from, std::vector<double>& least, std::vector<std::size_t>& way,
                   const std::vector<char>& used) {
    const std::size_t row = row_of_[from];
    double delta = std::numeric_limits<double>::infinity();
    std::size_t next = 0;
    for (std::size_t column = 1; column <= columns_; ++column) {
      if (used[column] != 0) continue;
      const double reduced = cost(row, column) - row_potential_[row] - column_potential_[column];
      if (reduced < least[column]) {
        least[column] = reduced;
        way[column] = from;
      }
      if (least[column] < delta) {
        delta = least[column];
        next = column;
      }
    }
    for (std::size_t column = 0; column <= columns_; ++column) {
      if (used[column] != 0) {
        row_potential_[row_of_[column]] += delta;
        column_potential_[column] -= delta;
      } else {
        least[column] -= delta;
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
};

}  // namespace

std::vector<std::size_t> best_assignment(const ScoreMatrix& scores) {
  std::vector<std::size_t> result(scores.rows(), unassigned);
  if (scores.rows() == 1 || scores.columns() == 1) {  // one target or one achievement, as in most items: the best cell
    std::size_t best = 0;
    for (std::size_t i = 1; i < scores.rows() * scores.columns(); ++i) best = scores[i] > scores[best] ? i : best;
    if (scores[best] > 0) result[best / scores.columns()] = best % scores.columns();
    return result;
  }
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
