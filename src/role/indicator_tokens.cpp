#include "role/indicator_tokens.h"

#include <algorithm>

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
constexpr bool is_bullet(char16_t c) noexcept { return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x25A0 && c <= 0x27BF); }

class Tokenizer {
 public:
  Tokenizer(const Chars& chars, Range range, const std::vector<Quantity>* quantities,
            const Table<IndicatorWordRow>& words, std::vector<IndicatorToken>& tokens)
      : chars_(chars), range_(range), quantities_(quantities), words_(words), tokens_(tokens) {}

  void read() {
    tokens_.clear();
    match_brackets();
    for (at_ = range_.begin; at_ < range_.end;) {
      if (read_quantity()) continue;
      // Most characters are part of a noun: no word of the table begins with them.
      if (is_han(chars_[at_]) && !words_.may_begin(chars_[at_])) {
        add_to_noun();
      } else if (!read_mark() && !read_date() && !read_figure()) {
        read_word();
      }
    }
  }

 private:
  void add(TokenSign sign, Word word, std::uint32_t length, bool listed = false) {
    IndicatorToken& last = tokens_.emplace_back();
    last.sign = sign;
    last.word = word;
    last.listed = listed;
    last.range = {at_, std::min(at_ + length, range_.end)};
    at_ = last.range.end;
  }

  std::uint32_t next_quantity_begin() const noexcept {
    if (quantities_ == nullptr || next_ >= quantities_->size()) return range_.end;
    return (*quantities_)[next_].range.begin;
  }

  bool read_quantity() {
    if (quantities_ == nullptr) return false;
    while (next_ < quantities_->size() && (*quantities_)[next_].range.begin < at_) ++next_;
    if (next_ == quantities_->size()) return false;
    const Quantity& quantity = (*quantities_)[next_];
    if (at_ == quantity.range.begin) {
      add(TokenSign::quantity, Word::noun, quantity.range.size());
      tokens_.back().index = next_;
      return true;
    }
    if (quantity.bound_words.empty() || at_ != quantity.bound_words.begin) return false;
    if (quantity.bound_words.end > quantity.range.begin) return false;  // 以上 is a word of the table
    add(TokenSign::word, Word::drop, quantity.bound_words.size());
    return true;
  }

  // The ends of the brackets that hold no quantity: one pass with a stack.
  void match_brackets() {
    std::vector<std::uint32_t> open;
    std::uint32_t next = 0;
    for (std::uint32_t i = range_.begin; i < range_.end; ++i) {
      if (quantities_ != nullptr && next < quantities_->size() && i == (*quantities_)[next].range.begin) {
        // They hold a quantity; those below one that is marked are marked already.
        for (auto bracket = open.rbegin(); bracket != open.rend() && *bracket != range_.end; ++bracket) {
          *bracket = range_.end;
        }
        i = (*quantities_)[next++].range.end - 1;
        continue;
      }
      if (is_open(chars_[i])) open.push_back(i);
      if (!is_close(chars_[i]) || open.empty()) continue;
      if (open.back() != range_.end) brackets_.push_back({open.back(), i + 1});
      open.pop_back();
    }
    std::sort(brackets_.begin(), brackets_.end(), [](Range a, Range b) { return a.begin < b.begin; });
  }

  bool read_bracket() {
    while (bracket_ < brackets_.size() && brackets_[bracket_].begin < at_) ++bracket_;
    if (bracket_ == brackets_.size() || brackets_[bracket_].begin != at_) {
      add(TokenSign::open, Word::noun, 1);
      return true;
    }
    const Range bracket = brackets_[bracket_];
    const bool inside_word = bracket.size() <= longest_bracket && at_ > range_.begin && is_han(chars_[at_ - 1]) &&
                             bracket.end < range_.end && is_han(chars_[bracket.end]) && is_han(chars_[at_ + 1]) &&
                             bracket.end != next_quantity_begin();
    const auto first = words_.longest(chars_.view(at_ + 1, bracket.end));
    const bool word = inside_word && (!first || first->kind != Word::part);
    add(TokenSign::word, word ? Word::joint : Word::drop, bracket.size());
    return true;
  }

  // “…” and 《…》 are words, 【…】 names what follows.
  bool read_quoted(char16_t close, TokenSign sign) {
    const std::uint32_t end = std::min({range_.end, at_ + longest_quote, next_quantity_begin()});
    for (std::uint32_t i = at_ + 1; i < end; ++i) {
      if (chars_[i] != close) continue;
      add(sign, Word::noun, i + 1 - at_, true);
      return true;
    }
    return false;
  }

  bool read_blank() {
    std::uint32_t end = at_;
    while (end < range_.end && (is_blank(chars_[end]) || chars_[end] == u'\n')) ++end;
    const bool after_number = !tokens_.empty() && tokens_.back().is(TokenSign::quantity);
    add(after_number ? TokenSign::clause : TokenSign::word, Word::drop, end - at_);
    return true;
  }

