// The lines in which a page shows its text, and what they look like.
#pragma once

#include <cstdint>
#include <vector>

#include "html/tree.h"

namespace gongbao {

struct HtmlLine {
  std::uint32_t begin = 0;  // its texts are among the nodes [begin, end)
  std::uint32_t end = 0;
  std::uint32_t chars = 0;   // that are no blanks
  std::uint32_t linked = 0;  // of them, in links
  std::uint32_t stops = 0;   // 。；
  std::uint32_t commas = 0;  // ，、,
  std::uint32_t colons = 0;
  bool broken = false;  // begins behind a <br>, not as a block of its own

  // Words to click on rather than to read.
  bool link_words() const noexcept { return linked * 2 > chars && stops == 0; }
};

// Lines without any character are left out.
std::vector<HtmlLine> split_lines(const std::vector<HtmlNode>& nodes);

}  // namespace gongbao
