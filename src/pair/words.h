// Sets of words and how like each other they are, by pairs of characters.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/pair_rows.h"
#include "lexicon/table.h"

namespace gongbao {

// The sets of one group of statements after the other. A word's tokens are two neighbouring characters of it, or one of
// them (which weighs less). Those of a group have numbers, so that a set is a short row of bits: each is compared with
// many others. The tokens of one column, 64 bits of the rows, are all of one kind and have the same weight but for the
// light ones, so that most tokens need only be counted.
//
// All weights are sums of floats in a double, which are exact: their order does not matter.
class WordSets {
 public:
  using Set = std::uint32_t;

  // The table must outlive it.
  explicit WordSets(const Table<StageRow>& stages);

  // Begins a new group: at most so many sets will be made, of texts of at most 30,000 characters in all.
  void clear(std::size_t most_sets);
  // A new set without words.
  Set add() noexcept { return sets_++; }
  // A set with the words of both; `a` itself where they are one.
  Set add(Set a, Set b) noexcept;
  // Adds the words of a text, or those of another set.
  void unite(Set set, std::u16string_view text);
  void unite(Set set, Set more) noexcept;
  // Sets the tokens' weights by how many of `counted` have them: what many statements share, verbs and stages of work
  // say little about which of them belong together.
  void weigh(const std::vector<Set>& counted);

  // Weight of the shared tokens.
  double shared(Set a, Set b) const noexcept;
  struct Likeness {
    double overlap = 0;    // twice the shared weight over both weights: 1 for equal words
    double contained = 0;  // the shared weight over the smaller weight: 1 where one has all words of the other
  };
  Likeness likeness(Set a, Set b) const noexcept;

 private:
  static constexpr std::size_t bits_of_column = 64;

  struct Column {
    double weight = 0;        // of those that are not light
    std::uint64_t weak = 0;   // verbs and stages of work
    std::uint64_t light = 0;  // these, and what many statements share
  };
  static std::uint64_t bit_of(std::uint64_t number) noexcept { return std::uint64_t{1} << number % bits_of_column; }
  std::size_t first_place(std::uint32_t token) const noexcept;
  void put(Set set, std::uint32_t token);
  std::uint32_t new_number(std::uint32_t token);
  void begin_column(std::size_t kind);
  void grow(std::size_t tokens);
  double sum_of_both(Set a, Set b) const noexcept;
  double weight(Set set) const noexcept;  // the sum of its tokens'

  const Table<StageRow>& stages_;
  // An open hash table, a power of two long, at most half full: a token in the upper half, then its group and its
  // number. What is another group's is free.
  std::vector<std::uint64_t> slots_;
  unsigned shift_ = 0;                   // the highest bits of a product are the place in it
  std::uint64_t group_ = 0;              // where a slot has it
  std::size_t known_ = 0;                // tokens of the group
  std::array<std::uint32_t, 2> next_{};  // free numbers by kind; a new column is needed where it is a column's first
  std::vector<Column> columns_;
  std::vector<float> light_weights_;  // by token; only those of light ones are set
  Set sets_ = 0;
  std::size_t most_sets_ = 0;
  std::vector<std::uint64_t> bits_;      // column after column, in each set after set
  mutable std::vector<double> weights_;  // of each set, found when it is asked for
};

}  // namespace gongbao
