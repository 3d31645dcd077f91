// What the stages found on the way to a document: what confidence is drawn from, and what the training tool learns
// from.
#pragma once

#include <string>
#include <vector>

#include "outline/outline.h"
#include "page/page.h"
#include "pair/pair.h"
#include "role/role.h"

namespace gongbao {

struct Findings {
  Page page;
  Outline outline;
  Roles roles;
  std::u16string indicators;             // the characters of the statements' indicators
  std::vector<Statement> statements;     // by record
  Units units;                           // the traits refer to them
  std::vector<Traits> traits;            // by record
  std::vector<std::uint32_t> stretches;  // by record
  std::vector<RoleDecision> decisions;   // by record
  std::vector<MadePair> pairs;           // without their grounds
};

}  // namespace gongbao
