#include "page/cell_matrix.h"

#include <algorithm>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_heading = 24;
constexpr std::size_t most_headings = 64;
constexpr std::size_t fewest_figures = 2;  // in a row

class MatrixReader {
 public:
  MatrixReader(const Lines& lines, const std::vector<std::size_t>& cells) : lines_(lines), cells_(cells) {}

  std::optional<CellLines> read() {
    if (cells_.empty() || !heads_names(0)) return std::nullopt;
    std::size_t first = 1;  // the first figure
    while (first < cells_.size() && first <= most_headings && is_words(first)) ++first;
    if (first < 3 || first == cells_.size() || !is_figure(first)) return std::nullopt;
    width_ = count_figures(first);
    if (width_ < fewest_figures || !read_headings(first - 1)) return std::nullopt;
    std::size_t at = first - 1;
    while (at < cells_.size() && is_words(at) && count_figures(at + 1) == width_) {
      std::vector<std::optional<std::size_t>> row;
      for (std::size_t i = at; i <= at + width_; ++i) row.emplace_back(cells_[i]);
      table_.rows.push_back(std::move(row));
      at += width_ + 1;
    }
    if (table_.rows.size() < headings_ + 2) return std::nullopt;
    table_.end = cells_[at - 1] + 1;
    return std::move(table_);
  }

 private:
  std::u16string_view text(std::size_t cell) const noexcept { return lines_.text(lines_[cells_[cell]]); }

  bool heads_names(std::size_t cell) const {
    const auto word = lines_.lexicon().columns.longest(text(cell));
    return word && word.length == text(cell).size() && (word->kind == Column::region || word->kind == Column::name);
  }

  bool is_words(std::size_t cell) const {
    const Line& line = lines_[cells_[cell]];
    return line.range.size() <= longest_heading && line.stops == 0 && line.bars == 0 && !is_figure(cell);
  }

  // A number, or the dash that stands for none.
  bool is_figure(std::size_t cell) const noexcept {
    const std::u16string_view words = text(cell);
    return std::all_of(words.begin(), words.end(), [](char16_t c) {
      return is_digit(c) || c == u'.' || c == u',' || c == u'-' || c == u'/' || c == u'%';
    });
  }

  std::size_t count_figures(std::size_t cell) const noexcept {
    std::size_t count = 0;
    while (cell + count < cells_.size() && count <= most_headings && is_figure(cell + count)) ++count;
    return count;
  }

  // Cells [0, end) are headings: that of the names, then one for each column, or groups and below them the columns.
  bool read_headings(std::size_t end) {
    std::vector<std::size_t> groups;
    if (end < width_ + 1) return false;
    const std::size_t columns = end - width_;
    for (std::size_t cell = 1; cell < columns; ++cell) {
      // （市财政局）: who is responsible, below the heading proper
      if (text(cell).front() != u'(' || groups.empty()) groups.push_back(cell);
    }
    std::vector<std::optional<std::size_t>> top = {cells_[0]};
    std::vector<std::optional<std::size_t>> bottom = {std::nullopt};
    std::size_t group = 0;
    for (std::size_t c = 0; c < width_; ++c) {
      const bool opens = !groups.empty() && text(columns + c) == text(columns);
      top.push_back(opens && group < groups.size() ? std::optional(cells_[groups[group++]]) : std::nullopt);
      bottom.emplace_back(cells_[columns + c]);
    }
    if (group != groups.size()) return false;
    if (groups.empty()) {
      bottom.front() = top.front();
    } else {
      table_.rows.push_back(std::move(top));
    }
    table_.rows.push_back(std::move(bottom));
    headings_ = table_.rows.size();
    return true;
  }

  const Lines& lines_;
  const std::vector<std::size_t>& cells_;
  std::size_t width_ = 0;     // figures of a row
  std::size_t headings_ = 0;  // rows of them
  CellLines table_;
};

}  // namespace

std::optional<CellLines> read_cell_matrix(const Lines& lines, const std::vector<std::size_t>& cells) {
  return MatrixReader(lines, cells).read();
}

}  // namespace gongbao
