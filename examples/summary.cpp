#include "summary.h"

#include <algorithm>
#include <array>
#include <boost/locale.hpp>
#include <cstdint>
#include <limits>
#include <optional>
#include <sstream>
#include <vector>

#include "terminal.h"

namespace {

namespace bl = boost::locale;
using gongbao::Bound;
using gongbao::Document;
using gongbao::Record;
using gongbao::Role;
using gongbao::Rule;

std::string left(std::string_view text, int width) {
  std::string cell = printable(text, width);
  return cell.append(static_cast<std::size_t>(width - columns(cell)), ' ');
}

std::string right(std::string_view text, int width) {
  const std::string cell = printable(text, width);
  return std::string(static_cast<std::size_t>(width - columns(cell)), ' ') + cell;
}

// A line below an item: a promise, what was done for it, or both.
struct Line {
  std::optional<std::uint32_t> target;
  std::optional<std::uint32_t> achievement;
  std::optional<gongbao::Decimal> ratio;
  bool continues = false;  // a further achievement for the target of the line before
  std::optional<std::uint32_t> pair = std::nullopt;
};

constexpr int item_indent = 2;
constexpr int line_indent = 4;
constexpr int reason_indent = 6;
constexpr int cell_gap = 2;
constexpr int least_width = 40;
constexpr std::size_t cells_of_line = 3;
using Cells = std::array<std::string, cells_of_line>;

class Summary {
 public:
  Summary(std::string& out, const Document& document, const SummaryOptions& options)
      : out_(out), document_(document), options_(options), width_(std::max(options.width, least_width)) {
    numbers_.imbue(options.locale);
    numbers_ << std::fixed;
    collect_lines();
    measure();
  }

  void write(std::string_view source) {
    head(source);
    if (std::any_of(lines_.begin(), lines_.end(), [](const auto& lines) { return !lines.empty(); })) {
      row(line_indent, "", {translated("Promised"), translated("Done"), translated("Completed")});
    }
    std::optional<std::uint32_t> section;
    for (std::uint32_t id = 0; id < document_.items.size(); ++id) {
      if (!shown(id)) continue;
      const std::optional<std::uint32_t> own = document_.items[id].section;
      if (own && own != section) section_heading(*own);
      section = own;
      item(id);
    }
    const auto outside = static_cast<std::uint32_t>(document_.items.size());
    if (shown(outside)) {
      print(item_indent, translated("Outside every item"));
      figures(outside);
    }
    foot();
  }

 private:
  // One list of lines for each item, and one more for what stands outside every item.
  void collect_lines() {
    lines_.resize(document_.items.size() + 1);
    others_.resize(lines_.size());
    std::vector<std::vector<std::uint32_t>> pairs(document_.records.size());
    std::vector<bool> answers(document_.records.size());
    for (std::uint32_t id = 0; id < document_.pairs.size(); ++id) {
      pairs[document_.pairs[id].target].push_back(id);
      answers[document_.pairs[id].achievement] = true;
    }
    for (std::uint32_t id = 0; id < document_.records.size(); ++id) {
      const Record& record = document_.records[id];
      const std::size_t item = record.item.value_or(static_cast<std::uint32_t>(document_.items.size()));
      if (record.role == Role::context) {
        others_[item].push_back(id);
      } else if (record.role == Role::achievement) {
        if (!answers[id]) lines_[item].push_back({std::nullopt, id, std::nullopt});
      } else if (pairs[id].empty()) {
        lines_[item].push_back({id, std::nullopt, std::nullopt});
      }
      for (const std::uint32_t pair : pairs[id]) {
        const gongbao::Pair& found = document_.pairs[pair];
        lines_[item].push_back({id, found.achievement, found.ratio, pair != pairs[id].front(), pair});
      }
    }
  }

  // The columns of figures are as wide as their widest cell, but leave half of the line to the words.
  void measure() {
    widths_ = {columns(translated("Promised")), columns(translated("Done")), columns(translated("Completed"))};
    for (const std::vector<Line>& lines : lines_) {
      for (const Line& line : lines) {
        const Cells cells = cells_of(line);
        for (std::size_t i = 0; i < cells.size(); ++i) widths_[i] = std::max(widths_[i], columns(cells[i]));
      }
    }
    const int most = width_ / (2 * static_cast<int>(widths_.size()));
    for (int& width : widths_) width = std::min(width, most);
  }

  bool shown(std::uint32_t item) const { return !lines_[item].empty() || (options_.explain && !others_[item].empty()); }

