#include "completion/claims.h"

#include <algorithm>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_bracket = 60;
constexpr std::uint32_t longest_clause = 120;  // a longer one is read in pieces
constexpr char16_t first_circled = 0x2460;     // ① to ⑳
constexpr char16_t last_circled = 0x2473;

enum class Kind : std::uint8_t { word, quantity, measure, unknown };

struct Token {
  Kind kind = Kind::unknown;
  const StatusRow* row = nullptr;  // of word
  Range range;

  bool is(StatusWord word) const noexcept { return kind == Kind::word && row->kind == word; }
};

// A duration or a share tells of the work (提前半年, 滞后20个百分点), a count names a part of it (12个小区).
bool is_measure(Dimension d) noexcept {
  return d == Dimension::duration || d == Dimension::share || d == Dimension::points || d == Dimension::multiple;
}

bool is_started_word(Status status) noexcept { return status == Status::in_progress; }

// 未竣工 is not said of work that has not begun; 未开工 is.
Status negated(Status status) noexcept { return is_started_word(status) ? Status::not_started : Status::in_progress; }

// What earlier clauses of a sentence leave to the later ones.
struct Carried {
  bool subject = false;  // they named something
  bool other = false;    // and not by words of the item's heading
  bool plan = false;     // they told of the future
};

class ClauseReader {
 public:
  ClauseReader(const Chars& body, const ClaimItem& item, const Lexicon::Impl& lexicon)
      : body_(body), item_(item), lexicon_(lexicon) {
    constexpr std::size_t usual = 16;
    tokens_.reserve(usual);
  }

  // `quantity` is the first statement that does not end before the clause, `last` the end of all.
  std::optional<StatusClaim> read(Range clause, const Statement* quantity, const Statement* last, bool in_part,
                                  Carried& carried) {
    read_tokens(clause, quantity, last);
    if (!tokens_.empty() && tokens_.front().is(StatusWord::cause)) return std::nullopt;
    std::optional<StatusClaim> claim = find_claim(in_part, carried);
    carried.subject = carried.subject || named();
    carried.other = carried.other || !(subject_.empty() || in_heading());
    carried.plan = plan_;
    return claim;
  }

  // Whether the clause has other words than those of its claim.
  bool said_more() const {
    return plan_ || std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.kind != Kind::word; });
  }

 private:
  void read_tokens(Range clause, const Statement* quantity, const Statement* last) {
    tokens_.clear();
    for (std::uint32_t at = clause.begin; at < clause.end;) {
      if (body_[at] == u'(') {
        at = after_bracket(at, clause.end);
        continue;
      }
      while (quantity != last && quantity->quantity.range.end <= at) ++quantity;
      if (quantity != last && quantity->quantity.range.begin <= at) {
        const std::uint32_t end = std::min(quantity->quantity.range.end, clause.end);
        tokens_.push_back(
            {is_measure(quantity->quantity.dimension) ? Kind::measure : Kind::quantity, nullptr, {at, end}});
        at = end;
        continue;
      }
      at = read_word(at, clause.end);
    }
  }

  std::uint32_t read_word(std::uint32_t at, std::uint32_t end) {
    const auto word = lexicon_.statuses.longest(body_.view(at, end));
    const bool plain = !word || word->kind == StatusWord::neutral || word->kind == StatusWord::cell;
    const std::uint32_t next = at + (word ? word.length : 1);
    if (!plain) {
      tokens_.push_back({Kind::word, word.row, {at, next}});
    } else if (word || is_han(body_[at]) || is_latin(body_[at])) {
      add_unknown({at, next});
    }
    return next;
  }

  // Unknown words that follow each other are one.
  void add_unknown(Range range) {
    const bool follows = !tokens_.empty() && tokens_.back().kind == Kind::unknown;
    if (follows) {
      tokens_.back().range.end = range.end;
    } else {
      tokens_.push_back({Kind::unknown, nullptr, range});
    }
  }

  // The place after the bracket that opens at `at`; without a close the bracket alone is passed.
  std::uint32_t after_bracket(std::uint32_t at, std::uint32_t end) const {
    const std::uint32_t last = std::min(end, at + longest_bracket);
    for (std::uint32_t close = at + 1; close < last; ++close) {
      if (body_[close] == u')') return close + 1;
    }
    return at + 1;
  }

  std::optional<StatusClaim> find_claim(bool in_part, const Carried& carried) {
    subject_ = {};
    counted_ = false;
    plan_ = carried.plan;
    bool done = false;
    bool negated_word = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      counted_ = counted_ || token.kind == Kind::quantity;
      if (token.kind == Kind::unknown) add_subject(token.range);
      if (token.kind != Kind::word) continue;
      if (token.row->kind == StatusWord::done) {
        done = true;
        plan_ = false;
      }
      plan_ = plan_ || (token.row->kind == StatusWord::plan && !done);
      negated_word = negated_word || token.row->kind == StatusWord::negates;
      const bool denies = negated_word || token.is(StatusWord::denies);
      const bool says = (token.is(StatusWord::says) || token.is(StatusWord::denies)) && !counts_next(i);
      if (plan_ || !(says || (token.is(StatusWord::ends) && nothing_follows(i)))) continue;
      const Status status = negated_word ? negated(token.row->status) : token.row->status;
      return StatusClaim{status, token.range, !in_part && is_whole(carried), denies};
    }
    return std::nullopt;
  }

  void add_subject(Range range) {
    if (subject_.empty()) subject_ = range;
    subject_.end = range.end;
  }
  bool named() const { return !subject_.empty() || counted_; }

  // 在建22部 counts a part.
  bool counts_next(std::size_t i) const { return i + 1 < tokens_.size() && tokens_[i + 1].kind == Kind::quantity; }

  // 完成全年2000个的任务, 完工并投入使用; but not 完成12所, 完成招标, 完成任务的53.1%.
  bool nothing_follows(std::size_t i) const {
    bool open = false;  // a number that a word for the plan must follow
    for (++i; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind == Kind::unknown || token.kind == Kind::measure) return false;
      if (token.kind == Kind::quantity) {
        open = true;
      } else if (token.row->kind == StatusWord::whole) {
        open = false;
      } else if (token.row->kind == StatusWord::negates || token.row->kind == StatusWord::says ||
                 token.row->kind == StatusWord::denies) {
        return false;
      }
    }
    return !open;
  }

  bool is_whole(const Carried& carried) const {
    if (counted_) return false;
    if (subject_.empty()) return !carried.subject || (item_.one_promise && !carried.other);
    return item_.one_promise && in_heading();
  }

  // Whether the words that may name a part are the item's own, in a heading before them.
  bool in_heading() const {
    if (subject_.begin < item_.heading.end) return false;
    const std::u16string_view heading = body_.view(item_.heading.begin, item_.heading.end);
    return heading.find(body_.view(subject_.begin, subject_.end)) != heading.npos;
  }

  const Chars& body_;
  const ClaimItem& item_;
  const Lexicon::Impl& lexicon_;
  std::vector<Token> tokens_;
  Range subject_;         // the words of the clause that may name a part
  bool counted_ = false;  // a count stands before the status
  bool plan_ = false;
};

