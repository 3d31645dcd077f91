// The words of one table in a text, found once for all who ask for them.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/table.h"
#include "text/places.h"

namespace gongbao {

// Where words stand in a text, whatever their table: a bit for each place where one begins, and the longest one there.
class HitList {
 public:
  struct Hit {
    std::uint32_t at = 0;
    std::uint32_t row = 0;  // in its table
    std::uint32_t length = 0;
    std::uint32_t end() const noexcept { return at + length; }
  };

  HitList() = default;
  // For a text of so many characters.
  explicit HitList(std::size_t size) : places_(size) {
    constexpr std::size_t usual_way = 8;  // from word to word
    hits_.reserve(size / usual_way);
  }

  // Precondition: `at` is below the text's size and behind the last one's.
  void put(std::uint32_t at, std::uint32_t row, std::uint32_t length) {
    places_.put(at);
    hits_.push_back({at, row, length});
  }
  // Once all words are put: what stands below needs it.
  void finish() {
    before_ = places_.count_by_word();
    hits_.push_back({behind_all, 0, 0});
  }

  // The first hit at this place or behind it, and so on; the last one is none and stands behind every text.
  // Precondition: at <= the text's size.
  const Hit* from(std::uint32_t at) const noexcept {
    return hits_.data() + before_[at / Places::word_size] + places_.count_in_word_before(at);
  }
  const Places& places() const noexcept { return places_; }  // where a word begins

 private:
  static constexpr std::uint32_t behind_all = ~std::uint32_t{0};

  std::vector<Hit> hits_;
  Places places_;
  std::vector<std::uint32_t> before_;  // hits before each word of the places
};

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

  // `list`: the table's longest word at each place of the text.
  Hits(const Table<Row>& table, std::u16string_view text, HitList list)
      : table_(table), text_(text), list_(std::move(list)) {}

  // The leftmost place in text[begin, end) where a word begins that ends there too, with the longest such word.
  // Precondition: end <= the text's size.
  Hit next(std::uint32_t begin, std::uint32_t end) const noexcept {
    const std::uint32_t first = next_place(begin, end);
    return first == end ? Hit{} : next_fitted(list_.from(first), end);
  }

  const Places& places() const noexcept { return list_.places(); }  // where a word begins
  // Whether a word begins at `at`. Precondition: at <= the text's size.
  bool begins(std::uint32_t at) const noexcept { return list_.places().has(at); }
  // The first place in text[begin, end) where a word begins, or `end`.
  std::uint32_t next_place(std::uint32_t begin, std::uint32_t end) const noexcept {
    return list_.places().next(begin, end);
  }

  // The longest word that begins at `at` and ends at or before `end`. Precondition: at <= end <= the text's size.
  Match longest(std::uint32_t at, std::uint32_t end) const noexcept {
    return list_.places().has(at) ? fitted(*list_.from(at), end).match : Match{};
  }

  // Calls use(hit) for all words that begin in text[begin, end), from left to right: the longest at each place,
  // wherever it ends.
  template <class Use>
  void each(std::uint32_t begin, std::uint32_t end, Use use) const {
    const std::uint32_t first = next_place(begin, end);
    if (first >= end) return;
    for (const HitList::Hit* i = list_.from(first); i->at < end; ++i)
      use(Hit{i->at, {&table_.rows()[i->row], i->length}});
  }

  // Calls use(at, match) for the words of text[begin, end) from left to right: the longest at each place, none over
  // another.
  template <class Use>
  void read(std::uint32_t begin, std::uint32_t end, Use use) const {
    const std::uint32_t first = next_place(begin, end);
    if (first >= end) return;
    std::uint32_t from = begin;
    for (const HitList::Hit* i = list_.from(first); i->at < end; ++i) {
      const Hit hit = i->at < from ? Hit{} : fitted(*i, end);
      if (!hit) continue;
      use(hit.at, hit.match);
      from = hit.end();
    }
  }

 private:
  Hit next_fitted(const HitList::Hit* i, std::uint32_t end) const noexcept {
    for (; i->at < end; ++i) {
      if (const Hit hit = fitted(*i, end)) return hit;
    }
    return {};
  }
  // Only a shorter word may fit in before the end.
  Hit fitted(const HitList::Hit& found, std::uint32_t end) const noexcept {
    if (found.end() <= end) return {found.at, {&table_.rows()[found.row], found.length}};
    return {found.at, table_.longest(text_.substr(found.at, end - found.at))};
  }

  const Table<Row>& table_;
  const std::u16string_view text_;
  const HitList list_;
};

}  // namespace gongbao
