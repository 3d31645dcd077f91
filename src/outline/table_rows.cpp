#include "outline/table_rows.h"

#include <algorithm>

#include "outline/grid.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_caption = 60;
constexpr std::uint32_t longest_name = 30;

class RowReader {
 public:
  RowReader(const Page& page, const TextTable& table, const TableContext& context, const Lexicon::Impl& lexicon,
            Outline& outline)
      : body_(page.body),
        table_(table),
        context_(context),
        lexicon_(lexicon),
        outline_(outline),
        grid_(read_grid(page.body, table, lexicon)),
        section_(context.section) {
    if (!grid_.columns.empty()) find_columns();
    if (context_.caption.size() <= longest_caption) caption_unit_ = after_last_colon(context_.caption);
  }

  void read() {
    if (grid_.columns.empty()) {
      for (const TableRow& row : table_.rows) add_plain(row);
      return;
    }
    for (std::size_t r = grid_.first_row; r < table_.rows.size(); ++r) read_row(table_.rows[r]);
  }

 private:
  // Which column names the work, which a group of rows, which the rows' units.
  void find_columns() {
    for (std::size_t c = 0; c < grid_.columns.size(); ++c) {
      const Column kind = grid_.columns[c].kind;
      if (kind == Column::ordinal && !ordinal_) ordinal_ = c;
      if (kind == Column::group && !group_) group_ = c;
      if (kind == Column::unit && !unit_) unit_ = c;
      if ((kind == Column::name || kind == Column::region) && !name_) name_ = c;
    }
    if (!name_) name_ = ordinal_ ? *ordinal_ + 1 : 0;
    if (*name_ >= grid_.columns.size()) name_ = 0;
    // A heading over two columns, or 项目 | 指标: the first groups the rows, the second names them.
    const std::size_t next = *name_ + 1;
    if (named_twice(*name_, next) && !group_) {
      group_ = name_;
      name_ = next;
    }
    arabic_numbers_ = std::any_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
      const Range number = cell(row, ordinal_);
      return !number.empty() && is_digit(body_[number.begin]);
    });
    only_targets_ = only_targets();
    by_rows_ =
        std::none_of(grid_.columns.begin(), grid_.columns.end(),
                     [](const GridColumn& c) { return says_role(c.kind); }) &&
        std::any_of(table_.rows.begin() + static_cast<std::ptrdiff_t>(grid_.first_row), table_.rows.end(),
                    [&](const TableRow& row) { return says_role(column_kind(body_, cell(row, name_), lexicon_)); });
  }

  bool named_twice(std::size_t first, std::size_t second) const {
    if (grid_.columns[first].kind != Column::name || second >= grid_.columns.size()) return false;
    const Range heading = grid_.columns[second].heading;
    if (heading.empty() || heading.begin == grid_.columns[first].heading.begin) return true;
    return grid_.columns[second].kind == Column::name &&
           std::any_of(table_.rows.begin() + static_cast<std::ptrdiff_t>(grid_.first_row), table_.rows.end(),
                       [&](const TableRow& row) { return cell(row, first).empty() && !cell(row, second).empty(); });
  }

  static bool says_role(Column kind) noexcept {
    return kind == Column::target || kind == Column::achievement || kind == Column::stage || kind == Column::rate;
  }

  // A column that says neither belongs to the targets where the table has nothing else: 其中：上半年.
  bool only_targets() const {
    const auto has = [&](std::initializer_list<Column> kinds) {
      return std::any_of(grid_.columns.begin(), grid_.columns.end(), [&](const GridColumn& c) {
        return std::find(kinds.begin(), kinds.end(), c.kind) != kinds.end();
      });
    };
    return has({Column::target}) && !has({Column::achievement, Column::stage, Column::rate});
  }

  Range after_last_colon(Range caption) const {
    Range unit{};
    for (std::uint32_t at = caption.begin; at < caption.end; ++at)
      if (body_[at] == u':') unit = {at + 1, caption.end};
    return unit;
  }

  Range cell(const TableRow& row, std::optional<std::size_t> column) const {
    return column && *column < row.cells.size() ? row.cells[*column] : Range{};
  }

  void add_plain(const TableRow& row) {
    for (const Range range : row.cells)
      if (!range.empty())
        outline_.stretches.push_back({range, section_, std::nullopt, false, std::nullopt, std::nullopt});
  }

  void read_row(const TableRow& row) {
    if (open_group_row(row)) return;
    if (const std::size_t missing = cells_left_out(row); missing > 0) {
      TableRow whole;
      whole.cells.resize(missing);
      whole.cells.insert(whole.cells.end(), row.cells.begin(), row.cells.end());
      read_full_row(whole);
    } else {
      read_full_row(row);
    }
  }

  // Text copied from a page leaves out, at the start of a row, the category that spans from above: 2 | …, under
  // 大类 | 序号 | …. The serial number shows by how many cells.
  std::size_t cells_left_out(const TableRow& row) const {
    if (!ordinal_ || *ordinal_ == 0 || row.cells.size() + *ordinal_ != grid_.columns.size()) return 0;
    const Range first = row.cells.front();
    const std::u16string_view text = body_.view(first.begin, first.end);
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit) ? *ordinal_ : 0;
  }

  void read_full_row(const TableRow& row) {
    if (const Range group = cell(row, group_); !group.empty() && context_.sections_in_rows) {
      open_section(cell(row, ordinal_ && ordinal_ < group_ && group_ != name_ ? ordinal_ : std::nullopt), group);
    }
    const Range name = cell(row, name_);
    if (!name.empty()) open_item(row, name);
    for (std::size_t c = 0; c < row.cells.size() && c < grid_.columns.size(); ++c) add_cell(row, c);
  }

  // A row that holds nothing but a heading: 一、就业工程.
  bool open_group_row(const TableRow& row) {
    std::size_t filled = 0;
    Range only{};
    for (const Range range : row.cells) {
      if (range.empty()) continue;
      ++filled;
      only = range;
    }
    if (filled == 2 && numbers_group(row)) {
      open_section(cell(row, ordinal_), cell(row, name_));
      return true;
    }
    if (filled != 1) return filled == 0;
    const auto ordinal = read_ordinal(body_.view(only.begin, only.end), lexicon_);
    const bool first = !row.cells.front().empty();
    const bool alone = row.cells.size() == 1 && grid_.columns.size() > 2;  // a line without borders
    if (!ordinal && !alone && !(first && row.cells.size() > 2)) return false;
    if (ordinal && (ordinal->scheme == Scheme::arabic || only.begin + ordinal->words >= only.end)) return false;
    if (!context_.sections_in_rows) return true;
    if (!ordinal) {
      open_section({}, only);
      return true;
    }
    const auto at = [&](std::size_t i) { return only.begin + static_cast<std::uint32_t>(i); };
    open_section({at(ordinal->begin), at(ordinal->end)}, {at(ordinal->words), only.end});
    return true;
  }

  // 二 | 教育 above 3 | 校舍: a Chinese number and a name alone, where works have Arabic ones.
  bool numbers_group(const TableRow& row) const {
    const Range number = cell(row, ordinal_);
    return arabic_numbers_ && context_.sections_in_rows && !number.empty() && !cell(row, name_).empty() &&
           read_han_number(body_.view(number.begin, number.end)).length == number.size();
  }

  void open_section(Range label, Range title) {
    // A category with its ordinal in the cell: 一、提高底线民生保障水平.
    const auto ordinal = read_ordinal(body_.view(title.begin, title.end), lexicon_);
    if (ordinal && label.empty() && title.begin + ordinal->words < title.end) {
      label = {title.begin + static_cast<std::uint32_t>(ordinal->begin),
               title.begin + static_cast<std::uint32_t>(ordinal->end)};
      title.begin += static_cast<std::uint32_t>(ordinal->words);
    }
    section_ = static_cast<std::uint32_t>(outline_.sections.size());
    outline_.sections.push_back({label, title});
  }

  void open_item(const TableRow& row, Range name) {
    OutlineItem item;
    item.section = section_;
    const bool groups_numbered =
        group_ && group_ != name_ && ordinal_ && *ordinal_ < *group_ && context_.sections_in_rows;
    if (!groups_numbered) item.label = cell(row, ordinal_);
    item.heading = name;
    item_ = static_cast<std::uint32_t>(outline_.items.size());
    item.block = *item_;
    outline_.items.push_back(item);
    name_range_ = split_heading(body_, name);
  }

  void add_cell(const TableRow& row, std::size_t index) {
    const GridColumn& column = grid_.columns[index];
    const Range range = row.cells[index];
    if (range.empty() || index == ordinal_ || index == unit_ || index == group_) return;
    if (column.kind == Column::status && range.size() <= longest_name) {
      if (item_) outline_.items[*item_].status = range;
      return;
    }
    const bool names_only = column.kind == Column::agency || column.kind == Column::ignore;
    if (names_only && range.size() <= longest_name) return;  // longer ones have slipped in from the next column
    CellPlace place;
    place.kind = index == name_ ? Column::name : column.kind;
    if (place.kind == Column::none && only_targets_) place.kind = Column::target;
    place.cue = column.heading;
    place.money = column.money;
    place.group = item_.value_or(0);
    place.what = name_range_.words;
    if (index == name_) {
      // The rows' names hold figures only where they promise: 新改扩建公办幼儿园3所.
      if (grid_.columns[*name_].kind == Column::region || by_rows_) return;
    } else {
      name_what_is_counted(row, index, place);
    }
    place.units[0] = column.unit;
    place.units[1] = name_range_.unit;
    place.units[2] = cell(row, unit_);
    place.units[3] = caption_unit_;
    if (column.money) std::swap(place.units[1], place.units[3]);
    if (place.kind == Column::rate) place.units[0] = place.units[1] = place.units[2] = place.units[3] = {};
    outline_.stretches.push_back({range, section_, item_, false, std::nullopt, place});
  }

  void name_what_is_counted(const TableRow& row, std::size_t index, CellPlace& place) {
    const GridColumn& column = grid_.columns[index];
    const bool regions = grid_.columns[*name_].kind == Column::region || by_rows_;
    if (by_rows_ && column.kind != Column::remark) {
      // Rows say whether it is planned or done, columns what.
      place.kind = column_kind(body_, cell(row, name_), lexicon_);
      place.cue = cell(row, name_);
      place.what = column.heading;
      place.group = first_group_ + static_cast<std::uint32_t>(index);
    } else if (regions) {
      const bool says_what = !column.group.empty() && column_kind(body_, column.group, lexicon_) == Column::none;
      const bool names_itself = column_kind(body_, column.heading, lexicon_) == Column::none;
      place.what = says_what ? column.group : names_itself ? column.heading : context_.section_title;
    }
    if ((column.kind == Column::rate || column.kind == Column::stage) && !by_rows_) place.stage = column.heading;
    if (column.money && !column.group.empty()) place.stage = column.group;
  }

  const Chars& body_;
  const TextTable& table_;
  const TableContext& context_;
  const Lexicon::Impl& lexicon_;
  Outline& outline_;
  Grid grid_;
  std::optional<std::size_t> ordinal_;
  std::optional<std::size_t> group_;
  std::optional<std::size_t> name_;
  std::optional<std::size_t> unit_;
  // Cells that are paired down a column form groups of their own; no item has a number that high.
  const std::uint32_t first_group_ = 0x40000000U + static_cast<std::uint32_t>(outline_.stretches.size());
  bool arabic_numbers_ = false;  // some rows have one for their number
  bool only_targets_ = false;
  bool by_rows_ = false;  // no column is a target or a result: the rows are
  Range caption_unit_;
  std::optional<std::uint32_t> section_;
  std::optional<std::uint32_t> item_;
  HeadingParts name_range_;
};

}  // namespace

void add_table_rows(const Page& page, const TextTable& table, const TableContext& context, const Lexicon::Impl& lexicon,
                    Outline& outline) {
  RowReader(page, table, context, lexicon, outline).read();
}

}  // namespace gongbao
