// Sets of words and how like each other they are, by pairs of characters.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/pair_rows.h"
#include "lexicon/table.h"
#include "text/chars.h"

namespace gongbao {

// The sets of one group of statements after the other. A word's tokens are two neighbouring characters of it, or one of
// them (which weighs less). Those of a group have numbers, so that a set is a short row of bits: each is compared with
// many others. A token's own weight is one of three, and the tokens of one 64-bit word of the rows have the same, so
// that most tokens need only be counted.
//
// First all texts of a group are read, then sets are made of them. All weights are sums of floats in a double, which
// are exact: their order does not matter.
class WordSets {
 public:
  using Set = std::uint32_t;

  // `body` must outlive it.
  WordSets(const Chars& body, const Table<StageRow>& stages);

  // Begins a new group.
  void clear();
  // Reads a text, and tells where its characters stand among those read.
  Range read(std::u16string_view text);
  // The same for a part of the body. What it shares with the part read last, if that begins no later, is not read again.
  Range read(Range part);

  // A new set without words.
  Set add();
  // Adds the words of a part of what has been read, or those of another set.
  void unite(Set set, Range part);
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
  static constexpr std::size_t bits_of_word = 64;

  struct Slot {
    std::uint32_t token = 0;
    std::uint32_t group = 0;  // free where it is another group's
    std::uint32_t number = 0;
  };
  // Of a character read: the numbers of it alone and of it with the next one, 0 where it is no letter.
  struct Tokens {
    std::uint32_t single = 0;
    std::uint32_t pair = 0;
  };
  // What the tokens of one word of the rows have in common, and which of them weigh less than that.
  struct Column {
    double weight = 0;
    std::uint64_t common = 0;
  };
  void add_tokens(std::u16string_view text);
  std::uint32_t number_of(std::uint32_t token);
  std::uint32_t new_number(std::uint32_t token);
  std::size_t slot_of(std::uint32_t token) const noexcept;
  void grow();
  void weigh_common(const std::vector<Set>& counted, std::size_t column);
  double weight(Set set) const;  // the sum of its tokens'
  std::uint64_t* row(Set set) noexcept { return bits_.data() + set * columns_.size(); }
  const std::uint64_t* row(Set set) const noexcept { return bits_.data() + set * columns_.size(); }

  const std::u16string_view text_;
  const Table<StageRow>& stages_;
  std::vector<Slot> slots_;  // an open hash table, a power of two long, at most half full
  std::uint32_t group_ = 0;
  std::size_t known_ = 0;               // tokens of the group
  std::array<std::uint32_t, 3> next_;   // free numbers by weight, 0 where a new word is needed
  std::vector<Tokens> read_;            // by character read
  Range part_;                          // the part of the body read last
  std::vector<Column> columns_;         // by word of a row
  std::vector<float> common_weights_;   // by token; only those of common ones are set
  std::vector<std::uint64_t> bits_;     // set after set
  mutable std::vector<double> weights_;  // of each set, found when it is asked for
};

}  // namespace gongbao
