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

// A duration or a share tells of the work (提前半年, 滞后20个百分点), a count names a part of it (12个小区).
bool is_measure(Dimension d) noexcept {
  return d == Dimension::duration || d == Dimension::share || d == Dimension::points || d == Dimension::multiple;
}

bool is_letter(char16_t c) noexcept { return is_han(c) || is_latin(c); }

bool is_started_word(Status status) noexcept { return status == Status::in_progress; }

// 未竣工 is not said of work that has not begun; 未开工 is.
Status negated(Status status) noexcept { return is_started_word(status) ? Status::not_started : Status::in_progress; }

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

std::uint32_t clause_end(const BodyWords& words, std::uint32_t at, std::uint32_t end) {
  int brackets = 0;
  end = std::min(end, at + longest_clause);
  for (at = words.signs.next(at, end); at < end; at = words.signs.next(at + 1, end)) {
    const char16_t c = words.body[at];
    brackets += c == u'(' ? 1 : c == u')' && brackets > 0 ? -1 : 0;
    if (brackets == 0 && mark::ends_clause(c)) break;
  }
  return at;
}

// The place after the bracket that opens at `at`; without a close the bracket alone is passed.
std::uint32_t after_bracket(const Chars& body, std::uint32_t at, std::uint32_t end) {
  const std::uint32_t last = std::min(end, at + longest_bracket);
  for (std::uint32_t close = at + 1; close < last; ++close) {
    if (body[close] == u')') return close + 1;
  }
  return at + 1;
}

}  // namespace

std::span<const StatusClaim> ClaimReader::read_item(std::span<const Passage> passages, const ClaimItem& item) {
  item_ = item;
  claims_.clear();
  carried_ = {};
  bool in_part = false;
  for (const Passage& passage : passages) {
    if (!reports(passage)) continue;
    const auto first = std::partition_point(statements_.begin(), statements_.end(), [&](const Statement& s) {
      return s.quantity.range.end <= passage.range.begin;
    });
    Quantities quantities(first, statements_.end());
    const bool continues = passage.range.begin > 0 && body_[passage.range.begin - 1] == u',';
    if (!continues) carried_ = {};
    for (std::uint32_t at = passage.range.begin; at < passage.range.end;) {
      in_part = in_part || opens_part(body_, {at, passage.range.end});
      const std::uint32_t end = clause_end(words_, at, passage.range.end);
      while (!quantities.empty() && quantities.front().quantity.range.end <= at) quantities = quantities.subspan(1);
      if (const auto claim = read({at, end}, quantities, in_part)) claims_.push_back(*claim);
      if (!claims_.empty() && claims_.back().whole) return claims_;
      at = end + 1;
    }
  }
  return claims_;
}

std::optional<StatusClaim> ClaimReader::read_heading(Range heading) {
  item_ = {};
  carried_ = {};
  const auto claim = read(heading, {}, false);
  return claim && claim->whole && !said_more() ? claim : std::nullopt;
}

std::optional<StatusClaim> ClaimReader::read_cell(Range cell) {
  const std::u16string_view words = body_.view(cell.begin, cell.end);
  const StatusRow* const row = words_.lexicon.statuses.find(words);
  if (row != nullptr && row->kind <= StatusWord::cell)
    return StatusClaim{row->status, cell, true, row->kind == StatusWord::denies};
  return read_heading(cell);
}

std::optional<StatusClaim> ClaimReader::read(Range clause, Quantities quantities, bool in_part) {
  read_tokens(clause, quantities);
  if (!tokens_.empty() && tokens_.front().is(StatusWord::cause)) return std::nullopt;
  const std::optional<StatusClaim> claim = find_claim(in_part);
  carried_.subject = carried_.subject || named();
  carried_.other = carried_.other || !(subject_.empty() || in_heading());
  carried_.plan = plan_;
  return claim;
}

// Whether the clause has other words than those of its claim.
bool ClaimReader::said_more() const {
  return plan_ || std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.kind != Kind::word; });
}

