// One sheet of a workbook, from its cells to a table without gaps.
#pragma once

#include <cstdint>
#include <vector>

#include "office/office_text.h"

namespace gongbao {

// Corners of a merged range, both inside it; as far apart as a sheet is big.
struct SheetRange {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t last_row = 0;
  std::uint32_t last_column = 0;
};

// Places in the sheet: up to 2^20 rows and 2^14 columns, most of which hold nothing.
struct Sheet {
  std::vector<OfficeCell> cells;  // of one row and column each, none empty
  std::vector<SheetRange> merged;
};

// Writes the sheet's tables, with the lines above and below them: a row without bare numbers heads a new one below an
// empty row or below lines. Time and memory depend on the cells it has, not on the places between them.
void add_sheet(Sheet sheet, OfficeText& out);

}  // namespace gongbao
