#include "pair/words.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr float single_weight = 0.3F;  // a single character says less than two in a row
constexpr float weak_weight = 0.4F;
constexpr std::uint32_t last_single = 0xFFFF;

// By the token alone.
float own_weight(std::uint32_t token, const Table<StageRow>& stages) {
  if (token <= last_single) return single_weight;
  const char16_t word[] = {static_cast<char16_t>(token >> 16), static_cast<char16_t>(token & last_single)};
  const StageRow* const row = stages.find({word, 2});
  return row != nullptr && (row->sign == Sign::weak || row->sign == Sign::stage) ? weak_weight : 1;
}

bool is_letter(char16_t c) { return is_han(c) || is_latin(c); }

double over(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

std::size_t TokenCounts::slot_of(std::uint32_t token) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (token * 0x9E3779B1U >> 7) & mask;
  while (slots_[slot].count != 0 && slots_[slot].token != token) slot = (slot + 1) & mask;
  return slot;
}

void TokenCounts::add(std::uint32_t token) {
  if ((used_ + 1) * 2 > slots_.size()) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : old) {
      if (slot.count != 0) slots_[slot_of(slot.token)] = slot;
    }
  }
  Slot& slot = slots_[slot_of(token)];
  used_ += slot.count == 0 ? 1 : 0;
  slot = {token, slot.count + 1};
}

void Words::add(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter(text[i])) continue;
    tokens_.push_back({text[i], 0, 0});
    if (i + 1 == text.size() || !is_letter(text[i + 1])) continue;
    tokens_.push_back({static_cast<std::uint32_t>(text[i]) << 16 | text[i + 1], 0, 0});
  }
  make_set();
}

void Words::add(const Words& more) {
  tokens_.insert(tokens_.end(), more.tokens_.begin(), more.tokens_.end());
  make_set();
}

// Of equal tokens the one with a weight is kept.
void Words::make_set() {
  std::sort(tokens_.begin(), tokens_.end(),
            [](const Token& a, const Token& b) { return a.id != b.id ? a.id < b.id : a.weight > b.weight; });
  tokens_.erase(
      std::unique(tokens_.begin(), tokens_.end(), [](const Token& a, const Token& b) { return a.id == b.id; }),
      tokens_.end());
  weight_ = 0;
  for (const Token& token : tokens_) weight_ += token.weight;
}

void Words::count(TokenCounts& counts) const {
  for (const Token& token : tokens_) counts.add(token.id);
}

void Words::weigh(const TokenCounts& counts, const Table<StageRow>& stages) {
  weight_ = 0;
  for (Token& token : tokens_) {
    if (token.own == 0) token.own = own_weight(token.id, stages);
    // Two statements share a word at least, or it does not matter; the third one makes it weigh less.
    const std::uint32_t count = counts.of(token.id);
    token.weight = count <= 2 ? token.own : token.own / std::sqrt(static_cast<float>(count - 1));
    weight_ += token.weight;
  }
}

double Words::shared(const Words& other) const {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < tokens_.size() && j < other.tokens_.size();) {
    const std::uint32_t left = tokens_[i].id;
    const std::uint32_t right = other.tokens_[j].id;
    if (left == right) sum += tokens_[i].weight;
    i += left <= right ? 1 : 0;
    j += right <= left ? 1 : 0;
  }
  return sum;
}

double Words::overlap(const Words& other) const { return over(2 * shared(other), weight_ + other.weight_); }

double Words::contained(const Words& other) const { return over(shared(other), std::min(weight_, other.weight_)); }

}  // namespace gongbao
