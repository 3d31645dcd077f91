#include "lexicon/patterns.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>

#include "lexicon/rows.h"
#include "lexicon/tsv.h"

namespace gongbao {

namespace {

constexpr std::size_t looked_at = 80;

// Writes the line's UTF-8 to a buffer that has room for what is looked at.
constexpr std::size_t most_bytes = looked_at * 3;
re2::StringPiece to_utf8(std::u16string_view text, char* buffer) {
  char* end = buffer;
  const auto byte = [](unsigned bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  for (const char16_t c : text.substr(0, looked_at)) {
    const unsigned code = c >= 0xD800 && c < 0xE000 ? 0xFFFD : c;
    if (code < 0x80) {
      *end++ = byte(code);
      continue;
    }
    *end++ = byte(code < 0x800 ? 0xC0 | code >> 6 : 0xE0 | code >> 12);
    if (code >= 0x800) *end++ = byte(0x80 | (code >> 6 & 0x3F));
    *end++ = byte(0x80 | (code & 0x3F));
  }
  return {buffer, static_cast<std::size_t>(end - buffer)};
}

// Whether the whole pattern is tied to the line's begin: "^a|b" is not.
bool is_tied(std::string_view pattern) {
  int depth = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == '(' || pattern[i] == '[') {
      ++depth;
    } else if (pattern[i] == ')' || pattern[i] == ']') {
      --depth;
    } else if (pattern[i] == '|' && depth == 0) {
      return false;
    }
  }
  return !pattern.empty() && pattern.front() == '^';
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

// Those that are tied to the line's begin have a set of their own: most lines are done with after one character.
class PatternSets {
 public:
  PatternSet tied{RE2::ANCHOR_START};
  PatternSet anywhere{RE2::UNANCHORED};
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
  for (const Row& row : rows_) (is_tied(row.pattern) ? sets->tied : sets->anywhere).add(row.pattern, row.kind);
  sets->tied.compile();
  sets->anywhere.compile();
  compiled_ = std::move(sets);
  return errors;
}

LinePatterns PatternTable::match(std::u16string_view folded_line) const {
  if (!compiled_) return 0;
  std::array<char, most_bytes> buffer;
  const re2::StringPiece line = to_utf8(folded_line, buffer.data());
  return compiled_->tied.match(line) | compiled_->anywhere.match(line);
}

}  // namespace gongbao
