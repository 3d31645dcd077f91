// Bytes of a known encoding to text.
#pragma once

#include <cstdint>
#include <string_view>

#include "decode/decode.h"
#include "decode/encoding.h"
#include "decode/frequent.h"

namespace gongbao {

// input: a part of a file that begins at `offset`, behind any byte order mark. Bytes that are no characters are
// replaced by U+FFFD and reported.
Text convert(std::string_view input, std::uint32_t offset, Encoding encoding);
// The same for a caller that has the table of usual characters.
Text convert(std::string_view input, std::uint32_t offset, Encoding encoding, const Frequent& frequent);

}  // namespace gongbao
