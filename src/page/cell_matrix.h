// Tables of figures that lost their borders: names, and under two rows of headings as many figures for each.
#pragma once

#include "page/cell_lines.h"

namespace gongbao {

// `cells`: the lines that may be cells, the first of them the heading of the names.
std::optional<CellLines> read_cell_matrix(const Lines& lines, const std::vector<std::size_t>& cells);

}  // namespace gongbao
