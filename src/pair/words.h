// Sets of words and how like each other they are, by pairs of characters.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/pair_rows.h"
#include "lexicon/table.h"

namespace gongbao {

// In how many statements a token stands.
using TokenCounts = std::unordered_map<std::uint32_t, std::uint32_t>;

// The words of a place as tokens: two neighbouring characters of a word, or one of them (which weighs less).
class Words {
 public:
  void add(std::u16string_view text);
  void add(const Words& more);

  // Sets the tokens' weights: what many statements share, verbs and stages of work say little about which of them
  // belong together.
  void weigh(const TokenCounts& counts, const Table<StageRow>& stages);
  void count(TokenCounts& counts) const;

  // Weight of the shared tokens. Precondition: both are weighed.
  double shared(const Words& other) const;
  // Twice the shared weight over both weights: 1 for equal words.
  double overlap(const Words& other) const;
  // The shared weight over the smaller weight: 1 where one has all words of the other.
  double contained(const Words& other) const;

 private:
  void make_set();

  std::vector<std::uint32_t> tokens_;  // ascending, without doubles
  std::vector<double> weights_;        // of each token
  double weight_ = 0;                  // their sum
};

}  // namespace gongbao
