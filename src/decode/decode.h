// The first stage: bytes to text.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gongbao/diagnostic.h"
#include "gongbao/document.h"

namespace gongbao {

struct Text {
  std::string encoding;               // IANA name
  std::string utf8;                   // valid UTF-8
  std::vector<SourceAnchor> anchors;  // the way back to the input, see document.h
  std::vector<Diagnostic> diagnostics;
};

// Reads UTF-8, with or without a byte order mark; bytes that are no characters are replaced by U+FFFD and reported.
// Another encoding needs a case here and nothing elsewhere: it fills the same Text.
std::variant<Text, Error> decode(std::string_view input);

}  // namespace gongbao
