#include "quantity/lost.h"

#include <algorithm>

#include "quantity/unit.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr char16_t piece = 0x4E2A;  // 个
constexpr std::uint32_t longest_verb = 4;
constexpr std::uint32_t longest_unit = 6;
constexpr std::uint32_t longest_number = 4;  // without a unit, before a bracket: longer ones are codes

class Finder {
 public:
  Finder(const BodyWords& words, Range text, std::span<const Quantity> quantities, std::vector<Diagnostic>& diagnostics)
      : words_(words),
        chars_(words.body),
        text_(text),
        quantities_(quantities),
        lexicon_(words.lexicon),
        diagnostics_(diagnostics) {}

  void find() {
    std::uint32_t begin = text_.begin;
    for (const Quantity& quantity : quantities_) {
      find_between({begin, quantity.range.begin});
      begin = quantity.range.end;
    }
    find_between({begin, text_.end});
    // A unit may be the last word.
    if (may_end_unit(begin, text_.end)) unit_before(begin, text_.end);
  }

 private:
  // What is lost shows in a number, a sign, or before a mark.
  void find_between(Range part) {
    for (std::uint32_t at = part.begin; (at = words_.digits.next(at, part.end)) < part.end;) at = digits(at);
    for (std::uint32_t at = part.begin; (at = words_.signs.next(at, part.end)) < part.end; ++at) {
      if (chars_[at] == u'%') {
        percent(at);
      } else if (may_end_unit(part.begin, at) && ends_here(at)) {
        unit_before(part.begin, at);
      }
    }
  }

  void report(DiagnosticCode code, std::uint32_t begin, std::uint32_t end) {
    diagnostics_.push_back({code, chars_.span(begin, end)});
  }

  // 1031日 and 有3（50%）.
  std::uint32_t digits(std::uint32_t begin) {
    std::uint32_t end = begin;
    while (end < text_.end && is_digit(chars_[end])) ++end;
    if (!behind_word(begin) || end >= text_.end || end - begin > longest_number) return end;
    const bool date = chars_[end] == mark::day && end - begin >= 3 && chars_[begin - 1] != mark::month;
    if (date) report(DiagnosticCode::lost_digits, begin, end + 1);
    // A number behind a noun may be part of its name; behind a verb, or 有, it counts.
    if (chars_[end] == u'(' && (verb_before(begin) || has_kind(begin - 1, begin, IndicatorWord::edge)) &&
        rate_in_bracket(end)) {
      report(DiagnosticCode::lost_unit, begin, end);
    }
    return end;
  }

  // The rate is the whole of what the bracket holds.
  bool rate_in_bracket(std::uint32_t open) const {
    const auto rate = std::lower_bound(quantities_.begin(), quantities_.end(), open,
                                       [](const Quantity& q, std::uint32_t at) { return q.range.begin < at; });
    return rate != quantities_.end() && rate->range.begin == open + 1 && rate->unit == "%" &&
           chars_.at(rate->range.end) == u')';
  }

  bool behind_word(std::uint32_t at) const { return at > text_.begin && is_han(chars_[at - 1]); }

  // 占年度计划的%: with words of a rate before it.
  void percent(std::uint32_t at) {
    if (!behind_word(at) || !ends_here(at + 1)) return;
    const std::uint32_t begin = at - std::min(at - text_.begin, longest_verb + 4);
    for (std::uint32_t from = begin; from < at; ++from) {
      const auto word = words_.stages.longest(from, at);
      const bool to_the_end =
          word && (from + word.length == at || (from + word.length + 1 == at && chars_[at - 1] == mark::of));
      if (!to_the_end || word->sign != Sign::rate) continue;
      report(DiagnosticCode::lost_digits, at, at + 1);
      return;
    }
  }

  // Most clauses end with a character that ends no unit.
  bool may_end_unit(std::uint32_t begin, std::uint32_t end) const {
    return begin < end && lexicon_.units.may_end(chars_[end - 1]);
  }

  // 投入万元, 完成个: a unit between a verb and the end of the clause, nothing of it before `begin`.
  void unit_before(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = end - std::min(end - begin, longest_unit + 1); at < end; ++at) {
      if (!is_lost_unit(at, end)) continue;
      report(DiagnosticCode::lost_digits, at, end);
      return;
    }
  }

  bool is_lost_unit(std::uint32_t at, std::uint32_t end) const {
    if (!is_han(chars_[at]) || !behind_word(at)) return false;
    const bool scale = is_scale(at);
    const std::uint32_t begin = at + (scale ? 1 : 0);
    // Without a scale only words that name nothing by themselves: 完成个, 建成公里; but not 入户, 建设路.
    if (!scale && end - begin == 1 && chars_[begin] != piece) return false;
    const auto word = lexicon_.units.longest(chars_.view(begin, std::min(text_.end, at + longest_unit)));
    if (!word || begin + word.length != end || word->label || word->left || word->head != 0) return false;
    const bool measure = word->dimension == Dimension::length || word->dimension == Dimension::area;
    return (scale || word.length == 1 || measure) && verb_before(at);
  }

  bool is_scale(std::uint32_t at) const {
    const auto numeral = words_.numerals.longest(at, at + 1);
    return numeral && numeral->kind == NumeralKind::group;
  }

  bool ends_here(std::uint32_t at) const {
    if (at >= text_.end) return true;
    const char16_t c = chars_[at];
    return mark::ends_clause(c) || c == mark::enumeration || c == u'(';
  }

  // A verb of reports that ends right before: 投入, 完成, 建成.
  bool verb_before(std::uint32_t at) const {
    for (std::uint32_t length = 2; length <= longest_verb && length <= at - text_.begin; ++length) {
      for (const IndicatorWord kind : {IndicatorWord::verb, IndicatorWord::stage, IndicatorWord::effect}) {
        if (has_kind(at - length, at, kind)) return true;
      }
    }
    return false;
  }

  bool has_kind(std::uint32_t begin, std::uint32_t end, IndicatorWord kind) const {
    const IndicatorWordRow* const word = lexicon_.indicator_words.find(chars_.view(begin, end));
    return word != nullptr && word->kind == kind;
  }

  const BodyWords& words_;
  const Chars& chars_;
  const Range text_;
  const std::span<const Quantity> quantities_;
  const Lexicon::Impl& lexicon_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void find_lost(const BodyWords& words, Range text, std::span<const Quantity> quantities,
               std::vector<Diagnostic>& diagnostics) {
  Finder(words, text, quantities, diagnostics).find();
}

}  // namespace gongbao
