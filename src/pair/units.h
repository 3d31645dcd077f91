// The units of a document: each is looked up once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

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
  Units() = default;
  Units(Units&&) = default;
  Units& operator=(Units&&) = default;

  const UnitForm& of(const std::string& name, const Lexicon::Impl& lexicon);

 private:
  struct Entry {
    std::uint32_t number = 0;
    std::optional<UnitForm> unit;  // none: known as a base only
  };
  Entry& entry(const std::string& name);

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace gongbao
