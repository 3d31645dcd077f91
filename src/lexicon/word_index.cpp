#include "lexicon/word_index.h"

namespace gongbao {

void WordIndex::add(std::u16string_view word, Indexed table, std::uint32_t row) {
  const std::uint32_t first = trie_.find(word);
  for (std::uint32_t entry = first; entry != none; entry = entries_[entry].next) {
    if (entries_[entry].table != table) continue;
    entries_[entry].row = row;
    return;
  }
  trie_.insert(word, static_cast<std::uint32_t>(entries_.size()));
  entries_.push_back({table, row, first});
}

}  // namespace gongbao
