// The words of one table in a text, found once for all who ask for them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/table.h"

namespace gongbao {

// Refers to the table and the text, which must outlive it. Places are indexes into the text.
template <class Row>
class Hits {
 public:
  using Match = typename Table<Row>::Match;
  // A word and where it stands.
  struct Hit {
    std::uint32_t at = 0;
    Match match;
    std::uint32_t end() const noexcept { return at + match.length; }
    explicit operator bool() const noexcept { return static_cast<bool>(match); }
    const Row* operator->() const noexcept { return match.row; }
  };

  Hits(const Table<Row>& table, std::u16string_view text) : table_(table), text_(text), first_(text.size() + 1) {
    constexpr std::size_t usual_way = 6;  // from word to word
    hits_.reserve(text.size() / usual_way);
    auto place = first_.begin();
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      const auto match = table.longest({text.data() + at, text.size() - at});
      if (!match) continue;
      const auto behind = first_.begin() + at + 1;
      std::fill(place, behind, static_cast<std::uint32_t>(hits_.size()));
      place = behind;
      hits_.push_back({at, match});
    }
    std::fill(place, first_.end(), static_cast<std::uint32_t>(hits_.size()));
  }

  // The leftmost place in text[begin, end) where a word begins that ends there too, with the longest such word.
  // Precondition: end <= the text's size.
  Hit next(std::uint32_t begin, std::uint32_t end) const noexcept {
    if (begin >= end) return {};
    for (std::uint32_t i = first_[begin]; i < hits_.size() && hits_[i].at < end; ++i) {
      if (const Hit hit = fitted(hits_[i], end)) return hit;
    }
    return {};
  }

  // The longest word that begins at `at` and ends at or before `end`. Precondition: at < end <= the text's size.
  Match longest(std::uint32_t at, std::uint32_t end) const noexcept {
    return first_[at] == first_[at + 1] ? Match{} : fitted(hits_[first_[at]], end).match;
  }

  // Calls use(at, match) for the words of text[begin, end) from left to right: the longest at each place, none over
  // another.
  template <class Use>
  void read(std::uint32_t begin, std::uint32_t end, Use use) const {
    for (Hit hit = next(begin, end); hit; hit = next(hit.end(), end)) use(hit.at, hit.match);
  }

 private:
  // Only a shorter word may fit in before the end.
  Hit fitted(const Hit& hit, std::uint32_t end) const noexcept {
    return hit.end() <= end ? hit : Hit{hit.at, table_.longest(text_.substr(hit.at, end - hit.at))};
  }

  const Table<Row>& table_;
  const std::u16string_view text_;
  std::vector<Hit> hits_;             // ascending
  std::vector<std::uint32_t> first_;  // by place: the first of hits_ there or behind it
};

}  // namespace gongbao
