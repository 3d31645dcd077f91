#include "page/page.h"

#include <algorithm>
#include <utility>

#include "page/bounds.h"
#include "page/cell_lines.h"
#include "page/marked_tables.h"
#include "page/page_numbers.h"
#include "page/period.h"
#include "page/spam.h"
#include "text/fold.h"
#include "text/marks.h"
#include "text/ordinal.h"

namespace gongbao {
namespace {

constexpr std::uint32_t narrowest_wrap = 36;    // columns: no page is set narrower
constexpr std::size_t fewest_wrapped = 3;       // lines that show that a text is broken at a fixed width
constexpr std::uint32_t opening_length = 1200;  // characters that may say what the report covers

// The blanks [begin, end) of a range: whether a Chinese character or one of its marks stands beside them.
bool is_stray(const Chars& chars, std::uint32_t begin, std::uint32_t end, Range range) noexcept {
  const auto is_chinese = [](char16_t c) { return is_han(c) || (c >= 0x3000 && c <= 0x303F); };
  return begin > range.begin && end < range.end && (is_chinese(chars[begin - 1]) || is_chinese(chars[end]));
}

// Whether words begin with a field label that blanks close: 计划 硬化580公里 实绩 …, but not 项目 名称：…
bool opens_with_label(std::u16string_view words, const Lexicon::Impl& lexicon) {
  constexpr std::size_t more = 6;  // characters of a longer label
  const auto label = lexicon.labels.longest(words);
  if (!label || label.length >= words.size() || !is_blank(words[label.length])) return false;
  std::u16string joined(words.substr(0, label.length));
  joined += words.substr(skip_blanks(words, label.length), more);
  return lexicon.labels.longest(joined).length == label.length;
}

// Appends a range of the line that begins at `line`. Chinese is written without blanks, so those beside a Chinese
// character are typography or damage and are left out. They tell numbers apart, though, and close ordinals and field
// labels.
void append_words(Chars& body, const Chars& chars, Range range, std::uint32_t line, const Lexicon::Impl& lexicon) {
  if (!contains(chars.view(range.begin, range.end), is_blank)) {
    body.append(chars, range.begin, range.end);
    return;
  }
  const std::u16string_view text = chars.view(0, range.end);
  const auto ordinal = read_ordinal(text.substr(line), lexicon);
  const std::uint32_t words = line + (ordinal ? static_cast<std::uint32_t>(ordinal->words) : 0);
  std::uint32_t from = range.begin;
  bool label = opens_with_label(text.substr(words), lexicon);  // before the next blank
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (!is_blank(text[at])) continue;
    const auto next = static_cast<std::uint32_t>(skip_blanks(text, at));
    const bool label_before = std::exchange(label, opens_with_label(text.substr(next), lexicon));
    if (at >= words && !label_before && !label && is_stray(chars, at, next, range)) {
      body.append(chars, from, at);
      from = next;
    }
    at = next - 1;
  }
  body.append(chars, from, range.end);
}

// Builds Page::body and its blocks from the body's lines.
class BodyBuilder {
 public:
  BodyBuilder(const Lines& lines, const std::vector<TableLines>& tables, std::vector<Diagnostic>& diagnostics,
              Page& page)
      : chars_(lines.chars()),
        lines_(lines),
        tables_(tables),
        lexicon_(lines.lexicon()),
        diagnostics_(diagnostics),
        page_(page) {}

  void build(PageBounds bounds) {
    page_.paragraphs.reserve(bounds.body_end - bounds.body_begin);
    page_.blocks.reserve(bounds.body_end - bounds.body_begin);
    wrap_ = wrap_width(bounds);
    indents_ = wrap_ != 0 && paragraphs_are_indented(bounds);
    auto marked = tables_.begin();
    for (std::size_t i = bounds.body_begin; i < bounds.body_end; ++i) {
      const Line& line = lines_[i];
      while (marked != tables_.end() && marked->end <= i) ++marked;
      if (marked != tables_.end() && marked->begin <= i) {
        add_marked_table(*marked);
        i = marked->end - 1;
        continue;
      } else if (line.blank()) {
        open_ = false;
      } else if (is_dropped(line)) {
        continue;  // a page number or a share bar does not end the paragraph around it
      } else if (const auto table = read_cell_lines(lines_, i, bounds.body_end)) {
        add_cell_lines(*table);
        i = table->end - 1;
        continue;
      } else if (is_row(i)) {
        add_row(line);
        previous_row_ = true;
        previous_ = &line;
        continue;
      } else if (open_ && continues(*previous_, line)) {
        append(line);
      } else {
        begin_paragraph(line);
      }
      previous_row_ = false;
      if (!line.blank()) previous_ = &line;
    }
  }

