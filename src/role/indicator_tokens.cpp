#include "role/indicator_tokens.h"

#include <algorithm>

#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

using Word = IndicatorWord;
using TokenSign = IndicatorSign;

constexpr std::uint32_t longest_quote = 24;   // characters between quotation marks that count as one word
constexpr std::uint32_t longest_bracket = 5;  // a bracket inside a word, with its marks: 新(改扩)建
constexpr std::uint32_t longest_date = 24;    // characters

constexpr bool is_open(char16_t c) noexcept { return c == u'(' || c == u'[' || c == mark::open_shell; }
constexpr bool is_close(char16_t c) noexcept { return c == u')' || c == u']' || c == mark::close_shell; }
constexpr bool is_numeral(char16_t c) noexcept { return han_digit(c) >= 0 || c == han_ten || c == han_pair; }
constexpr bool is_bullet(char16_t c) noexcept { return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x25A0 && c <= 0x27BF); }

}  // namespace

void IndicatorTokenizer::read(Range range, std::span<const Quantity> quantities, std::vector<IndicatorToken>& tokens) {
  range_ = range;
  quantities_ = quantities;
  tokens_ = &tokens;
  tokens.clear();
  at_ = range.begin;
  first_word_ = 0;
  brackets_known_ = false;
  set_quantity(0);
  while (at_ < range.end) {
    if (bound_begin_ < at_) leave_bound();
    const std::uint32_t next = begins_.next(at_, bound_begin_);
    const char16_t c = body_[at_];
    if (at_ < next)
      add_to_noun(next);  // most characters
    else if (at_ == bound_begin_)
      add_quantity();
    else if (!(is_digit(c) && read_figure()) && !(!is_word(c) && read_mark()))
      read_word();
  }
}

std::size_t IndicatorTokenizer::first_word() {
  const auto is_it = [this](const IndicatorToken& token) {
    return token.is(TokenSign::word) && is_han(body_[token.range.begin]);
  };
  while (first_word_ < tokens_->size() && !is_it((*tokens_)[first_word_])) ++first_word_;
  return first_word_;
}

void IndicatorTokenizer::set_quantity(std::uint32_t index) {
  quantity_ = index;
  quantity_begin_ = bound_begin_ = range_.end;
  if (index >= quantities_.size()) return;
  const Quantity& quantity = quantities_[index];
  quantity_begin_ = quantity.range.begin;
  const Range bound = quantity.bound_words;  // behind it, 以上 is a word of the table
  bound_begin_ = bound.empty() || bound.end > quantity_begin_ ? quantity_begin_ : bound.begin;
}

// The bound words of the next quantity, or itself, begin before this place.
void IndicatorTokenizer::leave_bound() {
  while (quantity_begin_ < at_) set_quantity(quantity_ + 1);
  if (bound_begin_ < at_) bound_begin_ = quantity_begin_;
}

// Passes over whole clauses up to the next quantity's, or to one with other marks than those of clauses and lists; to
// the paragraph's end where no quantity follows. Precondition: a clause begins here.
void IndicatorTokenizer::skip_clauses() {
  if (quantities_.empty() || first_word() == tokens_->size()) return;
  if (bound_begin_ < at_) leave_bound();
  std::uint32_t end = quantity_ == quantities_.size() ? range_.end : at_;
  bool sentence = false;
  for (std::uint32_t at = end; (at = signs_.next(at, bound_begin_)) < bound_begin_; ++at) {
    const bool ends_sentence = mark::ends_sentence(body_[at]);
    if (!ends_sentence && body_[at] != u',' && body_[at] != mark::enumeration) break;
    if (clause_ends_.has(at)) end = at + 1;
    sentence = sentence || ends_sentence;
  }
  if (sentence) add(TokenSign::sentence, Word::none, end - at_);
  at_ = end;
}

void IndicatorTokenizer::add_to_noun(std::uint32_t end) {
  const bool continues = !tokens_->empty() && tokens_->back().is(Word::noun) && !tokens_->back().listed;
  if (!continues) return add(TokenSign::word, Word::noun, end - at_);
  tokens_->back().range.end = at_ = end;
}

