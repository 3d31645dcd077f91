// Which encoding bytes are in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "decode/encoding.h"

namespace gongbao {

struct Detected {
  Encoding encoding = Encoding::utf8;
  std::uint32_t mark = 0;    // bytes of the byte order mark
  bool wrong_label = false;  // the input says it is in another one
  bool valid = false;        // known to be valid UTF-8 as a whole
};

// Decided by the byte order mark, else by the content: valid UTF-8 is UTF-8, and of the others the one in which most
// characters are usual ones; the input's own label only tips the balance. Nothing where the input reads as text in
// none of them. Looks at all of the input once, and closely at no more than 64 KiB of it.
std::optional<Detected> detect(std::string_view input);

}  // namespace gongbao
