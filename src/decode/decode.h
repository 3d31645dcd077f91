// The first stage: bytes to text.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gongbao/diagnostic.h"
#include "gongbao/document.h"

namespace gongbao {

// A cell of a table that the input itself marks as one (HTML, a document file). Places count from 0.
struct TextCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t rows = 1;  // how many it covers, itself included
  std::uint32_t columns = 1;
  Span span;  // in Text::utf8; empty where the cell holds nothing
};

// Its cells also stand in Text::utf8, one row a line, inside `span`, so that a person can read them.
struct MarkedTable {
  Span span;
  std::vector<TextCell> cells;  // in reading order; no two cover the same place
};

struct Text {
  std::string encoding;               // IANA name
  std::string utf8;                   // valid UTF-8
  std::vector<SourceAnchor> anchors;  // the way back to the input, see document.h
  std::vector<Diagnostic> diagnostics;
  std::vector<MarkedTable> tables;  // in reading order; none in plain text
  // What the file says of itself (meta tags, document properties), UTF-8; empty where it says nothing.
  std::string title;
  std::string published;
};

// Reads text in any of the encodings of encoding.h, docx and xlsx. Bytes that are no characters are replaced by U+FFFD
// and reported.
std::variant<Text, Error> decode(std::string_view input);

}  // namespace gongbao
