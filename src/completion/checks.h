// Where the figures of a bulletin do not fit each other.
#pragma once

#include <vector>

#include "outline/outline.h"
#include "pair/pair.h"

namespace gongbao {

struct FigureChecks {
  std::vector<std::uint32_t> wrong_rates;       // statements: rates that are not those of the pair before them
  std::vector<std::uint32_t> unfitting_counts;  // achievements that measure something else than a target of their words
};

// `statements`, `traits` and `pairs`: as of pair_statements; `item_of`: by statement. Linear in the statements.
FigureChecks check_figures(const Chars& chars, const std::vector<Statement>& statements,
                           const std::vector<Traits>& traits, const std::vector<Pair>& pairs,
                           const std::vector<std::optional<std::uint32_t>>& item_of, const Lexicon::Impl& lexicon);

}  // namespace gongbao
