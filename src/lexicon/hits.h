// The words of one table in a text, found once for all who ask for them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/table.h"

namespace gongbao {

// Refers to the table and the text, which must outlive it.
template <class Row>
class Hits {
 public:
  Hits(const Table<Row>& table, std::u16string_view text) : table_(table), text_(text) {
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if (const auto match = table.longest(text.substr(at))) hits_.push_back({at, match});
    }
  }

  // Calls use(at, match) for the words of text[begin, end) from left to right: the longest at each place, none over
  // another. `at` is an index into the text.
  template <class Use>
  void read(std::uint32_t begin, std::uint32_t end, Use use) const {
    auto hit = std::partition_point(hits_.begin(), hits_.end(), [=](const Hit& h) { return h.at < begin; });
    for (; hit != hits_.end() && hit->at < end; ++hit) {
      if (hit->at < begin) continue;
      // Only a shorter word may fit in before the end.
      const bool fits = hit->at + hit->match.length <= end;
      const auto match = fits ? hit->match : table_.longest(text_.substr(hit->at, end - hit->at));
      if (!match) continue;
      use(hit->at, match);
      begin = hit->at + match.length;
    }
  }

 private:
  struct Hit {
    std::uint32_t at;
    typename Table<Row>::Match match;
  };
  const Table<Row>& table_;
  const std::u16string_view text_;
  std::vector<Hit> hits_;  // ascending
};

}  // namespace gongbao
