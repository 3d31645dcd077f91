#include "pair/words.h"

#include <algorithm>
#include <cmath>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr double single_weight = 0.3;  // a single character says less than two in a row
constexpr double weak_weight = 0.4;
constexpr std::uint32_t last_single = 0xFFFF;

// By the token alone.
double own_weight(std::uint32_t token, const Table<StageRow>& stages) {
  if (token <= last_single) return single_weight;
  const char16_t word[] = {static_cast<char16_t>(token >> 16), static_cast<char16_t>(token & last_single)};
  const StageRow* const row = stages.find({word, 2});
  return row != nullptr && (row->sign == Sign::weak || row->sign == Sign::stage) ? weak_weight : 1;
}

bool is_letter(char16_t c) { return is_han(c) || is_latin(c); }

double over(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

void Words::add(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter(text[i])) continue;
    tokens_.push_back(text[i]);
    if (i + 1 == text.size() || !is_letter(text[i + 1])) continue;
    tokens_.push_back(static_cast<std::uint32_t>(text[i]) << 16 | text[i + 1]);
  }
  make_set();
}

void Words::add(const Words& more) {
  tokens_.insert(tokens_.end(), more.tokens_.begin(), more.tokens_.end());
  make_set();
}

void Words::make_set() {
  std::sort(tokens_.begin(), tokens_.end());
  tokens_.erase(std::unique(tokens_.begin(), tokens_.end()), tokens_.end());
}

void Words::count(TokenCounts& counts) const {
  for (const std::uint32_t token : tokens_) ++counts[token];
}

void Words::weigh(const TokenCounts& counts, const Table<StageRow>& stages) {
  weights_.clear();
  weight_ = 0;
  for (const std::uint32_t token : tokens_) {
    const auto found = counts.find(token);
    // Two statements share a word at least, or it does not matter; the third one makes it weigh less.
    const double sharers = found == counts.end() ? 1 : std::max<double>(1, found->second) - 1;
    const double weight = own_weight(token, stages) / std::sqrt(std::max(1.0, sharers));
    weights_.push_back(weight);
    weight_ += weight;
  }
}

double Words::shared(const Words& other) const {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < tokens_.size() && j < other.tokens_.size();) {
    const std::uint32_t left = tokens_[i];
    const std::uint32_t right = other.tokens_[j];
    if (left == right) sum += weights_[i];
    i += left <= right ? 1 : 0;
    j += right <= left ? 1 : 0;
  }
  return sum;
}

double Words::overlap(const Words& other) const { return over(2 * shared(other), weight_ + other.weight_); }

double Words::contained(const Words& other) const { return over(shared(other), std::min(weight_, other.weight_)); }

}  // namespace gongbao
