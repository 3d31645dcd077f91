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
  Finder(const Chars& chars, Range text, const std::vector<Quantity>& quantities, const Lexicon::Impl& lexicon,
         std::vector<Diagnostic>& diagnostics)
      : chars_(chars), text_(text), quantities_(quantities), lexicon_(lexicon), diagnostics_(diagnostics) {}

  void find() {
    std::size_t next = 0;
    for (std::uint32_t at = text_.begin; at < text_.end;) {
      while (next < quantities_.size() && quantities_[next].range.end <= at) ++next;
      const bool inside = next < quantities_.size() && quantities_[next].range.begin <= at;
      at = inside ? quantities_[next].range.end : step(at);
    }
  }

 private:
  std::uint32_t step(std::uint32_t at) {
    if (is_digit(chars_[at])) return digits(at);
    if (at == text_.begin || !is_han(chars_[at - 1])) return at + 1;
    if (chars_[at] == u'%') return percent(at);
    const bool may_be_unit = lexicon_.units.may_begin(chars_[at]) || lexicon_.numerals.may_begin(chars_[at]);
    return is_han(chars_[at]) && may_be_unit ? unit(at) : at + 1;
  }

  void report(DiagnosticCode code, std::uint32_t begin, std::uint32_t end) {
    diagnostics_.push_back({code, chars_.span(begin, end)});
  }

  // 1031日 and 有3（50%）.
  std::uint32_t digits(std::uint32_t begin) {
    std::uint32_t end = begin;
    while (end < text_.end && is_digit(chars_[end])) ++end;
    const bool behind_word = begin > text_.begin && is_han(chars_[begin - 1]);
    if (!behind_word || end >= text_.end || end - begin > longest_number) return end;
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

  // 占年度计划的%: with words of a rate before it.
  std::uint32_t percent(std::uint32_t at) {
    const std::uint32_t begin = at - std::min(at - text_.begin, longest_verb + 4);
    for (std::uint32_t from = begin; from < at; ++from) {
      const auto word = lexicon_.stages.longest(chars_.view(from, at));
      const bool to_the_end =
          word && (from + word.length == at || (from + word.length + 1 == at && chars_[at - 1] == mark::of));
      if (to_the_end && word->sign == Sign::rate) {
        if (ends_here(at + 1)) report(DiagnosticCode::lost_digits, at, at + 1);
        break;
      }
    }
    return at + 1;
  }

  // 投入万元, 完成个: a unit between a verb and the end of the clause.
  std::uint32_t unit(std::uint32_t at) {
    const bool scale = is_scale(at);
    const auto word = lexicon_.units.longest(chars_.view(at + (scale ? 1 : 0), std::min(text_.end, at + longest_unit)));
    if (!word || word->label || word->left || word->head != 0) return at + 1;
    const std::uint32_t end = at + (scale ? 1 : 0) + word.length;
    if (!ends_here(end) || !verb_before(at)) return at + 1;
    // Without a scale only words that name nothing by themselves: 完成个, 建成公里; but not 入户, 建设路.
    const bool measure = word->dimension == Dimension::length || word->dimension == Dimension::area;
    const bool bare = word.length == 1 ? chars_[at] == piece : measure;
    if (!scale && !bare) return at + 1;
    report(DiagnosticCode::lost_digits, at, end);
    return end;
  }

  bool is_scale(std::uint32_t at) const {
    const auto numeral = lexicon_.numerals.longest(chars_.view(at, std::min(text_.end, at + 1)));
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

  const Chars& chars_;
  const Range text_;
  const std::vector<Quantity>& quantities_;
  const Lexicon::Impl& lexicon_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void find_lost(const Chars& chars, Range text, const std::vector<Quantity>& quantities, const Lexicon::Impl& lexicon,
               std::vector<Diagnostic>& diagnostics) {
  Finder(chars, text, quantities, lexicon, diagnostics).find();
}

}  // namespace gongbao