  bool read_mark() {
    const char16_t c = chars_[at_];
    if (is_word(c)) return false;
    if (is_blank(c) || c == u'\n') return read_blank();
    if (is_open(c)) return read_bracket();
    if (c == mark::open_quote && read_quoted(mark::close_quote, TokenSign::word)) return true;
    if (c == mark::open_title && read_quoted(mark::close_title, TokenSign::word)) return true;
    if (c == mark::open_lens && read_quoted(mark::close_lens, TokenSign::sentence)) return true;
    if (is_close(c))
      add(TokenSign::close, Word::noun, 1);
    else if (c == mark::enumeration)
      add(TokenSign::enumeration, Word::noun, 1);
    else if (c == u':')
      add(TokenSign::colon, Word::noun, 1);
    else if (mark::ends_sentence(c) || is_bullet(c))
      add(TokenSign::sentence, Word::noun, 1);
    else if (c == u',' || c == u'|')
      add(TokenSign::clause, Word::noun, 1);
    else if (c == u'-' && chars_.at(at_ + 1) == u'-')
      add(TokenSign::clause, Word::noun, 2);
    else if (c == u'.' && !tokens_.empty() && tokens_.back().is(TokenSign::quantity))
      add(TokenSign::sentence, Word::noun, 1);
    else
      return false;
    return true;
  }

  bool is_kind(std::u16string_view text, Word kind, std::uint32_t& length) const noexcept {
    const auto match = words_.longest(text);
    length = match.length;
    return match && match->kind == kind;
  }

  // The end of a number (digits, numerals and the marks inside them) from i on; i itself where there is none.
  std::uint32_t number_end(std::uint32_t i, std::uint32_t end) const noexcept {
    const auto digit = [&](std::uint32_t k) {
      if (is_digit(chars_[k])) return true;
      const IndicatorWordRow* row = is_han(chars_[k]) ? words_.find(chars_.view(k, k + 1)) : nullptr;
      return row != nullptr && row->kind == Word::numeral;
    };
    while (i < end && digit(i)) ++i;
    return i;
  }

  // 2021年, 12月20日前, 1-9月, 二季度末; also the numbers of buildings: 8#-14#楼.
  bool read_date() {
    const std::uint32_t end = std::min({range_.end, at_ + longest_date, next_quantity_begin()});
    std::uint32_t last = at_;
    for (std::uint32_t i = at_; i < end;) {
      std::uint32_t next = number_end(i, end);
      std::uint32_t length = 0;
      if (next == i) break;
      if (next < end && (chars_[next] == u'#' || is_date_unit(next, end, length))) {
        last = i = next + std::max(length, 1U);
        if (i < end && chars_[i] == u'-') ++i;
        continue;
      }
      if (next < end && (chars_[next] == u'-' || chars_[next] == u'~' || is_joining(next, end))) {
        i = next + 1;
        continue;
      }
      break;
    }
    if (last == at_) return false;
    for (std::uint32_t length = 0; last < end && is_kind(chars_.view(last, end), Word::after, length);) last += length;
    add(TokenSign::word, Word::drop, last - at_);
    return true;
  }

  bool is_date_unit(std::uint32_t i, std::uint32_t end, std::uint32_t& length) const noexcept {
    if (is_kind(chars_.view(i, end), Word::date, length)) return true;
    length = 1;  // 日 of 28日前, though 日前 is a word
    const IndicatorWordRow* row = words_.find(chars_.view(i, i + 1));
    return row != nullptr && row->kind == Word::date;
  }

  // 至 of 1至9月.
  bool is_joining(std::uint32_t i, std::uint32_t end) const noexcept {
    std::uint32_t length = 0;
    return is_kind(chars_.view(i, end), Word::edge, length) && length == 1 && i + 1 < end && is_digit(chars_[i + 1]);
  }

  bool read_figure() {
    if (quantities_ != nullptr || !is_digit(chars_[at_])) return false;
    std::uint32_t end = at_;
    while (end < range_.end &&
           (is_digit(chars_[end]) || chars_[end] == u'.' ||
            ((chars_[end] == u',' || chars_[end] == u' ') && end + 1 < range_.end && is_digit(chars_[end + 1])))) {
      ++end;
    }
    add(TokenSign::figure, Word::noun, end - at_);
    return true;
  }

  void read_word() {
    const std::uint32_t end = std::min(range_.end, next_quantity_begin());
    const auto match = words_.longest(chars_.view(at_, std::max(end, at_ + 1)));
    if (match && match->kind != Word::numeral && match->kind != Word::date && match->kind != Word::after &&
        match->kind != Word::work) {
      add(TokenSign::word, match->kind, match.length, true);
      return;
    }
    add_to_noun();
  }

  void add_to_noun() {
    const bool continues = !tokens_.empty() && tokens_.back().is(Word::noun) && !tokens_.back().listed;
    if (continues)
      tokens_.back().range.end = ++at_;
    else
      add(TokenSign::word, Word::noun, 1);
  }

  const Chars& chars_;
  Range range_;
  const std::vector<Quantity>* quantities_;
  const Table<IndicatorWordRow>& words_;
  std::vector<IndicatorToken>& tokens_;
  std::vector<Range> brackets_;
  std::uint32_t at_ = 0;
  std::uint32_t next_ = 0;
  std::uint32_t bracket_ = 0;
};

}  // namespace

void read_indicator_tokens(const Chars& chars, Range range, const std::vector<Quantity>* quantities,
                           const Table<IndicatorWordRow>& words, std::vector<IndicatorToken>& tokens) {
  Tokenizer(chars, range, quantities, words, tokens).read();
}

}  // namespace gongbao
