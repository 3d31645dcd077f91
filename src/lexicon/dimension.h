// Dimensions by their names, and which of them count.
#pragma once

#include <optional>
#include <string_view>

#include "gongbao/dimension.h"

namespace gongbao {

std::optional<Dimension> dimension_named(std::string_view name) noexcept;

// A number of things, people, households or events, whose measure words stand for one another where the nouns agree.
inline bool is_count(Dimension dimension) noexcept { return dimension <= Dimension::cases; }

}  // namespace gongbao
