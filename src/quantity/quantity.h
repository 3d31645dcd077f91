// The quantities of a paragraph: numbers together with what they count or measure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gongbao/decimal.h"
#include "gongbao/diagnostic.h"
#include "gongbao/document.h"
#include "lexicon/body_words.h"
#include "text/chars.h"
#include "text/lists.h"

namespace gongbao {

struct Quantity {
  Range range;                  // number and unit, in the paragraph's Chars
  Range bound_words;            // the words that set the bound, outside range (不少于, 以上); empty where none do
  Decimal value;                // the lower end of a range
  std::optional<Decimal> high;  // the upper end of a range
  Bound bound = Bound::exact;
  std::string unit;  // UTF-8, after the scale, folded
  Dimension dimension = Dimension::things;
};

// A share, a multiple or percentage points: a number that compares others.
inline bool is_rate(const Quantity& quantity) noexcept {
  return quantity.dimension == Dimension::share || quantity.dimension == Dimension::points ||
         quantity.dimension == Dimension::multiple;
}

// What a table says of the bare numbers in a cell, by its headings, its unit column or its caption (万人, ≥, %).
struct CellUnit {
  std::string unit;
  Dimension dimension = Dimension::things;
  int scale = 0;  // power of ten: 万人 is 4
  Bound bound = Bound::exact;
};

// Quantities, a list for each stretch of the outline.
using QuantityLists = Lists<Quantity>;

// Adds a list of all quantities of a part of the body, in reading order, without overlaps. Diagnostics are appended.
void find_quantities(const BodyWords& words, Range paragraph, QuantityLists& found,
                     std::vector<Diagnostic>& diagnostics);

// The one number a table cell consists of ("3,850", "97以上", "≥420", "1.08万", "15-20"), or nothing where the cell
// holds anything else. A unit of its own wins over the table's.
std::optional<Quantity> read_cell(const BodyWords& words, Range cell, const CellUnit& unit);

// The bound that the words of a heading set for the numbers under it: 登记失业率控制在…以内. exact where they set none.
Bound bound_of_heading(std::u16string_view words, const Lexicon::Impl& lexicon);

// The unit that a field's label gives to the bare numbers behind it: 投资完成（万元）：计划总投资6200，….
std::optional<CellUnit> labelled_unit(const BodyWords& words, Range paragraph);

// Reads the unit words of a heading: 万人, 元/人·月, ％ (a scale and a unit, nothing else).
std::optional<CellUnit> read_unit(std::u16string_view words, const Lexicon::Impl& lexicon);

}  // namespace gongbao