 private:
  bool is_dropped(const Line& line) const {
    return has(lexicon_.patterns.match(lines_.text(line)), LinePattern::drop) ||
           (line.range.size() <= 20 && lines_.has(line, Furniture::drop));
  }

  // Two borders make a row: one alone also separates words in running text. A line alone is none either.
  bool is_row(std::size_t i) const noexcept {
    if (names_group(i)) return true;
    const bool before = bordered(i - 1) || (i > 0 && names_group(i - 1));
    return bordered(i) && (before || bordered(i + 1) || names_group(i + 1));
  }

  bool bordered(std::size_t i) const noexcept { return i < lines_.size() && lines_[i].bars >= 2 && !lines_[i].marked; }

  // A few words alone between a row and a row of figures: the group that the rows below belong to.
  bool names_group(std::size_t i) const noexcept {
    constexpr std::uint32_t longest = 20;
    return i > 0 && i < lines_.size() && !lines_[i].blank() && lines_[i].bars == 0 && lines_[i].stops == 0 &&
           lines_[i].range.size() <= longest && bordered(i - 1) && bordered(i + 1) && has_digit(lines_[i + 1]);
  }

  bool has_digit(const Line& line) const noexcept {
    const std::u16string_view text = lines_.text(line);
    return std::any_of(text.begin(), text.end(), is_digit);
  }

  std::uint32_t columns(const Line& line) const noexcept { return line.width + line.indent; }
  bool is_full(const Line& line) const noexcept { return wrap_ != 0 && columns(line) * 10 >= wrap_ * 8; }

  // The width at which the text is broken into lines, or 0 where it is not: few lines are wider, and half of those that
  // reach it end inside a sentence.
  std::uint32_t wrap_width(PageBounds bounds) const {
    std::vector<std::uint32_t> widths;
    widths.reserve(bounds.body_end - bounds.body_begin);
    for_each_text_line(bounds, [&](const Line& line) { widths.push_back(columns(line)); });
    if (widths.empty()) return 0;
    const auto few = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() - 1 - widths.size() / 12);
    std::nth_element(widths.begin(), few, widths.end());
    const std::uint32_t wrap = *few;
    if (wrap < narrowest_wrap) return 0;
    std::size_t full = 0;
    std::size_t open = 0;
    for_each_text_line(bounds, [&](const Line& line) {
      if (columns(line) * 10 < wrap * 8) return;
      ++full;
      open += ends_open(line) ? 1 : 0;
    });
    return open >= fewest_wrapped && open * 2 >= full ? wrap : 0;
  }

  // Whether the paragraphs of a wrapped text begin with blanks: after a short line, where one must begin.
  bool paragraphs_are_indented(PageBounds bounds) const {
    std::size_t begun = 0;
    std::size_t indented = 0;
    const Line* previous = nullptr;
    for_each_text_line(bounds, [&](const Line& line) {
      if (previous != nullptr && !is_full(*previous)) {
        ++begun;
        indented += line.indent > 0 ? 1 : 0;
      }
      previous = &line;
    });
    return begun >= fewest_wrapped && indented * 10 >= begun * 8;
  }

  template <class Do>
  void for_each_text_line(PageBounds bounds, Do do_it) const {
    for (std::size_t i = bounds.body_begin; i < bounds.body_end; ++i)
      if (!lines_[i].blank() && lines_[i].bars < 2) do_it(lines_[i]);
  }

  bool ends_open(const Line& line) const noexcept {
    const char16_t last = chars_[line.range.end - 1];
    return !mark::ends_sentence(last) && last != u':';
  }

