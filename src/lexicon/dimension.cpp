#include "lexicon/dimension.h"

#include <algorithm>
#include <array>

namespace gongbao {

std::optional<Dimension> dimension_named(std::string_view name) noexcept {
  static constexpr std::array<std::string_view, 18> names = {
      "things", "people", "visits", "households", "events",   "cases",    "area", "length", "volume",
      "mass",   "money",  "share",  "points",     "multiple", "duration", "age",  "rate",   "physical"};
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Dimension>(found - names.begin());
}

}  // namespace gongbao
