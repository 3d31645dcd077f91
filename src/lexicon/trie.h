// Words to rows: the longest word of a table that begins at a place of a text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gongbao {

class Trie {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Match {
    std::uint32_t row = none;
    std::uint32_t length = 0;  // characters
    explicit operator bool() const noexcept { return row != none; }
  };

  Trie();

  // Precondition: the word is not empty. A word that is already there gets the new row.
  void insert(std::u16string_view word, std::uint32_t row);
  // The row of exactly this word, or none.
  std::uint32_t find(std::u16string_view word) const noexcept;
  // Whether some word begins with this character.
  bool may_begin(char16_t c) const noexcept { return has(begins_, c); }
  // Whether some word ends with it.
  bool may_end(char16_t c) const noexcept { return has(ends_, c); }
  // The longest word that text begins with. O(length of the longest word).
  Match longest(std::u16string_view text) const noexcept {
    Match best;
    if (text.empty() || !may_begin(text.front())) return best;
    std::uint32_t node = root_child(text.front());
    for (std::uint32_t depth = 1; node != 0; ++depth) {
      if (nodes_[node].row != none) best = {nodes_[node].row, depth};
      if (depth == text.size()) break;
      node = child(node, text[depth]);
    }
    return best;
  }

 private:
  // A child of a node; node 0 means that there is none.
  struct Edge {
    std::uint32_t parent = 0;
    char16_t label = 0;
    std::uint32_t node = 0;
  };

  static bool has(const std::vector<std::uint64_t>& characters, char16_t c) noexcept {
    return (characters[c >> 6] >> (c & 63U) & 1U) != 0;
  }
  std::uint32_t root_child(char16_t c) const noexcept { return roots_[pages_[c / page_size] + c % page_size]; }
  std::size_t slot_of(std::uint32_t parent, char16_t label) const noexcept;
  std::uint32_t child(std::uint32_t parent, char16_t label) const noexcept {
    return (nodes_[parent].labels & bit_of(label)) == 0 ? 0 : edges_[slot_of(parent, label)].node;
  }
  static std::uint64_t bit_of(char16_t label) noexcept { return 1ULL << (label & 63U); }
  void add_edge(Edge edge);
  std::uint32_t new_node();

  // Almost every character of a text begins no word. A bit for each says so: those of all Chinese characters are 2.6
  // KB, so that the bits of all tables stay in the nearest cache.
  std::vector<std::uint64_t> begins_;
  std::vector<std::uint64_t> ends_;  // the same of last characters
  // The root's children: a page for each block of 256 characters, by where it begins; the first page is empty and
  // shared by all the blocks without words.
  static constexpr std::size_t page_size = 256;
  std::array<std::uint32_t, 0x10000 / page_size> pages_{};
  std::vector<std::uint32_t> roots_;
  struct Node {
    std::uint64_t labels = 0;  // the bits of its edges' labels: most characters are ruled out by that
    std::uint32_t row = none;
  };
  std::vector<Node> nodes_;  // node 0 is unused
  std::vector<Edge> edges_;  // an open hash table, a power of two long, at most half full
  std::size_t edge_count_ = 0;
};

}  // namespace gongbao
