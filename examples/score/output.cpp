#include "score/output.h"

#include <algorithm>

#include "score/fields.h"

namespace evaluation {
namespace {

std::string_view without_byte_order_mark(std::string_view input) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return input.substr(0, mark.size()) == mark ? input.substr(mark.size()) : input;
}

class OutputReader {
 public:
  OutputReader(const Node& root, std::string_view input) : root_(root) {
    const std::optional<Node> text = root.find("text");
    output_.text = characters(text ? text->string() : without_byte_order_mark(input));
    starts_ = character_starts(output_.text);
  }

  Output read() {
    if (const auto error = root_.find("error")) output_.error = (*error)["code"].string();
    output_.meta = read_meta(root_);
    if (const auto sections = root_.find("sections")) read_sections(*sections);
    each("items", [this](const Node& node) { read_item(node); });
    each("records", [this](const Node& node) { read_record(node); });
    each("pairs", [this](const Node& node) { read_pair(node); });
    return std::move(output_);
  }

 private:
  template <class Read>
  void each(const char* key, Read read) {
    const std::optional<Node> list = root_.find(key);
    if (!list) return;
    for (const Node& node : list->list()) read(node);
  }

  static void check_id(const Node& object, std::size_t wanted) {
    const Node id = object["id"];
    if (id.index() != wanted) id.fail("is not the place in the list, " + std::to_string(wanted));
  }

  Range read_span(const Node& object) const {
    const Node span = object["span"];
    const std::vector<Node> ends = span.list();
    if (ends.size() != 2) span.fail("is not [begin, end]");
    const Range range{character_at(ends[0]), character_at(ends[1])};
    if (range.begin > range.end) span.fail("ends before it begins");
    return range;
  }

  std::size_t character_at(const Node& offset) const {
    const std::size_t byte = offset.index();
    const auto found = std::lower_bound(starts_.begin(), starts_.end(), byte);
    if (found == starts_.end()) offset.fail("lies outside the text (offsets are bytes of its UTF-8)");
    if (*found != byte) offset.fail("cuts a character (offsets are bytes of the text's UTF-8)");
    return static_cast<std::size_t>(found - starts_.begin());
  }

  void read_sections(const Node& sections) {
    std::size_t count = 0;
    for (const Node& node : sections.list()) check_id(node, count++);
    output_.sections = read_headings(sections);
  }

  void read_item(const Node& node) {
    check_id(node, output_.items.size());
    output_.items.push_back({read_span(node).begin, read_label(node), read_section_title(node, output_.sections)});
  }

  void read_record(const Node& node) {
    check_id(node, output_.records.size());
    Record record;
    record.place = read_span(node);
    record.text = characters(node["text"].string());
    const Node unit = node["unit"];
    const std::string unit_words = unit.is_null() ? "" : unit.string();
    if (!node["value"].is_null()) record.amount = {node["value"].number(), find_number(node, "high"), unit_words};
    record.bound = read_name(node["bound"], bound_names);
    record.role = read_name(node["role"], role_names);
    const Node indicator = node["indicator"];
    if (!indicator.is_null()) record.indicator = clean(characters(indicator.string()));
    output_.records.push_back(std::move(record));
  }

  void read_pair(const Node& node) {
    const auto record = [&](const char* key) {
      const Node id = node[key];
      if (id.index() >= output_.records.size()) id.fail("names a record that is none");
      return id.index();
    };
    output_.pairs.push_back({record("target"), record("achievement")});
  }

  const Node& root_;
  std::vector<std::size_t> starts_;
  Output output_;
};

}  // namespace

Output read_output(const Node& root, std::string_view input) { return OutputReader(root, input).read(); }

}  // namespace evaluation
