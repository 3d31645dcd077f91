#include "page/body_text.h"

#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::string_view border = " | ";

// As printed: what was taken out of the body, line breaks and link spam, is not there.
void append(std::string& out, const Chars& body, std::string_view utf8, Range range) {
  if (range.empty()) return;
  const Span span = body.span(range.begin, range.end);
  const std::string_view whole = utf8.substr(span.begin, span.size());
  if (count_characters(whole) == range.size()) {  // nothing was
    out += whole;
    return;
  }
  for (std::uint32_t at = range.begin; at < range.end;) {
    const std::uint32_t begin = body.begin_byte(at);
    std::uint32_t end = begin;  // of the characters that are neighbours in the text too
    for (; at < range.end && body.begin_byte(at) == end; ++at) end = body.end_byte(at);
    out += utf8.substr(begin, end - begin);
  }
}

void append_table(std::string& out, const Page& page, const TextTable& table, std::string_view utf8) {
  for (const TableRow& row : table.rows) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (c > 0) out += border;
      append(out, page.body, utf8, row.cells[c]);
    }
    out += '\n';
  }
}

}  // namespace

std::string body_text(const Page& page, std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  if (!page.title.empty()) out.append(page.title) += '\n';
  for (const Block& block : page.blocks) {
    if (block.kind == Block::Kind::table) {
      append_table(out, page, page.tables[block.index], utf8);
    } else {
      append(out, page.body, utf8, page.paragraphs[block.index].range);
      out += '\n';
    }
  }
  return out;
}

}  // namespace gongbao
