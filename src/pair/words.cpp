#include "pair/words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::array<float, 3> own_weights = {1, 0.3F, 0.4F};  // by the token alone
constexpr std::size_t full = 0;
constexpr std::size_t single = 1;  // a single character says less than two in a row
constexpr std::size_t weak = 2;
constexpr std::uint32_t last_single = 0xFFFF;
constexpr std::size_t first_slots = 1024;  // enough for most groups
constexpr double unknown = -1;

// Which of the weights a token has.
std::size_t weight_of(std::uint32_t token, const Table<StageRow>& stages) {
  if (token <= last_single) return single;
  const char16_t word[] = {static_cast<char16_t>(token >> 16), static_cast<char16_t>(token & last_single)};
  const StageRow* const row = stages.find({word, 2});
  return row != nullptr && (row->sign == Sign::weak || row->sign == Sign::stage) ? weak : full;
}

bool is_letter(char16_t c) { return is_han(c) || is_latin(c); }

double over(double part, double whole) { return whole > 0 ? part / whole : 0; }

// As std::popcount, which calls a function where the processor is not known to have an instruction for it.
int count_bits(std::uint64_t bits) noexcept {
  bits -= bits >> 1 & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<int>(bits * 0x0101010101010101 >> 56);
}

}  // namespace

WordSets::WordSets(const Chars& body, const Table<StageRow>& stages)
    : text_(body.view()), stages_(stages), slots_(first_slots) {}

void WordSets::clear() {
  ++group_;
  known_ = 0;
  next_ = {1, 0, 0};  // number 0 is what is no token
  read_.clear();
  part_ = {};
  columns_.assign(1, {own_weights[full], 0});
  bits_.clear();
  weights_.clear();
}

std::size_t WordSets::slot_of(std::uint32_t token) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (token * 0x9E3779B1U >> 7) & mask;
  while (slots_[slot].group == group_ && slots_[slot].token != token) slot = (slot + 1) & mask;
  return slot;
}

void WordSets::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.group == group_) slots_[slot_of(slot.token)] = slot;
  }
}

std::uint32_t WordSets::new_number(std::uint32_t token) {
  const std::size_t weight = weight_of(token, stages_);
  std::uint32_t& next = next_[weight];
  if (next % bits_of_word == 0) {
    next = static_cast<std::uint32_t>(columns_.size() * bits_of_word);
    columns_.push_back({own_weights[weight], 0});
  }
  ++known_;
  return next++;
}

std::uint32_t WordSets::number_of(std::uint32_t token) {
  Slot& slot = slots_[slot_of(token)];
  if (slot.group == group_) return slot.number;
  slot = {token, group_, new_number(token)};
  const std::uint32_t number = slot.number;
  if (known_ * 2 > slots_.size()) grow();
  return number;
}

// Adds the tokens of a text, the last character alone.
void WordSets::add_tokens(std::u16string_view text) {
  read_.reserve(read_.size() + text.size());
  std::uint32_t before = 0;  // the letter before, 0 for none
  for (const char16_t c : text) {
    const std::uint32_t letter = is_letter(c) ? c : 0;
    if (letter != 0 && before != 0) read_.back().pair = number_of(before << 16 | letter);
    read_.push_back({letter != 0 ? number_of(letter) : 0, 0});
    before = letter;
  }
}

Range WordSets::read(std::u16string_view text) {
  part_ = {};
  const auto begin = static_cast<std::uint32_t>(read_.size());
  add_tokens(text);
  return {begin, static_cast<std::uint32_t>(read_.size())};
}

Range WordSets::read(Range part) {
  const bool goes_on = part_.begin <= part.begin && part.begin < part_.end;
  if (!goes_on) {
    part_ = {part.begin, part.begin};
  } else if (part_.end < part.end) {
    read_.pop_back();  // it gets the pair with the next one
    --part_.end;
  }
  if (part_.end < part.end) {
    add_tokens(text_.substr(part_.end, part.end - part_.end));
    part_.end = part.end;
  }
  const auto end = static_cast<std::uint32_t>(read_.size()) - (part_.end - part.end);
  return {end - part.size(), end};
}

WordSets::Set WordSets::add() {
  weights_.push_back(unknown);
  bits_.resize(weights_.size() * columns_.size());
  return static_cast<Set>(weights_.size() - 1);
}

void WordSets::unite(Set set, Range part) {
  std::uint64_t* const to = row(set);
  const auto put = [&](std::uint32_t number) { to[number / bits_of_word] |= 1ULL << number % bits_of_word; };
  for (std::uint32_t at = part.begin; at < part.end; ++at) {
    put(read_[at].single);
    if (at + 1 < part.end) put(read_[at].pair);
  }
  to[0] &= ~1ULL;  // what is no token
  weights_[set] = unknown;
}

void WordSets::unite(Set set, Set more) {
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

double WordSets::weight(Set set) const {
  if (weights_[set] == unknown) weights_[set] = shared(set, set);
  return weights_[set];
}

double WordSets::shared(Set a, Set b) const {
  const std::uint64_t* const left = row(a);
  const std::uint64_t* const right = row(b);
  double sum = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::uint64_t both = left[i] & right[i];
    if (both == 0) continue;
    sum += count_bits(both & ~columns_[i].common) * columns_[i].weight;
    for (std::uint64_t common = both & columns_[i].common; common != 0; common &= common - 1)
      sum += common_weights_[i * bits_of_word + static_cast<std::size_t>(std::countr_zero(common))];
  }
  return sum;
}

double WordSets::overlap(Set a, Set b) const {
  const double both = shared(a, b);
  return both > 0 ? over(2 * both, weight(a) + weight(b)) : 0;
}

double WordSets::contained(Set a, Set b) const {
  const double both = shared(a, b);
  return both > 0 ? over(both, std::min(weight(a), weight(b))) : 0;
}

}  // namespace gongbao
