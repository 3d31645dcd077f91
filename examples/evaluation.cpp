#include "evaluation.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <boost/locale.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include "program.h"
#include "terminal.h"

namespace {

namespace bl = boost::locale;
using evaluation::Figures;
using evaluation::Miss;
using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

struct Group {
  std::size_t count = 0;
  Figures figures;

  void add(const Figures& other) {
    ++count;
    figures.add(other);
  }
};

Group all_of(const std::vector<EvaluatedBulletin>& bulletins) {
  Group all;
  for (const EvaluatedBulletin& bulletin : bulletins) all.add(bulletin.figures);
  return all;
}

std::map<std::string, Group> layouts_of(const std::vector<EvaluatedBulletin>& bulletins) {
  std::map<std::string, Group> layouts;
  for (const EvaluatedBulletin& bulletin : bulletins)
    layouts[bulletin.layout.empty() ? "-" : bulletin.layout].add(bulletin.figures);
  return layouts;
}

std::string fixed(double value, int places) {
  std::array<char, 32> digits;
  const int size = std::snprintf(digits.data(), digits.size(), "%.*f", places, value);
  return {digits.data(), static_cast<std::size_t>(size)};
}

// The kinds of misses: an identifier for programs, and for people words around what was wanted {1} and found {2}.
struct KindOfMiss {
  const char* code;
  const char* message;
};
KindOfMiss kind_of(const Miss& miss) {
  switch (miss.kind) {
    case Miss::Kind::unread: return {"unread", "not read by the extractor: {2}"};
    case Miss::Kind::missed_quantity: return {"missed-quantity", "missed: {1}"};
    case Miss::Kind::wrong_quantity: return {"wrong-quantity", "wrong value or unit: {1}; found {2}"};
    case Miss::Kind::wrong_bound: return {"wrong-bound", "wrong bound: {1}; found {2}"};
    case Miss::Kind::wrong_role: return {"wrong-role", "wrong role: {1}; found {2}"};
    case Miss::Kind::spurious_quantity: return {"spurious-quantity", "not annotated: {2}"};
    case Miss::Kind::missed_pair: return {"missed-pair", "missed pair: {1}"};
    case Miss::Kind::spurious_pair: return {"spurious-pair", "pair not annotated: {2}"};
    case Miss::Kind::missed_section: return {"missed-section", "missed section: {1}"};
    case Miss::Kind::spurious_section: return {"spurious-section", "section not annotated: {2}"};
    case Miss::Kind::missed_item: return {"missed-item", "missed item: {1}"};
    case Miss::Kind::spurious_item: return {"spurious-item", "item not annotated: {2}"};
    case Miss::Kind::wrong_meta: return {"wrong-meta", "wrong {1}; found {2}"};
    case Miss::Kind::wrong_text: return {"wrong-text", "a record's text is {2}, at its span stands {1}"};
  }
  return {"", ""};
}

// --- The table ---

class Table {
 public:
  Table(std::string& out, const std::vector<EvaluatedBulletin>& bulletins) : out_(out) {
    for (const EvaluatedBulletin& bulletin : bulletins) name_width_ = std::max(name_width_, columns(bulletin.name));
    std::vector<std::string> heads;
    for (const auto& [name, value] : Figures().percents()) {
      heads.push_back(translated(name));
      widths_.push_back(std::max(columns(heads.back()), columns("100.0")));
    }
    row("", heads);
  }

  void row(const std::string& name, const Figures& figures) {
    std::vector<std::string> cells;
    for (const auto& [figure, value] : figures.percents()) cells.push_back(value ? fixed(*value, 1) : "-");
    row(name, cells);
  }
  void row(const std::string& name, const Group& group) {
    row(name + " " + std::to_string(group.count), group.figures);
  }

  void miss(const Miss& miss) {
    bl::format message((bl::translate(kind_of(miss).message)));
    const std::string wanted = printable(miss.wanted);  // the format keeps references
    const std::string got = printable(miss.got);
    message % wanted % got;
    out_ += "    " + message.str() + "\n";
    if (!miss.sentence.empty()) out_ += "        " + printable(miss.sentence) + "\n";
  }
  void blank() { out_ += '\n'; }

 private:
  static std::string padding(int width, const std::string& text) {
    return std::string(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ');
  }

  void row(const std::string& name, const std::vector<std::string>& cells) {
    const std::string shown = printable(name);
    out_ += shown + padding(name_width_, shown);
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += "  " + padding(widths_[i], cells[i]) + cells[i];
    out_ += '\n';
  }

  std::string& out_;
  int name_width_ = columns("narrative 1000");
  std::vector<int> widths_;
};

// --- JSON ---

void put(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& writer, const Figures& figures) {
  for (const auto& [name, value] : figures.percents()) {
    put(writer, name);
    if (value) {
      writer.Double(std::strtod(fixed(*value, 2).c_str(), nullptr));
    } else {
      writer.Null();
    }
  }
}

void put(Writer& writer, const std::vector<Miss>& misses) {
  put(writer, "misses");
  writer.StartArray();
  for (const Miss& miss : misses) {
    writer.StartObject();
    for (const auto& [key, words] : {std::pair<std::string_view, std::string_view>{"kind", kind_of(miss).code},
                                     {"wanted", miss.wanted},
                                     {"got", miss.got},
                                     {"sentence", miss.sentence}}) {
      put(writer, key);
      put(writer, words);
    }
    writer.EndObject();
  }
  writer.EndArray();
}

void put(Writer& writer, const Group& group) {
  put(writer, group.figures);
  put(writer, "bulletins");
  writer.Uint64(group.count);
}

}  // namespace

void append_table(std::string& out, const std::vector<EvaluatedBulletin>& bulletins, bool errors) {
  Table table(out, bulletins);
  for (const EvaluatedBulletin& bulletin : bulletins) {
    table.row(bulletin.name, bulletin.figures);
    if (!errors) continue;
    for (const Miss& miss : bulletin.misses) table.miss(miss);
  }
  table.blank();
  for (const auto& [layout, group] : layouts_of(bulletins)) table.row(translated(layout), group);
  table.row(translated("all"), all_of(bulletins));
}

void append_json(std::string& out, const std::vector<EvaluatedBulletin>& bulletins, bool errors) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  put(writer, all_of(bulletins).figures);
  put(writer, "layouts");
  writer.StartObject();
  for (const auto& [layout, group] : layouts_of(bulletins)) {
    put(writer, layout);
    writer.StartObject();
    put(writer, group);
    writer.EndObject();
  }
  writer.EndObject();
  put(writer, "bulletins");
  writer.StartArray();
  for (const EvaluatedBulletin& bulletin : bulletins) {
    writer.StartObject();
    put(writer, "name");
    put(writer, bulletin.name);
    put(writer, bulletin.figures);
    if (errors) put(writer, bulletin.misses);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  out.append(buffer.GetString(), buffer.GetSize()).append("\n");
}
