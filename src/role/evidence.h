// What speaks for a promise or for a report in a sentence, and what it weighs.
//
// A score is a sum of weights, each as often as it counts. The sentence is read once, as Evidence; weights come after,
// so that the training tool (tests/train) learns from the very sums that decide.
#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "role/body_words.h"
#include "role/segments.h"

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

// At most `most` shares, kept in place: a document has very many such lists.
class FewShares {
 public:
  static constexpr std::size_t most = 6;

  FewShares() = default;
  FewShares(std::initializer_list<Share> shares) {
    for (const Share& share : shares) push_back(share);
  }
  void push_back(Share share) noexcept { shares_[size_++] = share; }  // precondition: there are fewer than `most`

  const Share* begin() const noexcept { return shares_.data(); }
  const Share* end() const noexcept { return begin() + size_; }
  Share* begin() noexcept { return shares_.data(); }
  Share* end() noexcept { return begin() + size_; }

 private:
  std::array<Share, most> shares_;
  std::size_t size_ = 0;
};

struct Evidence {
  std::vector<Share> capped;  // their sum is kept within +-cap
  FewShares free;
};
// In tenths. Positive: a promise; negative: a report.
int score(const Evidence& evidence, const RoleWeights& weights) noexcept;

// Adds what the words and figures of a segment say, as Evidence::capped.
void read_evidence(const BodyWords& words, const Segment& segment, const std::vector<Quantity>& quantities,
                   std::vector<Share>& shares);

// What the figure alone says, `count` for nothing: targets are set in round numbers, results come as they come.
std::array<RoleWeight, 2> figure_evidence(const Quantity& quantity) noexcept;

// A quantity and the words before it.
struct Counted {
  const Quantity* quantity = nullptr;
  Range words;
};
Counted read_counted(const BodyWords& words, const Quantity& quantity) noexcept;

// Whether a quantity restates an earlier one: same unit and a shared pair of characters in the words before.
bool restates(const Chars& body, const Counted& later, const Counted& earlier) noexcept;

}  // namespace gongbao
