// What keeps hostile markup from costing more than linear time and memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongbao {

struct LimitedHtml {
  std::optional<std::string> changed;  // as long as the input, or shorter; none where the input is within the limits
  bool cut = false;                    // more tags than the limit: the rest is left out
};

// The HTML as a parser can read it in linear time. HTML's rules for tags that overlap or are never closed make a parser
// search all open elements for one tag, and make copies of them. As browsers do, elements are therefore nested only to
// a certain depth; deeper tags are overwritten with blanks (a tag that ends a line with <br>), so that every other byte
// keeps its place.
LimitedHtml limit_html(std::string_view html);

}  // namespace gongbao
