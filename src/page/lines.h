// The lines of a text and what they look like, before anything is decided about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "gongbao/diagnostic.h"
#include "lexicon/lexicon_impl.h"
#include "text/chars.h"

namespace gongbao {

struct Line {
  Range range;                                    // trimmed; without the line break
  std::uint32_t indent = 0;                       // blanks before it
  std::uint32_t width = 0;                        // in columns of a fixed-width font: Chinese characters take two
  std::uint32_t stops = 0;                        // 。；
  std::uint32_t bars = 0;                         // '|' and tabs: cell borders
  bool marked = false;                            // stands in a table that the input marks
  bool crumb = false;                             // > → » : a path of navigation
  bool ordinal = false;                           // begins with an ordinal, a bullet, a field label or 【
  mutable std::optional<std::uint8_t> furniture;  // see Lines::has()

  bool blank() const noexcept { return range.empty(); }
  // Running text of the bulletin rather than words around it.
  bool prose() const noexcept { return stops > 0 && range.size() >= 20; }
};

// Refers to the text and the lexicon, which must outlive it.
class Lines {
 public:
  // Of more lines and cells than any bulletin has the rest is left out, with a diagnostic.
  Lines(const Chars& chars, const Lexicon::Impl& lexicon, std::vector<Diagnostic>& diagnostics);

  std::size_t size() const noexcept { return lines_.size(); }
  const Line& operator[](std::size_t i) const noexcept { return lines_[i]; }
  Line& operator[](std::size_t i) noexcept { return lines_[i]; }
  auto begin() const noexcept { return lines_.begin(); }

  const Chars& chars() const noexcept { return chars_; }
  const Lexicon::Impl& lexicon() const noexcept { return lexicon_; }
  std::u16string_view text(const Line& line) const noexcept { return chars_.view(line.range.begin, line.range.end); }
  // Whether a word of this kind stands in one of these lines. Looked for when a line is first asked: few are, since it
  // matters only above and below the bulletin.
  bool has(const Line& line, Furniture kind) const {
    if (!line.furniture) line.furniture = find_furniture(line.range);
    return (*line.furniture >> static_cast<unsigned>(kind) & 1U) != 0;
  }

 private:
  std::uint8_t find_furniture(Range line) const;

  const Chars& chars_;
  const Lexicon::Impl& lexicon_;
  std::vector<Line> lines_;
};

// Whether a line begins with what opens a new paragraph: an ordinal, a bullet, a field label, 【.
bool opens_paragraph(std::u16string_view line, const Lexicon::Impl& lexicon);

}  // namespace gongbao
