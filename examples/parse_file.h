// A file of any kind, as a document: what the parser cannot read goes through a converter first.
#pragma once

#include <optional>
#include <string_view>

#include "gongbao/parser.h"
#include "program.h"

// Either of the two.
struct ParsedFile {
  std::optional<gongbao::Document> document;
  std::optional<Failure> failure;
};

ParsedFile parse_file(std::string_view bytes, const gongbao::Parser& parser);
