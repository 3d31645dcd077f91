#include "outline/grid.h"

#include <algorithm>
#include <iterator>

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

bool same(Range a, Range b) noexcept { return a.begin == b.begin && a.end == b.end; }

// Whether a cell of the rows above reaches down into this one.
bool reached_from_above(const TextTable& table, std::size_t index) {
  return std::any_of(table.spans.begin(), table.spans.end(), [&](const TableSpan& span) {
    return span.row < index && index < std::size_t{span.row} + span.rows;
  });
}

// Short words only, at least one of them known from other tables; below the first row only where a heading above
// reaches down beside them: its place there, mostly the first, is empty.
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
  return filled >= 2 && (row.cells.front().empty() || reached_from_above(table, index));
}

// The heading that covers each place of the first rows.
using Headings = std::vector<std::vector<Range>>;

Headings first_rows(const TextTable& table, std::size_t rows, std::size_t width) {
  Headings headings(rows, std::vector<Range>(width));
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < width; ++c) headings[r][c] = cell_of(table.rows[r], c);
  return headings;
}

Headings spanned_headings(const TextTable& table, std::size_t rows, std::size_t width) {
  Headings headings = first_rows(table, rows, width);
  for (const TableSpan& span : table.spans) {
    for (std::size_t r = span.row; r < std::min<std::size_t>(span.row + span.rows, rows); ++r)
      for (std::size_t c = span.column; c < std::min<std::size_t>(span.column + span.columns, width); ++c)
        headings[r][c] = cell_of(table.rows[span.row], span.column);
  }
  return headings;
}

// A heading goes on over the empty places to its right that have another heading below, as far as the one above it.
Headings drawn_headings(const TextTable& table, std::size_t rows, std::size_t width) {
  Headings headings = first_rows(table, rows, width);
  for (std::size_t r = 0; r + 1 < rows; ++r) {
    for (std::size_t c = 1; c < width; ++c) {
      const bool one_above = r == 0 || same(headings[r - 1][c], headings[r - 1][c - 1]);
      if (headings[r][c].empty() && one_above && !headings[rows - 1][c].empty()) headings[r][c] = headings[r][c - 1];
    }
  }
  return headings;
}

GridColumn read_column(const Chars& body, const Headings& headings, std::size_t column, const Lexicon::Impl& lexicon) {
  GridColumn out;
  std::vector<Range> levels;  // the innermost first
  for (std::size_t r = headings.size(); r > 0; --r) {
    const Range heading = headings[r - 1][column];
    if (!heading.empty() && (levels.empty() || !same(heading, levels.back()))) levels.push_back(heading);
  }
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const HeadingParts parts = split_heading(body, levels[level]);
    if (level == 0) out.heading = parts.words;
    if (level == 1) out.group = parts.words;
    if (out.unit.empty()) out.unit = parts.unit;
    const Column kind = column_kind(body, levels[level], lexicon, &out.money);
    if (out.kind == Column::none) out.kind = kind;
  }
  return out;
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
  std::u16string joined;  // where blanks are left out
  std::u16string_view words = body.view(heading.begin, heading.end);
  words = words.substr(0, words.find(u'('));
  if (contains(words, is_blank)) {
    std::copy_if(words.begin(), words.end(), std::back_inserter(joined), [](char16_t c) { return !is_blank(c); });
    words = joined;
  }
  if (!words.empty() && words.front() == makes_up) return Column::rate;  // 占年任务之比
  Column kind = Column::none;
  std::uint32_t length = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto word = lexicon.columns.longest(words.substr(at));
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
  // A marked table in which no cell spans any other has lost its spans: 项目 | 目标 | | 完成 | |.
  const Headings headings = table.spans.empty() ? drawn_headings(table, grid.first_row, width)
                                                : spanned_headings(table, grid.first_row, width);
  for (std::size_t c = 0; c < width; ++c) grid.columns.push_back(read_column(body, headings, c, lexicon));
  return grid;
}

}  // namespace gongbao
