#include "golden/case_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "gongbao/parser.h"
#include "outline/outline.h"
#include "page/page.h"
#include "page/spam.h"
#include "quantity/quantity.h"

namespace gongbao::tests {
namespace {

const Lexicon::Impl& lexicon() {
  static const Lexicon builtin = Lexicon::builtin();
  return builtin.impl();
}

Text plain_text(const std::string& utf8) {
  Text text;
  text.utf8 = utf8;
  return text;
}

std::string differs(const std::string& expected, const std::string& got) {
  return expected == got ? std::string() : "  expected " + expected + "\n  got      " + got;
}

// --- quantity: one line, its quantities marked ⟦surface|value unit bound⟧ ---

// The text as the page stage hands it on: link spam taken out.
Chars without_spam(const Chars& chars) {
  Chars clean;
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(chars.size());
  for (const Range spam : find_spam(chars, {0, size}, lexicon())) {
    clean.append(chars, at, spam.begin);
    at = spam.end;
  }
  clean.append(chars, at, size);
  return clean;
}

std::string note_of(const Quantity& quantity) {
  std::string note = quantity.value.to_string();
  if (quantity.high) note += ".." + quantity.high->to_string();
  if (!quantity.unit.empty()) note += " " + quantity.unit;
  return note + " " + std::string(name(quantity.bound));
}

std::string check_quantity(const Case& marked) {
  const std::string& expected = marked.lines.front();
  const std::string text = read_marks(expected).text;
  const Chars chars = without_spam(fold_chars(text));
  std::vector<Diagnostic> ignored;
  std::vector<Mark> found;
  QuantityLists lists;
  find_quantities(BodyWords(chars, lexicon()), {0, static_cast<std::uint32_t>(chars.size())}, lists, ignored);
  for (const Quantity& q : lists.all()) found.push_back({chars.span(q.range.begin, q.range.end), note_of(q)});
  return differs(expected, write_marks(text, found));
}

// --- page and outline: lines with a tag ---

struct TaggedLine {
  std::string tag;
  std::string text;
  std::string note;  // after a second tab: "=> 2021-04-12"
  Span span;         // in the text of all lines
};

struct TaggedText {
  std::vector<TaggedLine> lines;
  std::string text;
};

TaggedText read_tagged(const Case& marked) {
  TaggedText result;
  for (const std::string& line : marked.lines) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() < 2) throw std::runtime_error("a line has no tag: " + line);
    if (!result.text.empty()) result.text += '\n';
    TaggedLine tagged{cells[0], cells[1], cells.size() > 2 ? cells[2] : "", {}};
    tagged.span.begin = static_cast<std::uint32_t>(result.text.size());
    result.text += tagged.text;
    tagged.span.end = static_cast<std::uint32_t>(result.text.size());
    result.lines.push_back(std::move(tagged));
  }
  return result;
}

// Whether the body has words of the line.
bool in_body(const Page& page, const TaggedLine& line) {
  const auto touches = [&](Range range) {
    return !range.empty() && page.body.span(range.begin, range.end).overlaps(line.span);
  };
  for (const Paragraph& paragraph : page.paragraphs) {
    if (touches(paragraph.range)) return true;
  }
  for (const TextTable& table : page.tables) {
    for (const TableRow& row : table.rows) {
      if (std::any_of(row.cells.begin(), row.cells.end(), touches)) return true;
    }
  }
  return false;
}

// A line of the difference: "  I, not P: 1、…".
void compare_tag(const TaggedLine& line, const std::string& got, std::string& wrong) {
  if (got != line.tag) wrong += "  expected " + line.tag + ", got " + got + ": " + line.text + "\n";
}

std::string page_tag(const Page& page, const TaggedLine& line) {
  const bool title =
      !page.title_range.empty() && page.body.span(page.title_range.begin, page.title_range.end).overlaps(line.span);
  return title ? "T" : in_body(page, line) ? "B" : "F";
}

std::string check_page(const Case& marked) {
  const TaggedText tagged = read_tagged(marked);
  std::vector<Diagnostic> ignored;
  const Page page = read_page(plain_text(tagged.text), lexicon(), ignored);
  std::string wrong;
  for (const TaggedLine& line : tagged.lines) {
    if (line.tag == "D") {  // whether it belongs to the body is not said
      const std::string got = "=> " + (page.published ? page.published->to_string() : std::string("no date"));
      if (got != line.note) wrong += "  expected " + line.note + ", got " + got + ": " + line.text + "\n";
    } else {
      compare_tag(line, page_tag(page, line), wrong);
      if (line.tag == "T") wrong += differs(line.text, page.title);
    }
  }
  return wrong;
}

bool begins_in(const Chars& body, Range range, const TaggedLine& line) {
  return !range.empty() && line.span.begin <= body.begin_byte(range.begin) &&
         body.begin_byte(range.begin) < line.span.end;
}

std::string outline_tag(const Page& page, const Outline& outline, const TaggedLine& line) {
  for (const OutlineSection& section : outline.sections) {
    if (begins_in(page.body, section.title, line)) return "S";
  }
  for (const OutlineItem& item : outline.items) {
    if (begins_in(page.body, item.heading, line)) return "I";
  }
  return in_body(page, line) ? "P" : "F";
}

std::string check_outline(const Case& marked) {
  const TaggedText tagged = read_tagged(marked);
  std::vector<Diagnostic> ignored;
  const Page page = read_page(plain_text(tagged.text), lexicon(), ignored);
  const Outline outline = read_outline(page, lexicon());
  std::string wrong;
  for (const TaggedLine& line : tagged.lines) compare_tag(line, outline_tag(page, outline, line), wrong);
  return wrong;
}

// --- role and pair: the text of an item ---