  // Whether the sentence of line `a` goes on in the next line `b`.
  bool continues(const Line& a, const Line& b) const {
    if (a.bars >= 2 || b.indent > 0) return false;
    if (indents_ && is_full(a)) return true;  // whatever it looks like: a new paragraph would be indented
    if (b.ordinal || !ends_open(a)) return false;
    const char16_t last = chars_[a.range.end - 1];
    const char16_t first = chars_[b.range.begin];
    if (last == u',' || last == mark::enumeration || last == u'(' || last == mark::open_quote) return true;
    if (first == u',' || first == mark::enumeration || first == u')' || first == mark::close_quote || first == u'%' ||
        mark::ends_sentence(first))
      return true;
    if (is_full(a)) return true;
    // Behind a whole sentence, words without an end are no heading: theirs is in the next line.
    return sentences_ && b.stops > 0;
  }

  void begin_paragraph(const Line& line) {
    const auto at = static_cast<std::uint32_t>(page_.body.size());
    page_.blocks.push_back({Block::Kind::paragraph, static_cast<std::uint32_t>(page_.paragraphs.size())});
    page_.paragraphs.push_back({{at, at}});
    open_ = true;
    sentences_ = false;
    append(line);
  }

  void append(const Line& line) {
    sentences_ = sentences_ || line.stops > 0;
    copy(line.range);
    page_.paragraphs.back().range.end = static_cast<std::uint32_t>(page_.body.size());
  }

  // Copies characters to the body, page numbers, link spam and stray blanks left out.
  void copy(Range range) {
    std::uint32_t at = range.begin;
    for (const Range number : find_page_numbers(chars_, range)) {
      copy_part({at, number.begin}, range.begin);
      at = number.end;
    }
    copy_part({at, range.end}, range.begin);
  }

  void copy_part(Range range, std::uint32_t line) {
    std::uint32_t at = range.begin;
    for (const Range spam : find_spam(chars_, range, lexicon_)) {
      append_words(page_.body, chars_, {at, spam.begin}, line, lexicon_);
      diagnostics_.push_back({DiagnosticCode::link_spam, chars_.span(spam.begin, spam.end)});
      at = spam.end;
    }
    append_words(page_.body, chars_, {at, range.end}, line, lexicon_);
  }

  void add_row(const Line& line) {
    open_ = false;
    const bool continues_table =
        previous_row_ && !page_.blocks.empty() && page_.blocks.back().kind == Block::Kind::table;
    if (!continues_table) {
      page_.blocks.push_back({Block::Kind::table, static_cast<std::uint32_t>(page_.tables.size())});
      page_.tables.emplace_back();
    }
    TableRow row;
    row.cells.reserve(line.bars + 1);
    const std::u16string_view text = lines_.text(line);
    const char16_t border = text.find(u'\t') != std::u16string_view::npos ? u'\t' : u'|';
    for (std::uint32_t at = line.range.begin; at <= line.range.end;) {
      std::uint32_t end = at;
      while (end < line.range.end && chars_[end] != border) ++end;
      row.cells.push_back(add_cell({at, end}));
      at = end + 1;
    }
    page_.tables.back().rows.push_back(std::move(row));
  }

  // A row of one cell above the others is no part of the table but a line over it: its title, or 单位：万元.
  void add_marked_table(const TableLines& lines) {
    open_ = false;
    previous_row_ = false;
    std::uint32_t first = 0;
    for (; first < lines.rows.size(); ++first) {
      const auto& cells = lines.rows[first].cells;
      const auto filled = [](Range cell) { return !cell.empty(); };
      if (std::count_if(cells.begin(), cells.end(), filled) > 1) break;
      if (const auto only = std::find_if(cells.begin(), cells.end(), filled); only != cells.end()) add_paragraph(*only);
    }
    if (first == lines.rows.size()) return;
    if (first == 0 && continues_marked_table(lines)) {
      if (repeats_headings(lines.rows.front())) ++first;
    } else {
      page_.blocks.push_back({Block::Kind::table, static_cast<std::uint32_t>(page_.tables.size())});
      page_.tables.emplace_back().marked = true;
    }
    TextTable& table = page_.tables.back();
    const auto rows_before = static_cast<std::uint32_t>(table.rows.size());
    for (std::uint32_t r = first; r < lines.rows.size(); ++r) {
      TableRow row;
      row.cells.reserve(lines.rows[r].cells.size());
      for (const Range cell : lines.rows[r].cells) row.cells.push_back(cell.empty() ? Range{} : add_cell(cell));
      table.rows.push_back(std::move(row));
    }
    for (TableSpan span : lines.spans) {
      if (span.row < first) continue;
      span.row = span.row - first + rows_before;
      table.spans.push_back(span);
    }
  }

