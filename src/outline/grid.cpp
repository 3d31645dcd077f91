#include "outline/grid.h"

#include <algorithm>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_heading = 24;
constexpr std::size_t most_heading_rows = 3;
constexpr char16_t makes_up = 0x5360;  // 占

bool has_word(const Chars& body, Range cell) {
  for (std::uint32_t at = cell.begin; at < cell.end; ++at)
    if (is_han(body[at])) return true;
  return false;
}

bool has_digit(const Chars& body, Range cell) {
  for (std::uint32_t at = cell.begin; at < cell.end; ++at)
    if (is_digit(body[at])) return true;
  return false;
}

Range cell_of(const TableRow& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column] : Range{};
}

// Short words only, at least one of them known from other tables; below the first row only where the first cell is
// blank, because it belongs to the heading above.
bool is_heading_row(const Chars& body, const TextTable& table, std::size_t index, const Lexicon::Impl& lexicon) {
  const TableRow& row = table.rows[index];
  bool known = false;
  std::size_t filled = 0;
  for (const Range cell : row.cells) {
    if (cell.empty()) continue;
    ++filled;
    if (cell.size() > longest_heading || (has_digit(body, cell) && !has_word(body, cell))) return false;
    known = known || column_kind(body, cell, lexicon) != Column::none;
  }
  if (index == 0) return known && filled >= 2;
  return filled >= 2 && row.cells.front().empty();
}

}  // namespace

HeadingParts split_heading(const Chars& body, Range heading) {
  HeadingParts parts{heading, {}};
  std::uint32_t open = heading.end;
  for (std::uint32_t at = heading.begin; at < heading.end; ++at) {
    if (body[at] == u'(') open = at;
  }
  if (open < heading.end && body[heading.end - 1] == u')') {
    parts.words.end = open;
    parts.unit = {open + 1, heading.end - 1};
  } else if (!heading.empty() && body[heading.end - 1] == u'%') {
    parts.words.end = heading.end - 1;
    parts.unit = {heading.end - 1, heading.end};
  }
  return parts;
}

Column column_kind(const Chars& body, Range heading, const Lexicon::Impl& lexicon, bool* money) {
  std::u16string words;
  for (std::uint32_t at = heading.begin; at < heading.end && body[at] != u'('; ++at)
    if (!is_blank(body[at])) words += body[at];
  if (!words.empty() && words.front() == makes_up) return Column::rate;  // 占年任务之比
  Column kind = Column::none;
  std::uint32_t length = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto word = lexicon.columns.longest(std::u16string_view(words).substr(at));
    if (!word) continue;
    if (word->kind == Column::money) {
      if (money != nullptr) *money = true;
    } else if (word.length > length) {
      kind = word->kind;
      length = word.length;
    }
  }
  // A single character names a column only as the whole heading (乡, 县).
  return length == 1 && words.size() > 1 ? Column::none : kind;
}

Grid read_grid(const Chars& body, const TextTable& table, const Lexicon::Impl& lexicon) {
  Grid grid;
  std::size_t width = 0;
  for (const TableRow& row : table.rows) width = std::max(width, row.cells.size());
  while (grid.first_row < std::min(table.rows.size(), most_heading_rows) &&
         is_heading_row(body, table, grid.first_row, lexicon))
    ++grid.first_row;
  if (grid.first_row == 0) return grid;
  const TableRow& top = table.rows.front();
  const TableRow& bottom = table.rows[grid.first_row - 1];
  Range group;
  for (std::size_t c = 0; c < width; ++c) {
    GridColumn column;
    if (!cell_of(top, c).empty()) group = cell_of(top, c);
    Range own = grid.first_row > 1 ? cell_of(bottom, c) : cell_of(top, c);
    if (grid.first_row > 1 && own.empty()) own = cell_of(top, c);
    const HeadingParts parts = split_heading(body, own);
    column.heading = parts.words;
    column.unit = parts.unit;
    column.kind = column_kind(body, own, lexicon, &column.money);
    if (grid.first_row > 1 && !cell_of(bottom, c).empty()) {
      const HeadingParts above = split_heading(body, group);
      column.group = above.words;
      if (column.unit.empty()) column.unit = above.unit;
      const Column above_kind = column_kind(body, group, lexicon, &column.money);
      if (column.kind == Column::none) column.kind = above_kind;
    }
    grid.columns.push_back(column);
  }
  return grid;
}

}  // namespace gongbao
