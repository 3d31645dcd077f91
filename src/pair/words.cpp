#include "pair/words.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "text/bits.h"
#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::array<float, 3> own_weights = {1, 0.3F, 0.4F};  // by the token alone
constexpr std::size_t full = 0;
constexpr std::size_t single = 1;  // a single character says less than two in a row
constexpr std::size_t weak = 2;
constexpr std::uint32_t last_single = 0xFFFF;
constexpr std::size_t fewest_slots = 1024;
constexpr double unknown = -1;

// Which of the weights a token has.
std::size_t weight_of(std::uint32_t token, const Table<StageRow>& stages) {
  if (token <= last_single) return single;
  if (!stages.may_begin(static_cast<char16_t>(token >> 16))) return full;
  const char16_t word[] = {static_cast<char16_t>(token >> 16), static_cast<char16_t>(token & last_single)};
  const StageRow* const row = stages.find({word, 2});
  return row != nullptr && (row->sign == Sign::weak || row->sign == Sign::stage) ? weak : full;
}

bool is_letter(char16_t c) { return is_han(c) || is_latin(c); }

}  // namespace

WordSets::WordSets(const Table<StageRow>& stages) : stages_(stages) {}

void WordSets::clear(std::size_t most_sets, std::size_t most_characters) {
  const std::size_t most_tokens = 2 * most_characters;
  if (slots_.size() < 2 * most_tokens) {
    slots_.assign(std::max(fewest_slots, std::bit_ceil(2 * most_tokens)), {});
    shift_ = static_cast<unsigned>(std::countl_zero(static_cast<std::uint32_t>(slots_.size() - 1)));
  }
  ++group_;
  next_ = {};
  columns_.clear();
  stride_ = most_tokens / bits_of_word + own_weights.size();
  sets_ = 0;
  bits_.assign(most_sets * stride_, 0);
  weights_.assign(most_sets, unknown);
}

std::uint32_t WordSets::new_number(std::uint32_t token, Slot& slot) {
  const std::size_t weight = weight_of(token, stages_);
  std::uint32_t& next = next_[weight];
  if (next % bits_of_word == 0) {
    next = static_cast<std::uint32_t>(columns_.size() * bits_of_word);
    columns_.push_back({own_weights[weight], 0});
  }
  slot = {token, group_, next};
  return next++;
}

inline std::uint32_t WordSets::number_of(std::uint32_t token) {
  for (std::size_t at = token * 0x9E3779B1U >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[at];
    if (slot.group != group_) return new_number(token, slot);
    if (slot.token == token) return slot.number;
  }
}

void WordSets::unite(Set set, std::u16string_view text) {
  std::uint64_t* const to = row(set);
  const auto put = [&](std::uint32_t token) {
    const std::uint32_t number = number_of(token);
    to[number / bits_of_word] |= std::uint64_t{1} << number % bits_of_word;
  };
  std::uint32_t before = 0;  // the letter before, 0 for none
  for (const char16_t c : text) {
    const std::uint32_t letter = is_letter(c) ? c : 0;
    if (letter != 0) put(letter);
    if (letter != 0 && before != 0) put(before << 16 | letter);
    before = letter;
  }
  weights_[set] = unknown;
}

void WordSets::unite(Set set, Set more) noexcept {
  std::uint64_t* const to = row(set);
  const std::uint64_t* const from = row(more);
  for (std::size_t i = 0; i < columns_.size(); ++i) to[i] |= from[i];
  weights_[set] = unknown;
}

// Two statements share a word at least, or it does not matter; the third one makes it weigh less.
void WordSets::weigh(const std::vector<Set>& counted) {
  common_weights_.resize(columns_.size() * bits_of_word);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::uint64_t once = 0;
    std::uint64_t twice = 0;
    std::uint64_t more = 0;
    for (const Set set : counted) {
      const std::uint64_t bits = row(set)[i];
      more |= twice & bits;
      twice |= once & bits;
      once |= bits;
    }
    columns_[i].common = more;
    if (more != 0) weigh_common(counted, i);
  }
  std::fill(weights_.begin(), weights_.end(), unknown);
}

void WordSets::weigh_common(const std::vector<Set>& counted, std::size_t column) {
  const auto own = static_cast<float>(columns_[column].weight);
  for (std::uint64_t left = columns_[column].common; left != 0; left &= left - 1) {
    const int bit = std::countr_zero(left);
    int count = 0;
    for (const Set set : counted) count += static_cast<int>(row(set)[column] >> bit & 1U);
    common_weights_[column * bits_of_word + static_cast<std::size_t>(bit)] =
        own / std::sqrt(static_cast<float>(count - 1));
  }
}

double WordSets::weight(Set set) const noexcept {
  if (weights_[set] == unknown) weights_[set] = shared(set, set);
  return weights_[set];
}

double WordSets::shared(Set a, Set b) const noexcept {
  const std::uint64_t* left = row(a);
  const std::uint64_t* right = row(b);
  double sum = 0;
  for (const Column& column : columns_) {
    const std::uint64_t both = *left++ & *right++;
    if (both == 0) continue;
    sum += count_bits(both & ~column.common) * column.weight;
    const float* const weights = &common_weights_[static_cast<std::size_t>(&column - columns_.data()) * bits_of_word];
    for (std::uint64_t common = both & column.common; common != 0; common &= common - 1)
      sum += weights[std::countr_zero(common)];
  }
  return sum;
}

WordSets::Likeness WordSets::likeness(Set a, Set b) const noexcept {
  const double both = shared(a, b);
  if (both == 0) return {};
  return {2 * both / (weight(a) + weight(b)), both / std::min(weight(a), weight(b))};
}

}  // namespace gongbao
