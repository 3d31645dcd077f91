// What one bulletin says: the owning result of a parse.
//
// What each field must hold is fixed by corpus/GUIDELINES.md; the terms are those of the glossary in src/README.md.
// A Document owns everything it refers to: it may be copied, moved and kept after the Parser and the input are gone.
// All lists are in reading order, and an id is a position in its list. Strings are UTF-8.
//
//   for (const gongbao::Pair& p : document.pairs)
//     std::cout << document.records[p.target].indicator << ": "
//               << document.text(document.records[p.achievement].span) << " of "
//               << document.text(document.records[p.target].span) << '\n';
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/decimal.h"
#include "gongbao/diagnostic.h"
#include "gongbao/dimension.h"
#include "gongbao/span.h"

namespace gongbao {

// A day of the Gregorian calendar. year 1900..2199, month 1..12, day 1..31 (valid for the month).
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;
  std::int8_t day = 0;

  std::string to_string() const;  // ISO 8601: "2021-04-12"
  friend bool operator==(Date a, Date b) noexcept { return a.year == b.year && a.month == b.month && a.day == b.day; }
  friend bool operator!=(Date a, Date b) noexcept { return !(a == b); }
};

// The first and the last day of what a bulletin covers.
struct Period {
  Date from;
  Date to;
};

// A top-level heading.
struct Section {
  std::string label;  // the ordinal without punctuation, in half width ("一", "1"); empty where it has none
  std::string title;  // the heading's words, trimmed
  Span span;          // from the label to the end of the title
};

// How far an item's work is, as a whole.
enum class Status : std::uint8_t {
  unknown,      // nothing is said
  not_started,  // 未启动, 尚未开工
  delayed,      // 滞后, 进展缓慢, 未完成
  in_progress,  // 正在推进, 已开工, 基本完成; or a promise is not reached yet
  on_schedule,  // 按序时进度推进, 达到序时进度
  ahead,        // 超序时进度
  completed,    // 已完成, 全部竣工; or every promise is reached
  exceeded,     // 超额完成; or every promise is surpassed
};
std::string_view name(Status status) noexcept;

// What decided a status. Words that speak of the item as a whole win over its figures: the author knows more than the
// figures tell. Where they say that it is done and a pair says that it is not, there is a diagnostic.
enum class StatusRule : std::uint8_t {
  none,    // nothing did: the status is unknown
  words,   // words of its progress part (已完成), or of the part's clauses (…已竣工，…正在施工)
  column,  // the cell of a column for it: 状态, 评价
  heading,  // the section's heading (慢于序时进度的项目), or a remark behind the item's own (…（已完成）)
  figures,  // its pairs
};
std::string_view name(StatusRule rule) noexcept;

struct ItemStatus {
  Status status = Status::unknown;
  StatusRule rule = StatusRule::none;
  Span cue;  // the deciding words; empty where none did
};

// A reported piece of work.
struct Item {
  std::optional<std::uint32_t> section;  // index into sections
  std::string label;                     // as Section::label ("1", "第一项"); empty where it has none
  Span span;                             // from the item's own words, after the label, to its last progress words
  std::optional<Span> target_span;       // the part that promises
  std::optional<Span> progress_span;     // the part that reports
  ItemStatus status;
};

enum class Role : std::uint8_t {
  target,       // promised or planned
  achievement,  // reported as done or under way
  context,      // neither: an age limit, a size, a price, last year's figure
};
std::string_view name(Role role) noexcept;

// How the printed number limits the real one. at_least: 不少于, 以上; at_most: 不超过, 以内, 以下; more_than: 余, 多,
// 超; less_than: 近, 不足; approx: 约, 左右; range: two numbers, see Record::high.
enum class Bound : std::uint8_t { exact, at_least, at_most, more_than, less_than, approx, range };
std::string_view name(Bound bound) noexcept;

// What decided a record's role.
enum class Rule : std::uint8_t {
  label,          // a field label such as 目标任务： or 【完成情况】
  column,         // the heading of a table's column or row
  cue,            // a word beside the number: 计划, 已, 应建
  comparison,     // the starting point or the yardstick of a comparison: 由…提高到, 上年为, 同比
  measure,        // the kind of measure: an age, a price per piece
  position,       // where the item changes from promise to report
  document_kind,  // the document is a list of targets, or of results
};
std::string_view name(Rule rule) noexcept;

struct Reason {
  Rule rule = Rule::position;
  Span cue;                // the deciding words; empty where no words decided
  bool inherited = false;  // false: stated beside the number; true: from a heading, a label, a title or a row
};

