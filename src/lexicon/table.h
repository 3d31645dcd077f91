// A table of the lexicon: typed rows and the trie of their words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gongbao/lexicon.h"
#include "lexicon/trie.h"
#include "lexicon/tsv.h"
#include "text/fold.h"

namespace gongbao {

// Row: `columns` (how many, the word included) and `bool read(cells, message)`, which fills the row from the cells or
// says in English what is wrong with them.
template <class Row>
class Table {
 public:
  struct Match {
    const Row* row = nullptr;
    std::uint32_t length = 0;  // characters
    explicit operator bool() const noexcept { return row != nullptr; }
    const Row* operator->() const noexcept { return row; }
  };

  // The longest word of the table that text begins with.
  Match longest(std::u16string_view text) const noexcept {
    const Trie::Match match = trie_.longest(text);
    return match ? Match{&rows_[match.row], match.length} : Match{};
  }
  // Whether some word of the table begins with this character.
  bool may_begin(char16_t c) const noexcept { return trie_.may_begin(c); }
  bool may_end(char16_t c) const noexcept { return trie_.may_end(c); }
  // The row of exactly this word, or null.
  const Row* find(std::u16string_view word) const noexcept {
    const std::uint32_t row = trie_.find(word);
    return row == Trie::none ? nullptr : &rows_[row];
  }

  const std::vector<Row>& rows() const noexcept { return rows_; }

  // Calls use(word, row), an index into rows(), for each row that is added.
  template <class Use>
  std::vector<LexiconError> add(std::string_view tsv, Use use) {
    std::vector<LexiconError> errors;
    for (const TsvRow& line : read_tsv(tsv)) {
      std::string message;
      Row row;
      const std::u16string word = fold(line.cells.front());
      if (word.empty()) {
        message = "the word is empty";
      } else if (line.cells.size() != Row::columns) {
        message = "expected " + std::to_string(Row::columns) + " columns, found " + std::to_string(line.cells.size());
      } else if (row.read(line.cells, message)) {
        const auto index = static_cast<std::uint32_t>(rows_.size());
        trie_.insert(word, index);
        rows_.push_back(std::move(row));
        use(std::u16string_view(word), index);
        continue;
      }
      errors.push_back({line.line, std::move(message)});
    }
    return errors;
  }
  std::vector<LexiconError> add(std::string_view tsv) {
    return add(tsv, [](std::u16string_view, std::uint32_t) {});
  }

 private:
  std::vector<Row> rows_;
  Trie trie_;
};

}  // namespace gongbao