  void head(std::string_view source) {
    if (!document_.title.empty()) print(0, document_.title);
    out_.append(printable(source)).append(1, '\n');  // whole, so that it can be copied
    std::string dates;
    if (document_.period) {
      dates = format("{1} to {2}", document_.period->from.to_string(), document_.period->to.to_string());
    }
    if (document_.published) {
      dates += (dates.empty() ? "" : ", ") + format("published {1}", document_.published->to_string());
    }
    if (!dates.empty()) print(0, dates);
    out_ += '\n';
  }

  void section_heading(std::uint32_t id) {
    const gongbao::Section& section = document_.sections[id];
    print(0, section.label + (section.label.empty() || section.title.empty() ? "" : " ") + section.title);
  }

  void item(std::uint32_t id) {
    const gongbao::Item& item = document_.items[id];
    const std::string label = item.label.empty() ? "" : item.label + ' ';
    // No more of a long item than fits: its text may be a whole page.
    std::string status;
    if (item.status.status != gongbao::Status::unknown) {
      status = " [" + translated(status_words(item.status.status)) + ']';
    }
    const int rest = std::max(width_ - item_indent - columns(label) - columns(status), 1);
    print(item_indent, label + printable(document_.text(item.span), rest) + status);
    if (options_.explain) explain(item.status);
    figures(id);
  }

  void figures(std::uint32_t item) {
    for (const Line& line : lines_[item]) {
      const std::uint32_t named = line.target && !line.continues ? *line.target : line.achievement.value_or(0);
      row(line_indent, document_.records[named].indicator, cells_of(line));
      if (!options_.explain) continue;
      if (line.target && !line.continues) reason(document_.records[*line.target]);
      if (line.achievement) reason(document_.records[*line.achievement]);
      if (line.pair) reason(document_.pairs[*line.pair]);
    }
    if (!options_.explain) return;
    for (const std::uint32_t id : others_[item]) {
      print(line_indent, document_.records[id].indicator);
      reason(document_.records[id]);
    }
  }

  Cells cells_of(const Line& line) {
    return {line.target && !line.continues ? amount(document_.records[*line.target]) : "",
            line.achievement ? amount(document_.records[*line.achievement]) : "",
            line.ratio ? percent(line.ratio->to_double(), 1) : ""};
  }

  void reason(const Record& record) {
    std::string words = translated(role_words(record.role)) + ' ' + printable(document_.text(record.span)) + ": " +
                        translated(rule_words(record.reason.rule));
    if (!record.reason.cue.empty()) words += " “" + printable(document_.text(record.reason.cue)) + "”";
    if (record.reason.inherited) words += " (" + translated("inherited") + ')';
    print(reason_indent, words + sureness(record.confidence));
  }

  void reason(const gongbao::Pair& pair) {
    std::string words;
    for (const gongbao::PairGround& ground : pair.grounds)
      words += (words.empty() ? "" : ", ") + translated(ground_words(ground.ground));
    print(reason_indent, translated("paired") + ": " + words + sureness(pair.confidence));
  }

  std::string sureness(double confidence) { return " [" + percent(confidence, 0) + ']'; }

  void explain(const gongbao::ItemStatus& status) {
    if (status.status == gongbao::Status::unknown) return;
    std::string words = translated(status_words(status.status)) + ": " + translated(rule_words(status.rule));
    if (!status.cue.empty()) words += " “" + printable(document_.text(status.cue)) + "”";
    print(reason_indent, words);
  }

  void foot() {
    std::array<std::size_t, std::numeric_limits<std::uint8_t>::max() + 1> counts{};
    for (const gongbao::Diagnostic& found : document_.diagnostics) ++counts[static_cast<std::uint8_t>(found.code)];
    out_ += '\n';
    print(0, count("{1,num} figure", "{1,num} figures", document_.records.size()) + ", " +
                 count("{1,num} pair", "{1,num} pairs", document_.pairs.size()) + ", " +
                 count("{1,num} note", "{1,num} notes", document_.diagnostics.size()));
    for (std::size_t code = 0; code < counts.size(); ++code) {
      if (counts[code] == 0) continue;
      const std::string_view message = describe(static_cast<gongbao::DiagnosticCode>(code));
      print(item_indent, std::to_string(counts[code]) + " × " + translated(message));
    }
  }

  static std::string_view role_words(Role role) {
    switch (role) {
      case Role::target: return "promised";
      case Role::achievement: return "done";
      case Role::context: return "context";
    }
    return {};
  }

