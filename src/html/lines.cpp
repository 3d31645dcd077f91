#include "html/lines.h"

#include <string_view>

namespace gongbao {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view wide_space = "\xE3\x80\x80";
constexpr std::string_view full_stop = "\xE3\x80\x82";
constexpr std::string_view wide_comma = "\xEF\xBC\x8C";
constexpr std::string_view enumeration = "\xE3\x80\x81";
constexpr std::string_view wide_colon = "\xEF\xBC\x9A";
constexpr std::string_view semicolon = "\xEF\xBC\x9B";

class LineSplitter {
 public:
  explicit LineSplitter(const std::vector<HtmlNode>& nodes) : nodes_(nodes) {}

  std::vector<HtmlLine> split() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      while (!open_.empty() && open_.back() <= i) {
        open_.pop_back();
        finish(i, false);
      }
      const HtmlNode& node = nodes_[i];
      if (node.text) {
        see(node);
      } else if (node.block) {
        finish(i, false);
        open_.push_back(node.end);
      } else if (node.tag == GUMBO_TAG_BR) {
        finish(i, true);
      }
    }
    finish(static_cast<std::uint32_t>(nodes_.size()), false);
    return std::move(lines_);
  }

 private:
  void finish(std::uint32_t at, bool broken) {
    line_.end = at;
    if (line_.chars > 0) lines_.push_back(line_);
    line_ = {};
    line_.begin = at;
    line_.broken = broken;
  }

  void see(const HtmlNode& node) {
    const std::string_view text = node.gumbo->v.text.text;
    std::uint32_t chars = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte <= ' ' || (byte & 0xC0) == 0x80) continue;
      if (byte >= 0xC2) {
        const std::string_view three = text.substr(at, 3);
        if (three == wide_space || text.substr(at, 2) == no_break_space) continue;
        line_.stops += three == full_stop || three == semicolon ? 1 : 0;
        line_.commas += three == wide_comma || three == enumeration ? 1 : 0;
        line_.colons += three == wide_colon ? 1 : 0;
      }
      line_.colons += byte == ':' ? 1 : 0;
      line_.commas += byte == ',' ? 1 : 0;
      ++chars;
    }
    line_.chars += chars;
    if (node.linked) line_.linked += chars;
  }

  const std::vector<HtmlNode>& nodes_;
  std::vector<HtmlLine> lines_;
  std::vector<std::uint32_t> open_;  // where the open blocks end
  HtmlLine line_;
};

}  // namespace

std::vector<HtmlLine> split_lines(const std::vector<HtmlNode>& nodes) { return LineSplitter(nodes).split(); }

}  // namespace gongbao
