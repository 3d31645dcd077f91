// Where one character ends and the next begins, in bytes some of which may be damaged.
//
// In GB18030, Big5 and UTF-16 a byte that is lost or added puts all that follow out of step: the pairs still mean
// something, and something wrong. So the bytes are not cut from left to right. Of all ways to cut them into characters
// and damaged bytes the likeliest is taken: unusual characters cost a little, damage costs more. Sound text is cut as
// usual, since leaving the step and coming back costs two damaged bytes; after a real loss the usual characters pull
// the reading back into step at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "decode/frequent.h"

namespace gongbao {

inline constexpr std::uint32_t longest_code = 4;  // bytes
inline constexpr std::uint8_t damaged_step = 0x80;

constexpr std::uint64_t cost_of(Usage usage) noexcept {
  switch (usage) {
    case Usage::alnum: return 1;  // decides a tie: indents of U+3000 must not become zeros
    case Usage::usual: return 0;
    case Usage::unusual: return 2000;
    case Usage::alien: return 5000;
  }
  return 0;
}
inline constexpr std::uint64_t cost_of_damage = 6000;

// At the first byte of each piece its length, with damaged_step added where it is no character; linear in the input.
// codes.each(input, at, visit) must call visit(length, usage) for each character that may begin there.
template <class Codes>
std::vector<std::uint8_t> cut_into_characters(std::string_view input, const Codes& codes) {
  constexpr std::uint64_t none = ~std::uint64_t{0};
  constexpr std::size_t window = 2 * longest_code;  // a power of two
  std::array<std::uint64_t, window> costs;          // of the best way to each of the next places
  costs.fill(none);
  costs[0] = 0;
  std::vector<std::uint8_t> steps(input.size() + 1, 0);  // at the end of each piece, for now
  const auto reach = [&](std::size_t at, std::uint32_t length, std::uint64_t cost, std::uint8_t step) {
    const std::uint64_t total = costs[at % window] + cost;
    std::uint64_t& best = costs[(at + length) % window];
    if (total >= best) return;
    best = total;
    steps[at + length] = step;
  };
  for (std::size_t at = 0; at < input.size(); ++at) {
    codes.each(input, at, [&](std::uint32_t length, Usage usage) {
      reach(at, length, cost_of(usage), static_cast<std::uint8_t>(length));
    });
    reach(at, 1, cost_of_damage, 1 | damaged_step);  // so every place is reached
    costs[at % window] = none;
  }
  // Move each step from its end to its begin.
  std::uint8_t step = steps[input.size()];
  for (std::size_t at = input.size(); at > 0;) {
    at -= step & ~damaged_step;
    std::swap(step, steps[at]);
  }
  steps.pop_back();
  return steps;
}

}  // namespace gongbao
