// The encoding a page says it is in.
#pragma once

#include <string>
#include <string_view>

namespace gongbao {

// What the first <meta charset=...>, <meta http-equiv content="...; charset=..."> or XML declaration within the first
// 4 KiB names, in lower case; empty where there is none. It may lie.
std::string encoding_label(std::string_view input);

}  // namespace gongbao
