// What holds for every document, whatever the input was.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"

namespace gongbao::tests {

// What `document`, read from `input`, breaks of its contract, one English sentence each; empty where it keeps it all:
// spans inside the text and between characters, the way back to the input, reading order, ids, roles of pairs.
std::vector<std::string> broken_invariants(const Document& document, std::string_view input);

}  // namespace gongbao::tests
