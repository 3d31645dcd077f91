// What an extractor says of one bulletin: an object of the format gongbao/1 (README.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "score/annotation.h"
#include "score/characters.h"
#include "score/json.h"

namespace evaluation {

struct Record {
  Range place;
  Characters text;
  std::optional<Amount> amount;  // none: it has no value
  std::string bound;
  std::string role;
  Characters indicator;
};

struct RecordPair {
  std::size_t target = 0;
  std::size_t achievement = 0;
};

struct Output {
  std::string error;  // the code of what kept the extractor from reading the bulletin; then all else is empty
  Characters text;    // what all places are of
  Meta meta;
  std::vector<Heading> sections;
  std::vector<Work> items;
  std::vector<Record> records;
  std::vector<RecordPair> pairs;
};

// `input`: the bulletin's bytes, which are the output's text where it brings none (a byte order mark excluded). Throws
// FormatError where the format is broken: an id that is not the place in its list, a span that cuts a character or
// lies outside the text, a pair of what does not exist, a field that is missing or of another kind.
Output read_output(const Node& root, std::string_view input);

}  // namespace evaluation
