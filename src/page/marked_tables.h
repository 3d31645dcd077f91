// Tables that the input itself marks, found again among the lines of its text.
#pragma once

#include <cstddef>
#include <vector>

#include "decode/decode.h"
#include "page/lines.h"
#include "page/page.h"

namespace gongbao {

// A marked table as rows of characters; `end` is the line behind its last one.
struct TableLines {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<TableRow> rows;    // characters of the text; a cell stands at its first place, the others are empty
  std::vector<TableSpan> spans;  // of cells that cover several places
};

// In reading order. The lines of a table are known by their borders: those it lacks are added.
std::vector<TableLines> find_marked_tables(const std::vector<MarkedTable>& tables, Lines& lines);

}  // namespace gongbao
