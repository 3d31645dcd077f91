#include "office/sheet.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace gongbao {
namespace {

using Places = std::vector<std::uint32_t>;  // rows or columns that hold something, ascending

Places used(const std::vector<OfficeCell>& cells, std::uint32_t OfficeCell::*place) {
  Places places;
  places.reserve(cells.size());
  for (const OfficeCell& cell : cells) places.push_back(cell.*place);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

// The number of used places before `place`: where it stands once the unused ones are gone.
std::uint32_t index_of(const Places& places, std::uint32_t place) {
  return static_cast<std::uint32_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin());
}

bool in_reading_order(const OfficeCell& a, const OfficeCell& b) {
  return std::tie(a.row, a.column) < std::tie(b.row, b.column);
}

// Leaves out the rows and columns without any cell, and all columns from most_columns on.
void close_gaps(Sheet& sheet, OfficeText& out) {
  const Places rows = used(sheet.cells, &OfficeCell::row);
  const Places columns = used(sheet.cells, &OfficeCell::column);
  for (OfficeCell& cell : sheet.cells) {
    cell.row = index_of(rows, cell.row);
    cell.column = index_of(columns, cell.column);
  }
  std::erase_if(sheet.merged, [&](const SheetRange& range) {  // it begins with a cell, or shows nothing
    return !std::binary_search(rows.begin(), rows.end(), range.row) ||
           !std::binary_search(columns.begin(), columns.end(), range.column);
  });
  for (SheetRange& range : sheet.merged) {
    const auto last = [](const Places& places, std::uint32_t place) { return index_of(places, place + 1); };
    range = {index_of(rows, range.row), index_of(columns, range.column), last(rows, range.last_row),
             std::min(last(columns, range.last_column), most_columns)};  // from here on one behind the last
  }
  if (columns.size() <= most_columns) return;
  std::erase_if(sheet.cells, [](const OfficeCell& cell) { return cell.column >= most_columns; });
  out.note(DiagnosticCode::text_truncated);
}

// Gives merged cells their size. A range over cells that hold something of their own (no program writes such) ends
// before them; the bottom of each column keeps ranges off each other. The cells are in reading order.
void spread(Sheet& sheet) {
  std::vector<std::vector<std::uint32_t>> filled(most_columns);  // rows of each column, ascending
  for (const OfficeCell& cell : sheet.cells) filled[cell.column].push_back(cell.row);
  std::vector<std::uint32_t> bottom(most_columns, 0);
  std::sort(sheet.merged.begin(), sheet.merged.end(), [](const SheetRange& a, const SheetRange& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  });
  // The first filled row of a column at or below `row`.
  const auto next_filled = [&](std::uint32_t column, std::uint32_t row) {
    const auto found = std::lower_bound(filled[column].begin(), filled[column].end(), row);
    return found == filled[column].end() ? ~std::uint32_t{0} : *found;
  };
  auto cell = sheet.cells.begin();
  for (const SheetRange& range : sheet.merged) {
    while (cell != sheet.cells.end() && std::tie(cell->row, cell->column) < std::tie(range.row, range.column)) ++cell;
    if (cell == sheet.cells.end()) break;
    if (cell->row != range.row || cell->column != range.column || bottom[range.column] > range.row) continue;
    std::uint32_t last_row = std::min(range.last_row, next_filled(range.column, range.row + 1));
    std::uint32_t end = range.column + 1;
    for (; end < range.last_column && bottom[end] <= range.row; ++end) {
      const std::uint32_t next = next_filled(end, range.row);
      if (next == range.row) break;
      last_row = std::min(last_row, next);
    }
    cell->rows = std::max(last_row, range.row + 1) - range.row;
    cell->columns = end - range.column;
    std::fill(bottom.begin() + range.column, bottom.begin() + end, range.row + cell->rows);
  }
}

// Behind the rows from `first` on that have a single cell.
template <class Iterator>
Iterator end_of_lines(Iterator first, Iterator last) {
  while (first != last && (std::next(first) == last || std::next(first)->row != first->row)) ++first;
  return first;
}

}  // namespace

void add_sheet(Sheet sheet, OfficeText& out) {
  std::sort(sheet.cells.begin(), sheet.cells.end(), in_reading_order);
  const auto same_place = [](const OfficeCell& a, const OfficeCell& b) {
    return !in_reading_order(a, b) && !in_reading_order(b, a);
  };
  sheet.cells.erase(std::unique(sheet.cells.begin(), sheet.cells.end(), same_place), sheet.cells.end());
  close_gaps(sheet, out);
  spread(sheet);
  const auto table = end_of_lines(sheet.cells.begin(), sheet.cells.end());
  const auto notes = end_of_lines(sheet.cells.rbegin(), std::make_reverse_iterator(table)).base();
  for (auto cell = sheet.cells.begin(); cell != table; ++cell) out.add_line(cell->text);
  std::vector<OfficeCell> cells(std::make_move_iterator(table), std::make_move_iterator(notes));
  if (!cells.empty()) {
    const std::uint32_t first = cells.front().row;
    const std::uint32_t end = cells.back().row + 1;
    for (OfficeCell& cell : cells) {
      cell.rows = std::min(cell.rows, end - cell.row);
      cell.row -= first;
    }
  }
  out.add_table(cells);
  for (auto cell = notes; cell != sheet.cells.end(); ++cell) out.add_line(cell->text);
}

}  // namespace gongbao
