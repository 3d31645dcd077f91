// What kind of file bytes are, by their content alone: names lie.
#pragma once

#include <cstdint>
#include <string_view>

namespace gongbao {

enum class FileType : std::uint8_t {
  text,       // plain text and HTML, and all that is none of the others
  docx,       // Word; also what WPS saves so
  xlsx,       // Excel
  archive,    // another ZIP file, or a damaged one
  encrypted,  // an Office file with a password
  // What Parser::parse answers with ErrorCode::needs_converter:
  pdf,
  ofd,  // China's own page format
  rtf,
  doc,  // Word before 2007, WPS text
  xls,  // Excel before 2007, WPS tables
};

// bytes: a whole file.
FileType file_type(std::string_view bytes);

}  // namespace gongbao
