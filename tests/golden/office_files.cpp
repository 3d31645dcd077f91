#include "golden/office_files.h"

#include <zip.h>

#include <algorithm>
#include <stdexcept>

namespace gongbao::tests {
namespace {

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

std::vector<std::string> split(std::string_view text, std::string_view border) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(border);
    parts.emplace_back(text.substr(0, at));
    if (at == text.npos) return parts;
    text.remove_prefix(at + border.size());
  }
}

// The cells of a line; one where it is no row of at least three.
std::vector<std::string> cells_of(const std::string& line) {
  for (const std::string_view border : {"|", "\t"}) {
    const std::vector<std::string> cells = split(line, border);
    if (cells.size() > 2) return cells;
  }
  return {line};
}

struct Line {
  std::vector<std::string> cells;
  bool row = false;
};

// A few words between a row and a row of figures.
bool names_rows(const std::string& words, const std::string& next) {
  constexpr std::size_t longest = 60;  // bytes
  return !words.empty() && words.size() <= longest && next.find_first_of("0123456789") != next.npos;
}

// A row has a row beside it, or names those below; alone it is a line: "print | close | top".
std::vector<Line> lines_of(std::string_view utf8) {
  std::vector<Line> lines;
  const std::vector<std::string> texts = split(utf8, "\n");
  for (const std::string& text : texts) lines.push_back({cells_of(text)});
  const auto bordered = [&](std::size_t i) { return i < lines.size() && lines[i].cells.size() > 1; };
  const auto names_rows_at = [&](std::size_t i) {
    return i > 0 && !bordered(i) && bordered(i - 1) && bordered(i + 1) && names_rows(texts[i], texts[i + 1]);
  };
  const auto in_table = [&](std::size_t i) { return bordered(i) || names_rows_at(i); };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool before = i > 0 && in_table(i - 1);
    lines[i].row = names_rows_at(i) || (bordered(i) && (before || in_table(i + 1)));
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!lines[i].row) lines[i].cells = {texts[i]};
  return lines;
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "<w:tr>";
  for (const std::string& cell : cells) row += "<w:tc>" + docx_paragraph(cell) + "</w:tc>";
  return row + "</w:tr>";
}

// A number or a percentage as stored; nothing for other words.
std::string stored(std::string words, int& style) {
  style = 0;
  if (!words.empty() && words.back() == '%') {
    words.pop_back();
    style = 1;
  }
  const bool number = !words.empty() && words.find_first_not_of("0123456789.") == words.npos && words.back() != '.' &&
                      std::count(words.begin(), words.end(), '.') <= 1 && (words.front() != '0' || words.size() == 1) &&
                      words.front() != '.' && (words.find('.') == words.npos || words.back() != '0');
  if (!number) return {};
  return style == 0 ? words : std::to_string(std::stod(words) / 100);
}

std::string sheet_cell(std::string words) {
  words.erase(0, words.find_first_not_of(' '));
  words.erase(words.find_last_not_of(" \r") + 1);
  int style = 0;
  const std::string number = stored(words, style);
  if (number.empty()) return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_escaped(words) + "</t></is></c>";
  return "<c s=\"" + std::to_string(style) + "\"><v>" + number + "</v></c>";
}

}  // namespace

std::string taken_bytes(zip_source_t* source) {
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::string zip(const std::vector<Part>& parts, const std::string& password) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error(zip_error_strerror(&error));
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* const source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    if (index < 0) throw std::runtime_error(zip_strerror(archive));
    if (!password.empty())
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password.c_str());
  }
  if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
  return taken_bytes(target);
}

std::string xml_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string docx_paragraph(std::string_view text, const std::string& properties) {
  const std::string runs = R"(<w:r><w:t xml:space="preserve">)" + xml_escaped(text) + "</w:t></w:r>";
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + (text.empty() ? "" : runs) +
         "</w:p>";
}

std::string docx(const std::string& body, std::vector<Part> parts) {
  parts.emplace_back("[Content_Types].xml", std::string(declaration) + "<Types/>");
  parts.emplace_back("word/document.xml",
                     std::string(declaration) +
                         R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
                         "<w:body>" +
                         body + "<w:sectPr/></w:body></w:document>");
  return zip(parts);
}

std::string docx_of_text(std::string_view utf8) {
  std::string body;
  bool in_table = false;
  for (const Line& line : lines_of(utf8)) {
    if (line.row != in_table) body += in_table ? "</w:tbl>" : "<w:tbl>";
    in_table = line.row;
    body += in_table ? table_row(line.cells) : docx_paragraph(line.cells.front());
  }
  return docx(body + (in_table ? "</w:tbl>" : ""));
}

int tables_in(std::string_view utf8) {
  int tables = 0;
  bool in_table = false;
  for (const Line& line : lines_of(utf8)) {
    tables += line.row && !in_table ? 1 : 0;
    in_table = line.row;
  }
  return tables;
}

std::string xlsx(const std::string& sheet, std::vector<Part> parts) {
  constexpr std::string_view space = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
  parts.emplace_back("xl/workbook.xml",
                     std::string(declaration) + "<workbook" + std::string(space) +
                         R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
                         R"(<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>)");
  parts.emplace_back("xl/_rels/workbook.xml.rels",
                     std::string(declaration) +
                         R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
                         "</Relationships>");
  parts.emplace_back("xl/worksheets/sheet1.xml",
                     std::string(declaration) + "<worksheet" + std::string(space) + ">" + sheet + "</worksheet>");
  return zip(parts);
}

std::string xlsx_of_text(std::string_view utf8) {
  std::string rows;
  for (const Line& line : lines_of(utf8)) {
    rows += "<row>";
    for (const std::string& cell : line.cells) rows += sheet_cell(cell);
    rows += "</row>";
  }
  const Part styles = {"xl/styles.xml",
                       "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>"};
  return xlsx("<sheetData>" + rows + "</sheetData>", {styles});
}

}  // namespace gongbao::tests
