// Which of a document's numbering schemes opens its sections, and which its items.
#pragma once

#include <optional>
#include <vector>

#include "lexicon/statement_rows.h"
#include "page/page.h"
#include "text/ordinal.h"

namespace gongbao {

// What a paragraph begins with.
struct Opening {
  std::optional<Ordinal> ordinal;  // offsets relative to the paragraph
  bool label = false;              // begins with a field label: 目标任务：
  bool progress = false;           // ... one that names no target: 进展情况：
  std::optional<Field> alone;      // the paragraph is nothing but a field label: 市定任务（2023年度）
  bool name = false;               // ... the one that names the work: 项目名称：
  bool serial = false;             // ... the one that numbers it: 序号：1
  bool heading = false;            // short and without a stop: can be a heading
  bool report = false;             // long enough to report something
  bool digit = false;              // has one, beside a count of works that it opens with: 5个项目提前完成
  bool figure = false;             // has a number that is no date
  // Words alone, on a line of their own.
  bool bare_heading() const noexcept { return !ordinal && !label && heading && !digit; }
  // A bullet before a field (● 承诺：…) marks that field, no item.
  bool marks_field() const noexcept { return ordinal && ordinal->scheme == Scheme::bullet && label; }

  bool annex = false;  // 附件1
  bool note = false;   // 注：, 报：, [1]: notes and the distribution list under a text
};

std::vector<Opening> read_openings(const Page& page, const Lexicon::Impl& lexicon);

struct Plan {
  std::optional<Scheme> section;  // none: sections without ordinals, or no sections
  std::optional<Scheme> item;     // none: paragraphs are items (a digest), or there are none
  std::optional<Scheme> also;     // opens items as well, in sections of its own
  bool bare_sections = false;     // headings without an ordinal are sections
  bool heading_items = false;     // the item scheme's lines are headings, their paragraphs follow
  bool field_headings = false;    // a heading without an ordinal over field labels opens an item
  bool form = false;              // an item opens where a field names the work: 项目名称：
  bool digest = false;            // paragraphs that report are items of their own
};

// Whether a paragraph is a heading without an ordinal, and the next one opens with a field label.
bool heads_fields(const std::vector<Opening>& openings, std::size_t index) noexcept;

Plan make_plan(const Page& page, const std::vector<Opening>& openings);

}  // namespace gongbao
