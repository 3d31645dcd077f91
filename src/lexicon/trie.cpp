#include "lexicon/trie.h"

namespace gongbao {

Trie::Trie() : pages_(1), nodes_(1) {}

void Trie::insert(std::u16string_view word, std::uint32_t row) {
  const char16_t first = word.front();
  if (page_of_[first >> 8] == 0) {
    page_of_[first >> 8] = static_cast<std::uint16_t>(pages_.size());
    pages_.emplace_back();
  }
  std::uint32_t& root = pages_[page_of_[first >> 8]][first & 0xFF];
  if (root == 0) {
    root = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({first, none, 0, 0});
  }
  std::uint32_t node = root;
  for (const char16_t c : word.substr(1)) {
    std::uint32_t child = nodes_[node].child;
    while (child != 0 && nodes_[child].label != c) child = nodes_[child].sibling;
    if (child == 0) {
      child = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back({c, none, 0, nodes_[node].child});
      nodes_[node].child = child;
    }
    node = child;
  }
  nodes_[node].row = row;
}

std::uint32_t Trie::find(std::u16string_view word) const noexcept {
  const Match match = longest(word);
  return match.length == word.size() ? match.row : none;
}

Trie::Match Trie::longest(std::u16string_view text) const noexcept {
  Match best;
  if (text.empty()) return best;
  std::uint32_t node = root_child(text.front());
  for (std::uint32_t depth = 1; node != 0; ++depth) {
    if (nodes_[node].row != none) best = {nodes_[node].row, depth};
    if (depth == text.size()) break;
    node = nodes_[node].child;
    while (node != 0 && nodes_[node].label != text[depth]) node = nodes_[node].sibling;
  }
  return best;
}

}  // namespace gongbao
