// The units of a document: each is looked up once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "gongbao/dimension.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

// A unit brought to its base units: 亩 is 2000/3 of 平方米, 元/人·年 is 1/12 of 元/人·月.
struct UnitForm {
  std::uint32_t base = 0;  // equal for comparable units of the document; the order in a denominator does not matter
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
  const UnitFactorRow* factor = nullptr;  // what the table says of it as a whole; null: nothing
  std::optional<Dimension> first;         // of the longest unit that it begins with: money for 元/人·月
};

// Units stay where they are when this is moved.
class Units {
 public:
  Units() : slots_(first_slots) {}
  Units(Units&&) = default;
  Units& operator=(Units&&) = default;

  const UnitForm& of(const std::string& name, const Lexicon::Impl& lexicon);

 private:
  static constexpr std::size_t first_slots = 64;  // a bulletin has a dozen units

  struct Entry {
    std::string name;
    std::uint32_t number = 0;
    std::optional<UnitForm> unit;  // none: known as a base only
  };
  Entry& entry(const std::string& name);
  Entry*& slot_of(const std::string& name) noexcept;
  void grow();

  std::deque<Entry> entries_;
  std::vector<Entry*> slots_;  // an open hash table, a power of two long, at most half full
};

}  // namespace gongbao
