// Bulletins of the corpus scored against their annotations.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "score/score.h"

namespace gongbao::tests {

// `json`: an output over the bulletin's `text`. Throws where it, or the annotation NAME.gold.json, is malformed.
evaluation::Figures agreement(const std::filesystem::path& bulletin, const std::string& text, std::string_view json);

}  // namespace gongbao::tests
