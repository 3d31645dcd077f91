#include "lexicon/rows.h"

#include <charconv>

#include "lexicon/statement_rows.h"
#include "lexicon/structure_rows.h"

namespace gongbao {

using Cells = std::vector<std::string_view>;

bool read_integer(std::string_view cell, int& number, std::string& message) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error == std::errc() && end == cell.data() + cell.size() && cell.size() <= 5) return true;
  message = "'" + std::string(cell) + "' is no number";
  return false;
}

bool read_tenths(std::string_view cell, int& tenths, std::string& message) {
  const std::size_t point = cell.find('.');
  if (!read_integer(cell.substr(0, point), tenths, message)) return false;
  tenths *= 10;
  if (point == std::string_view::npos) return true;
  const std::string_view place = cell.substr(point + 1);
  if (place.size() != 1 || place[0] < '0' || place[0] > '9') {
    message = "'" + std::string(cell) + "' has not one decimal place";
    return false;
  }
  tenths += cell[0] == '-' ? '0' - place[0] : place[0] - '0';
  return true;
}

bool HtmlMarkRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 4> names = {"article", "clutter", "title", "published"};
  return read_kind(cells[1], names, kind, message);
}

bool FurnitureRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 7> names = {"date", "time", "clock", "meta", "nav", "end", "drop"};
  return read_kind(cells[1], names, kind, message);
}

bool SpamRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 2> names = {"tail", "brand"};
  return read_kind(cells[1], names, brand, message);
}

bool OrdinalRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 5> names = {"noun", "work", "prefix", "bullet", "dash"};
  return read_kind(cells[1], names, kind, message);
}

bool TitleWordRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 2> names = {"-", "targets"};
  return read_integer(cells[1], weight, message) && read_kind(cells[2], names, targets, message);
}

bool PeriodRow::read(const Cells& cells, std::string& message) {
  int first = 0;
  int last = 0;
  if (!read_integer(cells[1], first, message) || !read_integer(cells[2], last, message)) return false;
  if (first < 1 || last > 12 || first > last) {
    message = "months run from 1 to 12";
    return false;
  }
  from = static_cast<std::int8_t>(first);
  to = static_cast<std::int8_t>(last);
  return true;
}

bool LabelRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 9> names = {"target", "progress", "problem",   "plan",     "agency",
                                                            "name",   "serial",   "this_year", "last_year"};
  return read_kind(cells[1], names, field, message);
}

bool CueRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 3> roles = {"target", "achievement", "context"};
  static constexpr std::array<std::string_view, 10> reaches = {"sentence", "clause",   "before", "after",  "compares",
                                                               "differs",  "measured", "none",   "onward", "noun"};
  return read_kind(cells[1], roles, role, message) && read_kind(cells[2], reaches, reach, message) &&
         read_tenths(cells[3], tenths, message);
}

bool PlanWordRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 4> names = {"modifier", "noun", "suffix", "link"};
  return read_kind(cells[1], names, kind, message);
}

bool ColumnRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 17> names = {
      "ordinal", "group",  "name", "region", "unit",   "target", "achievement", "stage", "rate",
      "last",    "remark", "plan", "agency", "ignore", "money",  "total",       "status"};
  return read_kind(cells[1], names, kind, message);
}

}  // namespace gongbao
