#include "page/marked_tables.h"

#include <algorithm>

namespace gongbao {
namespace {

constexpr std::uint32_t borders_of_row = 2;

// Offsets into the text become indexes of characters; asked for in rising order.
class CharacterFinder {
 public:
  explicit CharacterFinder(const Chars& chars) : chars_(chars) {}

  std::uint32_t at(std::uint32_t byte) {
    while (next_ < chars_.size() && chars_.begin_byte(next_) < byte) ++next_;
    return next_;
  }

 private:
  const Chars& chars_;
  std::uint32_t next_ = 0;
};

void add_cell(const TextCell& cell, Range range, TableLines& table) {
  if (table.rows.size() <= cell.row) table.rows.resize(cell.row + 1);
  std::vector<Range>& cells = table.rows[cell.row].cells;
  if (cells.size() < cell.column + cell.columns) cells.resize(cell.column + cell.columns);
  cells[cell.column] = range;
  if (cell.rows > 1 || cell.columns > 1) table.spans.push_back({cell.row, cell.column, cell.rows, cell.columns});
}

}  // namespace

std::vector<TableLines> find_marked_tables(const std::vector<MarkedTable>& tables, Lines& lines) {
  std::vector<TableLines> found;
  CharacterFinder character(lines.chars());
  std::size_t line = 0;
  for (const MarkedTable& table : tables) {
    TableLines out;
    const std::uint32_t begin = character.at(table.span.begin);
    while (line < lines.size() && lines[line].range.end < begin) ++line;
    out.begin = line;
    for (const TextCell& cell : table.cells) {
      const std::uint32_t first = character.at(cell.span.begin);
      add_cell(cell, {first, character.at(cell.span.end)}, out);
    }
    const std::uint32_t end = character.at(table.span.end);
    for (; line < lines.size() && lines[line].range.begin < end; ++line) {
      lines[line].marked = true;
      lines[line].bars = std::max(lines[line].bars, borders_of_row);
    }
    out.end = line;
    if (out.begin < out.end) found.push_back(std::move(out));
  }
  return found;
}

}  // namespace gongbao
