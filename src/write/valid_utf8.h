// Strings of the caller's, such as file names, may hold any bytes; what is written is UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace gongbao {

// The text with every byte sequence that is no character replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace gongbao