  // A table that was divided between two pages of paper: right behind the other one, as wide, without headings of its
  // own or with the same again.
  bool continues_marked_table(const TableLines& lines) const {
    if (page_.blocks.empty() || page_.blocks.back().kind != Block::Kind::table) return false;
    const TextTable& before = page_.tables.back();
    return before.marked && before.rows.front().cells.size() == lines.rows.front().cells.size() &&
           (repeats_headings(lines.rows.front()) || !heads_table(lines_, lines_[lines.begin]));
  }

  bool repeats_headings(const TableRow& row) const {
    const std::vector<Range>& headings = page_.tables.back().rows.front().cells;
    return std::equal(headings.begin(), headings.end(), row.cells.begin(), row.cells.end(),
                      [&](Range a, Range b) { return page_.body.view(a.begin, a.end) == chars_.view(b.begin, b.end); });
  }

  void add_paragraph(Range range) {
    page_.blocks.push_back({Block::Kind::paragraph, static_cast<std::uint32_t>(page_.paragraphs.size())});
    page_.paragraphs.push_back({add_cell(range)});
  }

  void add_cell_lines(const CellLines& lines) {
    open_ = false;
    previous_ = nullptr;
    page_.blocks.push_back({Block::Kind::table, static_cast<std::uint32_t>(page_.tables.size())});
    TextTable table;
    for (const auto& cells : lines.rows) {
      TableRow row;
      row.cells.reserve(cells.size());
      for (const auto& cell : cells) row.cells.push_back(cell ? add_cell(lines_[*cell].range) : Range{});
      table.rows.push_back(std::move(row));
    }
    page_.tables.push_back(std::move(table));
  }

  Range add_cell(Range cell) {
    while (cell.begin < cell.end && is_blank(chars_[cell.begin])) ++cell.begin;
    while (cell.end > cell.begin && is_blank(chars_[cell.end - 1])) --cell.end;
    const auto begin = static_cast<std::uint32_t>(page_.body.size());
    copy(cell);
    return {begin, static_cast<std::uint32_t>(page_.body.size())};
  }

  const Chars& chars_;
  const Lines& lines_;
  const std::vector<TableLines>& tables_;
  const Lexicon::Impl& lexicon_;
  std::vector<Diagnostic>& diagnostics_;
  Page& page_;
  std::uint32_t wrap_ = 0;  // in columns; 0: the text is not broken at a width
  bool indents_ = false;    // it is, and its paragraphs are indented
  const Line* previous_ = nullptr;
  bool previous_row_ = false;  // the line before was a row of a table
  bool open_ = false;
  bool sentences_ = false;  // the paragraph holds a whole one
};

// The places in a paragraph where a series 一、…；二、…；三、… goes on, its first member included; empty where there is
// none.
std::vector<std::uint32_t> find_series(const Page& page, Range range, const Lexicon::Impl& lexicon) {
  constexpr std::size_t fewest = 3;
  constexpr char16_t third = 0x4E09;              // 三
  constexpr char16_t third_in_brackets = 0x3222;  // ㈢
  std::vector<std::uint32_t> places;
  const auto is_third = [](char16_t c) { return c == third || c == third_in_brackets; };
  if (!contains(page.body.view(range.begin, range.end), is_third)) return places;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const char16_t before = at == range.begin ? u';' : page.body[at - 1];
    if (!mark::ends_sentence(before) && before != u':') continue;
    const auto ordinal = read_ordinal(page.body.view(at, range.end), lexicon);
    const bool numbers = ordinal && (ordinal->scheme == Scheme::han || ordinal->scheme == Scheme::han_paren);
    if (numbers && ordinal->number == static_cast<int>(places.size()) + 1) places.push_back(at);
  }
  if (places.size() < fewest) places.clear();
  return places;
}

