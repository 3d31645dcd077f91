#include "pair/words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "text/bits.h"
#include "text/fold.h"

namespace gongbao {
namespace {

// A single character says less than two in a row, and two that are a verb or a stage of work say little.
constexpr std::size_t full = 0;
constexpr std::size_t single = 1;
constexpr std::array<float, 2> own_weights = {1, 0.3F};
constexpr float weak_weight = 0.4F;
constexpr std::uint32_t last_single = 0xFFFF;
constexpr std::size_t first_slots = 512;
constexpr double unknown = -1;

// A slot of the table: a token, its group, its number.
constexpr std::uint64_t number_limit = 1U << 16;
constexpr std::uint64_t group_mask = 0xFFFF0000;
constexpr unsigned token_shift = 32;

bool is_weak(std::uint32_t token, const Table<StageRow>& stages) {
  const char16_t letters[] = {static_cast<char16_t>(token >> 16), static_cast<char16_t>(token & last_single)};
  const auto word = stages.longest({letters, 2});
  return word && word.length == 2 && (word->sign == Sign::weak || word->sign == Sign::stage);
}

bool is_letter(char16_t c) { return is_han(c) || is_latin(c); }

}  // namespace

WordSets::WordSets(const Table<StageRow>& stages) : stages_(stages) {}

void WordSets::clear(std::size_t most_sets) {
  group_ = (group_ + number_limit) & group_mask;
  if (group_ == 0) slots_.clear();  // no number is free any more
  known_ = 0;
  next_ = {};
  columns_.clear();
  bits_.clear();
  sets_ = 0;
  most_sets_ = most_sets;
  weights_.assign(most_sets, unknown);
}

// Makes room for so many tokens in the table.
void WordSets::grow(std::size_t tokens) {
  const std::vector<std::uint64_t> old = std::move(slots_);
  slots_ = std::vector<std::uint64_t>(std::bit_ceil(std::max(first_slots, tokens * 2)));
  shift_ = static_cast<unsigned>(std::countl_zero(static_cast<std::uint32_t>(slots_.size() - 1)));
  if (group_ == 0) group_ = number_limit;
  for (const std::uint64_t slot : old) {
    if ((slot & group_mask) != group_) continue;
    std::size_t at = first_place(static_cast<std::uint32_t>(slot >> token_shift));
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

void WordSets::begin_column(std::size_t kind) {
  next_[kind] = static_cast<std::uint32_t>(columns_.size() * bits_of_column);
  columns_.push_back({own_weights[kind], 0, 0});
  light_weights_.resize(columns_.size() * bits_of_column);
  bits_.resize(bits_.size() + most_sets_);
}

inline std::uint32_t WordSets::new_number(std::uint32_t token) {
  const std::size_t kind = token <= last_single ? single : full;
  if (next_[kind] % bits_of_column == 0) begin_column(kind);
  ++known_;
  const std::uint32_t number = next_[kind]++;
  if (kind == full && is_weak(token, stages_)) {
    columns_[number / bits_of_column].weak |= bit_of(number);
    light_weights_[number] = weak_weight;
  }
  return number;
}

// Where a token is sought first: all of its bits go into the highest of the product.
inline std::size_t WordSets::first_place(std::uint32_t token) const noexcept { return token * 0x9E3779B1U >> shift_; }

// Adds a token to a set.
inline void WordSets::put(Set set, std::uint32_t token) {
  std::size_t at = first_place(token);
  const std::uint64_t key = std::uint64_t{token} << token_shift | group_;
  std::uint64_t number = slots_[at] ^ key;
  while (number >= number_limit) {
    if ((number & group_mask) != 0) {
      number = new_number(token);
      slots_[at] = key | number;
      break;
    }
    at = (at + 1) & (slots_.size() - 1);
    number = slots_[at] ^ key;
  }
  bits_[number / bits_of_column * most_sets_ + set] |= bit_of(number);
}

void WordSets::unite(Set set, std::u16string_view text) {
  const std::size_t tokens = known_ + 2 * text.size();
  if (tokens * 2 > slots_.size()) grow(tokens);
  std::uint32_t before = 0;  // the letter before, 0 for none
  for (const char16_t c : text) {
    const std::uint32_t letter = is_letter(c) ? c : 0;
    if (letter != 0) {
      put(set, letter);
      if (before != 0) put(set, before << 16 | letter);
    }
    before = letter;
  }
  weights_[set] = unknown;
}

void WordSets::unite(Set set, Set more) noexcept {
  for (std::size_t at = 0; at < bits_.size(); at += most_sets_) bits_[at + set] |= bits_[at + more];
  weights_[set] = unknown;
}

WordSets::Set WordSets::add(Set a, Set b) noexcept {
  if (a == b) return a;
  const Set set = add();
  for (std::size_t at = 0; at < bits_.size(); at += most_sets_) bits_[at + set] = bits_[at + a] | bits_[at + b];
  return set;
}

// Two statements share a word at least, or it does not matter; the third one makes it weigh less.
void WordSets::weigh(const std::vector<Set>& counted) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::uint64_t* const column = &bits_[i * most_sets_];
    std::uint64_t once = 0;
    std::uint64_t twice = 0;
    std::uint64_t more = 0;
    for (const Set set : counted) {
      more |= twice & column[set];
      twice |= once & column[set];
      once |= column[set];
    }
    columns_[i].light = columns_[i].weak | more;
    for (; more != 0; more &= more - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(more));
      int count = 0;
      for (const Set set : counted) count += static_cast<int>(column[set] >> bit & 1U);
      const float own = (columns_[i].weak >> bit & 1U) != 0 ? weak_weight : static_cast<float>(columns_[i].weight);
      light_weights_[i * bits_of_column + bit] = own / std::sqrt(static_cast<float>(count - 1));
    }
  }
  std::fill(weights_.begin(), weights_.end(), unknown);
}

inline double WordSets::sum_of_both(Set a, Set b) const noexcept {
  double sum = 0;
  const std::uint64_t* bits = bits_.data();
  const float* weights = light_weights_.data();
  for (const Column& column : columns_) {
    const std::uint64_t both = bits[a] & bits[b];
    if (both != 0) {
      sum += count_bits(both & ~column.light) * column.weight;
      for (std::uint64_t light = both & column.light; light != 0; light &= light - 1)
        sum += weights[std::countr_zero(light)];
    }
    bits += most_sets_;
    weights += bits_of_column;
  }
  return sum;
}

inline double WordSets::weight(Set set) const noexcept {
  if (weights_[set] == unknown) weights_[set] = sum_of_both(set, set);
  return weights_[set];
}

double WordSets::shared(Set a, Set b) const noexcept { return sum_of_both(a, b); }

WordSets::Likeness WordSets::likeness(Set a, Set b) const noexcept {
  const double both = sum_of_both(a, b);
  if (both == 0) return {};
  return {2 * both / (weight(a) + weight(b)), both / std::min(weight(a), weight(b))};
}

}  // namespace gongbao
