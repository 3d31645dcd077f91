#include "lexicon/tsv.h"

namespace gongbao {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<TsvRow> read_tsv(std::string_view text) {
  std::vector<TsvRow> rows;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    rows.push_back({number, split(line, '\t')});
  }
  return rows;
}

std::vector<std::string_view> split_list(std::string_view cell) {
  if (cell.empty() || cell == "-") return {};
  return split(cell, ',');
}

}  // namespace gongbao
