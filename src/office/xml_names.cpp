#include "office/xml_names.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao {
namespace {

constexpr std::size_t most_renamed = 64;  // prefixes at one place; more are no office program's

struct Space {
  std::string_view uri;
  std::string_view prefix;
};

constexpr Space spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", ""},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
};

// A prefix and the usual one for its namespace.
struct Rename {
  std::string_view from;
  std::string_view to;
};

class Renamer {
 public:
  void rename(pugi::xml_node element) {
    const std::size_t outside = renames_.size();
    for (const pugi::xml_attribute attribute : element.attributes()) declare(attribute);
    if (!renames_.empty()) {
      if (const std::string name = renamed(element.name(), true); !name.empty()) element.set_name(name.c_str());
      for (pugi::xml_attribute attribute : element.attributes())
        if (const std::string name = renamed(attribute.name(), false); !name.empty()) attribute.set_name(name.c_str());
    }
    for (const pugi::xml_node child : element.children()) rename(child);
    renames_.resize(outside);
  }

 private:
  void declare(pugi::xml_attribute attribute) {
    constexpr std::string_view declaration = "xmlns";
    std::string_view prefix = attribute.name();
    if (!prefix.starts_with(declaration)) return;
    prefix.remove_prefix(declaration.size());
    if (!prefix.empty() && prefix.front() != ':') return;
    if (!prefix.empty()) prefix.remove_prefix(1);
    const std::string_view uri = attribute.value();
    const Space* const space =
        std::find_if(std::begin(spaces), std::end(spaces), [&](const Space& s) { return s.uri == uri; });
    const std::string_view usual = space == std::end(spaces) ? prefix : space->prefix;
    const bool shadows = find(prefix) != nullptr;
    if ((usual != prefix || shadows) && renames_.size() < most_renamed) renames_.push_back({prefix, usual});
  }

  const Rename* find(std::string_view prefix) const {
    const auto found =
        std::find_if(renames_.rbegin(), renames_.rend(), [&](const Rename& r) { return r.from == prefix; });
    return found == renames_.rend() ? nullptr : &*found;
  }

  // The usual name; empty where it is this one. An attribute without a prefix is in no namespace.
  std::string renamed(std::string_view name, bool element) const {
    const std::size_t colon = name.find(':');
    if (colon == name.npos && !element) return {};
    const Rename* const found = find(colon == name.npos ? std::string_view() : name.substr(0, colon));
    if (found == nullptr || found->from == found->to) return {};
    const std::string_view local = colon == name.npos ? name : name.substr(colon + 1);
    return found->to.empty() ? std::string(local) : std::string(found->to) + ":" + std::string(local);
  }

  std::vector<Rename> renames_;  // the innermost last
};

}  // namespace

void use_known_names(pugi::xml_document& xml) { Renamer().rename(xml); }

}  // namespace gongbao
