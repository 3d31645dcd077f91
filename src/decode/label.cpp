#include "decode/label.h"

#include <algorithm>

namespace gongbao {
namespace {

constexpr std::size_t farthest_label = 4096;

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }
constexpr bool ends_value(char c) noexcept { return is_blank(c) || c == '"' || c == '\'' || c == ';' || c == '/'; }

// The value behind `name=`, with or without quotes.
std::string_view value_of(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != tag.npos; at = tag.find(name, at)) {
    at += name.size();
    while (at < tag.size() && is_blank(tag[at])) ++at;
    if (at == tag.size() || tag[at] != '=') continue;
    ++at;
    while (at < tag.size() && (is_blank(tag[at]) || tag[at] == '"' || tag[at] == '\'')) ++at;
    std::size_t end = at;
    while (end < tag.size() && !ends_value(tag[end])) ++end;
    return tag.substr(at, end - at);
  }
  return {};
}

}  // namespace

std::string encoding_label(std::string_view input) {
  input = input.substr(0, farthest_label);
  if (input.find('<') == input.npos) return {};
  std::string head(input);
  for (char& c : head)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const std::string_view view = head;
  for (std::size_t at = view.find('<'); at != view.npos; at = view.find('<', at + 1)) {
    const std::string_view rest = view.substr(at);
    if (rest.substr(0, 4) == "<!--") {
      at += std::min(rest.find("-->"), rest.size() - 1);
      continue;
    }
    const std::string_view tag = rest.substr(0, rest.find('>'));
    std::string_view value;
    if (tag.substr(0, 5) == "<meta") value = value_of(tag, "charset");
    if (tag.substr(0, 5) == "<?xml") value = value_of(tag.substr(0, tag.rfind('?')), "encoding");
    if (!value.empty()) return std::string(value);
  }
  return {};
}

}  // namespace gongbao
