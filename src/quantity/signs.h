// Signs of the quantity stage that text/marks.h does not name.
#pragma once

namespace gongbao::sign {

inline constexpr char16_t times = 0x00D7;
inline constexpr char16_t dot_operator = 0x22C5;  // in units: kW(dot)h
inline constexpr char16_t each = 0x6BCF;    // "every", opens the bracket of a rate: yuan (every person every month)
inline constexpr char16_t circle = 0x5708;  // the "circle" of fifteen-minute life circles
inline constexpr char16_t yuan = 0x5143;    // the unit of money that is left out

}  // namespace gongbao::sign
