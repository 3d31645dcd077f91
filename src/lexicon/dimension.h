// Dimensions by their names.
#pragma once

#include <optional>
#include <string_view>

#include "gongbao/dimension.h"

namespace gongbao {

std::optional<Dimension> dimension_named(std::string_view name) noexcept;

}  // namespace gongbao
