// Counting bits.
#pragma once

#include <cstdint>

namespace gongbao {

// As std::popcount, which calls a function where the processor is not known to have an instruction for it.
constexpr int count_bits(std::uint64_t bits) noexcept {
  bits -= bits >> 1 & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return static_cast<int>(bits * 0x0101010101010101 >> 56);
}

}  // namespace gongbao
