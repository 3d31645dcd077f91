#include "golden/score.h"

#include <rapidjson/error/en.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "golden/corpus.h"
#include "gongbao/decimal.h"
#include "gongbao/span.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace gongbao::tests {
namespace {

using Json = rapidjson::Value;

constexpr std::size_t item_tolerance = 2;  // characters an item may begin beside its annotated place

// --- JSON ---

std::string_view view(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

const Json& member(const Json& object, const char* name) {
  static const Json null;
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? null : found->value;
}

std::string_view text_of(const Json& value) { return value.IsString() ? view(value) : std::string_view{}; }

std::optional<Decimal> number(const Json& value) {
  return value.IsString() ? Decimal::parse(view(value)) : std::nullopt;
}

std::size_t index(const Json& value) { return static_cast<std::size_t>(number(value).value().to_double()); }

// A field's accepted values: a list where several readings are fair.
std::vector<std::string_view> accepted(const Json& value) {
  if (!value.IsArray()) return {text_of(value)};
  std::vector<std::string_view> values;
  for (const Json& each : value.GetArray()) values.push_back(text_of(each));
  return values;
}

bool accepts(const Json& value, std::string_view said) {
  const auto values = accepted(value);
  return std::find(values.begin(), values.end(), said) != values.end();
}

bool is_optional(const Json& quantity) { return member(quantity, "optional").IsTrue(); }

Span span_of(const Json& object) {
  const Json& span = object["span"];
  return {static_cast<std::uint32_t>(index(span[0])), static_cast<std::uint32_t>(index(span[1]))};
}

// --- Text ---

std::u32string characters(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Char c = utf8_at(text, at);
    all += c.code;
    at += c.length;
  }
  return all;
}

// Without blanks.
std::u32string clean(std::string_view text) {
  std::u32string words = characters(text);
  std::erase_if(words, [](char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); });
  return words;
}

// A label with its full-width digits folded.
std::u32string plain(const Json& label) {
  std::u32string words = characters(text_of(label));
  for (char32_t& c : words) {
    if (c >= 0xFF10 && c <= 0xFF19) c = c - 0xFF10 + U'0';
  }
  return words;
}

