// A set of places of a text, as a bit for each.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace gongbao {

class Places {
 public:
  Places() = default;
  explicit Places(std::size_t size) : words_(size / word_size + 1) {}  // none of a text of so many characters

  // Preconditions here and below: places are at most the text's size.
  void put(std::uint32_t at) noexcept { words_[at / word_size] |= std::uint64_t{1} << at % word_size; }
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
    const auto found = static_cast<std::uint32_t>(word * word_size) + static_cast<std::uint32_t>(std::countr_zero(rest));
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

 private:
  static constexpr std::size_t word_size = 64;
  std::vector<std::uint64_t> words_;
};

}  // namespace gongbao
