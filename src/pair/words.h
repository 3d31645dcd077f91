// Sets of words and how like each other they are, by pairs of characters.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/pair_rows.h"
#include "lexicon/table.h"
#include "text/chars.h"

namespace gongbao {

// The sets of one group of statements after the other. A word's tokens are two neighbouring characters of it, or one of
// them (which weighs less). The document's tokens have numbers, read once; those of the group have numbers of their
// own, so that a set is a short row of bits: each is compared with many others.
//
// First all sets of a group are added, then fix() is called once; what stands below it needs that.
class WordSets {
 public:
  using Set = std::uint32_t;

  // `body` must outlive it.
  WordSets(const Chars& body, const Table<StageRow>& stages);

  // Begins a new group.
  void clear();
  // A new set with the words of two parts of the body.
  Set add(Range a, Range b);
  // A new set with the words of a text.
  Set add(std::u16string_view text);
  // A new set with the words of a part of the body and those of another set, or with those of two others.
  Set add(Range part, Set more);
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
  struct Known {
    float own = 0;            // the weight by the token alone
    std::uint32_t first = 0;  // of two characters: the number of the first one alone
    std::uint32_t group = 0;  // the last group that has it
    std::uint32_t place = 0;  // its number in that group
  };
  struct Token {
    float own = 0;
    float weight = 0;  // with regard to how many share it
    std::uint32_t count = 0;
  };
  std::uint32_t number_of(std::uint32_t token);
  std::size_t slot_of(std::uint32_t token) const noexcept;
  void grow();
  void add_number(std::uint32_t number);
  std::uint32_t number_at(std::uint32_t at);
  void add_part(Range part);
  void add_set(Set set);
  Set end_set();
  double weight(Set set) const;  // the sum of its tokens'
  const std::uint64_t* row(Set set) const noexcept { return bits_.data() + std::size_t{set} * stride_; }
  // Calls use(number) for the tokens that both sets have.
  template <class Use>
  void for_each_shared(Set a, Set b, Use use) const;

  const Chars& text_;
  const Table<StageRow>& stages_;
  std::vector<Slot> slots_;   // an open hash table, a power of two long, at most half full
  std::vector<Known> known_;  // the document's tokens by number; number 0 is none
  // By character: the number of it with the next letter, or alone; 0: not asked for yet.
  std::vector<std::uint32_t> body_;

  std::uint32_t group_ = 0;
  std::vector<Token> tokens_;            // of the group
  std::vector<std::uint32_t> places_;    // of the added texts' tokens in tokens_, set after set
  std::vector<std::uint32_t> ends_;      // of each set among places_
  std::size_t stride_ = 0;               // 64-bit words a set
  std::vector<std::uint64_t> bits_;      // set after set
  mutable std::vector<double> weights_;  // of each set, found when it is asked for
};

}  // namespace gongbao