double overlap(std::u32string a, std::u32string b) {
  if (a.empty() || b.empty()) return 0;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::u32string common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

bool is_decimal_digit(std::string_view text, std::size_t at) {
  return at < text.size() && u_charType(static_cast<UChar32>(utf8_at(text, at).code)) == U_DECIMAL_DIGIT_NUMBER;
}

// Whether the character before `at` goes on a number, so that 4380 is not found inside 14380.
bool inside_number(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  auto before = static_cast<std::int32_t>(at);
  U8_BACK_1(reinterpret_cast<const std::uint8_t*>(text.data()), 0, before);
  return text[static_cast<std::size_t>(before)] == '.' || is_decimal_digit(text, static_cast<std::size_t>(before));
}

// Where the quantities stand, taking them in reading order.
std::vector<Span> locate(std::string_view text, const Json& quantities) {
  std::vector<Span> spans;
  std::size_t at = 0;
  for (const Json& quantity : quantities.GetArray()) {
    const std::string_view words = view(quantity["text"]);
    std::size_t begin = text.find(words, at);
    while (begin != std::string_view::npos && is_decimal_digit(words, 0) && inside_number(text, begin))
      begin = text.find(words, begin + 1);
    if (begin == std::string_view::npos) throw std::runtime_error("not in the text: " + std::string(words));
    at = begin + words.size();
    spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  return spans;
}

// --- Scoring ---

bool fits(const Json& quantity, const Json& record) {
  return number(quantity["value"]) == number(record["value"]) &&
         number(member(quantity, "high")) == number(member(record, "high")) &&
         text_of(quantity["unit"]) == text_of(record["unit"]);
}

class Scorer {
 public:
  Scorer(const Json& gold, std::string_view text, const Json& output, const Note& note)
      : gold_(gold), text_(text), output_(output), note_(note) {}

  Figures score() {
    match_quantities();
    score_quantities();
    score_pairs();
    score_sections();
    score_items();
    score_meta();
    return figures_;
  }

  Verdicts judge() {
    match_quantities();
    Verdicts verdicts;
    for (std::size_t r = 0; r < gold_of_.size(); ++r) {
      const bool known = gold_of_[r] != none;
      verdicts.quantities.push_back(known ? std::optional(gold_of_[r]) : std::nullopt);
      verdicts.records.push_back(known ? judge_record(quantity(gold_of_[r]), output_["records"][index_of(r)])
                                       : Verdict::wrong);
    }
    const auto fair = fair_pairs();
    for (const Json& pair : output_["pairs"].GetArray()) verdicts.pairs.push_back(judge_pair(ends_of(pair), fair));
    return verdicts;
  }

 private:
  using Ends = std::pair<std::size_t, std::size_t>;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void note(const std::string& what, std::string_view where) const {
    if (note_) note_(what + " " + std::string(where));
  }

  // Each annotated quantity with the record that overlaps it, the fitting one first.
  void match_quantities() {
    const Json& quantities = gold_["quantities"];
    const Json& records = output_["records"];
    const std::vector<Span> wanted = locate(text_, quantities);
    std::vector<Span> spans;
    for (const Json& record : records.GetArray()) spans.push_back(span_of(record));
    record_of_.assign(wanted.size(), none);
    gold_of_.assign(spans.size(), none);
    for (const bool strict : {true, false}) {
      for (std::size_t q = 0; q < wanted.size(); ++q) {
        for (std::size_t r = 0; r < spans.size() && record_of_[q] == none; ++r) {
          if (gold_of_[r] != none || !spans[r].overlaps(wanted[q])) continue;
          if (strict && !fits(quantities[index_of(q)], records[index_of(r)])) continue;
          record_of_[q] = r;
          gold_of_[r] = q;
        }
      }
    }
  }

  static rapidjson::SizeType index_of(std::size_t i) { return static_cast<rapidjson::SizeType>(i); }

  void score_quantities() {
    for (std::size_t q = 0; q < record_of_.size(); ++q) {
      const Json& quantity = gold_["quantities"][index_of(q)];
      if (is_optional(quantity)) continue;
      if (record_of_[q] == none) {
        note("missed", view(quantity["text"]));
        ++figures_.quantity.missed;
        ++figures_.record.missed;
      } else {
        score_quantity(quantity, output_["records"][index_of(record_of_[q])]);
      }
    }
    for (std::size_t r = 0; r < gold_of_.size(); ++r) {
      if (gold_of_[r] != none) continue;
      note("spurious", view(output_["records"][index_of(r)]["text"]));
      ++figures_.quantity.spurious;
      ++figures_.record.spurious;
    }
  }

  void score_quantity(const Json& quantity, const Json& record) {
    const bool right = fits(quantity, record);
    count(figures_.quantity, right);
    if (!right) {
      note("wrong", view(quantity["text"]));
      count(figures_.record, false);
      return;
    }
    const bool bound_right = accepts(quantity["bound"], view(record["bound"]));
    const bool role_right = accepts(quantity["role"], view(record["role"]));
    figures_.bound.see(bound_right ? 1 : 0);
    figures_.role.see(role_right ? 1 : 0);
    if (!bound_right) note("bound of", view(quantity["text"]));
    if (!role_right) note("role of", view(quantity["text"]));
    if (accepted(quantity["role"]) != std::vector<std::string_view>{"context"}) score_indicator(quantity, record);
    count(figures_.record, bound_right && role_right);
  }

  // Something else at the place of what was asked is both a miss and an invention.
  static void count(Tally& tally, bool right) {
    tally.hit += right ? 1 : 0;
    tally.missed += right ? 0 : 1;
    tally.spurious += right ? 0 : 1;
  }

  void score_indicator(const Json& quantity, const Json& record) {
    double best = 0;
    for (const std::string_view words : accepted(quantity["indicator"]))
      best = std::max(best, overlap(clean(words), clean(text_of(record["indicator"]))));
    figures_.indicator.see(best);
  }

  static Verdict judge_record(const Json& quantity, const Json& record) {
    if (is_optional(quantity)) return Verdict::unjudged;
    const bool right = fits(quantity, record) && accepts(quantity["bound"], view(record["bound"])) &&
                       accepts(quantity["role"], view(record["role"]));
    return right ? Verdict::right : Verdict::wrong;
  }

  Verdict judge_pair(Ends ends, const std::map<Ends, bool>& fair) const {
    if (ends.first == none || ends.second == none) return Verdict::wrong;
    const auto known = fair.find(ends);
    if (known != fair.end()) return known->second ? Verdict::right : Verdict::unjudged;
    return optional_end(ends) ? Verdict::unjudged : Verdict::wrong;
  }

  // The annotated pairs, to whether they must be found.
  std::map<Ends, bool> fair_pairs() const {
    std::map<Ends, bool> fair;
    for (const Json& pair : gold_["pairs"].GetArray()) fair[{index(pair[0]), index(pair[1])}] = pair.Size() == 2;
    return fair;
  }

  Ends ends_of(const Json& pair) const {
    return {gold_of_[index(pair["target"])], gold_of_[index(pair["achievement"])]};
  }

  void score_pairs() {
    const std::map<Ends, bool> fair = fair_pairs();
    std::set<Ends> said;
    for (const Json& pair : output_["pairs"].GetArray()) {
      const Ends ends = ends_of(pair);
      if (ends.first == none || ends.second == none) {
        ++figures_.pair.spurious;
      } else {
        said.insert(ends);
      }
    }
    for (const Ends& ends : said) {
      const auto known = fair.find(ends);
      if (known != fair.end()) {
        figures_.pair.hit += known->second ? 1 : 0;
      } else if (!optional_end(ends)) {
        note("spurious pair", name(ends));
        ++figures_.pair.spurious;
      }
    }
    for (const auto& [ends, sure] : fair) {
      if (!sure || said.count(ends) != 0 || optional_end(ends)) continue;
      note("missed pair", name(ends));
      ++figures_.pair.missed;
    }
  }

  const Json& quantity(std::size_t q) const { return gold_["quantities"][index_of(q)]; }
  bool optional_end(Ends ends) const { return is_optional(quantity(ends.first)) || is_optional(quantity(ends.second)); }
  std::string name(Ends ends) const {
    return std::string(view(quantity(ends.first)["text"])) + " - " + std::string(view(quantity(ends.second)["text"]));
  }

  void score_sections() {
    using Heading = std::pair<std::u32string, std::u32string>;
    const auto headings = [](const Json& sections) {
      std::multiset<Heading> all;
      for (const Json& s : sections.GetArray()) all.insert({plain(s["label"]), clean(text_of(s["title"]))});
      return all;
    };
    std::multiset<Heading> got = headings(output_["sections"]);
    for (const Heading& heading : headings(gold_["sections"])) {
      const auto found = got.find(heading);
      ++(found == got.end() ? figures_.section.missed : figures_.section.hit);
      if (found != got.end()) got.erase(found);
    }
    figures_.section.spurious += got.size();
  }

  struct Place {
    std::size_t begin;
    std::u32string label;
    std::u32string section;
  };

  static std::u32string section_title(const Json& document, const Json& item) {
    const Json& section = item["section"];
    return section.IsNull() ? std::u32string()
                            : clean(text_of(document["sections"][index_of(index(section))]["title"]));
  }

  bool same_item(const Place& a, const Place& b) const {
    if (a.label != b.label || a.section != b.section) return false;
    const auto [first, last] = std::minmax(a.begin, b.begin);
    return characters(text_.substr(first, last - first)).size() <= item_tolerance;
  }

  void score_items() {
    std::vector<Place> free;
    for (const Json& item : output_["items"].GetArray())
      free.push_back({span_of(item).begin, plain(item["label"]), section_title(output_, item)});
    std::size_t at = 0;
    for (const Json& item : gold_["items"].GetArray()) {
      at = text_.find(view(item["starts"]), at);
      if (at == std::string_view::npos) throw std::runtime_error("an item is not in the text");
      const Place wanted{at, plain(item["label"]), section_title(gold_, item)};
      const auto found =
          std::find_if(free.begin(), free.end(), [&](const Place& place) { return same_item(place, wanted); });
      if (found == free.end()) {
        note("missed item", view(item["starts"]));
        ++figures_.item.missed;
      } else {
        free.erase(found);
        ++figures_.item.hit;
      }
    }
    figures_.item.spurious += free.size();
  }

  void score_meta() {
    for (const char* const key : {"title", "published", "period"}) {
      const Json& wanted = member(gold_, key);
      if (wanted.IsNull()) continue;
      const Json& got = member(output_, key);
      const bool title = std::string_view(key) == "title";
      const bool right = title ? clean(text_of(got)) == clean(text_of(wanted)) : got == wanted;
      if (!right) note("wrong", key);
      figures_.meta.see(right ? 1 : 0);
    }
  }

  const Json& gold_;
  const std::string_view text_;
  const Json& output_;
  const Note& note_;
  std::vector<std::size_t> record_of_;  // by quantity
  std::vector<std::size_t> gold_of_;    // by record
  Figures figures_;
};

}  // namespace

void Tally::add(const Tally& other) {
  hit += other.hit;
  spurious += other.spurious;
  missed += other.missed;
}

std::optional<double> Tally::f() const {
  const std::size_t total = 2 * hit + spurious + missed;
  if (total == 0) return std::nullopt;
  return 200.0 * static_cast<double>(hit) / static_cast<double>(total);
}

void Mean::see(double value) {
  sum += value;
  ++count;
}

void Mean::add(const Mean& other) {
  sum += other.sum;
  count += other.count;
}

std::optional<double> Mean::f() const {
  if (count == 0) return std::nullopt;
  return 100.0 * sum / static_cast<double>(count);
}

void Figures::add(const Figures& other) {
  for (Tally Figures::*const figure :
       {&Figures::record, &Figures::quantity, &Figures::pair, &Figures::section, &Figures::item})
    (this->*figure).add(other.*figure);
  for (Mean Figures::*const figure : {&Figures::bound, &Figures::role, &Figures::indicator, &Figures::meta})
    (this->*figure).add(other.*figure);
}

rapidjson::Document read_json(const std::string& json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseNumbersAsStringsFlag>(json.data(), json.size());
  if (document.HasParseError()) throw std::runtime_error(rapidjson::GetParseError_En(document.GetParseError()));
  return document;
}

rapidjson::Document read_gold(const std::filesystem::path& text_path) {
  std::filesystem::path path = text_path;
  return read_json(read_file(path.replace_extension(".gold.json")));
}

Verdicts judge(const rapidjson::Value& gold, std::string_view text, const rapidjson::Value& output) {
  const Note silent;
  return Scorer(gold, text, output, silent).judge();
}

Figures score(const rapidjson::Value& gold, std::string_view text, const rapidjson::Value& output, const Note& note) {
  return Scorer(gold, text, output, note).score();
}

}  // namespace gongbao::tests
