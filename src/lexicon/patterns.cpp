#include "lexicon/patterns.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>

#include "lexicon/rows.h"
#include "lexicon/tsv.h"
#include "text/utf8.h"

namespace gongbao {

namespace {

constexpr std::size_t looked_at = 80;

// Writes the line's UTF-8 to a buffer that has room for what is looked at.
constexpr std::size_t most_bytes = looked_at * 3;
re2::StringPiece to_utf8(std::u16string_view text, char* buffer) {
  char* end = buffer;
  for (const char16_t c : text.substr(0, looked_at))
    end = write_utf8(end, c >= 0xD800 && c < 0xE000 ? char32_t{0xFFFD} : char32_t{c});
  return {buffer, static_cast<std::size_t>(end - buffer)};
}

// Whether the whole pattern is surely tied to the line's begin: ^a(b|c) is, "^a|b" and "^*a" are not. What this does
// not understand (\Q…\E, an unclosed bracket) is not.
bool is_tied(std::string_view pattern) {
  if (!pattern.starts_with('^') || pattern.find("\\Q") != pattern.npos) return false;
  if (pattern.size() > 1 && std::string_view("*?+{").find(pattern[1]) != std::string_view::npos) return false;
  int depth = 0;
  bool in_class = false;  // [...], where brackets are characters
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
      if (pattern.substr(i + 1).starts_with('^')) ++i;
      if (pattern.substr(i + 1).starts_with(']')) ++i;  // the first one is a character
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == '|' && depth == 0) {
      return false;
    }
  }
  return !in_class;
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
