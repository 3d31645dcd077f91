#include "golden/case_file.h"

#include <stdexcept>

namespace gongbao::tests {
namespace {

constexpr std::string_view open = "⟦";
constexpr std::string_view close = "⟧";

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& lines, std::string_view separator) {
  std::string all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) all += separator;
    all += lines[i];
  }
  return all;
}

std::vector<Case> read_lines(std::string_view file) {
  std::vector<Case> cases;
  std::size_t number = 0;
  for (std::string& line : split(file, '\n')) {
    ++number;
    const bool head = cases.empty() && line.starts_with("# ");
    if (!head && !line.empty()) cases.push_back({number, {std::move(line)}});
  }
  return cases;
}

std::vector<Case> read_blocks(std::string_view file) {
  std::vector<Case> blocks;
  bool open_block = false;
  for (Case& line : read_lines(file)) {
    if (line.lines.front() == "---") {
      open_block = false;
    } else if (open_block) {
      blocks.back().lines.push_back(std::move(line.lines.front()));
    } else {
      blocks.push_back(std::move(line));
      open_block = true;
    }
  }
  return blocks;
}

MarkedText read_marks(std::string_view marked) {
  MarkedText result;
  for (;;) {
    const std::size_t begin = marked.find(open);
    result.text += marked.substr(0, begin);
    if (begin == std::string_view::npos) return result;
    marked.remove_prefix(begin + open.size());
    const std::size_t end = marked.find(close);
    const std::size_t bar = marked.substr(0, end).rfind('|');
    if (end == std::string_view::npos || bar == std::string_view::npos)
      throw std::runtime_error("a mark is not closed");
    Mark mark;
    mark.span.begin = static_cast<std::uint32_t>(result.text.size());
    result.text += marked.substr(0, bar);
    mark.span.end = static_cast<std::uint32_t>(result.text.size());
    mark.note = marked.substr(bar + 1, end - bar - 1);
    result.marks.push_back(std::move(mark));
    marked.remove_prefix(end + close.size());
  }
}

std::string write_marks(std::string_view text, const std::vector<Mark>& marks) {
  std::string marked;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    marked += text.substr(at, mark.span.begin - at);
    marked += open;
    marked += text.substr(mark.span.begin, mark.span.size());
    marked += "|" + mark.note;
    marked += close;
    at = mark.span.end;
  }
  marked += text.substr(at);
  return marked;
}

}  // namespace gongbao::tests
