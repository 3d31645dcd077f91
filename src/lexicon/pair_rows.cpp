#include "lexicon/pair_rows.h"

#include <charconv>

#include "lexicon/rows.h"

namespace gongbao {

using Cells = std::vector<std::string_view>;

namespace {

bool read_factor(std::string_view cell, int& factor, std::string& message) {
  constexpr std::size_t most_digits = 9;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), factor);
  if (error == std::errc() && end == cell.data() + cell.size() && cell.size() <= most_digits && factor > 0) return true;
  message = "'" + std::string(cell) + "' is no factor from 1 to 999999999";
  return false;
}

}  // namespace

bool StageRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 17> names = {"stage",  "early",   "rest", "total", "part",    "old",
                                                             "raised", "plan",    "goal", "rate",  "compare", "last",
                                                             "this",   "interim", "each", "weak",  "neutral"};
  if (!read_kind(cells[1], names, sign, message)) return false;
  if (sign != Sign::stage && sign != Sign::early) return cells[2] == "-" || (message = "expected '-'", false);
  if (!read_integer(cells[2], rank, message)) return false;
  if (rank >= 0 && rank <= 10) return true;
  message = "ranks run from 0 to 10";
  return false;
}

bool UnitFactorRow::read(const Cells& cells, std::string& message) {
  base = std::string(cells[1]);
  if (base.empty()) message = "the base unit is empty";
  return !base.empty() && read_factor(cells[2], numerator, message) && read_factor(cells[3], denominator, message);
}

}  // namespace gongbao
