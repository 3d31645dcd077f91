// A paragraph as the indicator rules see it: words by what they do, quantities, and what separates phrases.
#pragma once

#include <algorithm>
#include <vector>

#include "lexicon/body_words.h"
#include "quantity/quantity.h"

namespace gongbao {

enum class IndicatorSign : std::uint8_t {
  word,         // `word` says what it does; words of the text that no table knows are nouns
  quantity,     // `index` among the quantities
  figure,       // a number of a heading
  enumeration,  // an enumeration comma
  clause,       // a comma, a colon or what else ends a clause but not the sentence
  colon,
  sentence,
  open,  // a bracket that holds a quantity; other brackets are dropped or part of a word
  close,
};

struct IndicatorToken {
  IndicatorSign sign = IndicatorSign::word;
  IndicatorWord word = IndicatorWord::none;
  bool listed = false;      // the table knows the word
  std::uint32_t index = 0;  // of a quantity
  Range range;

  bool is(IndicatorWord kind) const noexcept { return word == kind; }
  // Whether it is a word of one of these kinds: is_any(one_of(...)).
  bool is_any(std::uint32_t kinds) const noexcept { return (kinds >> static_cast<unsigned>(word) & 1U) != 0; }
  bool is(IndicatorSign other) const noexcept { return sign == other; }
};

// Reads one paragraph of a document after the other and keeps its memory from one to the next.
class IndicatorTokenizer {
 public:
  // `words` must outlive it.
  explicit IndicatorTokenizer(const BodyWords& words)
      : body_(words.body),
        digits_(words.digits),
        signs_(words.signs),
        table_(words.lexicon.indicator_words),
        words_(words.indicator_words) {}

  // All of body[range], in order and without gaps, into `tokens`, whose storage is reused. Without quantities the text
  // is a heading, where every number that is no date is a figure.
  void read(Range range, std::span<const Quantity> quantities, std::vector<IndicatorToken>& tokens);

 private:
  void add(IndicatorSign sign, IndicatorWord word, std::uint32_t length, bool listed = false);
  void add_to_noun(std::uint32_t end);
  bool after_quantity() const noexcept { return !tokens_->empty() && tokens_->back().is(IndicatorSign::quantity); }
  // Leaves behind what begins before this place.
  void go_on() {
    if (digit_begin_ < at_) digit_begin_ = digits_.next(at_, range_.end);
    if (sign_begin_ < at_) sign_begin_ = signs_.next(at_, range_.end);
    while (word_begin_ < at_) set_word(word_ + 1);
    while (quantity_begin_ < at_) set_quantity(quantity_ + 1);
    if (bound_begin_ < at_) bound_begin_ = quantity_begin_;
  }
  void set_word(std::uint32_t index) noexcept {
    word_ = index;
    word_begin_ = index < words_.size() ? std::min(words_[index].at, range_.end) : range_.end;
  }
  void set_quantity(std::uint32_t index);
  bool may_begin_date() const noexcept;
  void add_quantity();
  void match_brackets();
  void read_bracket();
  bool read_quoted(char16_t close, IndicatorSign sign);
  void read_blank();
  bool read_mark();
  bool is_kind(std::uint32_t at, std::uint32_t end, IndicatorWord kind, std::uint32_t& length) const noexcept;
  bool is_date_unit(std::uint32_t at, std::uint32_t end, std::uint32_t& length) const noexcept;
  bool is_joining(std::uint32_t at, std::uint32_t end) const noexcept;
  bool is_numeral(std::uint32_t at) const noexcept;
  std::uint32_t number_end(std::uint32_t at, std::uint32_t end) const noexcept;
  bool read_date();
  bool read_figure();
  void read_word();

  const Chars& body_;
  const Places& digits_;
  const Places& signs_;
  const Table<IndicatorWordRow>& table_;
  const Hits<IndicatorWordRow>& words_;
  std::vector<Range> brackets_;      // those without a quantity
  std::vector<std::uint32_t> open_;  // where brackets were opened
  // Of the present paragraph.
  Range range_;
  std::span<const Quantity> quantities_;
  std::vector<IndicatorToken>* tokens_ = nullptr;
  std::uint32_t at_ = 0;
  // What comes next, here or later, by its index and place; the paragraph's end where there is none.
  std::uint32_t quantity_ = 0;
  std::uint32_t quantity_begin_ = 0;
  std::uint32_t bound_begin_ = 0;  // that quantity's bound words, or the quantity
  std::uint32_t word_ = 0;
  std::uint32_t word_begin_ = 0;
  std::uint32_t digit_begin_ = 0;
  std::uint32_t sign_begin_ = 0;
  std::uint32_t bracket_ = 0;  // index alone
  bool brackets_known_ = false;
};

}  // namespace gongbao