void ClaimReader::read_tokens(Range clause, Quantities quantities) {
  tokens_.clear();
  for (std::uint32_t at = clause.begin; at < clause.end;) {
    while (!quantities.empty() && quantities.front().quantity.range.end <= at) quantities = quantities.subspan(1);
    const Quantity* const next = quantities.empty() ? nullptr : &quantities.front().quantity;
    if (next != nullptr && next->range.begin <= at) {
      const std::uint32_t end = std::min(next->range.end, clause.end);
      tokens_.push_back({is_measure(next->dimension) ? Kind::measure : Kind::quantity, nullptr, {at, end}});
      at = end;
    } else {
      at = read_words(at, next == nullptr ? clause.end : std::min(next->range.begin, clause.end), clause.end);
    }
  }
}

// Up to `stop`; words end at or before `end`.
std::uint32_t ClaimReader::read_words(std::uint32_t at, std::uint32_t stop, std::uint32_t end) {
  while (at < stop) {
    const std::uint32_t next = words_.statuses.next_place(at, stop);
    at = read_unknown(at, next, end);
    if (at == next && at < stop) at = read_word(at, end);
  }
  return at;
}

// Characters that begin no word, up to `stop` or behind a bracket.
std::uint32_t ClaimReader::read_unknown(std::uint32_t at, std::uint32_t stop, std::uint32_t end) {
  std::uint32_t open = words_.signs.next(at, stop);
  while (open < stop && body_[open] != u'(') open = words_.signs.next(open + 1, stop);
  Range letters{at, open};
  while (!letters.empty() && !is_letter(body_[letters.begin])) ++letters.begin;
  while (!letters.empty() && !is_letter(body_[letters.end - 1])) --letters.end;
  if (!letters.empty()) add_unknown(letters);
  return open < stop ? after_bracket(body_, open, end) : open;
}

std::uint32_t ClaimReader::read_word(std::uint32_t at, std::uint32_t end) {
  const auto word = words_.statuses.longest(at, end);
  const bool plain = !word || word->kind == StatusWord::neutral || word->kind == StatusWord::cell;
  const std::uint32_t next = at + (word ? word.length : 1);
  if (!plain) {
    tokens_.push_back({Kind::word, word.row, {at, next}});
  } else if (word || is_letter(body_[at])) {
    add_unknown({at, next});
  }
  return next;
}

// Unknown words that follow each other are one.
void ClaimReader::add_unknown(Range range) {
  if (!tokens_.empty() && tokens_.back().kind == Kind::unknown) {
    tokens_.back().range.end = range.end;
  } else {
    tokens_.push_back({Kind::unknown, nullptr, range});
  }
}

std::optional<StatusClaim> ClaimReader::find_claim(bool in_part) {
  subject_ = {};
  counted_ = false;
  plan_ = carried_.plan;
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
    return StatusClaim{status, token.range, !in_part && is_whole(), denies};
  }
  return std::nullopt;
}

void ClaimReader::add_subject(Range range) {
  if (subject_.empty()) subject_ = range;
  subject_.end = range.end;
}

// 在建22部 counts a part.
bool ClaimReader::counts_next(std::size_t i) const {
  return i + 1 < tokens_.size() && tokens_[i + 1].kind == Kind::quantity;
}

// 完成全年2000个的任务, 完工并投入使用; but not 完成12所, 完成招标, 完成任务的53.1%.
bool ClaimReader::nothing_follows(std::size_t i) const {
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

bool ClaimReader::is_whole() const {
  if (counted_) return false;
  if (subject_.empty()) return !carried_.subject || (item_.one_promise && !carried_.other);
  return item_.one_promise && in_heading();
}

// Whether the words that may name a part are the item's own, in a heading before them.
bool ClaimReader::in_heading() const {
  if (subject_.begin < item_.heading.end) return false;
  const std::u16string_view heading = body_.view(item_.heading.begin, item_.heading.end);
  return heading.find(body_.view(subject_.begin, subject_.end)) != heading.npos;
}

}  // namespace gongbao
