#include "lexicon/patterns.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>
#include <bitset>
#include <optional>

#include "lexicon/first_characters.h"
#include "lexicon/rows.h"
#include "lexicon/tsv.h"
#include "text/utf8.h"

namespace gongbao {

namespace {

constexpr std::size_t looked_at = 80;

constexpr bool is_surrogate(char16_t c) noexcept { return c >= 0xD800 && c < 0xE000; }

// Writes the line's UTF-8 to a buffer that has room for what is looked at.
constexpr std::size_t most_bytes = looked_at * 3;
re2::StringPiece to_utf8(std::u16string_view text, char* buffer) {
  char* end = buffer;
  for (const char16_t c : text.substr(0, looked_at)) end = write_utf8(end, is_surrogate(c) ? char32_t{0xFFFD} : c);
  return {buffer, static_cast<std::size_t>(end - buffer)};
}

// Patterns with the kinds they speak for.
class PatternSet {
 public:
  explicit PatternSet(RE2::Anchor anchor) : set_(RE2::DefaultOptions, anchor) {}

  // Precondition: a valid pattern.
  void add(const std::string& pattern, LinePattern kind) {
    set_.Add(pattern, nullptr);
    kinds_.push_back(kind);
  }
  void compile() { ready_ = !kinds_.empty() && set_.Compile(); }
  bool ready() const noexcept { return ready_; }

  LinePatterns match(re2::StringPiece line) const {
    // Asked for the patterns only where there are some: that takes memory.
    if (!ready_ || !set_.Match(line, nullptr)) return 0;
    std::vector<int> found;
    unsigned patterns = 0;
    if (set_.Match(line, &found)) {
      for (const int i : found) patterns |= 1U << static_cast<unsigned>(kinds_[static_cast<std::size_t>(i)]);
    }
    return static_cast<LinePatterns>(patterns);
  }

 private:
  RE2::Set set_;
  std::vector<LinePattern> kinds_;
  bool ready_ = false;
};

}  // namespace

// The patterns of which it is known with what their lines begin have a set of their own, which few lines are asked for.
class PatternSets {
 public:
  void add(const std::string& pattern, LinePattern kind) {
    const std::optional<std::u16string> begins = first_characters(pattern);
    (begins ? tied_ : anywhere_).add(pattern, kind);
    for (const char16_t c : begins.value_or(u"")) begins_.set(c);
  }
  void compile() {
    tied_.compile();
    anywhere_.compile();
  }

  LinePatterns match(std::u16string_view line) const {
    const bool may_begin = !line.empty() && (begins_.test(line.front()) || is_surrogate(line.front()));
    if (!may_begin && !anywhere_.ready()) return 0;
    std::array<char, most_bytes> buffer;
    const re2::StringPiece utf8 = to_utf8(line, buffer.data());
    return (may_begin ? tied_.match(utf8) : 0) | anywhere_.match(utf8);
  }

 private:
  PatternSet tied_{RE2::ANCHOR_START};
  PatternSet anywhere_{RE2::UNANCHORED};
  std::bitset<0x10000> begins_;  // the characters with which a line may begin for the tied ones
};

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
  auto sets = std::make_shared<PatternSets>();
  for (const Row& row : rows_) sets->add(row.pattern, row.kind);
  sets->compile();
  compiled_ = std::move(sets);
  return errors;
}

LinePatterns PatternTable::match(std::u16string_view folded_line) const {
  return compiled_ ? compiled_->match(folded_line) : LinePatterns{0};
}

}  // namespace gongbao
