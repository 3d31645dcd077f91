// The few properties of an element's style that decide whether a reader sees its text, and where its lines end.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gongbao {

struct HtmlStyle {
  bool hidden = false;                      // not shown, of no size, or moved off the page
  bool block = false;                       // display: block, though the element is an inline one
  std::optional<std::uint32_t> color;       // 0xRRGGBB
  std::optional<std::uint32_t> background;  // as well
};

// style: the value of a style attribute.
HtmlStyle read_style(std::string_view style);

// "#fff", "#FFFFFF", "rgb(255, 255, 255)", "white", "black"; none for all others.
std::optional<std::uint32_t> read_color(std::string_view value);

}  // namespace gongbao
