// Tables that lost their borders: each cell stands on a line of its own.
#pragma once

#include <optional>
#include <vector>

#include "page/lines.h"

namespace gongbao {

// Rows of lines: an index into the lines, or none for a cell that the page leaves out because it spans several rows.
struct CellLines {
  std::vector<std::vector<std::optional<std::size_t>>> rows;  // the first holds the headings
  std::size_t end = 0;                                        // the line after the table
};

// The table whose headings begin at line `begin`, or nothing where there is none. Blank lines may stand between all
// cells. Either at least three short lines in a row head its columns, 序号 among them, and it goes on as far as its
// serial numbers count on; or the first heads the names (地区) and each row is a name and as many figures as the
// others.
std::optional<CellLines> read_cell_lines(const Lines& lines, std::size_t begin, std::size_t end);

}  // namespace gongbao
