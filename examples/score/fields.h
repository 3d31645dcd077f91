// The fields that annotations and outputs have in common. All throw FormatError.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "score/annotation.h"
#include "score/json.h"

namespace evaluation {

inline constexpr std::array<std::string_view, 7> bound_names = {"exact",     "at_least", "at_most", "more_than",
                                                                "less_than", "approx",   "range"};
inline constexpr std::array<std::string_view, 3> role_names = {"target", "achievement", "context"};

// One of the known names.
std::string read_name(const Node& node, std::span<const std::string_view> known);
// None where it is missing or null.
std::optional<double> find_number(const Node& object, const char* key);

Meta read_meta(const Node& root);
std::vector<Heading> read_headings(const Node& sections);
std::optional<Characters> read_label(const Node& object);
// Of an item, whose "section" is an index into the sections or null.
std::optional<Characters> read_section_title(const Node& item, const std::vector<Heading>& sections);

}  // namespace evaluation
