// UTF-8, one character at a time.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace gongbao {

struct Utf8Char {
  char32_t code;
  std::uint32_t length;  // bytes taken, at least 1
  bool valid;            // false: `length` bytes are no character; code is U+FFFD
};

// The character at `at`. Precondition: at < text.size(). Ill-formed sequences are taken as the Unicode standard
// advises (the maximal subpart), so one damaged byte costs only itself.
inline Utf8Char utf8_at(std::string_view text, std::size_t at) noexcept;

// Writes or appends a character that is a Unicode scalar value. write_utf8 needs room for four bytes, three where the
// character is in the BMP, and returns the place behind it.
inline char* write_utf8(char* out, char32_t code) noexcept;
inline void append_utf8(std::string& out, char32_t code);

// How many bytes from `at` on are valid, up to the first ill-formed sequence or the end.
std::size_t valid_length(std::string_view text, std::size_t at) noexcept;

// Whether a byte of a valid text is the first one of a character.
constexpr bool begins_character(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }
// How many characters a valid text has: the bytes that begin one.
std::size_t count_characters(std::string_view text) noexcept;

// Every stage up to the page reads each character so: inline, the common ones first.

namespace utf8 {
// Whether three bytes have the form of a character, and which. Precondition: four bytes can be read.
inline bool is_triple(const char* bytes) noexcept {
  constexpr auto word_of = [](unsigned char first, unsigned char others) {
    return std::bit_cast<std::uint32_t>(std::array<unsigned char, 4>{first, others, others, 0});
  };
  std::uint32_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return (word & word_of(0xF0, 0xC0)) == word_of(0xE0, 0x80);
}
inline char16_t triple_at(const char* bytes) noexcept {
  const auto bits = [&](std::size_t i, unsigned mask) { return static_cast<unsigned char>(bytes[i]) & mask; };
  return static_cast<char16_t>(bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F));
}
// Those that are surely good: behind E0 and ED there are overlong forms and surrogates.
inline bool is_common_triple(const char* bytes) noexcept {
  constexpr std::uint32_t doubtful = 1U << (0xE0 & 31) | 1U << (0xED & 31);
  return is_triple(bytes) && (doubtful >> (static_cast<unsigned char>(bytes[0]) & 31) & 1U) == 0;
}
Utf8Char rare_at(std::string_view text, std::size_t at) noexcept;  // what may be neither ASCII nor a common triple
}  // namespace utf8

inline Utf8Char utf8_at(std::string_view text, std::size_t at) noexcept {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  if (text.size() - at >= 4 && utf8::is_common_triple(&text[at])) return {utf8::triple_at(&text[at]), 3, true};
  return utf8::rare_at(text, at);
}

inline char* write_utf8(char* out, char32_t code) noexcept {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  const auto more = [&](unsigned shift) { return byte(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    *out++ = byte(code);
    return out;
  }
  if (code < 0x800) {
    *out++ = byte(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    *out++ = byte(0xE0 | code >> 12);
    *out++ = more(6);
  } else {
    *out++ = byte(0xF0 | code >> 18);
    *out++ = more(12);
    *out++ = more(6);
  }
  *out++ = more(0);
  return out;
}

inline void append_utf8(std::string& out, char32_t code) {
  char bytes[4];
  out.append(bytes, write_utf8(bytes, code));
}

}  // namespace gongbao
