#include "lexicon/trie.h"

#include <utility>

namespace gongbao {

Trie::Trie() : begins_(0x10000 / 64), ends_(0x10000 / 64), roots_(page_size), nodes_(1), edges_(16) {}

std::uint32_t Trie::new_node() {
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

// Where the edge is, or the free place where it would be.
std::size_t Trie::slot_of(std::uint32_t parent, char16_t label) const noexcept {
  const std::size_t mask = edges_.size() - 1;
  std::size_t slot = ((parent * 0x9E3779B1U) ^ (label * 0x85EBCA6BU)) & mask;
  while (edges_[slot].node != 0 && (edges_[slot].parent != parent || edges_[slot].label != label)) {
    slot = (slot + 1) & mask;
  }
  return slot;
}

void Trie::add_edge(Edge edge) {
  if (++edge_count_ * 2 > edges_.size()) {
    const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(edges_.size() * 2));
    for (const Edge& e : old) {
      if (e.node != 0) edges_[slot_of(e.parent, e.label)] = e;
    }
  }
  edges_[slot_of(edge.parent, edge.label)] = edge;
  nodes_[edge.parent].labels |= bit_of(edge.label);
}

void Trie::insert(std::u16string_view word, std::uint32_t row) {
  const char16_t first = word.front();
  begins_[first >> 6] |= 1ULL << (first & 63U);
  ends_[word.back() >> 6] |= 1ULL << (word.back() & 63U);
  std::uint32_t& page = pages_[first / page_size];
  if (page == 0) {
    page = static_cast<std::uint32_t>(roots_.size());
    roots_.resize(roots_.size() + page_size);
  }
  std::uint32_t& root = roots_[page + first % page_size];
  if (root == 0) root = new_node();
  std::uint32_t node = root;
  for (const char16_t c : word.substr(1)) {
    std::uint32_t next = child(node, c);
    if (next == 0) {
      next = new_node();
      add_edge({node, c, next});
    }
    node = next;
  }
  nodes_[node].row = row;
}

std::uint32_t Trie::find(std::u16string_view word) const noexcept {
  if (word.empty() || !may_begin(word.front())) return none;
  std::uint32_t node = root_child(word.front());
  for (std::size_t depth = 1; node != 0 && depth < word.size(); ++depth) node = child(node, word[depth]);
  return node == 0 ? none : nodes_[node].row;
}

}  // namespace gongbao
