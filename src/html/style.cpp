#include "html/style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace gongbao {
namespace {

constexpr std::size_t longest_value = 64;  // bytes; longer ones (images) say nothing of what is hidden
constexpr double smallest_seen = 1;        // font sizes of a pixel or a point cannot be read
constexpr double farthest_seen = -300;     // pixels to the left or above the page
constexpr std::string_view blanks = " \t\r\n\f";

std::string_view trim(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  const std::size_t end = text.find_last_not_of(blanks);
  return begin == text.size() ? std::string_view() : text.substr(begin, end - begin + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
  return out;
}

std::optional<double> read_number(std::string_view value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() ? std::optional<double>(number) : std::nullopt;
}

bool is_percentage(std::string_view value) { return value.find('%') != value.npos; }

std::optional<std::uint32_t> read_rgb(std::string_view value) {
  std::uint32_t color = 0;
  for (int part = 0; part < 3; ++part) {
    value.remove_prefix(std::min(value.find_first_of("0123456789"), value.size()));
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || number > 255) return std::nullopt;
    color = color << 8 | number;
    value.remove_prefix(static_cast<std::size_t>(end - value.data()));
  }
  return color;
}

bool hides(std::string_view name, std::string_view value) {
  if (name == "display") return value.substr(0, 4) == "none";
  if (name == "visibility") return value.substr(0, 6) == "hidden" || value.substr(0, 8) == "collapse";
  const std::optional<double> number = read_number(value);
  if (!number) return false;
  if (name == "font-size") return *number < smallest_seen && !is_percentage(value) && value.find("em") == value.npos;
  if (name == "opacity") return *number == 0;
  if (name == "text-indent" || name == "left" || name == "top" || name == "margin-left" || name == "margin-top")
    return *number < farthest_seen;
  return false;
}

void read_declaration(std::string_view name, std::string_view value, HtmlStyle& style) {
  style.hidden = style.hidden || hides(name, value);
  if (name == "display") style.block = value == "block" || value == "table" || value == "list-item";
  if (name == "color") style.color = read_color(value);
  if (name == "background" || name == "background-color") style.background = read_color(value);
}

}  // namespace

std::optional<std::uint32_t> read_color(std::string_view given) {
  const std::string value = lower(trim(given.substr(0, longest_value)));
  if (value == "white") return 0xFFFFFF;
  if (value == "black") return 0;
  if (value.substr(0, 3) == "rgb") return read_rgb(value);
  const std::string_view digits = value.substr(0, 1) == "#" ? std::string_view(value).substr(1) : value;
  std::uint32_t color = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), color, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (digits.size() == 6) return color;
  if (digits.size() != 3) return std::nullopt;
  return ((color >> 8 & 0xF) * 0x11) << 16 | ((color >> 4 & 0xF) * 0x11) << 8 | (color & 0xF) * 0x11;
}

HtmlStyle read_style(std::string_view text) {
  HtmlStyle style;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view declaration = text.substr(0, end);
    const std::size_t colon = declaration.find(':');
    if (colon != declaration.npos && end <= longest_value) {
      read_declaration(lower(trim(declaration.substr(0, colon))), lower(trim(declaration.substr(colon + 1))), style);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return style;
}

}  // namespace gongbao
