// Rows of tab-separated text, as in src/lexicon/*.tsv: UTF-8, one row a line, lines that begin with '#' are comments.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongbao {

struct TsvRow {
  std::size_t line = 0;  // 1-based
  std::vector<std::string_view> cells;
};

// All rows; blank lines and comments are left out. A line may end in "\n" or "\r\n".
std::vector<TsvRow> read_tsv(std::string_view text);

// The parts of a cell that lists several words, separated by commas.
std::vector<std::string_view> split_list(std::string_view cell);

}  // namespace gongbao
