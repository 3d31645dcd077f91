#include "golden/office_files.h"

#include <zip.h>

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

bool is_row(const std::string& line) { return split(line, "|").size() > 2; }

std::string table_row(const std::string& line) {
  std::string row = "<w:tr>";
  for (const std::string& cell : split(line, "|")) row += "<w:tc>" + docx_paragraph(cell) + "</w:tc>";
  return row + "</w:tr>";
}

}  // namespace

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
  zip_stat_t stat;
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
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
  const std::vector<std::string> lines = split(utf8, "\n");
  bool in_table = false;
  for (const std::string& line : lines) {
    if (is_row(line) != in_table) body += in_table ? "</w:tbl>" : "<w:tbl>";
    in_table = is_row(line);
    body += in_table ? table_row(line) : docx_paragraph(line);
  }
  return docx(body + (in_table ? "</w:tbl>" : ""));
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

}  // namespace gongbao::tests
