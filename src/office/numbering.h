// The ordinals that Word counts itself: they stand in no paragraph's text.
#pragma once

#include <array>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace gongbao {

class Numbering {
 public:
  // The documents of word/numbering.xml and word/styles.xml; either may be empty.
  Numbering(const pugi::xml_document& numbering, const pugi::xml_document& styles);

  // The ordinal of the next paragraph with these properties (w:pPr) and a blank, or nothing. Call it once for each
  // paragraph in order: it counts.
  std::string next(pugi::xml_node properties);

 private:
  static constexpr std::size_t levels = 9;  // as many as Word has

  struct Level {
    std::string format;
    std::string text;  // "%1." with the counter of level 1
    int start = 1;
    bool arabic = false;  // all counters in arabic figures
  };
  struct List {
    std::array<Level, levels> level;
    std::array<int, levels> count{};
    std::array<bool, levels> counting{};
  };
  // A list with some of its starts changed.
  struct Instance {
    std::size_t list = 0;
    std::array<int, levels> restart{};  // 0: none
    std::array<bool, levels> restarted{};
  };
  struct Place {
    std::string instance;  // empty: none
    std::size_t level = 0;
  };
  struct Style {
    Place place;
    bool has_level = false;
    std::string base;
  };

  void read_lists(pugi::xml_node root);
  void read_instances(pugi::xml_node root);
  void read_styles(pugi::xml_node root);
  Place place_of(pugi::xml_node properties) const;
  Place place_of_style(const std::string& style) const;
  static std::string written(const List& list, std::size_t level);

  std::vector<List> lists_;
  std::unordered_map<std::string, std::size_t> list_by_id_;
  std::unordered_map<std::string, Instance> instances_;
  std::unordered_map<std::string, Style> styles_;
  std::unordered_map<std::string, std::size_t> level_of_style_;
};

}  // namespace gongbao
