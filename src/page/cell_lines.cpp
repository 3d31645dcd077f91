#include "page/cell_lines.h"

#include <algorithm>
#include <limits>

#include "page/cell_matrix.h"
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
  // `cells`: the lines that may be cells.
  CellLineReader(const Lines& lines, const std::vector<std::size_t>& cells)
      : lines_(lines), cells_(cells), end_(cells.size()) {}

  std::optional<CellLines> read() {
    std::size_t at = 0;
    for (; at < end_ && columns_.size() < most_columns; ++at) {
      const std::optional<Column> kind = heading(line(at));
      if (!kind) break;
      if (*kind == Column::ordinal) ordinal_ = columns_.size();
      columns_.push_back(*kind);
    }
    if (columns_.size() < fewest_columns || !ordinal_ || *ordinal_ + 1 == columns_.size()) return std::nullopt;
    CellLines table;
    table.rows.emplace_back();
    for (std::size_t i = 0; i < at; ++i) table.rows.front().emplace_back(cells_[i]);
    read_rows(at, table);
    if (table.rows.size() < 3) return std::nullopt;
    return table;
  }

 private:
  const Line& line(std::size_t cell) const noexcept { return lines_[cells_[cell]]; }

  std::optional<Column> heading(const Line& line) const {
    if (line.range.size() > longest_heading || line.bars > 0 || line.stops > 0) return std::nullopt;
    const std::u16string_view words = lines_.text(line);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (const auto word = lines_.lexicon().columns.longest(words.substr(at))) return word->kind;
    }
    return std::nullopt;
  }

  // A line that is nothing but the number, or in a table of codes any of them.
  bool is_serial(std::size_t index, int number) const {
    const Line& line = this->line(index);
    if (coded_) return is_code(line);
    const SmallNumber digits = read_digits(lines_.text(line), 4);
    return digits.length != 0 && digits.length == line.range.size() && digits.value == number;
  }

  // A1, B12
  bool is_code(const Line& line) const {
    const std::u16string_view text = lines_.text(line);
    return line.range.size() >= 2 && is_latin(text.front()) &&
           read_digits(text.substr(1), 2).length + 1 == line.range.size();
  }

  bool ends_table(const Line& line) const {
    return lines_.has(line, Furniture::end) ||
           has(lines_.lexicon().patterns.match(lines_.text(line)), LinePattern::note);
  }

  void read_rows(std::size_t at, CellLines& table) {
    const std::size_t before = *ordinal_;                     // columns before the serial number
    const std::size_t behind = columns_.size() - before - 1;  // and behind it
    std::vector<std::size_t> leading;
    coded_ = at + 1 < end_ && (is_code(line(at)) || is_code(line(at + 1)));
    std::size_t serial = next_serial(at, 1, before, leading);
    for (int number = 1; serial < end_; ++number) {
      std::vector<std::size_t> cells;
      std::size_t i = serial + 1;
      while (i < end_ && cells.size() <= behind + before && !is_serial(i, number + 1) && !ends_table(line(i)))
        cells.push_back(i++);
      const bool more = i < end_ && is_serial(i, number + 1);
      // What does not fit into this row opens the next one: the category of the rows that follow.
      std::vector<std::size_t> next;
      while (more && cells.size() > 1 && next.size() < before && (cells.size() > behind || opens_group(cells.back()))) {
        next.insert(next.begin(), cells.back());
        cells.pop_back();
      }
      const bool group_behind = more && before == 0 && cells.size() > behind && heads_group(cells.back());
      if (group_behind) next.assign(1, cells.back());
      if (cells.size() > behind) cells.resize(behind);
      if (before == 0 && leading.size() == 1) add_group(leading.front(), table);
      add_row(leading, serial, cells, table);
      table.end = cells_[more ? i - 1 : cells.empty() ? serial : cells.back()] + 1;
      leading = next;
      serial = more ? i : end_;
    }
  }

  // A few words alone over the rows of a group.
  bool heads_group(std::size_t index) const {
    const std::u16string_view words = lines_.text(line(index));
    return words.size() <= longest_heading && line(index).stops == 0 && !contains(words, is_digit);
  }
  void add_group(std::size_t index, CellLines& table) const {
    if (!heads_group(index)) return;
    table.rows.emplace_back(columns_.size());
    table.rows.back().front() = cells_[index];
  }

  bool opens_group(std::size_t index) const { return line(index).ordinal && line(index).stops == 0; }

  std::size_t next_serial(std::size_t at, int number, std::size_t before, std::vector<std::size_t>& leading) const {
    while (at < end_ && leading.size() <= before && !is_serial(at, number)) leading.push_back(at++);
    return at < end_ && is_serial(at, number) ? at : end_;
  }

  // How badly a cell suits a column: offices and marks are short, reports are long.
  int misfit(std::size_t index, Column kind) const {
    const Line& line = this->line(index);
    const bool is_short = line.range.size() <= longest_name && line.stops == 0;
    const bool names =
        kind == Column::agency || kind == Column::ignore || kind == Column::status || kind == Column::unit;
    return names == is_short ? 0 : 1;
  }

  void add_row(const std::vector<std::size_t>& leading, std::size_t serial, const std::vector<std::size_t>& cells,
               CellLines& table) const {
    std::vector<std::optional<std::size_t>> row(columns_.size());
    for (std::size_t i = 0; i < leading.size() && i < *ordinal_; ++i) row[i] = cells_[leading[i]];
    row[*ordinal_] = cells_[serial];
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
      row[*ordinal_ + c] = cells_[cells[--i]];
    }
    table.rows.push_back(std::move(row));
  }

  const Lines& lines_;
  const std::vector<std::size_t>& cells_;
  const std::size_t end_;  // of cells_; the cells below are named by their place in it
  std::vector<Column> columns_;
  std::optional<std::size_t> ordinal_;
  bool coded_ = false;  // rows have codes (A1) for numbers
};

