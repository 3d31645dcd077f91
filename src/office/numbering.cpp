#include "office/numbering.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::size_t longest_ordinal = 200;  // bytes of its pattern; Word has at most 31 characters
constexpr int longest_chain = 20;             // of styles based on styles
constexpr int most_enclosed = 20;             // ⑳ is the last
constexpr int most_counted = 100000;          // as far as an ordinal counts

// 12 as 十二; from 100 on Word writes figures too.
std::string han_number(int value) {
  constexpr std::array<char32_t, 11> digits = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                               0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  if (value < 0 || value > 99) return std::to_string(value);
  std::string text;
  if (value >= 20) append_utf8(text, digits[static_cast<std::size_t>(value / 10)]);
  if (value >= 10) append_utf8(text, digits[10]);
  if (value % 10 != 0 || value == 0) append_utf8(text, digits[static_cast<std::size_t>(value % 10)]);
  return text;
}

// The value-th of characters that stand in a row in Unicode, the first of them for 1.
std::string in_row(char32_t first, int value, int most) {
  if (value < 1 || value > most) return std::to_string(value);
  std::string text;
  append_utf8(text, first + static_cast<char32_t>(value - 1));
  return text;
}

std::string roman(int value) {
  struct Sign {
    int value;
    const char* text;
  };
  constexpr Sign signs[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
                            {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
  if (value < 1 || value > 3999) return std::to_string(value);
  std::string text;
  for (const Sign& sign : signs) {
    for (; value >= sign.value; value -= sign.value) text += sign.text;
  }
  return text;
}

std::string full_width(int value) {
  std::string text;
  for (const char c : std::to_string(value)) append_utf8(text, static_cast<char32_t>(c) + 0xFEE0);
  return text;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// A counter in one of the formats of ECMA-376, 17.18.59; the rare ones in arabic figures.
std::string formatted(int value, std::string_view format) {
  const auto is = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), format) != names.end();
  };
  if (is({"chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "japaneseCounting",
          "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital", "japaneseDigitalTenThousand"})) {
    return han_number(value);
  }
  if (is({"decimalEnclosedCircle", "decimalEnclosedCircleChinese"})) return in_row(0x2460, value, most_enclosed);
  if (is({"decimalEnclosedParen"})) return in_row(0x2474, value, most_enclosed);
  if (is({"decimalEnclosedFullstop"})) return in_row(0x2488, value, most_enclosed);
  if (is({"ideographEnclosedCircle"})) return in_row(0x3220, value, 10);
  if (is({"decimalFullWidth", "decimalFullWidth2"})) return full_width(value);
  if (is({"decimalZero"})) return (value >= 0 && value < 10 ? "0" : "") + std::to_string(value);
  if (is({"upperLetter"})) return in_row('A', value, 26);
  if (is({"lowerLetter"})) return in_row('a', value, 26);
  if (is({"upperRoman"})) return roman(value);
  if (is({"lowerRoman"})) return lower(roman(value));
  return std::to_string(value);
}

const char* value_of(pugi::xml_node element) { return element.attribute("w:val").value(); }

bool is_on(pugi::xml_node element) {
  const std::string_view value = value_of(element);
  return element && value != "0" && value != "false" && value != "off";
}

std::size_t level_of(pugi::xml_attribute attribute, std::size_t levels) {
  return std::min<std::size_t>(attribute.as_uint(), levels - 1);
}

}  // namespace

Numbering::Numbering(const pugi::xml_document& numbering, const pugi::xml_document& styles) {
  read_lists(numbering.child("w:numbering"));
  read_instances(numbering.child("w:numbering"));
  read_styles(styles.child("w:styles"));
}

void Numbering::read_lists(pugi::xml_node root) {
  for (const pugi::xml_node element : root.children("w:abstractNum")) {
    List list;
    for (const pugi::xml_node lvl : element.children("w:lvl")) {
      const std::size_t at = level_of(lvl.attribute("w:ilvl"), levels);
      Level& level = list.level[at];
      level.format = value_of(lvl.child("w:numFmt"));
      level.text = value_of(lvl.child("w:lvlText"));
      if (level.text.size() > longest_ordinal) level.text.clear();
      level.start = lvl.child("w:start").attribute("w:val").as_int(1);
      level.arabic = is_on(lvl.child("w:isLgl"));
      if (const std::string style = value_of(lvl.child("w:pStyle")); !style.empty()) level_of_style_[style] = at;
    }
    list_by_id_[element.attribute("w:abstractNumId").value()] = lists_.size();
    lists_.push_back(std::move(list));
  }
}