  static std::string_view rule_words(Rule rule) {
    switch (rule) {
      case Rule::label: return "field label";
      case Rule::column: return "table heading";
      case Rule::cue: return "cue word";
      case Rule::comparison: return "comparison";
      case Rule::measure: return "kind of measure";
      case Rule::position: return "position in the item";
      case Rule::document_kind: return "kind of document";
    }
    return {};
  }

  static std::string_view ground_words(gongbao::Ground ground) {
    using gongbao::Ground;
    switch (ground) {
      case Ground::words: return "same words";
      case Ground::unit: return "same unit";
      case Ground::order: return "same place in its list";
      case Ground::alone: return "only candidate";
      case Ground::beside: return "side by side";
      case Ground::stage: return "stage of work";
      case Ground::part: return "whole or part";
      case Ground::size: return "similar size";
      case Ground::stated_rate: return "stated completion rate";
    }
    return {};
  }

  static std::string_view status_words(gongbao::Status status) {
    switch (status) {
      case gongbao::Status::unknown: return "";
      case gongbao::Status::not_started: return "not started";
      case gongbao::Status::delayed: return "delayed";
      case gongbao::Status::in_progress: return "in progress";
      case gongbao::Status::on_schedule: return "on schedule";
      case gongbao::Status::ahead: return "ahead of schedule";
      case gongbao::Status::completed: return "completed";
      case gongbao::Status::exceeded: return "exceeded";
    }
    return {};
  }

  static std::string_view rule_words(gongbao::StatusRule rule) {
    switch (rule) {
      case gongbao::StatusRule::none: return "";
      case gongbao::StatusRule::words: return "words of the report";
      case gongbao::StatusRule::column: return "status column";
      case gongbao::StatusRule::heading: return "heading";
      case gongbao::StatusRule::figures: return "figures";
    }
    return {};
  }

  static std::string_view sign(Bound bound) {
    switch (bound) {
      case Bound::at_least: return "≥";
      case Bound::at_most: return "≤";
      case Bound::more_than: return ">";
      case Bound::less_than: return "<";
      case Bound::approx: return "≈";
      case Bound::exact:
      case Bound::range: return "";
    }
    return {};
  }

  std::string amount(const Record& record) {
    std::string result(sign(record.bound));
    result += number(record.value);
    if (record.high) result += "–" + number(*record.high);
    return result + record.unit;
  }

  std::string number(gongbao::Decimal value) {
    numbers_.str("");
    numbers_ << bl::as::number;
    numbers_.precision(std::max(0, -value.exponent()));
    numbers_ << value.to_double();
    return numbers_.str();
  }

  std::string percent(double ratio, int decimals) {
    numbers_.str("");
    numbers_ << bl::as::percent;
    numbers_.precision(decimals);
    numbers_ << ratio;
    return numbers_.str();
  }

  std::string translated(std::string_view message) const {
    return bl::translate(std::string(message)).str(options_.locale);
  }
  template <class... Values>
  std::string format(const char* message, const Values&... values) const {
    bl::format result((bl::translate(message)));
    (result % ... % values);
    return result.str(options_.locale);
  }
  std::string count(const char* one, const char* many, std::size_t n) const {
    const int form = static_cast<int>(std::min<std::size_t>(n, std::numeric_limits<int>::max()));
    return (bl::format(bl::translate(one, many, form)) % n).str(options_.locale);
  }

  void print(int indent, std::string_view text) {
    out_.append(static_cast<std::size_t>(indent), ' ');
    out_ += printable(text, width_ - indent);
    out_ += '\n';
  }

  void row(int indent, std::string_view words, const Cells& cells) {
    int rest = width_ - indent;
    for (const int width : widths_) rest -= width + cell_gap;
    std::string line = std::string(static_cast<std::size_t>(indent), ' ') + left(words, rest);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      line.append(cell_gap, ' ').append(right(cells[i], widths_[i]));
    }
    out_ += line.erase(line.find_last_not_of(' ') + 1);
    out_ += '\n';
  }

  std::string& out_;
  const Document& document_;
  const SummaryOptions& options_;
  int width_;
  std::vector<std::vector<Line>> lines_;
  std::vector<std::vector<std::uint32_t>> others_;  // context, by item
  std::array<int, cells_of_line> widths_{};
  std::ostringstream numbers_;
};

}  // namespace

void append_summary(std::string& out, const Document& document, std::string_view source,
                    const SummaryOptions& options) {
  Summary(out, document, options).write(source);
}