// Whether blank lines stand between the cells (a cell may have two lines).
bool are_spaced(const Lines& lines, std::size_t begin, std::size_t end) noexcept {
  constexpr std::size_t looked_at = 24;
  end = std::min(end, begin + looked_at);
  const auto blank =
      std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                    lines.begin() + static_cast<std::ptrdiff_t>(end), [](const Line& l) { return l.blank(); });
  return blank > 0 && static_cast<std::size_t>(blank) * 3 >= end - begin;
}

// The first lines from `begin` that may be cells, at most `most`: up to a blank one, or, where the cells are spaced,
// without the blank ones.
std::vector<std::size_t> find_cells(const Lines& lines, std::size_t begin, std::size_t end, std::size_t most) {
  const bool spaced = are_spaced(lines, begin, end);
  std::vector<std::size_t> cells;
  cells.reserve(std::min(end - begin, most));
  for (std::size_t i = begin; i < end && cells.size() < most; ++i) {
    if (!lines[i].blank()) cells.push_back(i);
    if (lines[i].blank() && !spaced) break;
  }
  return cells;
}

}  // namespace

std::optional<CellLines> read_cell_lines(const Lines& lines, std::size_t begin, std::size_t end) {
  constexpr std::uint32_t longest_first = 12;
  if (lines[begin].blank() || lines[begin].range.size() > longest_first) return std::nullopt;
  const auto words = lines.text(lines[begin]);
  if (!lines.lexicon().columns.longest(words)) return std::nullopt;
  // More lines are looked at only as far as the table goes, so that many beginnings of none cost little.
  constexpr std::size_t first_look = 256;
  for (std::size_t most = first_look;; most *= 2) {
    const std::vector<std::size_t> cells = find_cells(lines, begin, end, most);
    auto table = CellLineReader(lines, cells).read();
    if (!table) table = read_cell_matrix(lines, cells);
    const bool whole = cells.size() < most || (table && table->end <= cells[cells.size() / 2]);
    if (!table || whole) return table;
  }
}

}  // namespace gongbao
