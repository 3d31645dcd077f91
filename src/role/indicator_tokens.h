// A paragraph as the indicator rules see it: words by what they do, quantities, and what separates phrases.
#pragma once

#include <algorithm>
#include <span>
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

using IndicatorTokens = std::span<const IndicatorToken>;

// Reads one paragraph of a document after the other and keeps its memory from one to the next.
class IndicatorTokenizer {
 public:
  // `words` must outlive it.
  explicit IndicatorTokenizer(const BodyWords& words)
      : body_(words.body),
        signs_(words.signs),
        clause_ends_(words.clause_ends),
        words_(words.indicator_words),
        begins_(words.signs) {
    begins_ |= words.digits;
    begins_ |= words.indicator_words.places();
  }

  // The text of body[range] in order into `tokens`, whose storage is reused; what stands in clauses without a quantity
  // may be left out, but not the first word. Without quantities the text is a heading, which is read as a whole, and
  // where every number that is no date is a figure.
  void read(Range range, std::span<const Quantity> quantities, std::vector<IndicatorToken>& tokens);
  // The index of the first word of Chinese characters among these tokens, or their number.
  std::size_t first_word();

 private:
  void add(IndicatorSign sign, IndicatorWord word, std::uint32_t length, bool listed = false) {
    const std::uint32_t end = std::min(at_ + length, range_.end);
    tokens_->push_back({sign, word, listed, 0, {at_, end}});
    at_ = end;
  }
  void add_to_noun(std::uint32_t end);
  bool after_quantity() const noexcept { return !tokens_->empty() && tokens_->back().is(IndicatorSign::quantity); }
  void set_quantity(std::uint32_t index);
  void leave_bound();
  void skip_clauses();
  void add_quantity();
  void match_brackets();
  void read_bracket();
  bool read_quoted(char16_t close, IndicatorSign sign);
  void read_blank();
  bool read_mark();
  bool is_kind(std::uint32_t at, std::uint32_t end, IndicatorWord kind, std::uint32_t& length) const noexcept;
  bool is_date_unit(std::uint32_t at, std::uint32_t end, std::uint32_t& length) const noexcept;
  bool is_joining(std::uint32_t at, std::uint32_t end) const noexcept;
  std::uint32_t number_end(std::uint32_t at, std::uint32_t end) const noexcept;
  bool read_date();
  bool read_figure();
  void read_word();

  const Chars& body_;
  const Places& signs_;
  const Places& clause_ends_;
  const Hits<IndicatorWordRow>& words_;
  Places begins_;                    // signs, digits, and where words of the table begin: all else is part of a noun
  std::vector<Range> brackets_;      // those without a quantity
  std::vector<std::uint32_t> open_;  // where brackets were opened
  // Of the present paragraph.
  Range range_;
  std::span<const Quantity> quantities_;
  std::vector<IndicatorToken>* tokens_ = nullptr;
  std::uint32_t at_ = 0;
  std::size_t first_word_ = 0;  // none of the tokens before is it
  // The next quantity's index, its place and that of its bound words or itself; the paragraph's end where there is
  // none.
  std::uint32_t quantity_ = 0;
  std::uint32_t quantity_begin_ = 0;
  std::uint32_t bound_begin_ = 0;
  std::uint32_t bracket_ = 0;  // index alone
  bool brackets_known_ = false;
};

}  // namespace gongbao
