// Changes to a bulletin that do not change what it says.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/parser.h"

namespace gongbao::tests {

// A bulletin as it is mutated: its text by character, and what the library says of it.
struct Original {
  std::u32string text;
  const Document* document = nullptr;
  bool table = false;      // of the annotation's layout; its lines are rows or cells then
  std::uint32_t seed = 0;  // the same for the same bulletin
};

struct Mutated {
  std::u32string text;
  std::string impossible;  // why this bulletin cannot be mutated so; then there is no text
};

struct Mutation {
  const char* name;
  Mutated (*mutate)(const Original& original);
  // Figures: values become this many times as large, and digits are no part of the printed words.
  int factor = 1;
  // Place names: printed words are those of the original after this.
  std::u32string (*rename)(const Original& original, const std::u32string& words) = nullptr;
};

const std::vector<Mutation>& mutations();

}  // namespace gongbao::tests
