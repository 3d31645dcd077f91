// What the words of an item's progress part say of how far the work is.
#pragma once

#include <span>
#include <vector>

#include "lexicon/lexicon_impl.h"
#include "pair/pair.h"
#include "role/role.h"

namespace gongbao {

// A sentence of an item, or a piece of one.
struct Passage {
  Range range;
  std::uint32_t stretch = 0;   // index into Outline::stretches
  Role base = Role::target;    // what its place says: target or achievement
  std::optional<Field> field;  // of the label it stands under
  Column cell = Column::none;  // of the table's column it stands in
};

struct StatusClaim {
  Status status = Status::unknown;
  Range words;
  bool whole = false;   // of the item as a whole; else of some part of it
  bool denies = false;  // something is said not to be done
};

// The item of which claims are read.
struct ClaimItem {
  Range heading;             // its first words; a table row's name
  bool one_promise = false;  // it promises one thing only, so that words about that are about the whole
};

// The claims of an item's passages, in reading order: those that report, without plans and problems. `statements` are
// all of the document, in reading order; quantities are no words.
std::vector<StatusClaim> read_claims(const Chars& body, std::span<const Passage> passages, const ClaimItem& item,
                                     const std::vector<Statement>& statements, const Lexicon::Impl& lexicon);

// The one status that words are (已完成的项目（8项）, 慢于序时进度的项目): a heading's, where nothing else is said.
std::optional<StatusClaim> read_heading_claim(const Chars& body, Range heading, const Lexicon::Impl& lexicon);
// The status that a cell of a column for it holds (√, 已完成), or a remark of that kind.
std::optional<StatusClaim> read_cell_claim(const Chars& body, Range cell, const Lexicon::Impl& lexicon);

}  // namespace gongbao
