// The page's tables of data, with their spans resolved. A table that only lays out the page is none.
#pragma once

#include <cstdint>
#include <vector>

#include "html/lines.h"

namespace gongbao {

struct HtmlCell {
  std::uint32_t node = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rows = 1;
  std::uint32_t columns = 1;
};

struct HtmlTable {
  std::uint32_t node = 0;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;    // in which a cell begins
  std::vector<HtmlCell> cells;  // in reading order; no two cover the same place
  bool limited = false;         // it asks for spans beyond what browsers allow
};

// In document order.
std::vector<HtmlTable> find_data_tables(const std::vector<HtmlNode>& nodes, const std::vector<HtmlLine>& lines);

}  // namespace gongbao
