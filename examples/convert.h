// Files that the library cannot read, turned into ones it can by programs that may be installed.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "gongbao/file_type.h"

struct ConvertLimits {
  std::chrono::seconds time{120};              // LibreOffice alone needs several to start
  std::size_t bytes = std::size_t{256} << 20;  // of what the program writes
};

struct Converted {
  std::string bytes;         // UTF-8 text, docx or xlsx; empty where there is a code
  std::string_view code;     // what went wrong: "needs-converter", "converter-failed"
  std::string_view message;  // one English sentence of the catalogue
  std::string detail;        // the program and how it ended
};

// file: the bytes of a file for which the parser says needs_converter. PDF goes through pdftotext; old Word and Excel
// files and RTF through LibreOffice. The program is looked for in PATH and run without a shell, in a folder of its own
// that is gone afterwards.
Converted convert(std::string_view file, gongbao::FileType type, const ConvertLimits& limits = {});
