// Page numbers of paper that copying left inside a paragraph: 已完成42第3页 共5页公里, 养老- 3 -床位.
#pragma once

#include <vector>

#include "text/chars.h"

namespace gongbao {

// In reading order, inside the range. A page without the number of all pages is not found: 详见第3页.
std::vector<Range> find_page_numbers(const Chars& chars, Range within);

}  // namespace gongbao