// The next quantity, or its bound words.
void IndicatorTokenizer::add_quantity() {
  const Quantity& quantity = quantities_[quantity_];
  if (at_ != quantity_begin_) return add(TokenSign::word, Word::drop, quantity.bound_words.size());
  add(TokenSign::quantity, Word::none, quantity.range.size());
  tokens_->back().index = quantity_;
}

// Finds the ends of the brackets that hold no quantity: one pass with a stack.
void IndicatorTokenizer::match_brackets() {
  brackets_known_ = true;
  bracket_ = 0;
  brackets_.clear();
  open_.clear();
  std::uint32_t next = 0;  // quantity
  for (std::uint32_t at = signs_.next(range_.begin, range_.end); at < range_.end;) {
    if (next < quantities_.size() && quantities_[next].range.begin <= at) {
      // They hold a quantity; those below one that is marked are marked already.
      for (auto bracket = open_.rbegin(); bracket != open_.rend() && *bracket != range_.end; ++bracket) {
        *bracket = range_.end;
      }
      at = signs_.next(std::max(at, quantities_[next++].range.end), range_.end);
      continue;
    }
    if (is_open(body_[at])) open_.push_back(at);
    if (is_close(body_[at]) && !open_.empty()) {
      if (open_.back() != range_.end) brackets_.push_back({open_.back(), at + 1});
      open_.pop_back();
    }
    at = signs_.next(at + 1, range_.end);
  }
  std::sort(brackets_.begin(), brackets_.end(), [](Range a, Range b) { return a.begin < b.begin; });
}

void IndicatorTokenizer::read_bracket() {
  if (!brackets_known_) match_brackets();
  while (bracket_ < brackets_.size() && brackets_[bracket_].begin < at_) ++bracket_;
  if (bracket_ == brackets_.size() || brackets_[bracket_].begin != at_) return add(TokenSign::open, Word::none, 1);
  const Range bracket = brackets_[bracket_];
  const bool inside_word = bracket.size() <= longest_bracket && at_ > range_.begin && is_han(body_[at_ - 1]) &&
                           bracket.end < range_.end && is_han(body_[bracket.end]) && is_han(body_[at_ + 1]) &&
                           bracket.end != quantity_begin_;
  const auto first = words_.longest(at_ + 1, bracket.end);
  const bool word = inside_word && (!first || first->kind != Word::part);
  add(TokenSign::word, word ? Word::joint : Word::drop, bracket.size());
}

// “…” and 《…》 are words, 【…】 names what follows.
bool IndicatorTokenizer::read_quoted(char16_t close, TokenSign sign) {
  const std::uint32_t end = std::min({range_.end, at_ + longest_quote, quantity_begin_});
  for (std::uint32_t i = at_ + 1; i < end; ++i) {
    if (body_[i] != close) continue;
    add(sign, sign == TokenSign::word ? Word::noun : Word::none, i + 1 - at_, true);
    return true;
  }
  return false;
}

void IndicatorTokenizer::read_blank() {
  std::uint32_t end = at_;
  while (end < range_.end && (is_blank(body_[end]) || body_[end] == u'\n')) ++end;
  if (after_quantity()) return add(TokenSign::clause, Word::none, end - at_);
  add(TokenSign::word, Word::drop, end - at_);
}

