// Where on the page the bulletin is.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "decode/decode.h"
#include "gongbao/document.h"
#include "page/lines.h"

namespace gongbao {

// Whether a line with cell borders names a table's columns: 序号 | 项目名称 | 目标.
bool heads_table(const Lines& lines, const Line& line);

struct PageBounds {
  std::optional<std::size_t> title;  // a line
  std::size_t body_begin = 0;        // lines [body_begin, body_end) hold the bulletin
  std::size_t body_end = 0;
};

// What the input says of itself beside its text. It may be out of date: a help, not the truth.
struct Stated {
  std::u16string title;  // folded, without blanks
  std::optional<Date> published;
};
Stated read_stated(const Text& text);

PageBounds find_bounds(const Lines& lines, const Stated& stated);

// The date of publication: named in the lines before or after the body, else stated by the input, else printed there
// without a name, else the date under the text.
std::optional<Date> find_published(const Lines& lines, const PageBounds& bounds, const Stated& stated);

}  // namespace gongbao
