#include "office/docx.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "office/numbering.h"
#include "office/office_text.h"

namespace gongbao {
namespace {

using pugi::xml_node;

// What is no part of the page: properties, what was deleted or moved away, field codes, the reading aids of ruby, and
// the second copy that older programs would read.
bool is_left_out(std::string_view name) {
  constexpr std::array<std::string_view, 12> names = {"w:pPr",       "w:rPr",     "w:tblPr", "w:trPr",
                                                      "w:tcPr",      "w:sectPr",  "w:del",   "w:moveFrom",
                                                      "w:instrText", "w:delText", "w:rt",    "mc:Fallback"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_hidden(xml_node run) {
  const xml_node vanish = run.child("w:rPr").child("w:vanish");
  const std::string_view value = vanish.attribute("w:val").value();
  return vanish && value != "0" && value != "false";
}

// Calls visit for each element of that name below `parent`, through wrappers such as w:sdt but not through `borders`.
template <class Visit>
void each_below(xml_node parent, std::string_view name, std::string_view border, Visit visit) {
  for (const xml_node child : parent.children()) {
    const std::string_view found = child.name();
    if (found == name) {
      visit(child);
    } else if (found != border && !is_left_out(found)) {
      each_below(child, name, border, visit);
    }
  }
}

// Elements nest no deeper than deepest_xml, so recursion is safe.
class BodyReader {
 public:
  BodyReader(Numbering numbering, OfficeText& out) : numbering_(std::move(numbering)), out_(out) {}

  void blocks(xml_node parent) {
    for (const xml_node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:p") {
        paragraph(child);
      } else if (name == "w:tbl") {
        table(child);
      } else if (!is_left_out(name)) {
        blocks(child);
      }
    }
  }

 private:
  void paragraph(xml_node element) {
    std::vector<xml_node> boxes;
    std::string line = numbering_.next(element.child("w:pPr"));
    const std::size_t ordinal = line.size();
    inlines(element, line, boxes);
    if (line.size() == ordinal) line.clear();
    out_.add_line(line);
    for (const xml_node box : boxes) blocks(box);
  }

  // Appends a paragraph's words; what floats beside them is for later.
  static void inlines(xml_node parent, std::string& line, std::vector<xml_node>& boxes) {
    for (const xml_node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:t") {
        line += text_of(child);
      } else if (name == "w:tab") {
        line += '\t';
      } else if (name == "w:br" || name == "w:cr") {
        line += '\n';
      } else if (name == "w:noBreakHyphen") {
        line += '-';
      } else if (name == "w:txbxContent") {
        boxes.push_back(child);
      } else if (!is_left_out(name) && !(name == "w:r" && is_hidden(child))) {
        inlines(child, line, boxes);
      }
    }
  }

  // All paragraphs of a cell as one line, those of a table inside it too.
  void cell_words(xml_node cell, std::string& words) {
    each_below(cell, "w:p", "", [&](xml_node element) {
      std::vector<xml_node> boxes;
      std::string line = numbering_.next(element.child("w:pPr"));
      inlines(element, line, boxes);
      if (!words.empty()) words += ' ';
      words += line;
      for (const xml_node box : boxes) cell_words(box, words);
    });
  }

  static std::uint32_t columns_of(xml_node cell) {
    const std::uint32_t span = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").as_uint(1);
    return std::clamp(span, 1U, most_columns);
  }

  static bool is_one_column(xml_node element) {
    std::uint32_t widest = 0;
    each_below(element, "w:tr", "w:tbl", [&](xml_node row) {
      std::uint32_t columns = 0;
      each_below(row, "w:tc", "w:tbl", [&](xml_node) { ++columns; });
      widest = std::max(widest, columns);
    });
    return widest <= 1;
  }

  void table(xml_node element) {
    if (is_one_column(element)) {
      each_below(element, "w:tc", "w:tbl", [&](xml_node cell) { blocks(cell); });
      return;
    }
    std::vector<OfficeCell> cells;
    std::vector<std::optional<std::size_t>> above(most_columns);  // the cell that goes on downwards, by first column
    std::uint32_t row = 0;
    each_below(element, "w:tr", "w:tbl", [&](xml_node tr) {
      if (tr.child("w:trPr").child("w:del")) return;
      read_row(tr, row, cells, above);
      ++row;
    });
    out_.add_table(cells);
  }

  void read_row(xml_node tr, std::uint32_t row, std::vector<OfficeCell>& cells,
                std::vector<std::optional<std::size_t>>& above) {
    std::uint32_t column =
        std::min(tr.child("w:trPr").child("w:gridBefore").attribute("w:val").as_uint(), most_columns);
    each_below(tr, "w:tc", "w:tbl", [&](xml_node tc) {
      const std::uint32_t columns = columns_of(tc);
      if (column + columns > most_columns) return;
      const xml_node merge = tc.child("w:tcPr").child("w:vMerge");
      const bool restarts = std::string_view(merge.attribute("w:val").value()) == "restart";
      const bool goes_on = merge && !restarts && above[column] && cells[*above[column]].columns == columns &&
                           cells[*above[column]].row + cells[*above[column]].rows == row;
      if (goes_on) {
        ++cells[*above[column]].rows;
      } else {
        std::string words;
        cell_words(tc, words);
        above[column] = cells.size();
        cells.push_back({row, column, 1, columns, one_line(words)});
      }
      column += columns;
    });
  }

  Numbering numbering_;
  OfficeText& out_;
};

// The title in a document's properties is as often that of another one, which it was made from. It counts where the
// document shows it.
std::string shown_title(const pugi::xml_document& core, std::string_view text) {
  std::string title = one_line(text_of(core.child("cp:coreProperties").child("dc:title")));
  if (title.empty() || text.find(title) == text.npos) return {};
  return title;
}

}  // namespace

std::variant<Text, Error> read_docx(Archive& archive) {
  pugi::xml_document numbering;
  pugi::xml_document styles;
  pugi::xml_document core;
  pugi::xml_document body;
  for (auto [part, xml] : {std::pair{"word/numbering.xml", &numbering}, std::pair{"word/styles.xml", &styles},
                           std::pair{"docProps/core.xml", &core}, std::pair{"word/document.xml", &body}}) {
    if (const auto error = archive.load(part, *xml)) return *error;
  }
  OfficeText out;
  BodyReader(Numbering(numbering, styles), out).blocks(body.child("w:document").child("w:body"));
  out.set_title(shown_title(core, out.utf8()));
  return out.take();
}

}  // namespace gongbao