void Numbering::read_instances(pugi::xml_node root) {
  for (const pugi::xml_node element : root.children("w:num")) {
    const auto list = list_by_id_.find(value_of(element.child("w:abstractNumId")));
    if (list == list_by_id_.end()) continue;
    Instance instance;
    instance.list = list->second;
    for (const pugi::xml_node change : element.children("w:lvlOverride")) {
      const pugi::xml_node start = change.child("w:startOverride");
      if (start) instance.restart[level_of(change.attribute("w:ilvl"), levels)] = start.attribute("w:val").as_int(1);
    }
    instances_[element.attribute("w:numId").value()] = instance;
  }
}

void Numbering::read_styles(pugi::xml_node root) {
  for (const pugi::xml_node element : root.children("w:style")) {
    const std::string id = element.attribute("w:styleId").value();
    const pugi::xml_node place = element.child("w:pPr").child("w:numPr");
    Style style;
    style.base = value_of(element.child("w:basedOn"));
    style.place.instance = value_of(place.child("w:numId"));
    style.has_level = static_cast<bool>(place.child("w:ilvl"));
    style.place.level = level_of(place.child("w:ilvl").attribute("w:val"), levels);
    const auto level = level_of_style_.find(id);
    if (!style.has_level && level != level_of_style_.end()) style.place.level = level->second;
    styles_[id] = std::move(style);
  }
}

Numbering::Place Numbering::place_of_style(const std::string& name) const {
  std::string at = name;
  for (int i = 0; i < longest_chain; ++i) {
    const auto style = styles_.find(at);
    if (style == styles_.end()) break;
    if (!style->second.place.instance.empty()) return style->second.place;
    at = style->second.base;
  }
  return {};
}

Numbering::Place Numbering::place_of(pugi::xml_node properties) const {
  Place place = place_of_style(value_of(properties.child("w:pStyle")));
  const pugi::xml_node own = properties.child("w:numPr");
  if (const std::string instance = value_of(own.child("w:numId")); !instance.empty()) place = {instance, 0};
  if (own.child("w:ilvl")) place.level = level_of(own.child("w:ilvl").attribute("w:val"), levels);
  return place;
}

std::string Numbering::next(pugi::xml_node properties) {
  const Place place = place_of(properties);
  const auto found = instances_.find(place.instance);
  if (found == instances_.end()) return {};
  Instance& instance = found->second;
  List& list = lists_[instance.list];
  const std::size_t level = place.level;
  const bool restart = instance.restart[level] != 0 && !instance.restarted[level];
  if (restart) {
    list.count[level] = instance.restart[level];
    instance.restarted[level] = true;
  } else if (!list.counting[level]) {
    list.count[level] = list.level[level].start;
  } else if (list.count[level] < most_counted) {
    ++list.count[level];
  }
  list.counting[level] = true;
  for (std::size_t deeper = level + 1; deeper < levels; ++deeper) list.counting[deeper] = false;
  return written(list, level);
}

std::string Numbering::written(const List& list, std::size_t level) {
  const Level& own = list.level[level];
  if (own.format == "none" || own.text.empty()) return {};
  if (own.format == "bullet") {
    std::string bullet;
    append_utf8(bullet, 0x25CF);  // the file's own is often a letter of a font of signs
    return bullet + ' ';
  }
  std::string ordinal;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const char digit = at + 1 < own.text.size() ? own.text[at + 1] : '\0';
    if (own.text[at] != '%' || digit < '1' || digit > '9') {
      ordinal += own.text[at];
      continue;
    }
    const auto counted = static_cast<std::size_t>(digit - '1');
    const bool above = counted < level && !list.counting[counted];
    const int value = above ? list.level[counted].start : list.count[counted];
    ordinal += formatted(value, own.arabic ? "decimal" : std::string_view(list.level[counted].format));
    ++at;
  }
  return ordinal + ' ';
}

}  // namespace gongbao
