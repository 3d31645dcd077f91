#include "html/article.h"

#include <algorithm>
#include <cstdint>

#include "html/tags.h"

namespace gongbao {
namespace {

constexpr std::uint32_t shortest_prose = 20;  // characters
constexpr std::uint32_t shortest_words = 12;  // that can be a part of the article without being a sentence

bool is_prose(const HtmlLine& line) noexcept { return line.stops > 0 && line.chars - line.linked >= shortest_prose; }

// What the article must not end before: sentences, and enumerations such as a list's last line.
bool is_words(const HtmlLine& line) noexcept {
  return line.stops + line.commas > 0 && line.chars - line.linked >= shortest_words;
}

// Sums over the lines of any stretch of the page.
class Weights {
 public:
  Weights(const std::vector<HtmlNode>& nodes, const std::vector<HtmlLine>& lines, const std::vector<bool>& data_tables)
      : lines_(lines) {
    std::uint32_t table_end = 0;
    std::uint32_t node = 0;
    for (const HtmlLine& line : lines) {
      for (; node < line.begin; ++node)
        if (data_tables[node]) table_end = nodes[node].end;
      weight_.push_back(weight_.back() + weight(line, line.begin < table_end));
      words_.push_back(words_.back() + (is_words(line) ? 1 : 0));
    }
  }

  // The lines whose texts lie in the nodes [begin, end).
  HtmlArticle lines_of(std::uint32_t begin, std::uint32_t end) const {
    const auto before = [](const HtmlLine& line, std::uint32_t at) { return line.begin < at; };
    const auto first = std::lower_bound(lines_.begin(), lines_.end(), begin, before);
    const auto last = std::lower_bound(first, lines_.end(), end, before);
    return {static_cast<std::size_t>(first - lines_.begin()), static_cast<std::size_t>(last - lines_.begin())};
  }
  std::uint64_t weight(HtmlArticle part) const { return weight_[part.end] - weight_[part.begin]; }
  bool has_words(HtmlArticle part) const { return words_[part.end] > words_[part.begin]; }

 private:
  // Running text counts in full, a table's cells half, all other words (menus, footers) little, links nothing.
  static std::uint64_t weight(const HtmlLine& line, bool in_table) {
    const std::uint64_t chars = line.chars - line.linked;
    if (is_prose(line)) return chars * 8;
    return in_table ? chars * 4 : chars;
  }

  const std::vector<HtmlLine>& lines_;
  std::vector<std::uint64_t> weight_{0};
  std::vector<std::uint32_t> words_{0};  // lines that are
};

bool can_hold_article(const HtmlNode& node) noexcept {
  static constexpr TagSet paragraphs = {GUMBO_TAG_P,  GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
                                        GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_LI, GUMBO_TAG_PRE};
  return !node.text && !paragraphs.has(node.tag);
}

// The heaviest element that its name marks as the article, where it has at least half of the page's weight.
std::uint32_t marked_article(const std::vector<HtmlNode>& nodes, const Weights& weights, std::uint64_t all) {
  std::uint32_t best = 0;
  std::uint64_t most = all / 2;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (!nodes[i].article) continue;
    const std::uint64_t weight = weights.weight(weights.lines_of(i, nodes[i].end));
    if (weight <= most) continue;
    most = weight;
    best = i;
  }
  return best;
}

// From the outside in, as long as one child has nearly all of the weight and nothing of an article stands behind it.
std::uint32_t heaviest_element(const std::vector<HtmlNode>& nodes, const Weights& weights,
                               const std::vector<bool>& data_tables) {
  std::uint32_t found = 0;
  for (;;) {
    const std::uint64_t whole = weights.weight(weights.lines_of(found, nodes[found].end));
    std::uint32_t next = found;
    if (whole == 0) return found;
    for (std::uint32_t child = found + 1; child < nodes[found].end; child = nodes[child].end) {
      if (!can_hold_article(nodes[child]) || data_tables[child]) continue;
      const std::uint64_t weight = weights.weight(weights.lines_of(child, nodes[child].end));
      if (weight * 4 < whole * 3) continue;
      if (!weights.has_words(weights.lines_of(nodes[child].end, nodes[found].end))) next = child;
    }
    if (next == found) return found;
    found = next;
  }
}

}  // namespace

HtmlArticle find_article(const std::vector<HtmlNode>& nodes, const std::vector<HtmlLine>& lines,
                         const std::vector<bool>& data_tables) {
  if (nodes.empty()) return {};
  const Weights weights(nodes, lines, data_tables);
  const std::uint64_t all = weights.weight({0, lines.size()});
  std::uint32_t found = marked_article(nodes, weights, all);
  if (found == 0) found = heaviest_element(nodes, weights, data_tables);
  return weights.lines_of(found, nodes[found].end);
}

}  // namespace gongbao
