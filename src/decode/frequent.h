// How usual a character is in Chinese text: what tells a right reading of bytes from a wrong one.
#pragma once

#include <bitset>
#include <cstdint>

namespace gongbao {

enum class Usage : std::uint8_t {
  alnum,    // Latin letters and figures: as usual as any character, and the worst to make up
  usual,    // other ASCII, punctuation, and the 3,755 characters that make up all but a hundredth of common text
  unusual,  // other characters and letters
  alien,    // controls and codes without a meaning of their own: no text is written with them
};

// A table of 8 KiB, made by ICU; a reading needs it only where the input is not valid UTF-8.
class Frequent {
 public:
  Frequent();
  Usage usage(char32_t character) const noexcept;

 private:
  std::bitset<0x10000> level_one_;  // of GB 2312, whose makers chose it by frequency; simplified forms
};

}  // namespace gongbao
