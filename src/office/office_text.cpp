#include "office/office_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::string_view bar = " | ";

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// XML may hold what is no UTF-8 in a file that says it is.
void append_valid(std::string& out, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Char character = utf8_at(utf8, at);
    append_utf8(out, character.code);
    at += character.length;
  }
}

}  // namespace

void OfficeText::add_line(std::string_view line) {
  if (is_too_long()) return;
  append_valid(text_.utf8, line);
  text_.utf8 += '\n';
}

void OfficeText::add_table(const std::vector<OfficeCell>& cells) {
  if (cells.empty() || is_too_long()) return;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  for (const OfficeCell& cell : cells) {
    rows = std::max(rows, cell.row + cell.rows);
    columns = std::max(columns, cell.column + cell.columns);
  }
  std::string& out = text_.utf8;
  const auto size = [&] { return static_cast<std::uint32_t>(out.size()); };
  MarkedTable table;
  table.span.begin = size();
  auto cell = cells.begin();
  for (std::uint32_t row = 0; row < rows && !is_too_long(); ++row) {
    for (std::uint32_t column = 0; column < columns; ++column) {
      if (column > 0) out += bar;
      if (cell == cells.end() || cell->row != row || cell->column != column) continue;
      const std::uint32_t begin = size();
      append_valid(out, cell->text);
      table.cells.push_back({row, column, cell->rows, cell->columns, {begin, size()}});
      ++cell;
    }
    out += '\n';
  }
  table.span.end = size();
  text_.tables.push_back(std::move(table));
}

void OfficeText::note(DiagnosticCode code) {
  const auto end = static_cast<std::uint32_t>(text_.utf8.size());
  text_.diagnostics.push_back({code, {end, end}});
}

std::variant<Text, Error> OfficeText::take() {
  if (is_too_long()) return Error{ErrorCode::unsafe_archive};
  if (std::all_of(text_.utf8.begin(), text_.utf8.end(), is_blank)) return Error{ErrorCode::empty_input};
  text_.encoding = "UTF-8";
  text_.anchors.push_back({0, 0, 1, 0});
  return std::move(text_);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (!is_blank(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace gongbao
