#include "quantity/unit.h"

#include <algorithm>

#include "quantity/signs.h"
#include "text/fold.h"
#include "text/marks.h"
#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::size_t longest_word = 12;     // of units.tsv, with room for stray blanks
constexpr std::size_t longest_bracket = 10;  // the inside of 元（每人每月）

using UnitMatch = Table<UnitRow>::Match;

class UnitReader {
 public:
  UnitReader(const Chars& chars, std::size_t end, const Lexicon::Impl& lexicon)
      : chars_(chars), end_(end), lexicon_(lexicon) {}

  std::optional<Unit> read(std::size_t at) {
    if (at < end_ && chars_[at] == u' ') ++at;
    at_ = at;
    if (!first_word()) return std::nullopt;
    unit_.range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at_)};
    if (unit_.kind != Unit::Kind::unit) return std::move(unit_);
    if (unit_.dimension == Dimension::share && unit_.row->power > 0) {
      vague_after();
    } else {
      vague_inside(at);
    }
    bracket();
    while (denominator()) {
    }
    unit_.range.end = static_cast<std::uint32_t>(at_);
    return std::move(unit_);
  }

 private:
  std::u16string_view ahead(std::size_t at) const {
    return at < end_ ? chars_.view(at, std::min(end_, at + longest_word)) : std::u16string_view();
  }

  // A Latin unit must not be the beginning of a longer word (5mm is no 5m, 5G基站 no gram).
  UnitMatch match(std::size_t at) const {
    const UnitMatch found = lexicon_.units.longest(ahead(at));
    if (!found) return found;
    const std::size_t next = at + found.length;
    const bool latin = is_latin(chars_[next - 1]);
    return latin && next < end_ && (is_latin(chars_[next]) || is_digit(chars_[next])) ? UnitMatch{} : found;
  }

  // "公 里": a word of several characters with stray blanks in it.
  UnitMatch match_across_blanks(std::size_t at) const {
    const std::u16string_view text = ahead(at);
    if (text.find(u' ') == std::u16string_view::npos) return {};
    std::u16string joined;
    std::size_t last_blank = text.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] != u' ') {
        joined.push_back(text[i]);
      } else if (last_blank + 1 == i) {
        break;
      } else {
        last_blank = i;
      }
    }
    UnitMatch found = lexicon_.units.longest(joined);
    if (!found || found->label || found.length < 2 || !is_han(joined.front())) return {};
    std::size_t length = 0;
    for (std::uint32_t left = found.length; left > 0; ++length) left -= text[length] == u' ' ? 0 : 1;
    found.length = static_cast<std::uint32_t>(length);
    return found;
  }

  bool first_word() {
    UnitMatch found = match(at_);
    if (!found) found = match_across_blanks(at_);
    if (!found) return false;
    const UnitRow& row = *found.row;
    unit_.row = &row;
    unit_.name = row.name;
    unit_.dimension = row.dimension;
    unit_.kind = row.label ? Unit::Kind::label : row.left ? Unit::Kind::left : Unit::Kind::unit;
    at_ += row.head > 0 ? row.head : found.length;
    return true;
  }

  // 个多月 is 个月 with 多 inside.
  void vague_inside(std::size_t begin) {
    if (at_ != begin + 1 || at_ + 1 >= end_) return;
    const auto vague = lexicon_.numerals.longest(chars_.view(at_, end_));
    if (!vague || vague->kind != NumeralKind::vague) return;
    std::u16string joined(1, chars_[begin]);
    joined += ahead(at_ + vague.length);
    const UnitMatch whole = lexicon_.units.longest(joined);
    if (!whole || whole.length < 2 || whole->label || whole->left) return;
    unit_.row = whole.row;
    unit_.name = whole->name;
    unit_.dimension = whole->dimension;
    unit_.vague = vague->bound;
    at_ += vague.length + whole.length - 1;
  }

  // 三成多: the only unit that takes the approximation behind it into the number.
  void vague_after() {
    if (at_ >= end_) return;
    const auto vague = lexicon_.numerals.longest(chars_.view(at_, end_));
    if (!vague || vague->kind != NumeralKind::vague) return;
    unit_.vague = vague->bound;
    at_ += vague.length;
  }

  // Brackets are kept as printed; folding has made them narrow, their bytes tell.
  void append_sign(std::size_t at) {
    const bool wide = chars_[at] < 0x80 && chars_.end_byte(at) - chars_.begin_byte(at) == 3;
    append_utf8(unit_.name, wide ? char32_t{chars_[at]} + 0xFEE0 : char32_t{chars_[at]});
  }

  // 台（套）, 人(次), 元（每人每月）.
  void bracket() {
    if (at_ >= end_ || chars_[at_] != u'(') return;
    std::size_t close = at_ + 1;
    while (close < end_ && close - at_ <= longest_bracket && chars_[close] != u')') ++close;
    if (close >= end_ || chars_[close] != u')' || close == at_ + 1) return;
    bool rate = false;
    for (std::size_t at = at_ + 1; at < close;) {
      if (chars_[at] == sign::each) {
        rate = true;
        ++at;
        continue;
      }
      const UnitMatch part = match(at);
      const bool usable =
          part && at + part.length <= close && part->head == 0 && (rate ? true : !part->label && !part->left);
      if (!usable || (!rate && at + part.length != close)) return;
      at += part.length;
    }
    for (std::size_t at = at_; at <= close; ++at) append_sign(at);
    if (rate) unit_.dimension = Dimension::rate;
    at_ = close + 1;
  }

  // One more part of a rate: "/人", "·月".
  bool denominator() {
    if (at_ + 1 >= end_) return false;
    const char16_t mark = chars_[at_];
    const bool stroke = mark == u'/';
    const bool dot = mark == mark::middle_dot || mark == sign::dot_operator || mark == u'.' || mark == u'*';
    if (!stroke && !(dot && unit_.dimension == Dimension::rate)) return false;
    const std::size_t begin = at_ + 1 + (chars_[at_ + 1] == sign::each ? 1 : 0);
    const UnitMatch part = match(begin);
    if (!part || part->head > 0 || (part->label && !part->per) || (part->left && !part->per)) return false;
    append_utf8(unit_.name, dot && mark != u'.' ? char32_t{mark::middle_dot} : char32_t{mark});
    if (begin > at_ + 1) append_utf8(unit_.name, sign::each);
    unit_.name += part->left ? utf8(begin, part.length) : part->name;
    unit_.dimension = Dimension::rate;
    at_ = begin + part.length;
    return true;
  }

  std::string utf8(std::size_t begin, std::size_t length) const {
    std::string text;
    for (std::size_t i = begin; i < begin + length; ++i) append_utf8(text, chars_[i]);
    return text;
  }

  const Chars& chars_;
  std::size_t end_;
  const Lexicon::Impl& lexicon_;
  Unit unit_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Unit> read_unit_at(const Chars& chars, std::size_t at, std::size_t end, const Lexicon::Impl& lexicon) {
  return UnitReader(chars, end, lexicon).read(at);
}

}  // namespace gongbao
