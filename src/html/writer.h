// Writes the text of a page, with the way back to the HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"
#include "html/tree.h"

namespace gongbao {

class HtmlWriter {
 public:
  explicit HtmlWriter(std::string_view html) : html_(html) {}

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(text_.size()); }

  // Begins a line. in_cell: its line breaks become blanks, as a row of a table stands on one line.
  void begin_line(bool in_cell);
  // A text node's characters. Runs of blanks become one, none at the line's beginning; a line break that the HTML has
  // between Chinese characters is no blank.
  void append(const HtmlNode& node);
  // Characters that are not in the HTML.
  void append_own(std::string_view words);
  // Takes back what was written since the text had this size.
  void resize(std::uint32_t size);

  const std::string& text() const noexcept { return text_; }
  std::string take_text() { return std::move(text_); }
  std::vector<SourceAnchor> take_anchors();

 private:
  struct Reading;  // of one text node

  void read_blank(Reading& reading);
  void write_blank(bool between_chinese);
  void read_run(Reading& reading);
  void read_other(Reading& reading);
  // Appends text that stands in [begin, end) of the HTML.
  void put(std::string_view text, std::size_t begin, std::size_t end);

  const std::string_view html_;
  std::string text_;
  std::vector<SourceAnchor> anchors_;
  std::size_t source_ = 0;  // where the source of the text so far ends
  bool in_step_ = false;    // the text and its source end at the end of a run that can go on
  bool moved_ = false;      // the present text stands elsewhere in the HTML than the text around it
  bool in_cell_ = false;
  std::uint32_t line_ = 0;   // where the line begins
  bool blank_ = false;       // blanks were read and not yet written
  bool line_break_ = false;  // ... among them a line break, inside a text node
  std::size_t blank_begin_ = 0;
};

}  // namespace gongbao
