// The third stage: page to outline. Which paragraphs are headings, which belong to which piece of work.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lexicon/lexicon_impl.h"
#include "lexicon/statement_rows.h"
#include "page/page.h"
#include "text/ordinal.h"

namespace gongbao {

struct OutlineSection {
  Range label;  // characters of Page::body; empty where it has none
  Range title;
};

struct OutlineItem {
  std::optional<std::uint32_t> section;
  Range label;
  Range heading;  // the item's first words up to the first stop, or its heading line
  // The first of the items that open in one paragraph (其一，…。其二，…): what follows them reports on all of them.
  std::uint32_t block = 0;
  Range status;  // a table row's cell that says how far its work is (状态, 评价); empty where there is none
};

// What a table says of one of its cells.
struct CellPlace {
  Column kind = Column::none;  // what decides its role: the column's heading, or the row's in a table that runs by rows
  Range cue;                   // the words of that heading
  Range what;                  // the words that say what is counted: the row's name, or the heading of the columns
  Range stage;              // the words of the column that add to them (竣工, 完成率); empty where there are none
  Range units[4];           // words that may name the unit, the nearest first; empty ones are skipped
  bool money = false;       // its heading speaks of money
  std::uint32_t group = 0;  // cells of one group are paired with each other
};

// A stretch of running text of one paragraph: of an item, or outside all items. Headings of sections are no stretches.
struct Stretch {
  Range range;
  std::optional<std::uint32_t> section;
  std::optional<std::uint32_t> item;
  bool heading = false;           // an item's heading on a line of its own
  std::optional<Field> label;     // it is nothing but a field label, for what follows in the item
  std::optional<CellPlace> cell;  // the stretch is a cell of a table

  // Whether the stretch is a cell that holds nothing but this figure (and 以上 and the like).
  bool is_whole_cell(Range figure) const noexcept {
    return cell && figure.begin == range.begin && range.end - figure.end <= 2;
  }
};

enum class Layout : std::uint8_t { items, digest };

struct Outline {
  Layout layout = Layout::items;
  std::vector<OutlineSection> sections;
  std::vector<OutlineItem> items;
  std::vector<Stretch> stretches;  // in reading order
};

Outline read_outline(const Page& page, const Lexicon::Impl& lexicon);

}  // namespace gongbao
