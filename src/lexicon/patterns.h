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

class PatternSet;  // RE2's set of compiled patterns

class PatternTable {
 public:
  // Rows: pattern, kind. A pattern is matched against the folded line (half width, simplified), in UTF-8.
  std::vector<LexiconError> add(std::string_view tsv);

  // Whether a line is of this kind. Only the first 80 characters are looked at.
  bool matches(std::u16string_view folded_line, LinePattern kind) const;

 private:
  void compile();

  struct Row {
    std::string pattern;
    LinePattern kind;
  };
  std::vector<Row> rows_;
  std::shared_ptr<const PatternSet> compiled_;  // immutable, shared by copies
};

}  // namespace gongbao
