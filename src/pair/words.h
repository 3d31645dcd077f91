// Sets of words and how like each other they are, by pairs of characters.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/pair_rows.h"
#include "lexicon/table.h"

namespace gongbao {

// The sets of one group of statements. A word's tokens are two neighbouring characters of it, or one of them (which
// weighs less). Sets are rows of bits over the group's tokens, since each is compared with many others.
//
// First all sets are added, then fix() is called once; what stands below it needs that.
class WordSets {
 public:
  using Set = std::uint32_t;

  explicit WordSets(const Table<StageRow>& stages);

  // Forgets all sets, not the memory.
  void clear();
  // A new set with the words of two texts.
  Set add(std::u16string_view a, std::u16string_view b = {});
  // A new set with the words of two others.
  Set add_union(Set a, Set b);
  void fix();

  // Adds the words of another set. The tokens keep their weights.
  void unite(Set set, Set more);
  // Sets the tokens' weights by how many of `counted` have them: what many statements share, verbs and stages of work
  // say little about which of them belong together.
  void weigh(const std::vector<Set>& counted);

  // Weight of the shared tokens.
  double shared(Set a, Set b) const;
  // Twice the shared weight over both weights: 1 for equal words.
  double overlap(Set a, Set b) const;
  // The shared weight over the smaller weight: 1 where one has all words of the other.
  double contained(Set a, Set b) const;

 private:
  struct Slot {
    std::uint32_t token = 0;  // 0: free
    std::uint32_t number = 0;
  };
  struct Token {
    float own = 0;     // by the token alone
    float weight = 0;  // with regard to how many share it
    std::uint32_t count = 0;
  };
  void add_text(std::u16string_view text);
  void add_token(std::uint32_t token);
  std::uint32_t new_number(std::uint32_t token);
  std::size_t slot_of(std::uint32_t token) const noexcept;
  void grow();
  double sum_of(Set set) const;
  const std::uint64_t* row(Set set) const noexcept { return bits_.data() + std::size_t{set} * stride_; }
  template <class Use>
  void for_each(Set set, Use use) const;

  const Table<StageRow>& stages_;
  std::vector<Slot> slots_;  // an open hash table, a power of two long, at most half full
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> numbers_;  // of the added texts' tokens, set after set
  std::vector<std::uint32_t> ends_;     // of each set among numbers_
  std::size_t stride_ = 0;              // 64-bit words a set
  std::vector<std::uint64_t> bits_;     // set after set
  std::vector<double> weights_;         // the sum of each set
};

}  // namespace gongbao
