// What the words of an item's progress part say of how far the work is.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lexicon/body_words.h"
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

// Reads claims, and keeps its memory from one item to the next. Words and statements must outlive it; `statements` are
// all of the document, in reading order: quantities are no words.
class ClaimReader {
 public:
  ClaimReader(const BodyWords& words, const std::vector<Statement>& statements)
      : words_(words), body_(words.body), statements_(statements) {}

  // The claims of an item's passages, in reading order, up to the first one about the whole: those that report, without
  // plans and problems. Valid until the next call.
  std::span<const StatusClaim> read_item(std::span<const Passage> passages, const ClaimItem& item);
  // The one status that words are (已完成的项目（8项）, 慢于序时进度的项目): a heading's, where nothing else is said.
  std::optional<StatusClaim> read_heading(Range heading);
  // The status that a cell of a column for it holds (√, 已完成), or a remark of that kind.
  std::optional<StatusClaim> read_cell(Range cell);

 private:
  enum class Kind : std::uint8_t { word, quantity, measure, unknown };
  struct Token {
    Kind kind = Kind::unknown;
    const StatusRow* row = nullptr;  // of word
    Range range;
    bool is(StatusWord word) const noexcept { return kind == Kind::word && row->kind == word; }
  };
  // What earlier clauses of a sentence leave to the later ones.
  struct Carried {
    bool subject = false;  // they named something
    bool other = false;    // and not by words of the item's heading
    bool plan = false;     // they told of the future
  };
  using Quantities = std::span<const Statement>;  // from the first that does not end before a place

  std::optional<StatusClaim> read(Range clause, Quantities quantities, bool in_part);
  void read_tokens(Range clause, Quantities quantities);
  std::uint32_t read_words(std::uint32_t at, std::uint32_t stop, std::uint32_t end);
  std::uint32_t read_unknown(std::uint32_t at, std::uint32_t stop, std::uint32_t end);
  std::uint32_t read_word(std::uint32_t at, std::uint32_t end);
  void add_unknown(Range range);
  std::optional<StatusClaim> find_claim(bool in_part);
  void add_subject(Range range);
  bool named() const { return !subject_.empty() || counted_; }
  bool said_more() const;
  bool counts_next(std::size_t i) const;
  bool nothing_follows(std::size_t i) const;
  bool is_whole() const;
  bool in_heading() const;

  const BodyWords& words_;
  const Chars& body_;
  const std::vector<Statement>& statements_;
  ClaimItem item_;
  std::vector<StatusClaim> claims_;
  Carried carried_;
  // Of a clause:
  std::vector<Token> tokens_;
  Range subject_;         // the words that may name a part
  bool counted_ = false;  // a count stands before the status
  bool plan_ = false;
};

}  // namespace gongbao
