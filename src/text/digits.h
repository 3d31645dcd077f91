// Chinese digits and the small numbers of ordinals and dates.
#pragma once

#include <optional>
#include <string_view>

namespace gongbao {

// 〇零一二三四五六七八九 as 0..9; -1 for anything else.
constexpr int han_digit(char16_t c) noexcept {
  switch (c) {
    case 0x3007:
    case 0x96F6: return 0;
    case 0x4E00: return 1;
    case 0x4E8C: return 2;
    case 0x4E09: return 3;
    case 0x56DB: return 4;
    case 0x4E94: return 5;
    case 0x516D: return 6;
    case 0x4E03: return 7;
    case 0x516B: return 8;
    case 0x4E5D: return 9;
    default: return -1;
  }
}
inline constexpr char16_t han_ten = 0x5341;   // 十
inline constexpr char16_t han_pair = 0x4E24;  // 两

struct SmallNumber {
  int value = 0;
  std::size_t length = 0;  // characters; 0: no number there
};

// A number below 100 in Chinese (七, 十二, 二十, 三十一), at the start of text.
constexpr SmallNumber read_han_number(std::u16string_view text) noexcept {
  std::size_t at = 0;
  int tens = 0;
  if (at < text.size() && han_digit(text[at]) > 0) tens = han_digit(text[at++]);
  if (at == text.size() || text[at] != han_ten) return {tens, at};
  const int value = (at == 0 ? 1 : tens) * 10;
  ++at;
  if (at < text.size() && han_digit(text[at]) > 0) return {value + han_digit(text[at]), at + 1};
  return {value, at};
}

// Up to `most` ASCII digits at the start of text.
constexpr SmallNumber read_digits(std::u16string_view text, std::size_t most) noexcept {
  SmallNumber number;
  while (number.length < most && number.length < text.size() && text[number.length] >= u'0' &&
         text[number.length] <= u'9') {
    number.value = number.value * 10 + (text[number.length] - u'0');
    ++number.length;
  }
  return number;
}

// A number of one or two ASCII digits, or a Chinese one below 100.
constexpr SmallNumber read_small_number(std::u16string_view text) noexcept {
  const SmallNumber digits = read_digits(text, 2);
  return digits.length != 0 ? digits : read_han_number(text);
}

}  // namespace gongbao
