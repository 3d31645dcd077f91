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
Utf8Char utf8_at(std::string_view text, std::size_t at) noexcept;

// Appends a character that is a Unicode scalar value.
void append_utf8(std::string& out, char32_t code);

}  // namespace gongbao