bool reports(const Passage& passage) {
  if (passage.base != Role::achievement || passage.cell == Column::remark || passage.cell == Column::plan) return false;
  return passage.field != Field::problem && passage.field != Field::plan && passage.field != Field::agency;
}

// ① or （1）: the words after it speak of one part.
bool opens_part(const Chars& body, Range range) {
  constexpr std::uint32_t most_blanks = 8;
  range.end = std::min(range.end, range.begin + most_blanks + 1);
  while (!range.empty() && is_blank(body[range.begin])) ++range.begin;
  if (range.empty()) return false;
  const char16_t c = body[range.begin];
  return (c >= first_circled && c <= last_circled) ||
         (c == u'(' && is_digit(body.at(range.begin + 1)) && !is_han(body.at(range.begin + 2)));
}

std::uint32_t clause_end(const Chars& body, std::uint32_t at, std::uint32_t end) {
  int brackets = 0;
  end = std::min(end, at + longest_clause);
  const std::u16string_view text = body.view();
  for (; at < end; ++at) {
    const char16_t c = text[at];
    if (is_han(c)) continue;
    brackets += c == u'(' ? 1 : c == u')' && brackets > 0 ? -1 : 0;
    if (brackets == 0 && mark::ends_clause(c)) break;
  }
  return at;
}

}  // namespace

std::vector<StatusClaim> read_claims(const Chars& body, std::span<const Passage> passages, const ClaimItem& item,
                                     const std::vector<Statement>& statements, const Lexicon::Impl& lexicon) {
  std::vector<StatusClaim> claims;
  ClauseReader reader(body, item, lexicon);
  Carried carried;
  bool in_part = false;
  const Statement* const last = statements.data() + statements.size();
  for (const Passage& passage : passages) {
    if (!reports(passage)) continue;
    const Statement* quantity = std::partition_point(
        statements.data(), last, [&](const Statement& s) { return s.quantity.range.end <= passage.range.begin; });
    const bool continues = passage.range.begin > 0 && body[passage.range.begin - 1] == u',';
    if (!continues) carried = {};
    for (std::uint32_t at = passage.range.begin; at < passage.range.end;) {
      in_part = in_part || opens_part(body, {at, passage.range.end});
      const std::uint32_t end = clause_end(body, at, passage.range.end);
      while (quantity != last && quantity->quantity.range.end <= at) ++quantity;
      if (auto claim = reader.read({at, end}, quantity, last, in_part, carried)) claims.push_back(*claim);
      at = end + 1;
    }
  }
  return claims;
}

std::optional<StatusClaim> read_heading_claim(const Chars& body, Range heading, const Lexicon::Impl& lexicon) {
  const ClaimItem nothing;
  Carried carried;
  ClauseReader reader(body, nothing, lexicon);
  auto claim = reader.read(heading, nullptr, nullptr, false, carried);
  return claim && claim->whole && !reader.said_more() ? claim : std::nullopt;
}

std::optional<StatusClaim> read_cell_claim(const Chars& body, Range cell, const Lexicon::Impl& lexicon) {
  const std::u16string_view words = body.view(cell.begin, cell.end);
  const StatusRow* const row = lexicon.statuses.find(words);
  if (row != nullptr && row->kind <= StatusWord::cell)
    return StatusClaim{row->status, cell, true, row->kind == StatusWord::denies};
  return read_heading_claim(body, cell, lexicon);
}

}  // namespace gongbao
