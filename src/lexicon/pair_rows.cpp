#include "lexicon/pair_rows.h"

#include "lexicon/rows.h"

namespace gongbao {

using Cells = std::vector<std::string_view>;

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

bool WeightRow::read(const Cells& cells, std::string& message) { return read_integer(cells[1], weight, message); }

bool UnitFactorRow::read(const Cells& cells, std::string& message) {
  base = std::string(cells[1]);
  if (!read_integer(cells[2], numerator, message) || !read_integer(cells[3], denominator, message)) return false;
  if (!base.empty() && numerator > 0 && denominator > 0) return true;
  message = "a factor is positive and has a base unit";
  return false;
}

}  // namespace gongbao
