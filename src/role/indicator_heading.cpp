#include "role/indicator_heading.h"

#include <algorithm>

namespace gongbao {
namespace {

using TokenSign = IndicatorSign;
constexpr std::size_t most_phrases = 48;   // of a heading
constexpr std::size_t shortest_noun = 2;   // characters
constexpr std::uint32_t longest_unit = 6;  // characters after a number, scale and approximation included

}  // namespace

void IndicatorHeading::begin(Range heading) {
  if (heading.begin != range_.begin || heading.end != range_.end) {
    range_ = heading;
    is_read_ = false;
    kept_ = 0;
  }
  pieces_.cut(kept_);
}

void IndicatorHeading::read() {
  is_read_ = true;
  phrases_.clear();
  figure_ends_.clear();
  counts_ = several_ = false;
  if (range_.empty()) return;
  read_phrases();
  kept_ = pieces_.count();
}

void IndicatorHeading::read_phrases() {
  tokenizer_.read(range_, {}, tokens_);
  std::size_t begin = 0;
  bool after_figure = false;
  for (std::size_t t = 0; t <= tokens_.size() && phrases_.size() < most_phrases; ++t) {
    const bool figure = t < tokens_.size() && tokens_[t].is(TokenSign::figure);
    const bool listed = t < tokens_.size() && tokens_[t].is(TokenSign::enumeration) && begin != t && !after_figure;
    if (!figure && t < tokens_.size() && (tokens_[t].is(TokenSign::word) || listed)) continue;
    if (after_figure) add_after(begin, t);
    if (figure || phrases_.empty()) {
      const IndicatorTokens tokens = tokens_;
      read_phrase_before(tokens.subspan(begin, after_figure ? 0 : t - begin), Dimension::things, phrase_);
      counts_ = counts_ || figure;
      if (figure || !phrase_.empty()) add(phrase_);
      if (figure || !phrase_.empty()) figure_ends_.push_back(figure ? tokens_[t].range.end : range_.end);
    }
    after_figure = figure;
    begin = t + 1;
  }
}

// 改造22个老旧小区: the noun follows the number and its unit.
void IndicatorHeading::add_after(std::size_t begin, std::size_t end) {
  IndicatorSaid& said = phrases_.back();
  const IndicatorTokens tokens = IndicatorTokens(tokens_).subspan(begin, end - begin);
  if (!said.noun.empty() || characters(tokens) < shortest_noun + 1) return;
  const auto [unit, noun] = pieces_.split(pieces_.add(tokens), 1);
  said.noun = noun;
  said.whole = said.base = pieces_.join(said.prefix, noun);
}

void IndicatorHeading::add(const IndicatorPhrase& phrase) {
  const IndicatorTokens words = phrase.words;
  IndicatorSaid said;
  said.prefix = pieces_.add(words.first(phrase.lead));
  said.noun = pieces_.add(words.subspan(phrase.lead, words.size() - phrase.trail - phrase.lead));
  said.suffix = pieces_.add(words.last(phrase.trail));
  if (said.noun.empty() && !counts_) std::swap(said.noun, said.prefix);
  if (said.prefix.empty() && !phrases_.empty()) said.prefix = phrases_.back().prefix;
  said.whole = said.base = pieces_.join(said.prefix, said.noun, said.suffix);
  several_ = several_ || std::any_of(words.begin(), words.end(), [](const IndicatorToken& word) {
               return word.is(IndicatorWord::joint) || word.is(TokenSign::enumeration);
             });
  phrases_.push_back(said);
}

const IndicatorSaid* IndicatorHeading::with_unit(char16_t unit) {
  for (std::size_t i = 0; counts() && i < phrases_.size(); ++i) {
    const std::size_t end = std::min<std::size_t>(figure_ends_[i] + longest_unit, chars_.size());
    if (chars_.view(figure_ends_[i], end).find(unit) != std::u16string_view::npos) return &phrases_[i];
  }
  return nullptr;
}

}  // namespace gongbao
