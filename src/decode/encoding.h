// The encodings the library reads, and their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gongbao {

enum class Encoding : std::uint8_t {
  utf8,
  utf16le,
  utf16be,
  gb18030,  // also all that is labelled gb2312 or GBK, its subsets
  big5,     // with the Hong Kong supplement, as browsers read it
  hz,       // GB 2312 in seven bits: ~{ begins a run of it, ~} ends it
};

std::string_view iana_name(Encoding encoding) noexcept;

// The encoding by one of the names that pages use; nothing for another name.
std::optional<Encoding> encoding_of(std::string_view label);

}  // namespace gongbao
