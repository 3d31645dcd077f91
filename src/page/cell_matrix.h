// Tables of figures that lost their borders: names, and under two rows of headings as many figures for each.
#pragma once

#include "page/cell_lines.h"

namespace gongbao {

// `cells`: the lines that may be cells, the first of them the heading of the names.
std::optional<CellLines> read_cell_matrix(const Chars& chars, const std::vector<Line>& lines,
                                          const std::vector<std::size_t>& cells, const Lexicon::Impl& lexicon);

}  // namespace gongbao
