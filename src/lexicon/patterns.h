// The rules that are patterns: what a line of the page is, as regular expressions in patterns.tsv.
//
// They run on RE2, all in one pass, so a pattern that a user adds can neither blow up nor slow the others down.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/lexicon.h"

namespace gongbao {

enum class LinePattern : std::uint8_t {
  drop,   // no part of any text: page numbers
  note,   // a note or a distribution list under the text: 注：, 报：, [2]
  annex,  // what follows is no part of the text above: 附件1, 附表：…
};

class PatternSets;  // compiled by RE2

// The kinds of a line, one bit each.
using LinePatterns = std::uint8_t;
constexpr bool has(LinePatterns patterns, LinePattern kind) noexcept {
  return (patterns >> static_cast<unsigned>(kind) & 1U) != 0;
}

class PatternTable {
 public:
  // Rows: pattern, kind. A pattern is matched against the folded line (half width, simplified), in UTF-8.
  std::vector<LexiconError> add(std::string_view tsv);

  // What a line is. Only the first 80 characters are looked at.
  LinePatterns match(std::u16string_view folded_line) const;

 private:
  struct Row {
    std::string pattern;
    LinePattern kind;
  };
  std::vector<Row> rows_;
  std::shared_ptr<const PatternSets> compiled_;  // immutable, shared by copies
};

}  // namespace gongbao
