// The words of several tables in one trie: what begins at a place of a text is found in one walk for all of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/trie.h"

namespace gongbao {

// The tables whose words are looked for at every character of a body.
enum class Indexed : std::uint8_t { cues, plan_words, stages, indicator_words, set_phrases, bounds, numerals, statuses, count };
inline constexpr std::size_t indexed_count = static_cast<std::size_t>(Indexed::count);

class WordIndex {
 public:
  // `row` is the word's in its table. Precondition: the word is not empty. A word that the table has already gets the
  // new row.
  void add(std::u16string_view word, Indexed table, std::uint32_t row);

  // Calls use(table, row, length) for all words that text begins with, the shorter ones of a table before the longer.
  // Precondition: text is not empty.
  template <class Use>
  void read(std::u16string_view text, Use use) const {
    trie_.for_each(text, [&](Trie::Match word) {
      for (std::uint32_t entry = word.row; entry != none; entry = entries_[entry].next)
        use(entries_[entry].table, entries_[entry].row, word.length);
    });
  }

 private:
  static constexpr std::uint32_t none = Trie::none;
  struct Entry {
    Indexed table = Indexed::count;
    std::uint32_t row = 0;
    std::uint32_t next = none;  // of another table, the same word
  };

  Trie trie_;  // its rows are the word's first entry
  std::vector<Entry> entries_;
};

}  // namespace gongbao
