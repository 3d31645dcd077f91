#include "page/cell_lines.h"

#include <algorithm>
#include <limits>

#include "text/digits.h"
#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_heading = 14;
constexpr std::uint32_t longest_name = 16;  // characters of an office's name or a mark
constexpr std::size_t fewest_columns = 3;
constexpr std::size_t most_columns = 12;

class CellLineReader {
 public:
  CellLineReader(const Chars& chars, const std::vector<Line>& lines, std::size_t end, const Lexicon::Impl& lexicon)
      : chars_(chars), lines_(lines), end_(end), lexicon_(lexicon) {}

  std::optional<CellLines> read(std::size_t begin) {
    std::size_t at = begin;
    for (; at < end_ && columns_.size() < most_columns; ++at) {
      const std::optional<Column> kind = heading(lines_[at]);
      if (!kind) break;
      if (*kind == Column::ordinal) ordinal_ = columns_.size();
      columns_.push_back(*kind);
    }
    if (columns_.size() < fewest_columns || !ordinal_ || *ordinal_ + 1 == columns_.size()) return std::nullopt;
    CellLines table;
    table.rows.emplace_back();
    for (std::size_t i = begin; i < at; ++i) table.rows.front().emplace_back(i);
    read_rows(at, table);
    if (table.rows.size() < 3) return std::nullopt;
    return table;
  }

 private:
  std::optional<Column> heading(const Line& line) const {
    if (line.blank() || line.range.size() > longest_heading || line.bars > 0 || line.stops > 0) return std::nullopt;
    const std::u16string_view words = chars_.view(line.range.begin, line.range.end);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (const auto word = lexicon_.columns.longest(words.substr(at))) return word->kind;
    }
    return std::nullopt;
  }

  // A line that is nothing but the number.
  bool is_serial(std::size_t index, int number) const {
    const Line& line = lines_[index];
    const SmallNumber digits = read_digits(chars_.view(line.range.begin, line.range.end), 4);
    return digits.length != 0 && digits.length == line.range.size() && digits.value == number;
  }

  bool ends_table(const Line& line) const {
    return line.blank() || line.has(Furniture::end) ||
           lexicon_.patterns.matches(chars_.view(line.range.begin, line.range.end), LinePattern::note);
  }

  void read_rows(std::size_t at, CellLines& table) {
    const std::size_t before = *ordinal_;                     // columns before the serial number
    const std::size_t behind = columns_.size() - before - 1;  // and behind it
    std::vector<std::size_t> leading;
    std::size_t serial = next_serial(at, 1, before, leading);
    for (int number = 1; serial < end_; ++number) {
      std::vector<std::size_t> cells;
      std::size_t i = serial + 1;
      while (i < end_ && cells.size() <= behind + before && !is_serial(i, number + 1) && !ends_table(lines_[i]))
        cells.push_back(i++);
      const bool more = i < end_ && is_serial(i, number + 1);
      // What does not fit into this row opens the next one: the category of the rows that follow.
      std::vector<std::size_t> next;
      while (more && cells.size() > 1 && next.size() < before && (cells.size() > behind || opens_group(cells.back()))) {
        next.insert(next.begin(), cells.back());
        cells.pop_back();
      }
      if (cells.size() > behind) cells.resize(behind);
      add_row(leading, serial, cells, table);
      table.end = more ? i : cells.empty() ? serial + 1 : cells.back() + 1;
      leading = next;
      serial = more ? i : end_;
    }
  }

  bool opens_group(std::size_t index) const { return lines_[index].ordinal && lines_[index].stops == 0; }

  std::size_t next_serial(std::size_t at, int number, std::size_t before, std::vector<std::size_t>& leading) const {
    while (at < end_ && leading.size() <= before && !is_serial(at, number)) leading.push_back(at++);
    return at < end_ && is_serial(at, number) ? at : end_;
  }

  // How badly a cell suits a column: offices and marks are short, reports are long.
  int misfit(std::size_t index, Column kind) const {
    const Line& line = lines_[index];
    const bool is_short = line.range.size() <= longest_name && line.stops == 0;
    const bool names = kind == Column::agency || kind == Column::ignore || kind == Column::unit;
    return names == is_short ? 0 : 1;
  }

  void add_row(const std::vector<std::size_t>& leading, std::size_t serial, const std::vector<std::size_t>& cells,
               CellLines& table) const {
    std::vector<std::optional<std::size_t>> row(columns_.size());
    for (std::size_t i = 0; i < leading.size() && i < *ordinal_; ++i) row[i] = leading[i];
    row[*ordinal_] = serial;
    // The cells keep their order; the columns left out are those that make the rest fit best.
    const std::size_t columns = columns_.size() - *ordinal_ - 1;
    constexpr int never = std::numeric_limits<int>::max() / 2;
    std::vector<std::vector<int>> cost(cells.size() + 1, std::vector<int>(columns + 1, never));
    for (std::size_t c = 0; c <= columns; ++c) cost[0][c] = 0;
    for (std::size_t i = 1; i <= cells.size(); ++i) {
      for (std::size_t c = i; c <= columns; ++c) {
        const int take = cost[i - 1][c - 1] + misfit(cells[i - 1], columns_[*ordinal_ + c]);
        cost[i][c] = std::min(take, cost[i][c - 1]);
      }
    }
    for (std::size_t i = cells.size(), c = columns; i > 0; --c) {
      if (c > i && cost[i][c] == cost[i][c - 1]) continue;
      row[*ordinal_ + c] = cells[--i];
    }
    table.rows.push_back(std::move(row));
  }

  const Chars& chars_;
  const std::vector<Line>& lines_;
  const std::size_t end_;
  const Lexicon::Impl& lexicon_;
  std::vector<Column> columns_;
  std::optional<std::size_t> ordinal_;
};

}  // namespace

std::optional<CellLines> read_cell_lines(const Chars& chars, const std::vector<Line>& lines, std::size_t begin,
                                         std::size_t end, const Lexicon::Impl& lexicon) {
  return CellLineReader(chars, lines, end, lexicon).read(begin);
}

}  // namespace gongbao
