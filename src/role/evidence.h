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

// The weights that are no cue word's. Positive numbers speak for a promise.
enum class RoleWeight : std::uint8_t {
  // Of a sentence, the figures' and words' sum kept within +-cap.
  limit,     // 不少于, 以上, 不超过
  round,     // 6000人
  odd,       // 3541人
  fraction,  // 53.1%
  excess,    // 余, 近
  named,     // a part reported by name: 东青幼儿园：…
  measured,  // a clause that measures the figure before it by the plan
  cap,
  // Of a sentence, beside that sum.
  labelled,        // under a field label: outweighs all words
  same_paragraph,  // what stands under a target's label, where nothing is labelled as progress
  opened,          // 截至目前 at the start of a sentence
  // Of a place of change.
  repeated,          // each figure behind it with the unit and words of one before it
  nothing_answered,  // no figure is restated behind it
  nothing_promised,  // there is no figure before it
  new_paragraph,     // a paragraph begins there
  usual_paragraph,   // ... where the document's other items change there too
  inside_sentence,   // it stands inside a sentence
  new_part,          // the parts ① ② begin there, after figures
  no_promise,        // an item that only reports among items that promise first
  no_report,         // an item that only promises among them
  mixed_promise,     // an item that promises first, among items of which only some do
  mixed_no_report,   // an item that only promises among those
  digest_promise,    // a digest's paragraph that promises first
  digest_no_report,  // ... and nothing else
  // Of a document.
  one_more_choice,   // per item, for the freedom of choosing the place
  mixed_choice,      // ... and whether there is one
  said_by_title,     // per item
  promises_outside,  // a sentence outside the items weighs more than that: a promise
  // The weight that a cue beside a figure needs.
  decides_in_promise,  // a word of report inside a promise
  tells_a_rate,        // ... for a rate
  decides_in_report,   // a word of promise inside a report
  count,
};
inline constexpr std::size_t role_weight_count = static_cast<std::size_t>(RoleWeight::count);

// The names in role_weights.tsv, in the order of RoleWeight.
extern const std::array<std::u16string_view, role_weight_count> role_weight_names;

// In tenths, as cues' weights are.
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
Counted read_counted(const Chars& body, const Quantity& quantity) noexcept;

// Whether a quantity restates an earlier one: same unit and a shared pair of characters in the words before.
bool restates(const Chars& body, const Counted& later, const Counted& earlier) noexcept;

}  // namespace gongbao
