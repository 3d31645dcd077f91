#include "lexicon/patterns.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>

#include "lexicon/rows.h"
#include "lexicon/tsv.h"
#include "text/utf8.h"

namespace gongbao {

class PatternSet {
 public:
  PatternSet() : set(RE2::DefaultOptions, RE2::UNANCHORED) {}
  RE2::Set set;
};

namespace {

constexpr std::size_t looked_at = 80;

std::string to_utf8(std::u16string_view text) {
  std::string utf8;
  for (const char16_t c : text) append_utf8(utf8, c >= 0xD800 && c < 0xE000 ? char32_t{0xFFFD} : char32_t{c});
  return utf8;
}

}  // namespace

std::vector<LexiconError> PatternTable::add(std::string_view tsv) {
  static constexpr std::array<std::string_view, 3> kinds = {"drop", "note", "annex"};
  std::vector<LexiconError> errors;
  for (const TsvRow& line : read_tsv(tsv)) {
    std::string message;
    LinePattern kind = LinePattern::drop;
    if (line.cells.size() != 2) {
      message = "expected 2 columns, found " + std::to_string(line.cells.size());
    } else if (const RE2 pattern(std::string(line.cells[0]), RE2::Quiet); !pattern.ok()) {
      message = pattern.error();
    } else if (read_kind(line.cells[1], kinds, kind, message)) {
      rows_.push_back({std::string(line.cells[0]), kind});
      continue;
    }
    errors.push_back({line.line, std::move(message)});
  }
  compile();
  return errors;
}

void PatternTable::compile() {
  auto holder = std::make_shared<PatternSet>();
  for (const Row& row : rows_) holder->set.Add(row.pattern, nullptr);  // checked when the row was read
  compiled_ = holder->set.Compile() ? holder : nullptr;
}

bool PatternTable::matches(std::u16string_view folded_line, LinePattern kind) const {
  if (!compiled_ || rows_.empty()) return false;
  std::vector<int> found;
  if (!compiled_->set.Match(to_utf8(folded_line.substr(0, looked_at)), &found)) return false;
  return std::any_of(found.begin(), found.end(),
                     [&](int i) { return rows_[static_cast<std::size_t>(i)].kind == kind; });
}

}  // namespace gongbao
