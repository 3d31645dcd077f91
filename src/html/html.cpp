#include "html/html.h"

#include <algorithm>
#include <cctype>

#include "decode/anchors.h"
#include "html/article.h"
#include "html/tables.h"
#include "html/tags.h"
#include "html/writer.h"

namespace gongbao {
namespace {

constexpr std::size_t looked_at = std::size_t{1} << 16;  // bytes of the input that say whether it is HTML
constexpr int fewest_tags = 4;                           // in a fragment that begins with words
constexpr std::string_view border = " | ";
constexpr std::string_view blanks = " \t\r\n\f";

bool is_ascii_word(char c) noexcept { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// The blanks of HTML text that is trimmed: U+0020, U+00A0, U+3000.
std::size_t blank_at_begin(std::string_view text) noexcept {
  if (text.substr(0, 1) == " ") return 1;
  if (text.substr(0, 2) == "\xC2\xA0") return 2;
  return text.substr(0, 3) == "\xE3\x80\x80" ? 3 : 0;
}

std::size_t blank_at_end(std::string_view text) noexcept {
  for (const std::size_t length : {1, 2, 3})
    if (text.size() >= length && blank_at_begin(text.substr(text.size() - length)) == length) return length;
  return 0;
}

// 2021-04-12
bool opens_with_date(std::string_view text) noexcept {
  constexpr std::size_t year = 4;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits == year && text.size() > year && (text[year] == '-' || text[year] == '/' || text[year] == '.');
}

// Writes the lines and tables of the page that are kept.
class Extraction {
 public:
  explicit Extraction(const HtmlTree& tree) : nodes_(tree.nodes), writer_(tree.html) {
    lines_ = split_lines(nodes_);
    tables_ = find_data_tables(nodes_, lines_);
  }

  void run() {
    std::vector<bool> is_table(nodes_.size(), false);
    for (const HtmlTable& table : tables_) is_table[table.node] = true;
    const HtmlArticle article = find_article(nodes_, lines_, is_table);
    auto table = tables_.begin();
    for (std::size_t i = 0; i < article.end;) {
      while (table != tables_.end() && nodes_[table->node].end <= lines_[i].begin) ++table;
      if (table != tables_.end() && table->node <= lines_[i].begin) {
        i = write_table(*table, i);
      } else {
        if (!lines_[i].link_words() || is_in_heading(lines_[i])) write_line(lines_[i], i < article.begin);
        ++i;
      }
    }
  }

  HtmlWriter writer() && { return std::move(writer_); }
  std::vector<MarkedTable> marked;
  std::vector<Diagnostic> diagnostics;

 private:
  bool is_in_heading(const HtmlLine& line) const {
    std::uint32_t node = line.begin;
    while (node + 1 < line.end && !nodes_[node].text) ++node;
    for (; node != 0; node = nodes_[node].parent)
      if (is_heading(nodes_[node].tag)) return true;
    return false;
  }

  // Before the article stand words about it (来源：… 时间：…), which the page's rules keep apart where its text does
  // not.
  void write_line(const HtmlLine& line, bool before_article) {
    const bool facts = before_article && line.colons > 0;
    writer_.begin_line(false);
    std::uint32_t element = 0;
    for (std::uint32_t n = line.begin; n < line.end; ++n) {
      if (!nodes_[n].text) continue;
      const bool apart = facts || (before_article && opens_with_date(nodes_[n].gumbo->v.text.text));
      if (apart && element != 0 && element != nodes_[n].parent) writer_.append_own(" ");
      element = nodes_[n].parent;
      writer_.append(nodes_[n]);
    }
    writer_.append_own("\n");
  }

  void append(const HtmlLine& line) {
    for (std::uint32_t n = line.begin; n < line.end; ++n)
      if (nodes_[n].text) writer_.append(nodes_[n]);
  }

  // Returns the first line behind the table.
  std::size_t write_table(const HtmlTable& table, std::size_t line) {
    const std::uint32_t end = nodes_[table.node].end;
    std::size_t cell = 0;
    for (; line < lines_.size() && lines_[line].begin < table.cells.front().node; ++line)
      write_line(lines_[line], false);
    MarkedTable out;
    out.span.begin = writer_.size();
    while (cell < table.cells.size()) {
      const std::uint32_t row = table.cells[cell].row;
      const std::uint32_t begin = writer_.size();
      bool filled = false;
      for (std::uint32_t column = 0; column < table.columns; ++column) {
        if (column > 0) writer_.append_own(border);
        if (cell == table.cells.size() || table.cells[cell].row != row || table.cells[cell].column != column) continue;
        const HtmlCell& c = table.cells[cell++];
        const Span span = write_cell(c, line);
        filled = filled || !span.empty();
        out.cells.push_back({c.row, c.column, c.rows, c.columns, span});
      }
      if (filled) {
        writer_.append_own("\n");
      } else {
        writer_.resize(begin);
      }
    }
    out.span.end = writer_.size();
    if (table.limited) diagnostics.push_back({DiagnosticCode::markup_limit, out.span});
    marked.push_back(std::move(out));
    while (line < lines_.size() && lines_[line].begin < end) ++line;
    return line;
  }

  // The lines of a cell become one: those broken by <br> as if unbroken, paragraphs with a blank between them.
  Span write_cell(const HtmlCell& cell, std::size_t& line) {
    const std::uint32_t begin = writer_.size();
    while (line < lines_.size() && lines_[line].begin < cell.node) ++line;
    for (; line < lines_.size() && lines_[line].begin < nodes_[cell.node].end; ++line) {
      const std::uint32_t size = writer_.size();
      if (size > begin && !lines_[line].broken) writer_.append_own(" ");
      const std::uint32_t own = writer_.size();
      writer_.begin_line(true);
      append(lines_[line]);
      if (own == size && size > begin && is_ascii_word(writer_.text()[own - 1]) && writer_.size() > own &&
          is_ascii_word(writer_.text()[own])) {
        writer_.resize(own);  // 5<br>2 is no 52
        writer_.append_own(" ");
        append(lines_[line]);
      }
    }
    return trimmed({begin, writer_.size()});
  }

  Span trimmed(Span span) const {
    std::string_view words = std::string_view(writer_.text()).substr(span.begin, span.size());
    while (const std::size_t length = blank_at_begin(words)) words.remove_prefix(length);
    while (const std::size_t length = blank_at_end(words)) words.remove_suffix(length);
    if (words.empty()) return {span.begin, span.begin};
    const auto begin = static_cast<std::uint32_t>(words.data() - writer_.text().data());
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  const std::vector<HtmlNode>& nodes_;
  HtmlWriter writer_;
  std::vector<HtmlLine> lines_;
  std::vector<HtmlTable> tables_;
};

// Diagnostics of the HTML whose bytes have become text, at their place there.
std::vector<Diagnostic> moved_diagnostics(const std::vector<Diagnostic>& diagnostics,
                                          const std::vector<SourceAnchor>& anchors) {
  std::vector<Diagnostic> moved;
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto next = std::upper_bound(anchors.begin(), anchors.end(), diagnostic.span.begin,
                                       [](std::uint32_t at, const SourceAnchor& a) { return at < a.source; });
    if (next == anchors.begin() || next == anchors.end()) continue;
    const SourceAnchor& anchor = *(next - 1);
    const std::uint32_t begin = anchor.text + (diagnostic.span.begin - anchor.source);
    if (begin + diagnostic.span.size() <= next->text)
      moved.push_back({diagnostic.code, {begin, begin + diagnostic.span.size()}});
  }
  return moved;
}

struct FoundTag {
  GumboTag name = GUMBO_TAG_UNKNOWN;
  bool opens_page = false;  // a doctype or a comment
};

FoundTag tag_at(std::string_view text, std::size_t at) {
  std::size_t begin = at + 1;
  if (text.substr(begin, 3) == "!--" || text.substr(begin, 8) == "!DOCTYPE" || text.substr(begin, 8) == "!doctype")
    return {GUMBO_TAG_UNKNOWN, true};
  if (text.substr(begin, 1) == "/") ++begin;
  std::size_t end = begin;
  while (end < text.size() && is_ascii_word(text[end])) ++end;
  const std::size_t behind = text.find_first_of("<>", end);
  if (end == begin || behind == text.npos || text[behind] != '>') return {};
  return {gumbo_tagn_enum(text.data() + begin, static_cast<unsigned>(end - begin)), false};
}

}  // namespace

bool is_html(std::string_view utf8) {
  const std::string_view text = utf8.substr(0, looked_at);
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return false;
  int tags = 0;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const FoundTag tag = tag_at(text, at);
    if (at == first && tag.opens_page) return true;
    if (tag.name == GUMBO_TAG_UNKNOWN) continue;
    if (at == first || tag.name == GUMBO_TAG_HTML || tag.name == GUMBO_TAG_BODY) return true;
    if (is_block(tag.name) || tag.name == GUMBO_TAG_BR) ++tags;
    if (tags >= fewest_tags) return true;
  }
  return false;
}

Text read_html(Text page, const Lexicon::Impl& lexicon) {
  const std::unique_ptr<HtmlTree> tree = read_tree(page.utf8, lexicon);
  Extraction extraction(*tree);
  extraction.run();
  Text text;
  text.encoding = std::move(page.encoding);
  text.tables = std::move(extraction.marked);
  text.diagnostics = std::move(extraction.diagnostics);
  HtmlWriter writer = std::move(extraction).writer();
  const std::vector<SourceAnchor> anchors = writer.take_anchors();
  text.utf8 = writer.take_text();
  const auto end = static_cast<std::uint32_t>(text.utf8.size());
  if (tree->cut) text.diagnostics.push_back({DiagnosticCode::text_truncated, {end, end}});
  if (!tree->changed.empty() && !tree->cut) text.diagnostics.push_back({DiagnosticCode::markup_limit, {0, 0}});
  for (const Diagnostic& diagnostic : moved_diagnostics(page.diagnostics, anchors))
    text.diagnostics.push_back(diagnostic);
  text.anchors = compose_anchors(anchors, page.anchors);
  // <title> mostly goes on with the names of the column and the site: ..._..._...
  text.title =
      tree->meta_title.empty() ? tree->head_title.substr(0, tree->head_title.find_first_of("_|")) : tree->meta_title;
  text.published = tree->meta_published;
  return text;
}

}  // namespace gongbao
