#include "lexicon/dimension.h"

namespace gongbao {

std::optional<Dimension> dimension_named(std::string_view named) noexcept {
  for (int d = 0; d <= static_cast<int>(Dimension::physical); ++d) {
    const auto dimension = static_cast<Dimension>(d);
    if (name(dimension) == named) return dimension;
  }
  return std::nullopt;
}

}  // namespace gongbao
