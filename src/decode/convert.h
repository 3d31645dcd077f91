// Bytes of a known encoding to text.
#pragma once

#include <cstdint>
#include <string_view>

#include "decode/decode.h"
#include "decode/encoding.h"
#include "decode/frequent.h"

namespace gongbao {

// Damaged bytes are the exception in a text: at most one in ten.
constexpr std::size_t most_damaged(std::size_t bytes) noexcept { return bytes / 10; }

// input: a part of a file that begins at `offset`, behind any byte order mark. Bytes that are no characters are
// replaced by U+FFFD and reported; where there are more of them than most_damaged(), the rest is not read.
Text convert(std::string_view input, std::uint32_t offset, Encoding encoding);
// The same for a caller that has the table of usual characters.
Text convert(std::string_view input, std::uint32_t offset, Encoding encoding, const Frequent& frequent);
// What convert() makes of UTF-8 that is known to be valid.
Text copy_utf8(std::string_view valid, std::uint32_t offset);

}  // namespace gongbao
