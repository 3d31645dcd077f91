// The marked cases of corpus/cases: how their files are read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/span.h"

namespace gongbao::tests {

// One case: a line, or the lines of a block.
struct Case {
  std::size_t line = 0;  // 1-based, of its first line
  std::vector<std::string> lines;
};

// Every line a case, or blocks separated by lines of `---`. The comments at the file's head ("# ") are left out.
std::vector<Case> read_lines(std::string_view file);
std::vector<Case> read_blocks(std::string_view file);

// Words marked in a text: ⟦surface|note⟧.
struct Mark {
  Span span;  // of the surface, in the text without marks
  std::string note;
};
struct MarkedText {
  std::string text;
  std::vector<Mark> marks;
};

// Throws where a mark is not closed or has no note.
MarkedText read_marks(std::string_view marked);
// The other way.
std::string write_marks(std::string_view text, const std::vector<Mark>& marks);

std::string join(const std::vector<std::string>& lines, std::string_view separator);
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace gongbao::tests
