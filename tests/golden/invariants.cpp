#include "golden/invariants.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "golden/encodings.h"
#include "gongbao/file_type.h"
#include "html/html.h"

namespace gongbao::tests {
namespace {

constexpr std::size_t most_grounds = 3;
constexpr std::size_t longest_indicator = 20;  // characters, by the guidelines

// The number of characters, or nothing where the text is no UTF-8.
std::optional<std::size_t> count_characters(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0) return std::nullopt;
  }
  return count;
}

class Checker {
 public:
  Checker(const Document& document, std::string_view input) : document_(document), input_(input) {}

  std::vector<std::string> check() {
    require(count_characters(document_.text()).has_value(), "the text is no UTF-8", {});
    check_sections();
    check_items();
    check_records();
    check_pairs();
    for (const Diagnostic& diagnostic : document_.diagnostics) check_span(diagnostic.span, "a diagnostic");
    if (document_.period)
      require(!after(document_.period->from, document_.period->to), "the period runs backwards", {});
    return std::move(broken_);
  }

 private:
  void require(bool holds, std::string_view what, Span where) {
    if (holds) return;
    broken_.push_back(std::string(what) + " [" + std::to_string(where.begin) + "," + std::to_string(where.end) + ")");
  }

  bool starts_character(std::size_t at) const {
    const std::string& text = document_.text();
    return at == text.size() || !U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]));
  }

  void check_span(Span span, const std::string& of) {
    const bool inside = span.begin <= span.end && span.end <= document_.text().size();
    require(inside, of + " lies outside the text", span);
    if (!inside) return;
    require(starts_character(span.begin) && starts_character(span.end), of + " cuts a character", span);
    check_source(span, of);
  }

  // The bytes a span leads to say the same as its text, unless it was extracted or some of them were replaced.
  void check_source(Span span, const std::string& of) {
    const Span source = document_.source(span);
    const bool inside = source.begin <= source.end && source.end <= input_.size();
    require(inside, of + " leads outside the input", source);
    if (compressed_) require(source.empty(), of + " leads into an archive", source);
    if (!inside || replaced() || extracted_ || compressed_) return;
    std::string bytes = decoded(input_.substr(source.begin, source.size()),
                                document_.encoding == "HZ-GB-2312" && !starts_ascii(span) ? "~{" : "");
    require(bytes == document_.text(span), of + " leads to other bytes", source);
  }

  // In the input's encoding. `mode`: what comes before it.
  std::string decoded(std::string_view bytes, std::string_view mode) const {
    if (document_.encoding == "UTF-8") return std::string(bytes);
    return decode_bytes(std::string(mode).append(bytes),
                        document_.encoding == "Big5" ? "Big5-HKSCS" : document_.encoding.c_str());
  }

  bool starts_ascii(Span span) const {
    return span.empty() || static_cast<unsigned char>(document_.text()[span.begin]) < 0x80;
  }

  bool replaced() const {
    const auto& found = document_.diagnostics;
    return std::any_of(found.begin(), found.end(), [](const Diagnostic& d) {
      return d.code == DiagnosticCode::invalid_bytes || d.code == DiagnosticCode::text_truncated;
    });
  }

  template <class List>
  void check_order(const List& list, const std::string& of) {
    for (std::size_t i = 1; i < list.size(); ++i)
      require(list[i - 1].span.begin <= list[i].span.begin, of + " before the last one", list[i].span);
  }

  template <class List>
  void check_index(const std::optional<std::uint32_t>& id, const List& list, const std::string& of, Span where) {
    require(!id || *id < list.size(), of + " names what does not exist", where);
  }

  void check_sections() {
    check_order(document_.sections, "a section stands");
    for (const Section& section : document_.sections) {
      check_span(section.span, "a section");
      require(document_.text(section.span).ends_with(section.title), "a section does not end with its title",
              section.span);
    }
  }

  void check_items() {
    check_order(document_.items, "an item stands");
    for (const Item& item : document_.items) {
      check_index(item.section, document_.sections, "an item", item.span);
      check_span(item.span, "an item");
      check_span(item.status.cue, "the words of a status");
      require((item.status.status == Status::unknown) == (item.status.rule == StatusRule::none),
              "a status without a reason", item.span);
      require(item.status.cue.empty() || item.status.rule != StatusRule::figures, "figures are no words", item.span);
      for (const auto& part : {item.target_span, item.progress_span}) {
        if (!part) continue;
        check_span(*part, "a part of an item");
        require(!part->empty(), "a part of an item is empty", *part);
      }
    }
  }

  void check_records() {
    check_order(document_.records, "a record stands");
    for (std::size_t i = 1; i < document_.records.size(); ++i) {
      require(!document_.records[i - 1].span.overlaps(document_.records[i].span), "records overlap",
              document_.records[i].span);
    }
    for (const Record& record : document_.records) {
      check_index(record.item, document_.items, "a record", record.span);
      check_span(record.span, "a record");
      check_span(record.reason.cue, "a record's cue");
      require(!record.span.empty(), "a record has no surface", record.span);
      require(record.high.has_value() == (record.bound == Bound::range), "a range lacks an end", record.span);
      require(!record.high || record.value < *record.high, "a range does not rise", record.span);
      const auto words = count_characters(record.indicator);
      require(words && *words <= longest_indicator, "an indicator is too long or no UTF-8", record.span);
      require(record.base_value.has_value() == !record.base_unit.empty(), "a base value without its unit", record.span);
      require(!record.base_high || (record.high && record.base_value), "a base value of no range", record.span);
      require(!record.rate_of || record.dimension == Dimension::rate, "the dimension of no rate", record.span);
      require(count_characters(record.unit).has_value(), "a unit is no UTF-8", record.span);
      require(record.confidence > 0 && record.confidence < 1, "a confidence is no probability", record.span);
    }
  }

  void check_pairs() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const Pair& pair : document_.pairs) {
      const std::size_t count = document_.records.size();
      require(pair.target < count && pair.achievement < count, "a pair names what does not exist", {});
      if (pair.target >= count || pair.achievement >= count) continue;
      const Record& target = document_.records[pair.target];
      const Record& achievement = document_.records[pair.achievement];
      require(target.role == Role::target, "a pair's target is none", target.span);
      require(achievement.role == Role::achievement, "a pair's achievement is none", achievement.span);
      require(pair.confidence > 0 && pair.confidence < 1, "a confidence is no probability", target.span);
      check_grounds(pair, target.span);
      require(seen.insert({pair.target, pair.achievement}).second, "a pair stands twice", target.span);
    }
  }

  void check_grounds(const Pair& pair, Span where) {
    require(!pair.grounds.empty() && pair.grounds.size() <= most_grounds, "a pair has no grounds or too many", where);
    for (std::size_t i = 0; i < pair.grounds.size(); ++i) {
      const bool falls = i == 0 || pair.grounds[i - 1].weight >= pair.grounds[i].weight;
      require(falls && pair.grounds[i].weight > 0, "grounds do not fall", where);
    }
  }

  static bool after(const Date& a, const Date& b) {
    return std::tie(a.year, a.month, a.day) > std::tie(b.year, b.month, b.day);
  }

  const Document& document_;
  const std::string_view input_;
  const bool compressed_ = file_type(input_) != FileType::text;  // a docx or an xlsx
  const bool extracted_ = !compressed_ && is_html(decoded(input_, ""));
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_invariants(const Document& document, std::string_view input) {
  return Checker(document, input).check();
}

}  // namespace gongbao::tests
