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

// Appends a character that is a Unicode scalar value.
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

inline void append_utf8(std::string& out, char32_t code) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  const auto more = [&](unsigned shift) { return byte(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) {
    out += byte(code);
  } else if (code < 0x800) {
    out.append({byte(0xC0 | code >> 6), more(0)});
  } else if (code < 0x10000) {
    out.append({byte(0xE0 | code >> 12), more(6), more(0)});
  } else {
    out.append({byte(0xF0 | code >> 18), more(12), more(6), more(0)});
  }
}

}  // namespace gongbao
