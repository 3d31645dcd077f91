#include "page/lines.h"

#include <algorithm>

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

// Cell borders and stops, in a loop that the compiler takes several characters at a time.
void count_signs(std::u16string_view text, Line& line) noexcept {
  std::uint32_t bars = 0;
  std::uint32_t stops = 0;
  for (const char16_t c : text) {
    bars += static_cast<std::uint32_t>(c == u'|') + static_cast<std::uint32_t>(c == u'\t');
    stops += static_cast<std::uint32_t>(c == mark::full_stop) + static_cast<std::uint32_t>(c == u';');
  }
  line.bars = bars;
  line.stops = stops;
}

Line read_line(const Chars& chars, Range range, const Lexicon::Impl& lexicon) {
  Line line;
  for (; range.begin < range.end && chars[range.begin] == u' '; ++range.begin)
    line.indent += chars.end_byte(range.begin) - chars.begin_byte(range.begin) == 3 ? 2 : 1;
  std::uint32_t end = range.end;
  while (end > range.begin && is_blank(chars[end - 1])) --end;
  line.range = {range.begin, end};
  count_signs(chars.view(range.begin, range.end), line);  // the tabs of empty cells at the end count
  if (line.blank()) return line;
  line.width = line.range.size() + chars.count_wide(range.begin, end);
  line.crumb = contains(chars.view(range.begin, end), is_crumb);
  line.ordinal = opens_paragraph(chars.view(range.begin, end), lexicon);
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

Lines::Lines(const Chars& chars, const Lexicon::Impl& lexicon, std::vector<Diagnostic>& diagnostics)
    : chars_(chars), lexicon_(lexicon) {
  std::size_t pieces = 0;
  const std::u16string_view text = chars.view();
  constexpr std::size_t usual_line = 32;
  lines_.reserve(text.size() / usual_line + 1);
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = static_cast<std::size_t>(std::find(text.begin() + begin, text.end(), u'\n') - text.begin());
    lines_.push_back(read_line(chars, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, lexicon));
    begin = end + 1;
    pieces += 1 + lines_.back().bars;
    if (pieces > most_pieces && begin < text.size()) {
      const std::uint32_t at = chars.begin_byte(begin);
      diagnostics.push_back({DiagnosticCode::text_truncated, {at, at}});
      break;
    }
  }
}

std::uint8_t Lines::find_furniture(Range line) const {
  if (line.size() > longest_furniture) return 0;
  unsigned found = 0;
  const std::u16string_view text = chars_.view(0, line.end);
  std::uint32_t after_word = line.begin;
  for (std::uint32_t at = line.begin; at < line.end; ++at) {
    if (!lexicon_.furniture.may_begin(text[at])) continue;
    const auto word = lexicon_.furniture.longest(text.substr(at));
    if (!word) continue;
    const Range range{at, at + word.length};
    if (word->kind != Furniture::meta || stands_alone(chars_, line, range, after_word, lexicon_))
      found |= 1U << static_cast<unsigned>(word->kind);
    after_word = range.end;
    at = range.end - 1;
  }
  return static_cast<std::uint8_t>(found);
}

}  // namespace gongbao
