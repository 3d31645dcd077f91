// Files of Word and Excel, and archives that nobody should unpack, made in memory.
#pragma once

#include <zip.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongbao::tests {

using Part = std::pair<std::string, std::string>;  // its name and its bytes

// The bytes of a closed archive, whose source is freed.
std::string taken_bytes(zip_source_t* source);
std::string zip(const std::vector<Part>& parts, const std::string& password = "");

// A document with that w:body, and further parts.
std::string docx(const std::string& body, std::vector<Part> parts = {});
std::string docx_paragraph(std::string_view text, const std::string& properties = "");
// Lines become paragraphs, neighbouring rows (lines of at least two bars or tabs) a table.
std::string docx_of_text(std::string_view utf8);
// How many tables that makes.
int tables_in(std::string_view utf8);

// A workbook of one sheet with that content of x:worksheet, and further parts (styles, shared strings).
std::string xlsx(const std::string& sheet, std::vector<Part> parts = {});

// Rows become rows of cells, other lines rows of one; numbers and percentages are stored as such.
std::string xlsx_of_text(std::string_view utf8);

std::string xml_escaped(std::string_view text);

}  // namespace gongbao::tests
