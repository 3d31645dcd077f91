#include "office/sheet.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace gongbao {
namespace {

constexpr std::uint32_t most_heading_rows = 3;

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

bool is_bare_number(std::string_view words) {
  return words.find_first_of("0123456789") != words.npos && words.find_first_not_of("0123456789.,%-") == words.npos;
}

struct Row {
  bool gap_above = false;
  bool line = false;     // a single cell
  bool figures = false;  // a bare number among the cells
};

std::vector<Row> read_rows(const std::vector<OfficeCell>& cells) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool begins = i == 0 || cells[i].row != cells[i - 1].row;
    if (begins) rows.push_back({i > 0 && cells[i].row > cells[i - 1].row + 1, true, false});
    if (!begins) rows.back().line = false;
    rows.back().figures = rows.back().figures || is_bare_number(cells[i].text);
  }
  return rows;
}

// The rows that begin a new table, as close_gaps() will count them. A row without figures heads one below an empty row,
// or below lines where the table above has figures and what it
// heads has some. The cells are in reading order.
Places find_breaks(const std::vector<OfficeCell>& cells) {
  const std::vector<Row> rows = read_rows(cells);
  Places breaks;
  std::optional<std::uint32_t> below_gap;   // the first row below the last empty one
  std::optional<std::uint32_t> last_table;  // the last row that is no line
  for (std::uint32_t r = 0; r < rows.size(); ++r) {
    if (rows[r].gap_above) below_gap = r;
    if (rows[r].line) continue;
    const bool below_lines = last_table && *last_table + 1 < r && rows[*last_table].figures;
    std::uint32_t below = r + 1;
    while (below < rows.size() && below < r + most_heading_rows && !rows[below].line && !rows[below].figures) ++below;
    const bool above_figures = below < rows.size() && rows[below].figures;
    if (!rows[r].figures && below_gap) {
      breaks.push_back(*below_gap);
    } else if (!rows[r].figures && below_lines && above_figures) {
      breaks.push_back(*last_table + 1);
    }
    below_gap.reset();
    last_table = r;
  }
  return breaks;
}

using Cells = std::vector<OfficeCell>::iterator;

// A table with the lines above and below it. All tables of a sheet are as wide, so that one which an empty row divides
// is seen to go on.
void add_block(Cells begin, Cells end, std::uint32_t width, OfficeText& out) {
  const auto table = end_of_lines(begin, end);
  const auto notes = end_of_lines(std::make_reverse_iterator(end), std::make_reverse_iterator(table)).base();
  for (auto cell = begin; cell != table; ++cell) out.add_line(cell->text);
  std::vector<OfficeCell> cells(std::make_move_iterator(table), std::make_move_iterator(notes));
  if (!cells.empty()) {
    const std::uint32_t first = cells.front().row;
    const std::uint32_t last = cells.back().row + 1;
    for (OfficeCell& cell : cells) {
      cell.rows = std::min(cell.rows, last - cell.row);
      cell.row -= first;
    }
    const auto second_row = std::find_if(cells.begin(), cells.end(), [](const OfficeCell& c) { return c.row > 0; });
    const OfficeCell& last_of_first = *std::prev(second_row);
    if (last_of_first.column + last_of_first.columns < width) cells.insert(second_row, {0, width - 1, 1, 1, {}});
  }
  out.add_table(cells);
  for (auto cell = notes; cell != end; ++cell) out.add_line(cell->text);
}

}  // namespace

void add_sheet(Sheet sheet, OfficeText& out) {
  std::sort(sheet.cells.begin(), sheet.cells.end(), in_reading_order);
  const auto same_place = [](const OfficeCell& a, const OfficeCell& b) {
    return !in_reading_order(a, b) && !in_reading_order(b, a);
  };
  sheet.cells.erase(std::unique(sheet.cells.begin(), sheet.cells.end(), same_place), sheet.cells.end());
  const Places breaks = find_breaks(sheet.cells);
  close_gaps(sheet, out);
  spread(sheet);
  std::uint32_t width = 0;
  for (const OfficeCell& cell : sheet.cells) width = std::max(width, cell.column + cell.columns);
  auto begin = sheet.cells.begin();
  for (const std::uint32_t next : breaks) {
    const auto end = std::find_if(begin, sheet.cells.end(), [&](const OfficeCell& cell) { return cell.row >= next; });
    add_block(begin, end, width, out);
    begin = end;
  }
  add_block(begin, sheet.cells.end(), width, out);
}

}  // namespace gongbao
