#include "lexicon/indicator_rows.h"

#include "lexicon/rows.h"

namespace gongbao {

bool IndicatorWordRow::read(const std::vector<std::string_view>& cells, std::string& message) {
  static constexpr std::array<std::string_view, 23> names = {
      "noun",  "drop", "edge", "bound", "goal",  "verb",    "stage", "effect", "aspect", "relation", "change", "prep",
      "order", "part", "of",   "etc",   "joint", "numeral", "date",  "after",  "rate",   "work",     "stop"};
  return read_kind(cells[1], names, kind, message);
}

}  // namespace gongbao