// Old announcements print a whole list in one paragraph: its members become paragraphs of their own.
void split_series(Page& page, const Lexicon::Impl& lexicon) {
  std::vector<Paragraph> paragraphs;
  std::vector<Block> blocks;
  paragraphs.reserve(page.paragraphs.size());
  blocks.reserve(page.blocks.size());
  const auto add = [&](Range range) {
    if (range.empty()) return;
    blocks.push_back({Block::Kind::paragraph, static_cast<std::uint32_t>(paragraphs.size())});
    paragraphs.push_back({range});
  };
  for (const Block& block : page.blocks) {
    if (block.kind == Block::Kind::table) {
      blocks.push_back(block);
      continue;
    }
    const Paragraph paragraph = page.paragraphs[block.index];
    std::uint32_t begin = paragraph.range.begin;
    for (const std::uint32_t place : find_series(page, paragraph.range, lexicon)) {
      add({begin, place});
      begin = place;
    }
    add({begin, paragraph.range.end});
  }
  page.paragraphs = std::move(paragraphs);
  page.blocks = std::move(blocks);
}

// Reports paragraphs that stand twice, as faulty copies of a page have them.
void find_repeated(const Page& page, std::vector<Diagnostic>& diagnostics) {
  constexpr std::uint32_t shortest = 20;
  std::vector<Range> paragraphs;  // the same ones become neighbours, in reading order
  paragraphs.reserve(page.paragraphs.size());
  for (const Paragraph& paragraph : page.paragraphs)
    if (paragraph.range.size() >= shortest) paragraphs.push_back(paragraph.range);
  const auto view = [&](Range range) { return page.body.view(range.begin, range.end); };
  std::sort(paragraphs.begin(), paragraphs.end(), [&](Range a, Range b) {
    if (a.size() != b.size()) return a.size() < b.size();
    const int order = view(a).compare(view(b));
    return order != 0 ? order < 0 : a.begin < b.begin;
  });
  for (std::size_t i = 1; i < paragraphs.size(); ++i) {
    const Range range = paragraphs[i];
    if (view(paragraphs[i - 1]) == view(range))
      diagnostics.push_back({DiagnosticCode::repeated_text, page.body.span(range.begin, range.end)});
  }
}

bool announces_targets(std::u16string_view title, const Lexicon::Impl& lexicon) {
  for (std::size_t at = 0; at < title.size();) {
    const auto word = lexicon.title_words.longest(title.substr(at));
    if (word && word->targets) return true;
    at += word ? word.length : 1;
  }
  return false;
}

}  // namespace

Page read_page(const Text& text, const Lexicon::Impl& lexicon, std::vector<Diagnostic>& diagnostics) {
  const Chars chars = fold_chars(text.utf8);
  Lines lines(chars, lexicon, diagnostics);
  const std::vector<TableLines> tables = find_marked_tables(text.tables, lines);
  const Stated stated = read_stated(text);
  const PageBounds bounds = find_bounds(lines, stated);
  Page page;
  page.body.reserve(chars.size());
  page.title = text.title;
  std::u16string title = fold(text.title);
  if (bounds.title) {
    const Range range = lines[*bounds.title].range;
    const Span span = chars.span(range.begin, range.end);
    page.title = text.utf8.substr(span.begin, span.size());
    append_words(page.body, chars, range, range.begin, lexicon);
    page.title_range = {0, static_cast<std::uint32_t>(page.body.size())};
    title = page.body.view();
  }
  page.announces_targets = announces_targets(title, lexicon);
  page.published = find_published(lines, bounds, stated);
  BodyBuilder(lines, tables, diagnostics, page).build(bounds);
  split_series(page, lexicon);
  find_repeated(page, diagnostics);
  page.period = period_of_title(title, lexicon);
  if (page.period) return page;
  const std::uint32_t below_title = bounds.title ? lines[*bounds.title].range.end : 0;
  const auto opening_end =
      static_cast<std::uint32_t>(std::min<std::size_t>(chars.size(), below_title + opening_length));
  Chars opening;
  opening.reserve(opening_end - below_title);
  append_words(opening, chars, {below_title, opening_end}, below_title, lexicon);
  page.period = find_period(title, opening.view(), page.published, lexicon);
  return page;
}

}  // namespace gongbao