bool IndicatorTokenizer::read_mark() {
  const char16_t c = body_[at_];
  if (c == mark::open_quote && read_quoted(mark::close_quote, TokenSign::word)) return true;
  if (c == mark::open_title && read_quoted(mark::close_title, TokenSign::word)) return true;
  if (c == mark::open_lens && read_quoted(mark::close_lens, TokenSign::sentence)) return true;
  if (c == u',' || mark::ends_sentence(c)) {
    add(c == u',' ? TokenSign::clause : TokenSign::sentence, Word::none, 1);
    skip_clauses();
  } else if (c == u'|')
    add(TokenSign::clause, Word::none, 1);
  else if (c == mark::enumeration)
    add(TokenSign::enumeration, Word::none, 1);
  else if (is_bullet(c))
    add(TokenSign::sentence, Word::none, 1);
  else if (c == u':')
    add(TokenSign::colon, Word::none, 1);
  else if (is_blank(c) || c == u'\n')
    read_blank();
  else if (is_open(c))
    read_bracket();
  else if (is_close(c))
    add(TokenSign::close, Word::none, 1);
  else if (c == u'-' && body_.at(at_ + 1) == u'-')
    add(TokenSign::clause, Word::none, 2);
  else if (c == u'.' && after_quantity())
    add(TokenSign::sentence, Word::none, 1);
  else
    return false;
  return true;
}

bool IndicatorTokenizer::is_kind(std::uint32_t at, std::uint32_t end, Word kind, std::uint32_t& length) const noexcept {
  const auto match = words_.longest(at, end);
  length = match.length;
  return match && match->kind == kind;
}

// The end of a number (digits, numerals and the marks inside them) from `at` on; `at` itself where there is none.
std::uint32_t IndicatorTokenizer::number_end(std::uint32_t at, std::uint32_t end) const noexcept {
  while (at < end && (is_digit(body_[at]) || is_numeral(body_[at]))) ++at;
  return at;
}

// 2021年, 12月20日前, 1-9月, 二季度末; also the numbers of buildings: 8#-14#楼.
bool IndicatorTokenizer::read_date() {
  const std::uint32_t end = std::min({range_.end, at_ + longest_date, quantity_begin_});
  std::uint32_t last = at_;
  for (std::uint32_t i = at_; i < end;) {
    const std::uint32_t next = number_end(i, end);
    std::uint32_t length = 0;
    if (next == i) break;
    if (next < end && (body_[next] == u'#' || is_date_unit(next, end, length))) {
      last = i = next + std::max(length, 1U);
      if (i < end && body_[i] == u'-') ++i;
      continue;
    }
    if (next < end && (body_[next] == u'-' || body_[next] == u'~' || is_joining(next, end))) {
      i = next + 1;
      continue;
    }
    break;
  }
  if (last == at_) return false;
  for (std::uint32_t length = 0; last < end && is_kind(last, end, Word::after, length);) last += length;
  add(TokenSign::word, Word::drop, last - at_);
  return true;
}

bool IndicatorTokenizer::is_date_unit(std::uint32_t at, std::uint32_t end, std::uint32_t& length) const noexcept {
  // 日 of 28日前, though 日前 is a word
  return is_kind(at, end, Word::date, length) || is_kind(at, at + 1, Word::date, length);
}

// 至 of 1至9月.
bool IndicatorTokenizer::is_joining(std::uint32_t at, std::uint32_t end) const noexcept {
  std::uint32_t length = 0;
  return is_kind(at, end, Word::edge, length) && length == 1 && at + 1 < end && is_digit(body_[at + 1]);
}

bool IndicatorTokenizer::read_figure() {
  if (read_date()) return true;
  if (!quantities_.empty()) return false;
  std::uint32_t end = at_;
  while (end < range_.end &&
         (is_digit(body_[end]) || body_[end] == u'.' ||
          ((body_[end] == u',' || body_[end] == u' ') && end + 1 < range_.end && is_digit(body_[end + 1])))) {
    ++end;
  }
  add(TokenSign::figure, Word::none, end - at_);
  return true;
}

void IndicatorTokenizer::read_word() {
  if (is_numeral(body_[at_]) && read_date()) return;
  const auto match = words_.longest(at_, quantity_begin_);
  if (match && match->kind != Word::numeral && match->kind != Word::date && match->kind != Word::after &&
      match->kind != Word::work) {
    return add(TokenSign::word, match->kind, match.length, true);
  }
  add_to_noun(at_ + 1);
}

}  // namespace gongbao
