// With which characters a line may begin for a pattern to match it: what tells most lines apart before RE2 is asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongbao {

// The characters that all lines begin with which `pattern` (RE2's syntax, valid, UTF-8) matches: of ^(注|附 *件) these
// are 注 and 附. Nothing where a pattern is not surely tied to the line's begin ("^a|b", "^*a"), where it matches an
// empty line, or where it is made of more than characters, \d, [...] of these, ., (...), |, *, + and ?.
std::optional<std::u16string> first_characters(std::string_view pattern);

}  // namespace gongbao
