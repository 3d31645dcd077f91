#include "columns.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t least_columns = 3;
constexpr std::size_t farthest_row = 8;  // lines from one full row to the next
constexpr std::string_view bar = " | ";

// Places are counted in characters, as pdftotext does.
struct Cell {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view words;
};

struct Line {
  std::string_view text;
  std::vector<Cell> cells;
};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  std::size_t place = 0;
  std::size_t counted = 0;  // bytes
  for (std::size_t at = 0; (at = line.find_first_not_of(" \f\r", at)) != line.npos;) {
    const std::size_t gap = std::min(line.find("  ", at), line.size());
    const std::string_view words = line.substr(at, line.find_last_not_of(" \r", gap - 1) + 1 - at);
    place += characters(line.substr(counted, at - counted));
    counted = at;
    cells.push_back({place, place + characters(words), words});
    at = gap;
  }
  return cells;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back({text.substr(at, end - at), cells_of(text.substr(at, end - at))});
    at = end + 1;
  }
  return lines;
}

// Behind the last full row of the table whose first one is lines[first]; first + 1 where there is no other.
std::size_t end_of_table(const std::vector<Line>& lines, std::size_t first) {
  const std::size_t columns = lines[first].cells.size();
  std::size_t end = first + 1;
  for (std::size_t i = end; i < lines.size() && i < end + farthest_row && lines[i].cells.size() <= columns; ++i)
    if (lines[i].cells.size() == columns) end = i + 1;
  return end;
}

struct Row {
  std::size_t line = 0;
  std::vector<bool> own;  // the columns that the row's main line fills
  std::vector<std::string> cells;
};

class TableReader {
 public:
  TableReader(const std::vector<Line>& lines, std::size_t first, std::size_t end)
      : lines_(lines), first_(first), end_(end), columns_(lines[first].cells) {
    for (std::size_t i = first; i < end; ++i) {
      if (!is_full(i)) continue;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        columns_[c].begin = std::min(columns_[c].begin, lines[i].cells[c].begin);
        columns_[c].end = std::max(columns_[c].end, lines[i].cells[c].end);
      }
    }
  }

  std::vector<Row> read() {
    for (std::size_t i = first_; i < end_; ++i) {
      if (!begins_row(i)) continue;
      Row row{i, std::vector<bool>(columns_.size()), std::vector<std::string>(columns_.size())};
      for (const Cell& cell : lines_[i].cells) row.own[column_of(cell)] = true;
      rows_.push_back(std::move(row));
    }
    std::size_t row = 0;  // the last one that begins at or above the line
    for (std::size_t i = first_; i < end_; ++i) {
      if (row + 1 < rows_.size() && rows_[row + 1].line == i) ++row;
      const std::size_t owner = rows_[row].line == i ? row : owner_of(i, row);
      for (const Cell& cell : lines_[i].cells) rows_[owner].cells[column_of(cell)] += cell.words;
    }
    return std::move(rows_);
  }

 private:
  bool is_full(std::size_t line) const { return lines_[line].cells.size() == columns_.size(); }
  // Its first column is filled: the rows' numbers or names.
  bool begins_row(std::size_t line) const {
    return is_full(line) || (!lines_[line].cells.empty() && column_of(lines_[line].cells.front()) == 0);
  }

  // The column whose place is nearest.
  std::size_t column_of(const Cell& cell) const {
    const auto distance = [&](const Cell& column) {
      const std::size_t middle = (cell.begin + cell.end) / 2;
      return middle < column.begin ? column.begin - middle : middle > column.end ? middle - column.end : 0;
    };
    return static_cast<std::size_t>(
        std::min_element(columns_.begin(), columns_.end(),
                         [&](const Cell& a, const Cell& b) { return distance(a) < distance(b); }) -
        columns_.begin());
  }

  // A line between two rows belongs to the one that lacks what it has: a row's number stands at half its height.
  std::size_t owner_of(std::size_t line, std::size_t above) const {
    if (above + 1 == rows_.size()) return above;
    const auto lacks = [&](const Row& row) {
      return std::any_of(lines_[line].cells.begin(), lines_[line].cells.end(),
                         [&](const Cell& cell) { return !row.own[column_of(cell)]; });
    };
    const Row& upper = rows_[above];
    const Row& lower = rows_[above + 1];
    if (lacks(upper) != lacks(lower)) return lacks(lower) ? above + 1 : above;
    return lacks(lower) && lower.line - line < line - upper.line ? above + 1 : above;
  }

  const std::vector<Line>& lines_;
  std::size_t first_;
  std::size_t end_;
  std::vector<Cell> columns_;
  std::vector<Row> rows_;
};

}  // namespace

std::string mark_columns(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  std::string marked;
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t end = lines[i].cells.size() >= least_columns ? end_of_table(lines, i) : i + 1;
    if (end == i + 1) {
      marked.append(lines[i].text).append("\n");
      i = end;
      continue;
    }
    for (const Row& row : TableReader(lines, i, end).read()) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) marked.append(c > 0 ? bar : "").append(row.cells[c]);
      marked += '\n';
    }
    i = end;
  }
  return marked;
}
