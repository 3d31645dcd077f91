#include "lexicon/quantity_rows.h"

#include "lexicon/rows.h"
#include "lexicon/tsv.h"
#include "text/fold.h"

namespace gongbao {
namespace {

using Cells = std::vector<std::string_view>;

constexpr std::array<std::string_view, 7> bound_names = {"exact",     "at_least", "at_most", "more_than",
                                                         "less_than", "approx",   "range"};

constexpr std::string_view after_prefix = "after:";
constexpr std::string_view power_prefix = "power:";

bool read_trait(std::string_view trait, UnitRow& row, std::string& message) {
  if (trait == "label") return row.label = true;
  if (trait == "per") return row.per = true;
  if (trait == "arabic") return row.arabic = true;
  if (trait == "name") return row.name_part = true;
  if (trait == "left") return row.left = true;
  if (trait == "minutes") return row.minutes = true;
  if (trait == "one") {
    row.one = UnitRow::One::always;
    return true;
  }
  if (trait == "vague") {
    row.one = UnitRow::One::never;
    return true;
  }
  if (trait.substr(0, after_prefix.size()) == after_prefix) {
    row.after.push_back(fold(trait.substr(after_prefix.size())));
    return true;
  }
  if (trait.substr(0, power_prefix.size()) == power_prefix) {
    return read_integer(trait.substr(power_prefix.size()), row.power, message);
  }
  message = "unknown trait '" + std::string(trait) + "'";
  return false;
}

bool read_effect(std::string_view cell, BoundRow::Effect& effect, Bound& bound, std::string& message) {
  if (cell == "-") return true;
  effect = BoundRow::Effect::blocks;
  if (cell == "no") return true;
  effect = BoundRow::Effect::sets;
  return read_kind(cell, bound_names, bound, message);
}

bool read_condition(std::string_view condition, BoundRow& row, std::string& message) {
  if (condition == "gap") return row.gap = true;
  if (condition == "not-years") return row.not_years = true;
  if (condition == "end") return row.end = true;
  if (condition == "span") return row.span = true;
  if (condition == "join") return row.join = true;
  if (condition == "each") return row.each = true;
  if (condition == "from") return row.from = true;
  message = "unknown condition '" + std::string(condition) + "'";
  return false;
}

}  // namespace

bool UnitRow::read(const Cells& cells, std::string& message) {
  if (cells[1] != "-") {
    const std::optional<Dimension> named = dimension_named(cells[1]);
    if (!named) {
      message = "unknown dimension '" + std::string(cells[1]) + "'";
      return false;
    }
    dimension = *named;
  }
  for (const std::string_view trait : split_list(cells[3])) {
    if (trait == "head") {
      head = static_cast<std::uint32_t>(fold(cells[2]).size());
    } else if (!read_trait(trait, *this, message)) {
      return false;
    }
  }
  name = cells[2] == "-" ? cells[0] : cells[2];
  return true;
}

bool BoundRow::read(const Cells& cells, std::string& message) {
  if (!read_effect(cells[1], before, bound_before, message)) return false;
  if (!read_effect(cells[2], after, bound_after, message)) return false;
  for (const std::string_view condition : split_list(cells[3])) {
    if (!read_condition(condition, *this, message)) return false;
  }
  return true;
}

bool NumeralRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 11> names = {"digit", "formal", "zero",  "tens", "scale", "group",
                                                             "point", "vague",  "share", "to",   "stop"};
  if (!read_kind(cells[1], names, kind, message)) return false;
  if (kind == NumeralKind::vague) return read_kind(cells[2], bound_names, bound, message);
  if (kind == NumeralKind::share) unit = cells[2];
  return cells[2] == "-" || kind == NumeralKind::share || read_integer(cells[2], value, message);
}

bool SetPhraseRow::read(const Cells& /*cells*/, std::string& /*message*/) { return true; }

}  // namespace gongbao
