// The words of one table in a text, found once for all who ask for them.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/table.h"

namespace gongbao {

// Refers to the table and the text, which must outlive it. Places are indexes into the text.
template <class Row>
class Hits {
 public:
  using Match = typename Table<Row>::Match;
  // A word and where it stands.
  struct Hit {
    std::uint32_t at = 0;
    Match match;
    std::uint32_t end() const noexcept { return at + match.length; }
    explicit operator bool() const noexcept { return static_cast<bool>(match); }
    const Row* operator->() const noexcept { return match.row; }
  };

  Hits(const Table<Row>& table, std::u16string_view text)
      : table_(table), text_(text), blocks_(text.size() / block_size + 1) {
    constexpr std::size_t usual_way = 8;  // from word to word
    hits_.reserve(text.size() / usual_way);
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      Block& block = blocks_[at / block_size];
      if (at % block_size == 0) block.before = static_cast<std::uint32_t>(hits_.size());
      const auto match = table.longest({text.data() + at, text.size() - at});
      if (!match) continue;
      block.begins |= bit(at);
      hits_.push_back({match.row, at, match.length});
    }
    if (text.size() % block_size == 0) blocks_.back().before = static_cast<std::uint32_t>(hits_.size());
  }

  // The leftmost place in text[begin, end) where a word begins that ends there too, with the longest such word.
  // Precondition: end <= the text's size.
  Hit next(std::uint32_t begin, std::uint32_t end) const noexcept {
    const std::uint32_t first = next_place(begin, end);
    if (first == end) return {};
    for (std::uint32_t i = first_from(first); i < hits_.size() && hits_[i].at < end; ++i) {
      if (const Hit hit = fitted(hits_[i], end)) return hit;
    }
    return {};
  }

  // The first place in text[begin, end) where a word begins, or `end`.
  std::uint32_t next_place(std::uint32_t begin, std::uint32_t end) const noexcept {
    if (begin >= end) return end;
    std::size_t block = begin / block_size;
    std::uint64_t rest = blocks_[block].begins & ~(bit(begin) - 1);
    while (rest == 0) {
      if (++block * block_size >= end) return end;
      rest = blocks_[block].begins;
    }
    const auto at = static_cast<std::uint32_t>(block * block_size) + static_cast<std::uint32_t>(std::countr_zero(rest));
    return std::min(at, end);
  }

  // The longest word that begins at `at` and ends at or before `end`. Precondition: at < end <= the text's size.
  Match longest(std::uint32_t at, std::uint32_t end) const noexcept {
    const bool begins = (blocks_[at / block_size].begins & bit(at)) != 0;
    return begins ? fitted(hits_[first_from(at)], end).match : Match{};
  }

  // All words from left to right, the longest at each place, for those who go through them.
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(hits_.size()); }
  Hit operator[](std::uint32_t index) const noexcept {
    const Found& found = hits_[index];
    return {found.at, {found.row, found.length}};
  }
  // The index of the first word that begins at this place or behind it. Precondition: at <= the text's size.
  std::uint32_t first_from(std::uint32_t at) const noexcept {
    const Block& block = blocks_[at / block_size];
    return block.before + static_cast<std::uint32_t>(std::popcount(block.begins & (bit(at) - 1)));
  }

  // Calls use(at, match) for the words of text[begin, end) from left to right: the longest at each place, none over
  // another.
  template <class Use>
  void read(std::uint32_t begin, std::uint32_t end, Use use) const {
    for (Hit hit = next(begin, end); hit; hit = next(hit.end(), end)) use(hit.at, hit.match);
  }

 private:
  struct Found {
    const Row* row;
    std::uint32_t at;
    std::uint32_t length;
  };
  // Some places of the text: where words begin, and how many before.
  static constexpr std::size_t block_size = 64;
  struct Block {
    std::uint64_t begins = 0;
    std::uint32_t before = 0;
  };
  static constexpr std::uint64_t bit(std::uint32_t at) noexcept { return std::uint64_t{1} << at % block_size; }

  // Only a shorter word may fit in before the end.
  Hit fitted(const Found& found, std::uint32_t end) const noexcept {
    if (found.at + found.length <= end) return {found.at, {found.row, found.length}};
    return {found.at, table_.longest(text_.substr(found.at, end - found.at))};
  }

  const Table<Row>& table_;
  const std::u16string_view text_;
  std::vector<Found> hits_;  // ascending
  std::vector<Block> blocks_;
};

}  // namespace gongbao
