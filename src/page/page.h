// The second stage: text to page. What is the bulletin, what is the page around it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decode/decode.h"
#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"
#include "text/chars.h"

namespace gongbao {

// A paragraph of the bulletin's body: characters [range) of Page::body, with line breaks inside the paragraph, and link
// spam, taken out.
struct Paragraph {
  Range range;
};

// A cell of a text table: characters of Page::body, trimmed; empty where the cell holds nothing.
struct TableRow {
  std::vector<Range> cells;
};

// A cell that covers more places than its first one.
struct TableSpan {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rows = 1;
  std::uint32_t columns = 1;
};

// A table drawn with '|' or tabs, with one cell on a line, or marked by the input. The words of a cell stand at its
// first place; the other places that it covers are empty.
struct TextTable {
  std::vector<TableRow> rows;
  bool marked = false;           // the input says what covers what; else an empty place may be a covered one
  std::vector<TableSpan> spans;  // in reading order
};

// One block of the body, in reading order: a paragraph or a table, as an index into its list.
struct Block {
  enum class Kind : std::uint8_t { paragraph, table };
  Kind kind = Kind::paragraph;
  std::uint32_t index = 0;
};

struct Page {
  std::string title;               // empty where there is none
  Range title_range;               // in `body`: the title's characters, which belong to no block
  bool announces_targets = false;  // the title is that of a list of promises
  std::optional<Date> published;
  std::optional<Period> period;
  Chars body;
  std::vector<Block> blocks;
  std::vector<Paragraph> paragraphs;
  std::vector<TextTable> tables;
};

// Diagnostics are appended.
Page read_page(const Text& text, const Lexicon::Impl& lexicon, std::vector<Diagnostic>& diagnostics);

}  // namespace gongbao
