// The bulletin for a reader.
#pragma once

#include <string>
#include <string_view>

#include "page/page.h"

namespace gongbao {

// The title, then each paragraph and each row of a table on a line, the cells of a row separated by " | ". `utf8`: the
// text the page was read from.
std::string body_text(const Page& page, std::string_view utf8);

}  // namespace gongbao
