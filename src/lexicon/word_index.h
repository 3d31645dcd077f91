// The words of several tables in one structure: what begins at a place of a text is found in one walk for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao {

// The tables whose words are looked for at every character of a body.
enum class Indexed : std::uint8_t {
  cues,
  plan_words,
  stages,
  indicator_words,
  set_phrases,
  bounds,
  numerals,
  statuses,
  count
};
inline constexpr std::size_t indexed_count = static_cast<std::size_t>(Indexed::count);

class WordIndex {
 public:
  WordIndex();

  // `row` is the word's in its table. Precondition: the word is not empty. A word that the table has already gets the
  // new row.
  void add(std::u16string_view word, Indexed table, std::uint32_t row) {
    words_.push_back({std::u16string(word), table, row});
    compiled_ = false;
  }
  // After all words are added; what stands below needs it. Where none was, nothing is done.
  void compile();

  // Whether a word may begin with these two characters (0: the text ends), or be the first of them alone. Wrong for one
  // pair in twenty of those with which none does.
  bool may_begin(char16_t first, char16_t second) const noexcept {
    return ((pair_bits(first, second) | singles_[first / 64U] >> first % 64U) & 1U) != 0;
  }
  // Calls use(table, row, length) for the longest word of each table that text begins with. Precondition: text is not
  // empty.
  template <class Use>
  void read(std::u16string_view text, Use use) const {
    const bool may_go_on = text.size() > 1 && (pair_bits(text[0], text[1]) & 1U) != 0;
    const std::uint32_t pair = may_go_on ? start(text[0], text[1]) : 0;
    const Node* node = &nodes_[pair != 0 ? pair : start(text[0], 0)];
    const std::size_t end = pair != 0 ? text.size() : 0;
    for (std::size_t depth = 2; depth < end && (node->labels >> text[depth] % 64U & 1U) != 0; ++depth) {
      const std::uint32_t next = child(*node, text[depth]);
      if (next == 0) break;
      node = &nodes_[next];
    }
    for (std::uint32_t at = node->first_entry; at < node[1].first_entry; ++at)
      use(entries_[at].table, entries_[at].row, entries_[at].length);
  }

 private:
  struct Word {
    std::u16string text;
    Indexed table = Indexed::count;
    std::uint32_t row = 0;
  };
  // The longest word of a table on the way to a node: one look at the farthest node tells all.
  struct Entry {
    std::uint32_t row = 0;
    std::uint32_t length = 0;
    Indexed table = Indexed::count;
  };
  // Nodes stand in the order of their words' lengths, so that a node's children are neighbours.
  struct Node {
    std::uint64_t labels = 0;  // the children's: bit `label % 64`. Most characters are ruled out by that
    std::uint32_t first_child = 0;
    std::uint32_t first_entry = 0;  // up to the next node's
  };

  std::uint32_t child(const Node& node, char16_t label) const noexcept {
    for (std::uint32_t at = node.first_child; at < (&node)[1].first_child; ++at)
      if (labels_[at] == label) return at;
    return 0;
  }
  static std::uint32_t hash(char16_t first, char16_t second) noexcept {
    return first * 0x9E3779B1U + second * 0x85EBCA6BU;
  }
  // The lowest bit: whether a word may begin with these two characters.
  std::uint64_t pair_bits(char16_t first, char16_t second) const noexcept {
    const std::uint32_t pair = hash(first, second) >> 16U;
    return pairs_[pair / 64] >> pair % 64;
  }
  // The node for these two characters, or for one where the second is 0; 0 where there is none.
  struct Start {
    char16_t first = 0;
    char16_t second = 0;
    std::uint32_t node = 0;
  };
  std::size_t slot_of(char16_t first, char16_t second) const noexcept {
    std::size_t slot = hash(first, second) >> starts_shift_;
    while (starts_[slot].node != 0 && (starts_[slot].first != first || starts_[slot].second != second))
      slot = (slot + 1) & (starts_.size() - 1);
    return slot;
  }
  std::uint32_t start(char16_t first, char16_t second) const noexcept { return starts_[slot_of(first, second)].node; }

  // Words that begin with the same characters: a node in the making.
  struct Run {
    std::size_t begin = 0;  // in words_
    std::size_t end = 0;
    std::uint32_t parent = 0;
  };
  void add_filters();
  void make_starts();
  void divide(Run run, std::size_t depth, std::uint32_t node, std::vector<Run>& next);
  void add_entries(Run run, std::size_t length);

  std::vector<Word> words_;             // in order, once compiled; equal ones as they were added
  std::vector<std::uint64_t> pairs_;    // the first two characters of words, by a hash
  std::vector<std::uint64_t> singles_;  // words of one character
  std::vector<Start> starts_;           // an open hash table, a power of two long, at most a third full
  unsigned starts_shift_ = 0;           // of a hash: its highest bits are the slot
  std::vector<Node> nodes_;             // the first is empty; the last only ends the one before
  std::vector<char16_t> labels_;        // of each node: the last character of its words
  std::vector<Entry> entries_;
  bool compiled_ = false;
};

}  // namespace gongbao
