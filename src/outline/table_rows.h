// The rows of a text table as items, their cells as stretches.
#pragma once

#include <optional>

#include "outline/outline.h"

namespace gongbao {

struct TableContext {
  Range caption;  // the paragraph just above the table: 单位：万元
  std::optional<std::uint32_t> section;
  Range section_title;
  bool sections_in_rows = false;  // group rows and category cells open sections, as nothing above the table does
};

void add_table_rows(const Page& page, const TextTable& table, const TableContext& context, const Lexicon::Impl& lexicon,
                    Outline& outline);

}  // namespace gongbao
