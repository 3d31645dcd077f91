// Whether a target is reached.
#pragma once

#include <optional>

#include "pair/pair.h"

namespace gongbao {

// Whether less of what the statement counts is better.
bool less_is_better(const Chars& chars, const Statement& target, const Lexicon::Impl& lexicon);

// Pair::met, and no ratio where less is better. `statements`, `traits`: as for pair_statements.
void judge_pair(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
                const Lexicon::Impl& lexicon, Pair& pair);

}  // namespace gongbao
