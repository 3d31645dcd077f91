// Punctuation after folding, by name. (Words of the language stand in src/lexicon, never here.)
#pragma once

namespace gongbao::mark {

inline constexpr char16_t full_stop = 0x3002;    // 。
inline constexpr char16_t enumeration = 0x3001;  // 、
inline constexpr char16_t middle_dot = 0x00B7;   // ·
inline constexpr char16_t open_quote = 0x201C;   // “
inline constexpr char16_t close_quote = 0x201D;  // ”
inline constexpr char16_t open_title = 0x300A;   // 《
inline constexpr char16_t close_title = 0x300B;  // 》
inline constexpr char16_t open_lens = 0x3010;    // 【
inline constexpr char16_t close_lens = 0x3011;   // 】
inline constexpr char16_t open_shell = 0x3014;   // 〔
inline constexpr char16_t close_shell = 0x3015;  // 〕
inline constexpr char16_t open_single_quote = 0x2018;
inline constexpr char16_t close_single_quote = 0x2019;
inline constexpr char16_t ordinal = 0x7B2C;  // 第
inline constexpr char16_t year = 0x5E74;     // 年
inline constexpr char16_t month = 0x6708;    // 月
inline constexpr char16_t of = 0x7684;       // 的
inline constexpr char16_t day = 0x65E5;      // 日

constexpr bool ends_sentence(char16_t c) noexcept { return c == full_stop || c == u';' || c == u'!' || c == u'?'; }
constexpr bool ends_clause(char16_t c) noexcept { return ends_sentence(c) || c == u',' || c == u':'; }

// May open a name in quotation marks or title marks.
constexpr bool opens_name(char16_t c) noexcept {
  return c == open_quote || c == open_title || c == u'"' || c == open_single_quote;
}

}  // namespace gongbao::mark
