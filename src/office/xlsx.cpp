#include "office/xlsx.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "office/number_format.h"
#include "office/office_text.h"
#include "office/sheet.h"

namespace gongbao {
namespace {

using pugi::xml_document;
using pugi::xml_node;

constexpr std::uint32_t most_rows = 1U << 20;
constexpr std::uint32_t most_sheet_columns = 1U << 14;
constexpr std::size_t most_sheets = 200;

struct Place {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

// "B3" as row 2, column 1.
std::optional<Place> read_place(std::string_view reference) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    column = column * 26 + static_cast<std::uint32_t>(reference[at] - 'A') + 1;
    if (column > most_sheet_columns) return std::nullopt;
  }
  std::uint32_t row = 0;
  const char* const end = reference.data() + reference.size();
  const auto [rest, error] = std::from_chars(reference.data() + at, end, row);
  if (error != std::errc() || rest != end || column == 0 || row == 0 || row > most_rows) return std::nullopt;
  return Place{row - 1, column - 1};
}

std::optional<SheetRange> read_range(std::string_view reference) {
  const std::size_t colon = std::min(reference.find(':'), reference.size());
  const auto first = read_place(reference.substr(0, colon));
  const auto last = read_place(reference.substr(std::min(colon + 1, reference.size())));
  if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
  return SheetRange{first->row, first->column, last->row, last->column};
}

// A string in one piece or in runs of different type, without the reading aids beside it.
std::string rich_text(xml_node element) {
  std::string text = text_of(element.child("t"));
  for (const xml_node run : element.children("r")) text += text_of(run.child("t"));
  return text;
}

class WorkbookReader {
 public:
  WorkbookReader(Archive& archive, OfficeText& out) : archive_(archive), out_(out) {}

  std::optional<Error> read() {
    xml_document workbook;
    xml_document relations;
    if (const auto error = archive_.load("xl/workbook.xml", workbook)) return error;
    if (const auto error = archive_.load("xl/_rels/workbook.xml.rels", relations)) return error;
    if (const auto error = read_strings()) return error;
    if (const auto error = read_formats()) return error;
    const xml_node root = workbook.child("workbook");
    from_1904_ = root.child("workbookPr").attribute("date1904").as_bool();
    std::unordered_map<std::string, std::string> parts;
    for (const xml_node relation : relations.child("Relationships").children("Relationship"))
      parts[relation.attribute("Id").value()] = relation.attribute("Target").value();
    std::unordered_set<std::string> read;
    for (const xml_node sheet : root.child("sheets").children("sheet")) {
      const std::string_view state = sheet.attribute("state").value();
      if (state == "hidden" || state == "veryHidden") continue;
      const std::string& target = parts[sheet.attribute("r:id").value()];
      if (target.empty() || !read.insert(target).second) continue;
      if (read.size() > most_sheets) return Error{ErrorCode::unsafe_archive};
      if (const auto error = read_sheet(target.front() == '/' ? target.substr(1) : "xl/" + target)) return error;
    }
    return std::nullopt;
  }

 private:
  std::optional<Error> read_strings() {
    xml_document xml;
    if (const auto error = archive_.load("xl/sharedStrings.xml", xml)) return error;
    for (const xml_node item : xml.child("sst").children("si")) strings_.push_back(one_line(rich_text(item)));
    return std::nullopt;
  }

  std::optional<Error> read_formats() {
    xml_document xml;
    if (const auto error = archive_.load("xl/styles.xml", xml)) return error;
    const xml_node root = xml.child("styleSheet");
    std::unordered_map<unsigned, NumberFormat> own;
    for (const xml_node format : root.child("numFmts").children("numFmt")) {
      own[format.attribute("numFmtId").as_uint()] = read_number_format(format.attribute("formatCode").value());
    }
    for (const xml_node style : root.child("cellXfs").children("xf")) {
      const unsigned id = style.attribute("numFmtId").as_uint();
      const auto found = own.find(id);
      formats_.push_back(found != own.end() ? found->second : builtin_number_format(id));
    }
    return std::nullopt;
  }

  std::optional<Error> read_sheet(const std::string& part) {
    xml_document xml;
    if (const auto error = archive_.load(part.c_str(), xml)) return error;
    const xml_node root = xml.child("worksheet");
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden;
    for (const xml_node column : root.child("cols").children("col")) {
      if (!column.attribute("hidden").as_bool()) continue;
      hidden.emplace_back(column.attribute("min").as_uint(), column.attribute("max").as_uint());
      if (hidden.size() > most_columns) return Error{ErrorCode::unsafe_archive};
    }
    Sheet sheet;
    std::uint32_t row = 0;
    for (const xml_node element : root.child("sheetData").children("row")) {
      row = element.attribute("r").as_uint(row + 1);
      if (!element.attribute("hidden").as_bool()) read_row(element, row, hidden, sheet);
      if (bytes_ > most_office_text) return Error{ErrorCode::unsafe_archive};
    }
    for (const xml_node range : root.child("mergeCells").children("mergeCell"))
      if (const auto merged = read_range(range.attribute("ref").value())) sheet.merged.push_back(*merged);
    add_sheet(std::move(sheet), out_);
    return std::nullopt;
  }

  // row counts from 1, as in the file. A cell without a place of its own stands behind the one before it.
  void read_row(xml_node element, std::uint32_t row, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& hidden,
                Sheet& sheet) {
    std::uint32_t column = 0;
    for (const xml_node cell : element.children("c")) {
      const pugi::xml_attribute reference = cell.attribute("r");
      const auto place = reference ? read_place(reference.value()) : Place{row - 1, column};
      if (!place || place->row >= most_rows || place->column >= most_sheet_columns) continue;
      column = place->column + 1;
      const auto covers = [&](const auto& range) { return range.first <= column && column <= range.second; };
      if (std::any_of(hidden.begin(), hidden.end(), covers)) continue;
      std::string text = cell_text(cell);
      if (text.empty()) continue;
      bytes_ += text.size();
      if (bytes_ > most_office_text) return;
      sheet.cells.push_back({place->row, place->column, 1, 1, std::move(text)});
    }
  }

  std::string cell_text(xml_node cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return one_line(rich_text(cell.child("is")));
    const std::string value = text_of(cell.child("v"));
    if (type == "s") {
      std::size_t index = strings_.size();
      std::from_chars(value.data(), value.data() + value.size(), index);
      return index < strings_.size() ? strings_[index] : std::string();
    }
    if (type == "str") return one_line(value);
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (type == "e" || value.empty()) return {};
    const std::size_t style = cell.attribute("s").as_uint();
    const NumberFormat format = style < formats_.size() ? formats_[style] : NumberFormat();
    return show_number(value, format, static_cast<bool>(cell.child("f")), from_1904_);
  }

  Archive& archive_;
  OfficeText& out_;
  std::vector<std::string> strings_;
  std::vector<NumberFormat> formats_;  // by style
  bool from_1904_ = false;
  std::size_t bytes_ = 0;  // of all cells
};

}  // namespace

std::variant<Text, Error> read_xlsx(Archive& archive) {
  OfficeText out;
  if (const auto error = WorkbookReader(archive, out).read()) return *error;
  return out.take();
}

}  // namespace gongbao
