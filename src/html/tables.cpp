#include "html/tables.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "html/tags.h"

namespace gongbao {
namespace {

// As the HTML standard has them.
constexpr std::uint32_t most_columns = 1000;
constexpr std::uint32_t most_rows_spanned = 65534;
// A table has about as many places as cells; one with many times as many is made to cost memory.
constexpr std::uint64_t most_places_per_cell = 32;
constexpr std::uint64_t most_empty_places = 4096;
constexpr std::size_t lines_of_prose = 4;

std::uint32_t span_attribute(const HtmlNode& cell, const char* name) {
  const GumboAttribute* const attribute = gumbo_get_attribute(&cell.gumbo->v.element.attributes, name);
  if (attribute == nullptr) return 1;
  const std::string_view value = attribute->value;
  const std::size_t begin = std::min(value.find_first_not_of(" \t\r\n"), value.size());
  std::uint32_t number = 1;
  const auto [end, error] = std::from_chars(value.data() + begin, value.data() + value.size(), number);
  return error == std::errc::result_out_of_range ? UINT32_MAX : number;
}

// Places the cells as the standard's algorithm for forming a table does.
class GridReader {
 public:
  GridReader(const std::vector<HtmlNode>& nodes, std::uint32_t table) : nodes_(nodes) { table_.node = table; }

  // None where a row has more columns than are allowed.
  std::optional<HtmlTable> read() {
    std::uint32_t i = table_.node + 1;
    while (i < nodes_[table_.node].end) {
      if (nodes_[i].tag == GUMBO_TAG_TR) {
        begin_row(nodes_[i].parent);
      } else if (is_cell(nodes_[i].tag)) {
        if (!place(i)) return std::nullopt;
        i = nodes_[i].end;
        continue;
      }
      ++i;
    }
    end_group();
    drop_unused_columns();
    return std::move(table_);
  }

 private:
  void begin_row(std::uint32_t group) {
    if (table_.rows == 0 || group != group_) end_group();
    group_ = group;
    ++table_.rows;
    column_ = 0;
  }

  // No cell reaches beyond its group of rows.
  void end_group() {
    for (std::size_t c = first_of_group_; c < table_.cells.size(); ++c) {
      HtmlCell& cell = table_.cells[c];
      const std::uint32_t left = table_.rows - cell.row;
      cell.rows = cell.rows == 0 ? left : std::min(cell.rows, left);
    }
    first_of_group_ = table_.cells.size();
    free_from_.assign(free_from_.size(), table_.rows);
  }

  bool place(std::uint32_t node) {
    const std::uint32_t columns = span_attribute(nodes_[node], "colspan");
    const std::uint32_t rows = span_attribute(nodes_[node], "rowspan");
    table_.limited = table_.limited || columns > most_columns || rows > most_rows_spanned;
    const std::uint32_t row = table_.rows - 1;
    while (column_ < free_from_.size() && free_from_[column_] > row) ++column_;
    HtmlCell cell{node, row, column_, std::min(rows, most_rows_spanned), 0};
    const std::uint32_t until = cell.rows == 0 ? UINT32_MAX : row + cell.rows;
    const std::uint32_t wanted = std::clamp(columns, 1U, most_columns);
    for (; cell.columns < wanted && column_ < most_columns; ++cell.columns, ++column_) {
      if (column_ == free_from_.size()) free_from_.push_back(0);
      if (free_from_[column_] > row) break;
      free_from_[column_] = until;
    }
    if (cell.columns == 0) return false;
    table_.cells.push_back(cell);
    return true;
  }

  // Columns in which no cell begins exist only inside spans.
  void drop_unused_columns() {
    std::vector<std::uint32_t> before(free_from_.size() + 1, 0);  // used columns before each one
    for (const HtmlCell& cell : table_.cells) before[cell.column + 1] = 1;
    for (std::size_t c = 1; c < before.size(); ++c) before[c] += before[c - 1];
    for (HtmlCell& cell : table_.cells) {
      const std::uint32_t end = before[cell.column + cell.columns];
      cell.column = before[cell.column];
      cell.columns = end - cell.column;
    }
    table_.columns = before.back();
  }

  const std::vector<HtmlNode>& nodes_;
  HtmlTable table_;
  std::uint32_t group_ = 0;
  std::uint32_t column_ = 0;
  std::size_t first_of_group_ = 0;
  std::vector<std::uint32_t> free_from_;  // by column: the first row that no cell from above covers
};

// Whether the table holds data. One that lays out a page has few rows with several filled cells, or a cell that is
// an article of its own, or links to click on.
bool holds_data(const HtmlTable& table, const std::vector<HtmlNode>& nodes, const std::vector<HtmlLine>& lines) {
  const std::uint64_t places = std::uint64_t{table.rows} * table.columns;
  if (table.columns < 2 || places > table.cells.size() * most_places_per_cell + most_empty_places) return false;
  std::size_t filled_rows = 0;  // with two cells or more
  std::size_t filled = 0;       // cells of the present row
  std::uint32_t row = UINT32_MAX;
  std::uint64_t chars = 0;
  std::uint64_t linked = 0;
  std::uint64_t most_prose = 0;
  auto line = std::lower_bound(lines.begin(), lines.end(), table.node,
                               [](const HtmlLine& l, std::uint32_t at) { return l.begin < at; });
  for (const HtmlCell& cell : table.cells) {
    while (line != lines.end() && line->begin < cell.node) ++line;
    std::uint64_t inside = 0;
    std::size_t count = 0;
    for (; line != lines.end() && line->begin < nodes[cell.node].end; ++line, ++count) {
      inside += line->chars;
      linked += line->linked;
    }
    chars += inside;
    if (count >= lines_of_prose) most_prose = std::max(most_prose, inside);
    if (cell.row != row) filled = 0;
    row = cell.row;
    filled += inside > 0 ? 1 : 0;
    filled_rows += inside > 0 && filled == 2 ? 1 : 0;
  }
  return filled_rows >= 2 && linked * 2 <= chars && most_prose * 5 <= chars * 3;
}

}  // namespace

std::vector<HtmlTable> find_data_tables(const std::vector<HtmlNode>& nodes, const std::vector<HtmlLine>& lines) {
  std::vector<HtmlTable> tables;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != GUMBO_TAG_TABLE || nodes[i].nests) continue;
    std::optional<HtmlTable> table = GridReader(nodes, i).read();
    if (table && holds_data(*table, nodes, lines)) tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace gongbao