// One quantity of the bulletin.
struct Record {
  std::optional<std::uint32_t> item;  // index into items; none outside every item
  Role role = Role::context;
  Bound bound = Bound::exact;
  Decimal value;                // with the scale applied: 1.35万人 is 13500; the lower end of a range
  std::optional<Decimal> high;  // the upper end of a range
  std::string unit;       // after the scale, typography folded: 人, 平方米, %, 元/人·月; empty for a pure ratio
  std::string indicator;  // the words that say what is counted, from the text, at most 20 characters
  Span span;              // number and unit as printed
  Reason reason;
  // How likely it is that a careful annotator has the same quantity here with the same value, unit, bound and role: 0
  // to 1, in steps of 0.01. (The indicator is not part of it.)
  double confidence = 0;
  Dimension dimension = Dimension::things;  // what the unit measures; of a rate see rate_of
  std::optional<Dimension> rate_of;         // of a rate, what its first unit measures: money for 元/人·月
  // The value in the base unit of its dimension, where the unit has a fixed factor to one (unit_factors.tsv): 2.5公顷
  // is 25000 平方米. Exact where a decimal can be, else rounded half up to six decimals (1亩 is 666.666667平方米).
  // None for counts of things, rates and units without a factor, and where the result is out of Decimal's range.
  std::optional<Decimal> base_value;
  std::optional<Decimal> base_high;  // of a range
  std::string base_unit;             // empty where there is no base_value
};

// What speaks for a pair.
enum class Ground : std::uint8_t {
  words,        // the two figures are named by the same words
  unit,         // they have the same unit, or units that convert
  order,        // they stand at the same place of their lists
  alone,        // there is no other figure of that unit to choose from
  beside,       // they stand side by side
  stage,        // both name the same stage of the work
  part,         // both are wholes, totals or parts of the count before them
  size,         // the figures are about as large
  stated_rate,  // the result is a printed completion rate, and no count answers the target
};
std::string_view name(Ground ground) noexcept;

struct PairGround {
  Ground ground = Ground::words;
  double weight = 0;  // its part in the pair's score: above 0
};

// A target and the achievement that answers it: indexes into records, whose roles are target and achievement.
struct Pair {
  std::uint32_t target = 0;
  std::uint32_t achievement = 0;
  // Achievement over target in the same unit, rounded to four decimals; or the stated completion rate as a fraction
  // where only that answers the target. None where the target is zero or an upper limit (less is better), or where
  // either side is a range.
  std::optional<Decimal> ratio;
  std::vector<PairGround> grounds;  // why it was made: at most three, the heaviest first
  double confidence = 0;  // how likely it is that a careful annotator makes the same pair: as Record::confidence
  // Whether the target is reached. The exact values are compared, in one unit: the achievement must be at least the
  // target, or at most where less is better (an upper limit: 不超过, 以内; a level to come down to: 降到, 控制在; a
  // share of what nobody wants: 失业率). A target that is a range is reached at its nearer end; 近 and 不足 before an
  // achievement of just the target's value do not reach it. A completion rate reaches its target at 100%. False too
  // where the achievement counts work only begun (开工4所 for 建成4所). None where the text does not decide: a range
  // across the target, or a stage between (主体完工), a value less than half a step of the last digit below an
  // approximate target (68 of 约70).
  std::optional<bool> met = std::nullopt;
};

// Where the text meets the input. From this anchor to the next one each `text_width` bytes of the text were decoded
// from `source_width` bytes of the input: 1 and 1 where it was copied, 3 and 2 in a run of Chinese characters in
// GB18030, 3 and 1 for a byte replaced by U+FFFD. A source_width of 0 marks text that no bytes of the input spell: the
// bar between two cells, or all the text of a docx or xlsx file, which stands compressed. Bytes of the input that left
// no text (a tag) are two anchors at one text offset: the first ends the stretch before them, the last begins the one
// after.
struct SourceAnchor {
  std::uint32_t text = 0;
  std::uint32_t source = 0;
  std::uint8_t text_width = 1;  // never 0
  std::uint8_t source_width = 1;
};

class Document {
 public:
  std::string encoding;  // IANA name of the input's encoding: "UTF-8", "GB18030"; of a docx or xlsx, of the text in it
  std::string title;     // empty where there is none
  std::optional<Date> published;
  std::optional<Period> period;
  std::vector<Section> sections;
  std::vector<Item> items;
  std::vector<Record> records;
  std::vector<Pair> pairs;
  std::vector<Diagnostic> diagnostics;
  // What was read as the bulletin, for a person to check: the title, then each paragraph and each row of a table on a
  // line, the cells of a row separated by " | ". Without the page around it, link spam, line breaks inside paragraphs.
  std::string body;

  // The text all spans point into: the input itself for UTF-8 plain text (a byte order mark excluded); for HTML the
  // text that a reader of the page sees, in lines.
  const std::string& text() const noexcept { return text_; }
  std::string_view text(Span span) const noexcept { return std::string_view(text_).substr(span.begin, span.size()); }
  // The bytes of the input that a span of the text was decoded from: from the first byte of its first character to the
  // end of its last one. Bytes around it that left no text are not part of it. Empty where no bytes spell the text, as
  // everywhere in a docx or xlsx file. Takes logarithmic time.
  Span source(Span span) const noexcept;

 private:
  friend struct DocumentAccess;  // the parser's way in
  std::string text_;
  std::vector<SourceAnchor> anchors_;  // neither member ever descends; the first is at text offset 0
};

}  // namespace gongbao
