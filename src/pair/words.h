// Sets of words and how like each other they are, by pairs of characters.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/pair_rows.h"
#include "lexicon/table.h"

namespace gongbao {

// In how many statements a token stands.
// How many places have a token: an open hash table that only grows.
class TokenCounts {
 public:
  TokenCounts() : slots_(64) {}
  void add(std::uint32_t token);
  std::uint32_t of(std::uint32_t token) const noexcept { return slots_[slot_of(token)].count; }

 private:
  struct Slot {
    std::uint32_t token = 0;
    std::uint32_t count = 0;  // 0: free
  };
  std::size_t slot_of(std::uint32_t token) const noexcept;

  std::vector<Slot> slots_;  // a power of two long, at most half full
  std::size_t used_ = 0;
};

// The words of a place as tokens: two neighbouring characters of a word, or one of them (which weighs less).
class Words {
 public:
  void add(std::u16string_view text);
  void add(const Words& more);

  // Sets the tokens' weights: what many statements share, verbs and stages of work say little about which of them
  // belong together.
  void weigh(const TokenCounts& counts, const Table<StageRow>& stages);
  void count(TokenCounts& counts) const;

  // Weight of the shared tokens. Words that were added keep the weights they came with; unweighed ones weigh nothing.
  double shared(const Words& other) const;
  // Twice the shared weight over both weights: 1 for equal words.
  double overlap(const Words& other) const;
  // The shared weight over the smaller weight: 1 where one has all words of the other.
  double contained(const Words& other) const;

 private:
  struct Token {
    std::uint32_t id = 0;
    float own = 0;     // by the token alone; 0: not known yet
    float weight = 0;  // with regard to how many share it
  };
  void make_set();

  std::vector<Token> tokens_;  // ascending by id, without doubles
  double weight_ = 0;          // their sum
};

}  // namespace gongbao
