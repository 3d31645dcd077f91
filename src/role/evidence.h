// What speaks for a promise or for a report in a sentence, and what it weighs.
//
// A score is a sum of weights, each as often as it counts. The sentence is read once, as Evidence; weights come after,
// so that the training tool (tests/train) learns from the very sums that decide.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "lexicon/body_words.h"
#include "role/segments.h"
#include "text/lists.h"

namespace gongbao {

// The weights of lexicon/weight_rows.h, in tenths, as cues' weights are.
class RoleWeights {
 public:
  explicit RoleWeights(const Lexicon::Impl& lexicon);
  int operator[](RoleWeight weight) const noexcept { return tenths_[static_cast<std::size_t>(weight)]; }

 private:
  std::array<int, role_weight_count> tenths_{};
};

// A weight and how often it counts.
struct Share {
  const CueRow* cue = nullptr;  // whose weight; null: that of `weight`
  RoleWeight weight = RoleWeight::count;
  int times = 0;
};
int sum(std::span<const Share> shares, const RoleWeights& weights) noexcept;  // in tenths

// What a sentence says.
struct Evidence {
  std::span<const Share> capped;  // their sum is kept within +-cap
  std::span<const Share> free;
};
// In tenths. Positive: a promise; negative: a report.
int score(const Evidence& evidence, const RoleWeights& weights) noexcept;

// Adds what the words and figures of a segment say, as Evidence::capped, to the last list.
void read_evidence(const BodyWords& words, const Segment& segment, std::span<const Quantity> quantities,
                   Lists<Share>& shares);

// What the figure alone says, `count` for nothing: targets are set in round numbers, results come as they come.
std::array<RoleWeight, 2> figure_evidence(const Quantity& quantity) noexcept;

// A quantity and the words before it.
struct Counted {
  const Quantity* quantity = nullptr;
  Range words;
  std::uint64_t characters = 0;  // of the words, a bit for those that are alike in the last six bits; 0: not read yet
};

// Whether the words before two quantities share a pair of characters. Reads them where they are not known yet.
bool share_words(const BodyWords& words, Counted& a, Counted& b) noexcept;

// Whether a quantity restates an earlier one.
inline bool restates(const BodyWords& words, Counted& later, Counted& earlier) noexcept {
  return earlier.quantity->unit == later.quantity->unit && share_words(words, later, earlier);
}

}  // namespace gongbao
