// A table's headings and what its columns mean.
#pragma once

#include <vector>

#include "lexicon/lexicon_impl.h"
#include "page/page.h"

namespace gongbao {

struct GridColumn {
  Column kind = Column::none;  // by its own heading, else by the heading above it
  Range group;                 // the heading above, where it spans several columns; characters of Page::body
  Range heading;               // its own heading, without the unit in brackets
  Range unit;                  // the words in its heading's brackets, or in the group's; empty where there are none
  bool money = false;
};

struct Grid {
  std::vector<GridColumn> columns;
  std::size_t first_row = 0;  // the first row below the headings
};

// What a heading means; `none` where no known word is in it. `money`: it speaks of money.
Column column_kind(const Chars& body, Range heading, const Lexicon::Impl& lexicon, bool* money = nullptr);

// "城镇新增就业（万人）" without the bracket, and the words in the bracket.
struct HeadingParts {
  Range words;
  Range unit;
};
HeadingParts split_heading(const Chars& body, Range heading);

// No headings: no columns.
Grid read_grid(const Chars& body, const TextTable& table, const Lexicon::Impl& lexicon);

}  // namespace gongbao
