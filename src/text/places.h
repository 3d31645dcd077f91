// A set of places of a text, as a bit for each.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "text/bits.h"

namespace gongbao {

class Places {
 public:
  Places() = default;
  explicit Places(std::size_t size) : words_(size / word_size + 1) {}  // none of a text of so many characters

  // Preconditions here and below: places are at most the text's size.
  void put(std::uint32_t at) noexcept { words_[at / word_size] |= std::uint64_t{1} << at % word_size; }
  // Precondition: of the same text.
  void operator|=(const Places& others) noexcept {
    for (std::size_t word = 0; word < words_.size(); ++word) words_[word] |= others.words_[word];
  }
  bool has(std::uint32_t at) const noexcept { return (words_[at / word_size] >> at % word_size & 1U) != 0; }

  // The first one in [begin, end), or end.
  std::uint32_t next(std::uint32_t begin, std::uint32_t end) const noexcept {
    if (begin >= end) return end;
    std::size_t word = begin / word_size;
    std::uint64_t rest = words_[word] & (~std::uint64_t{0} << begin % word_size);
    while (rest == 0) {
      if (++word * word_size >= end) return end;
      rest = words_[word];
    }
    const auto found =
        static_cast<std::uint32_t>(word * word_size) + static_cast<std::uint32_t>(std::countr_zero(rest));
    return found < end ? found : end;
  }

  // The place behind the last one in [begin, end), or begin.
  std::uint32_t behind_last(std::uint32_t begin, std::uint32_t end) const noexcept {
    if (begin >= end) return begin;
    std::size_t word = (end - 1) / word_size;
    std::uint64_t rest = words_[word] & (~std::uint64_t{0} >> (word_size - 1 - (end - 1) % word_size));
    while (rest == 0) {
      if (word * word_size <= begin) return begin;
      rest = words_[--word];
    }
    const auto found =
        static_cast<std::uint32_t>((word + 1) * word_size) - static_cast<std::uint32_t>(std::countl_zero(rest));
    return found > begin ? found : begin;
  }

  // Places are kept in words of so many.
  static constexpr std::size_t word_size = 64;
  // How many stand before each word; how many before a place in its own word.
  std::vector<std::uint32_t> count_by_word() const {
    std::vector<std::uint32_t> before(words_.size());
    for (std::size_t i = 1; i < words_.size(); ++i)
      before[i] = before[i - 1] + static_cast<std::uint32_t>(count_bits(words_[i - 1]));
    return before;
  }
  std::uint32_t count_in_word_before(std::uint32_t at) const noexcept {
    const std::uint64_t lower = (std::uint64_t{1} << at % word_size) - 1;
    return static_cast<std::uint32_t>(count_bits(words_[at / word_size] & lower));
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace gongbao
