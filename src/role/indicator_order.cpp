#include "role/indicator_order.h"

#include <algorithm>

namespace gongbao {
namespace {

using Word = IndicatorWord;
using TokenSign = IndicatorSign;

constexpr std::size_t farthest = 48;  // quantities that are looked back

}  // namespace

bool IndicatorOrder::open(std::size_t begin, std::size_t order, std::size_t quantity, std::uint32_t sentence) {
  const std::size_t count = count_from(quantity);
  members_.clear();
  next_ = 0;
  read_subject(begin, order, count);
  const bool subject = !phrase_.relation && !phrase_.empty();
  if (members_.size() != count && subject) {  // 10月末、12月末支付率分别…: one thing, several times
    members_.assign(count, tail_);
    tail_ = {};
  }
  if (members_.size() != count) read_before(count, sentence);
  if (members_.size() != count) {
    close();
    return false;
  }
  read_phrase_before(tokens(order + 1, quantity), Dimension::things, phrase_);
  tail_ = pieces_.join(tail_, pieces_.add(phrase_.words));
  return true;
}

std::optional<IndicatorOrder::Answer> IndicatorOrder::next() {
  if (next_ >= members_.size()) return std::nullopt;
  const IndicatorWords base = members_[next_++];
  return Answer{base, pieces_.join(base, tail_)};
}

// How many numbers stand in the list that begins with this one.
std::size_t IndicatorOrder::count_from(std::size_t quantity) const noexcept {
  std::size_t count = 0;
  for (std::size_t i = quantity; i < tokens_.size(); ++i) {
    const IndicatorToken& token = tokens_[i];
    if (token.is(TokenSign::quantity))
      ++count;
    else if (!token.is(Word::drop) && !token.is(Word::joint) && !token.is(TokenSign::enumeration))
      break;
  }
  return count;
}

// 泊位、路灯分别完成…; 小学、初中装机率依次是…, whose last member has the words that all share.
void IndicatorOrder::read_subject(std::size_t begin, std::size_t end, std::size_t count) {
  read_phrase_before(tokens(begin, end), Dimension::things, phrase_);
  const IndicatorTokens words = phrase_.words;
  tail_ = pieces_.add(words);
  std::size_t from = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i < words.size() && !words[i].is(TokenSign::enumeration) && !words[i].is(Word::joint)) continue;
    if (i > from) members_.push_back(pieces_.add(words.subspan(from, i - from)));
    from = i + 1;
  }
  if (members_.size() != count || count < 2) return members_.clear();
  tail_ = {};
  const std::size_t other = pieces_.size(members_[count - 2]);
  if (pieces_.size(members_[count - 1]) < other + 2) return;
  const auto [head, tail] = pieces_.split(members_[count - 1], other);
  members_[count - 1] = head;
  tail_ = tail;
}

// The last numbers before: of the sentence, else of the paragraph, else of the heading.
void IndicatorOrder::read_before(std::size_t count, std::uint32_t sentence) {
  if (collect(count, &sentence, true) || collect(count, &sentence, false) || collect(count, nullptr, true)) {
    std::reverse(members_.begin(), members_.end());
    return;
  }
  members_.clear();
  if (!heading_.counts() || heading_.phrases().size() < count) return;
  for (std::size_t i = 0; i < count; ++i) members_.push_back(heading_.phrases()[i].noun);
}

bool IndicatorOrder::collect(std::size_t count, const std::uint32_t* sentence, bool distinct) {
  members_.clear();
  const std::size_t first = saids_.size() - std::min(saids_.size(), farthest);
  for (std::size_t i = saids_.size(); i-- > first && members_.size() < count;) {
    if (sentence != nullptr && saids_[i].sentence != *sentence) break;
    if (saids_[i].relation) continue;
    if (distinct && !members_.empty() && pieces_.same(members_.back(), saids_[i].base)) continue;
    members_.push_back(saids_[i].base);
  }
  return members_.size() == count;
}

}  // namespace gongbao
