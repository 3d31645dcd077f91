#include "score/annotation.h"

#include <algorithm>

#include "score/fields.h"
#include "score/json.h"

namespace evaluation {
namespace {

std::vector<std::string> read_names(const Node& node, std::span<const std::string_view> known) {
  std::vector<std::string> names;
  for (const Node& each : node.one_or_list()) names.push_back(read_name(each, known));
  return names;
}

// Where words stand from `at` on; a number is not found inside a longer one (4380 in 14380).
std::size_t find_quantity(const Characters& text, const Characters& words, std::size_t at) {
  std::size_t begin = text.find(words, at);
  const auto inside = [&] { return begin > 0 && (text[begin - 1] == U'.' || is_decimal_digit(text[begin - 1])); };
  while (begin != Characters::npos && is_decimal_digit(words[0]) && inside()) begin = text.find(words, begin + 1);
  return begin;
}

Quantity read_quantity(const Node& node) {
  Quantity quantity;
  quantity.text = characters(node["text"].string());
  if (quantity.text.empty()) node["text"].fail("is empty");
  quantity.amount = {node["value"].number(), find_number(node, "high"), node["unit"].string()};
  quantity.bounds = read_names(node["bound"], bound_names);
  quantity.roles = read_names(node["role"], role_names);
  for (const Node& words : node["indicator"].one_or_list())
    quantity.indicators.push_back(clean(characters(words.string())));
  const std::optional<Node> optional = node.find("optional");
  quantity.optional = optional && optional->boolean();
  return quantity;
}

std::vector<Quantity> read_quantities(const Node& root, const Characters& text) {
  std::vector<Quantity> quantities;
  std::size_t at = 0;
  for (const Node& node : root["quantities"].list()) {
    quantities.push_back(read_quantity(node));
    Quantity& quantity = quantities.back();
    quantity.place.begin = find_quantity(text, quantity.text, at);
    if (quantity.place.begin == Characters::npos)
      node["text"].fail("\"" + utf8(quantity.text) + "\" is not in the text behind the quantity before");
    at = quantity.place.end = quantity.place.begin + quantity.text.size();
  }
  return quantities;
}

std::vector<Work> read_works(const Node& root, const std::vector<Heading>& sections, const Characters& text) {
  std::vector<Work> works;
  std::size_t at = 0;
  for (const Node& node : root["items"].list()) {
    const Characters starts = characters(node["starts"].string());
    at = text.find(starts, at);
    if (at == Characters::npos)
      node["starts"].fail("\"" + utf8(starts) + "\" is not in the text behind the item before");
    works.push_back({at, read_label(node), read_section_title(node, sections)});
  }
  return works;
}

std::vector<Answer> read_answers(const Node& root, std::size_t quantity_count) {
  std::vector<Answer> answers;
  for (const Node& node : root["pairs"].list()) {
    const std::vector<Node> parts = node.list();
    const bool sure = parts.size() == 2;
    if (!sure && (parts.size() != 3 || parts[2].string() != "optional"))
      node.fail("is neither [target, achievement] nor [target, achievement, \"optional\"]");
    answers.push_back({parts[0].index(), parts[1].index(), sure});
    if (std::max(answers.back().target, answers.back().achievement) >= quantity_count)
      node.fail("names a quantity that is none");
  }
  return answers;
}

}  // namespace

Annotation read_annotation(std::string_view json, const Characters& text) {
  const rapidjson::Document document = parse_json(json);
  const Node root(document);
  Annotation annotation;
  const std::optional<Node> layout = root.find("layout");
  if (layout) annotation.layout = layout->string();
  annotation.meta = read_meta(root);
  annotation.sections = read_headings(root["sections"]);
  annotation.items = read_works(root, annotation.sections, text);
  annotation.quantities = read_quantities(root, text);
  annotation.pairs = read_answers(root, annotation.quantities.size());
  return annotation;
}

}  // namespace evaluation
