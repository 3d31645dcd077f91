#include "pair/words.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr float single_weight = 0.3F;  // a single character says less than two in a row
constexpr float weak_weight = 0.4F;
constexpr std::uint32_t last_single = 0xFFFF;
constexpr std::size_t bits_of_word = 64;
constexpr std::size_t fewest_slots = 256;
constexpr std::size_t most_first_slots = 1U << 14;  // later they grow as needed
constexpr double unknown = -1;

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

WordSets::WordSets(const Chars& body, const Table<StageRow>& stages)
    : text_(body),
      stages_(stages),
      slots_(std::clamp(std::bit_ceil(2 * body.size()), fewest_slots, most_first_slots)),
      known_(1),
      body_(body.size()) {}

void WordSets::clear() {
  ++group_;
  tokens_.clear();
  places_.clear();
  ends_.clear();
}

std::size_t WordSets::slot_of(std::uint32_t token) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (token * 0x9E3779B1U >> 7) & mask;
  while (slots_[slot].token != 0 && slots_[slot].token != token) slot = (slot + 1) & mask;
  return slot;
}

void WordSets::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : old) {
    if (slot.token != 0) slots_[slot_of(slot.token)] = slot;
  }
}

std::uint32_t WordSets::number_of(std::uint32_t token) {
  if (known_.size() * 2 > slots_.size()) grow();
  Slot& slot = slots_[slot_of(token)];
  if (slot.token == 0) {
    slot = {token, static_cast<std::uint32_t>(known_.size())};
    known_.push_back({own_weight(token, stages_), 0, 0, 0});
  }
  return slot.number;
}

void WordSets::add_number(std::uint32_t number) {
  Known& known = known_[number];
  if (known.group != group_) {
    known.group = group_;
    known.place = static_cast<std::uint32_t>(tokens_.size());
    tokens_.push_back({known.own, 0, 0});
  }
  places_.push_back(known.place);
}

// Precondition: a letter.
std::uint32_t WordSets::number_at(std::uint32_t at) {
  if (body_[at] != 0) return body_[at];
  const char16_t c = text_[at];
  const char16_t next = text_.at(at + 1);
  std::uint32_t number = number_of(c);
  if (is_letter(next)) {
    const std::uint32_t first = number;
    number = number_of(std::uint32_t{c} << 16 | next);
    known_[number].first = first;
  }
  body_[at] = number;
  return number;
}

void WordSets::add_part(Range part) {
  for (std::uint32_t at = part.begin; at < part.end; ++at) {
    if (!is_letter(text_[at])) continue;
    const std::uint32_t number = number_at(at);
    const std::uint32_t first = known_[number].first;
    if (first != 0) add_number(first);
    if (first == 0 || at + 1 < part.end) add_number(number);
  }
}

WordSets::Set WordSets::end_set() {
  ends_.push_back(static_cast<std::uint32_t>(places_.size()));
  return static_cast<Set>(ends_.size() - 1);
}

WordSets::Set WordSets::add(Range a, Range b) {
  add_part(a);
  add_part(b);
  return end_set();
}

WordSets::Set WordSets::add(std::u16string_view text) {
  std::uint32_t before = 0;  // the letter before, 0 for none
  for (const char16_t c : text) {
    const bool letter = is_letter(c);
    if (letter && before != 0) add_number(number_of(before << 16 | c));
    if (letter) add_number(number_of(c));
    before = letter ? c : 0;
  }
  return end_set();
}

void WordSets::add_set(Set set) {
  const std::uint32_t begin = set == 0 ? 0 : ends_[set - 1];
  for (std::uint32_t i = begin; i < ends_[set]; ++i) places_.push_back(places_[i]);
}

WordSets::Set WordSets::add(Range part, Set more) {
  add_part(part);
  add_set(more);
  return end_set();
}

WordSets::Set WordSets::add_union(Set a, Set b) {
  add_set(a);
  add_set(b);
  return end_set();
}

void WordSets::fix() {
  stride_ = tokens_.size() / bits_of_word + 1;
  bits_.assign(ends_.size() * stride_, 0);
  weights_.assign(ends_.size(), unknown);
  std::uint32_t next = 0;
  for (std::size_t set = 0; set < ends_.size(); ++set) {
    std::uint64_t* const bits = bits_.data() + set * stride_;
    for (; next < ends_[set]; ++next) bits[places_[next] / bits_of_word] |= 1ULL << places_[next] % bits_of_word;
  }
}

template <class Use>
void WordSets::for_each_shared(Set a, Set b, Use use) const {
  const std::uint64_t* const left = row(a);
  const std::uint64_t* const right = row(b);
  for (std::size_t i = 0; i < stride_; ++i) {
    for (std::uint64_t both = left[i] & right[i]; both != 0; both &= both - 1)
      use(i * bits_of_word + static_cast<std::size_t>(std::countr_zero(both)));
  }
}

void WordSets::unite(Set set, Set more) {
  std::uint64_t* const to = bits_.data() + set * stride_;
  const std::uint64_t* const from = row(more);
  for (std::size_t i = 0; i < stride_; ++i) to[i] |= from[i];
  weights_[set] = unknown;
}

void WordSets::weigh(const std::vector<Set>& counted) {
  for (Token& token : tokens_) token.count = 0;
  for (const Set set : counted) for_each_shared(set, set, [&](std::size_t number) { ++tokens_[number].count; });
  for (Token& token : tokens_) {
    // Two statements share a word at least, or it does not matter; the third one makes it weigh less.
    token.weight = token.count <= 2 ? token.own : token.own / std::sqrt(static_cast<float>(token.count - 1));
  }
  weights_.assign(ends_.size(), unknown);
}

double WordSets::weight(Set set) const {
  if (weights_[set] == unknown) weights_[set] = shared(set, set);
  return weights_[set];
}

double WordSets::shared(Set a, Set b) const {
  double sum = 0;
  for_each_shared(a, b, [&](std::size_t number) { sum += tokens_[number].weight; });
  return sum;
}

double WordSets::overlap(Set a, Set b) const { return over(2 * shared(a, b), weight(a) + weight(b)); }

double WordSets::contained(Set a, Set b) const { return over(shared(a, b), std::min(weight(a), weight(b))); }

}  // namespace gongbao
