// The lines of a text and what they look like, before anything is decided about them.
#pragma once

#include <vector>

#include "gongbao/diagnostic.h"
#include "lexicon/lexicon_impl.h"
#include "text/chars.h"

namespace gongbao {

struct Line {
  Range range;                 // trimmed; without the line break
  std::uint32_t indent = 0;    // blanks before it
  std::uint32_t width = 0;     // in columns of a fixed-width font: Chinese characters take two
  std::uint32_t stops = 0;     // 。；
  std::uint32_t bars = 0;      // '|' and tabs: cell borders
  std::uint8_t furniture = 0;  // bit of each Furniture kind found
  bool marked = false;         // stands in a table that the input marks
  bool crumb = false;          // > → » : a path of navigation
  bool ordinal = false;        // begins with an ordinal, a bullet, a field label or 【

  bool blank() const noexcept { return range.empty(); }
  bool has(Furniture kind) const noexcept { return (furniture >> static_cast<unsigned>(kind) & 1U) != 0; }
  // Running text of the bulletin rather than words around it.
  bool prose() const noexcept { return stops > 0 && range.size() >= 20; }
};

// Of more lines and cells than any bulletin has the rest is left out, with a diagnostic.
std::vector<Line> split_lines(const Chars& chars, const Lexicon::Impl& lexicon, std::vector<Diagnostic>& diagnostics);

// Whether a line begins with what opens a new paragraph: an ordinal, a bullet, a field label, 【.
bool opens_paragraph(std::u16string_view line, const Lexicon::Impl& lexicon);

}  // namespace gongbao
