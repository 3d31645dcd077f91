// The expected outputs in tests/golden/expected, one NAME.json for each corpus/bulletins/NAME.txt.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "gongbao/document.h"

namespace gongbao::tests {

std::filesystem::path expected_folder();
std::filesystem::path expected_path(const std::filesystem::path& bulletin);
// None where there is no expectation yet.
std::optional<std::string> read_expected(const std::filesystem::path& bulletin);

// What is compared: the indented JSON with reasons, without the text, ending in a line break. `source` is the file's
// name.
std::string golden_json(Document document, const std::filesystem::path& bulletin);

// The unified diff from one text to the other by diff(1), at most `most_lines` of it; empty where they are equal.
std::string unified_diff(const std::string& from, const std::string& to, const std::string& name,
                         std::size_t most_lines);

}  // namespace gongbao::tests
