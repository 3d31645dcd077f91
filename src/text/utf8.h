// UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <cstdint>
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

// Every stage up to the page reads each character so: inline, the common ones first.

namespace utf8 {
// U+1000 to U+CFFF: no lead byte of these allows an overlong form or a surrogate.
inline bool is_common_triple(const unsigned char* bytes) noexcept {
  return bytes[0] >= 0xE1 && bytes[0] <= 0xEC && (bytes[1] & 0xC0U) == 0x80 && (bytes[2] & 0xC0U) == 0x80;
}
Utf8Char rare_at(std::string_view text, std::size_t at) noexcept;  // what is neither ASCII nor three good bytes
}  // namespace utf8

inline Utf8Char utf8_at(std::string_view text, std::size_t at) noexcept {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const unsigned lead = bytes[0];
  if (lead < 0x80) return {lead, 1, true};
  if (text.size() - at >= 3 && utf8::is_common_triple(bytes))
    return {(lead & 0x0FU) << 12 | (bytes[1] & 0x3FU) << 6 | (bytes[2] & 0x3FU), 3, true};
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
