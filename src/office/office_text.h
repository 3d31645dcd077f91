// What the readers of docx and xlsx write into: a Text whose bytes stand nowhere in the input as such.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decode.h"

namespace gongbao {

// Repeated strings and list labels can make far more text than the file has bytes.
inline constexpr std::size_t most_office_text = std::size_t{64} << 20;  // bytes
inline constexpr std::uint32_t most_columns = 256;                      // of a table; cells beyond are left out

struct OfficeCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rows = 1;
  std::uint32_t columns = 1;
  std::string text;
};

class OfficeText {
 public:
  void add_line(std::string_view line);
  // cells: in reading order, no two at one place, columns below most_columns. A row is a line with its cells between
  // bars; where a cell covers several places, the others stay empty.
  void add_table(const std::vector<OfficeCell>& cells);

  bool is_too_long() const noexcept { return text_.utf8.size() > most_office_text; }
  const std::string& utf8() const noexcept { return text_.utf8; }
  void note(DiagnosticCode code);
  void set_title(std::string title) { text_.title = std::move(title); }

  // The Text, or an error where it is empty or too long.
  std::variant<Text, Error> take();

 private:
  Text text_;
};

// One line of a cell's or a title's words: breaks and tabs are blanks, blanks at the ends go.
std::string one_line(std::string_view text);

}  // namespace gongbao
