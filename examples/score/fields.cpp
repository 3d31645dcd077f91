#include "score/fields.h"

#include <algorithm>

namespace evaluation {

std::string read_name(const Node& node, std::span<const std::string_view> known) {
  std::string name = node.string();
  if (std::find(known.begin(), known.end(), name) == known.end()) node.fail("is \"" + name + "\", which is unknown");
  return name;
}

std::optional<double> find_number(const Node& object, const char* key) {
  const std::optional<Node> found = object.find(key);
  return found ? std::optional(found->number()) : std::nullopt;
}

Meta read_meta(const Node& root) {
  Meta meta;
  if (const auto title = root.find("title")) meta.title = clean(characters(title->string()));
  if (const auto published = root.find("published")) meta.published = published->string();
  if (const auto period = root.find("period"))
    meta.period = Meta::Period{(*period)["from"].string(), (*period)["to"].string()};
  return meta;
}

std::vector<Heading> read_headings(const Node& sections) {
  std::vector<Heading> headings;
  for (const Node& node : sections.list()) {
    const Node title = node["title"];
    headings.push_back({read_label(node), title.is_null() ? Characters() : clean(characters(title.string()))});
  }
  return headings;
}

std::optional<Characters> read_label(const Node& object) {
  const Node label = object["label"];
  if (label.is_null()) return std::nullopt;
  return plain(characters(label.string()));
}

std::optional<Characters> read_section_title(const Node& item, const std::vector<Heading>& sections) {
  const Node section = item["section"];
  if (section.is_null()) return std::nullopt;
  const std::size_t index = section.index();
  if (index >= sections.size()) section.fail("names a section that is none");
  return sections[index].title;
}

}  // namespace evaluation