// The item before the case's shows how the bulletin's items are built, as its neighbours do in a real one.
constexpr std::string_view bulletin_head =
    "岚岭县2021年民生实事进展情况\n\n一、民生实事\n1、改造农贸市场6个。目前已改造4个，完成率66.7%。\n2、";

struct ItemCase {
  std::string text;  // of the whole bulletin
  std::vector<Mark> marks;
  Document document;
};

ItemCase read_item(const Case& marked) {
  static const Parser parser;
  MarkedText item = read_marks(join(marked.lines, "\n"));
  ItemCase read;
  read.text = std::string(bulletin_head) + item.text + "\n";
  read.marks = std::move(item.marks);
  for (Mark& mark : read.marks) {
    mark.span.begin += static_cast<std::uint32_t>(bulletin_head.size());
    mark.span.end += static_cast<std::uint32_t>(bulletin_head.size());
  }
  Result result = parser.parse(read.text);
  if (!result) throw std::runtime_error(std::string(describe(result.error().code)));
  read.document = *std::move(result);
  return read;
}

// The record of the mark's words, or null.
const Record* record_at(const Document& document, const Mark& mark) {
  const auto found = std::find_if(document.records.begin(), document.records.end(),
                                  [&](const Record& record) { return record.span == mark.span; });
  return found == document.records.end() ? nullptr : &*found;
}

std::string check_role(const Case& marked) {
  const ItemCase item = read_item(marked);
  std::string wrong;
  for (const Mark& mark : item.marks) {
    const Record* const record = record_at(item.document, mark);
    const std::string got(record == nullptr ? "nothing" : name(record->role));
    const std::vector<std::string> fair = split(mark.note, '/');
    if (std::find(fair.begin(), fair.end(), got) == fair.end())
      wrong += "  " + std::string(item.document.text(mark.span)) + ": expected " + mark.note + ", got " + got + "\n";
  }
  return wrong.empty() ? wrong : wrong + "  in " + join(marked.lines, "\n     ");
}

using Ends = std::pair<std::uint32_t, std::uint32_t>;  // where the target and the achievement begin

// The pairs that marks allow, and whether each must be found: ⟦4处|t1⟧ ⟦3处|a1,a2?⟧.
std::map<Ends, bool> fair_pairs(const ItemCase& item) {
  std::map<Ends, bool> fair;
  for (const Mark& target : item.marks) {
    if (!target.note.starts_with('t')) continue;
    for (const Mark& achievement : item.marks) {
      for (const std::string& answer : split(achievement.note, ',')) {
        if (!answer.starts_with('a')) continue;
        const bool sure = !answer.ends_with('?');
        const std::string number = answer.substr(1, answer.size() - (sure ? 1 : 2));
        if (target.note == "t" + number) fair[{target.span.begin, achievement.span.begin}] = sure;
      }
    }
  }
  return fair;
}

// The bulletin's words with their roles as read, so that a wrong role behind a wrong pair is seen.
std::string roles_read(const ItemCase& item) {
  const auto begin = static_cast<std::uint32_t>(bulletin_head.size());
  std::vector<Mark> read;
  for (const Record& record : item.document.records) {
    if (record.span.begin < begin) continue;
    read.push_back({{record.span.begin - begin, record.span.end - begin}, std::string(name(record.role))});
  }
  return write_marks(std::string_view(item.text).substr(begin), read);
}

std::string check_pair(const Case& marked) {
  const ItemCase item = read_item(marked);
  const std::map<Ends, bool> fair = fair_pairs(item);
  const auto& records = item.document.records;
  const auto words = [&](std::uint32_t begin) {
    const auto found =
        std::find_if(item.marks.begin(), item.marks.end(), [&](const Mark& mark) { return mark.span.begin == begin; });
    return std::string(item.document.text(found->span)) + "|" + found->note;
  };
  std::string wrong;
  std::set<Ends> said;
  for (const Pair& pair : item.document.pairs) {
    const Record& target = records[pair.target];
    const Record& achievement = records[pair.achievement];
    if (achievement.span.begin < bulletin_head.size()) continue;
    const Ends ends{target.span.begin, achievement.span.begin};
    said.insert(ends);
    if (fair.count(ends) == 0)
      wrong += "  wrong pair " + std::string(item.document.text(target.span)) + " - " +
               std::string(item.document.text(achievement.span)) + "\n";
  }
  for (const auto& [ends, sure] : fair) {
    if (sure && said.count(ends) == 0)
      wrong += "  missed pair " + words(ends.first) + " - " + words(ends.second) + "\n";
  }
  return wrong.empty() ? wrong : wrong + "  read as " + roles_read(item);
}

// --- status: the text of an item, and what is said of its work: => completed 已完成 ---

constexpr std::string_view status_mark = "=> ";

std::string check_status(const Case& marked) {
  Case text = marked;
  const std::string expected = text.lines.back();
  text.lines.pop_back();
  if (!expected.starts_with(status_mark)) throw std::runtime_error("a case has no status");
  const ItemCase item = read_item(text);
  const ItemStatus& status = item.document.items.at(1).status;
  std::string got = std::string(status_mark) + std::string(name(status.status));
  if (!status.cue.empty()) got += " " + std::string(item.document.text(status.cue));
  const std::string wrong = differs(expected, got);
  return wrong.empty() ? wrong : wrong + "\n  in " + join(text.lines, "\n     ");
}

}  // namespace

const std::vector<CaseStage>& case_stages() {
  static const std::vector<CaseStage> stages = {
      {"page", read_blocks, check_page},        {"outline", read_blocks, check_outline},
      {"quantity", read_lines, check_quantity}, {"role", read_blocks, check_role},
      {"pair", read_blocks, check_pair},        {"status", read_blocks, check_status},
  };
  return stages;
}

}  // namespace gongbao::tests
