#include "page/lines.h"

#include "text/fold.h"
#include "text/marks.h"
#include "text/ordinal.h"

namespace gongbao {
namespace {

constexpr std::size_t most_pieces = std::size_t{1} << 18;  // lines, and cells in them; of each a kilobyte may be kept
constexpr std::uint32_t longest_furniture = 200;  // characters; longer lines are not searched for furniture words

bool is_crumb(char16_t c) noexcept {
  return c == u'>' || c == 0x2192 /* → */ || c == 0x00BB /* » */ || c == 0x203A /* › */;
}

// Whether a word is one of its own and no part of another: 名称 but not 工程名称. Words of furniture may follow each
// other.
bool stands_alone(const Chars& chars, Range line, Range word, std::uint32_t after_word, const Lexicon::Impl& lexicon) {
  if (word.begin != after_word && is_han(chars[word.begin - 1])) return false;
  return word.end == line.end || !is_han(chars[word.end]) || lexicon.furniture.longest(chars.view(word.end, line.end));
}

void find_furniture(const Chars& chars, Line& line, const Lexicon::Impl& lexicon) {
  if (line.range.size() > longest_furniture) return;
  std::uint32_t after_word = line.range.begin;
  for (std::uint32_t at = line.range.begin; at < line.range.end;) {
    const auto word = lexicon.furniture.longest(chars.view(at, line.range.end));
    const std::uint32_t end = at + (word ? word.length : 1);
    if (word && (word->kind != Furniture::meta || stands_alone(chars, line.range, {at, end}, after_word, lexicon)))
      line.furniture |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(word->kind));
    if (word) after_word = end;
    at = end;
  }
}

Line read_line(const Chars& chars, Range range, const Lexicon::Impl& lexicon) {
  Line line;
  while (range.begin < range.end && chars[range.begin] == u' ') {
    ++range.begin;
    line.indent += chars.end_byte(range.begin - 1) - chars.begin_byte(range.begin - 1) == 3 ? 2 : 1;
  }
  std::uint32_t end = range.end;
  while (end > range.begin && is_blank(chars[end - 1])) --end;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const char16_t c = chars[at];
    line.bars += (c == u'|' || c == u'\t') ? 1 : 0;  // the tabs of empty cells at the end count
    if (at >= end) continue;
    line.width += chars.end_byte(at) - chars.begin_byte(at) >= 3 ? 2 : 1;
    line.stops += c == mark::full_stop || c == u';' ? 1 : 0;
    line.crumb = line.crumb || is_crumb(c);
  }
  line.range = {range.begin, end};
  if (line.blank()) return line;
  find_furniture(chars, line, lexicon);
  line.ordinal = opens_paragraph(chars.view(line.range.begin, line.range.end), lexicon);
  return line;
}

// 投资完成（万元）：
bool is_field_with_unit(std::u16string_view line) noexcept {
  constexpr std::size_t longest_name = 12;
  constexpr std::size_t longest_unit = 8;
  std::size_t open = 0;
  while (open < line.size() && open <= longest_name && is_han(line[open])) ++open;
  if (open == 0 || open >= line.size() || line[open] != u'(') return false;
  const std::size_t close = line.find(u')', open);
  return close != line.npos && close - open <= longest_unit + 1 && close + 1 < line.size() && line[close + 1] == u':';
}

}  // namespace

bool opens_paragraph(std::u16string_view line, const Lexicon::Impl& lexicon) {
  if (line.empty()) return false;
  if (line.front() == mark::open_lens || read_ordinal(line, lexicon)) return true;
  if (is_field_with_unit(line)) return true;
  const auto label = lexicon.labels.longest(line);
  if (!label) return false;
  if (label.length == line.size()) return true;
  const char16_t next = line[label.length];
  return next == u':' || next == u' ';
}

std::vector<Line> split_lines(const Chars& chars, const Lexicon::Impl& lexicon, std::vector<Diagnostic>& diagnostics) {
  std::vector<Line> lines;
  std::size_t pieces = 0;
  const std::u16string_view text = chars.view();
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = text.find(u'\n', begin);
    if (end == std::u16string_view::npos) end = text.size();
    lines.push_back(read_line(chars, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, lexicon));
    begin = end + 1;
    pieces += 1 + lines.back().bars;
    if (pieces > most_pieces && begin < text.size()) {
      const std::uint32_t at = chars.begin_byte(begin);
      diagnostics.push_back({DiagnosticCode::text_truncated, {at, at}});
      break;
    }
  }
  return lines;
}

}  // namespace gongbao
