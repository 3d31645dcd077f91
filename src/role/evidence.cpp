#include "role/evidence.h"

#include <algorithm>

#include "role/plan_phrase.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t context_length = 14;  // characters before a number that say what it counts
constexpr std::uint32_t fewest_for_roundness = 20;

// Whether a figure follows before the next comma: 目标 without one names no promise (即办即取目标).
bool figure_follows(const Chars& body, std::uint32_t at, std::uint32_t end) noexcept {
  constexpr std::uint32_t longest_way = 60;
  end = std::min(end, at + longest_way);
  for (; at < end && !ends_clause(body, at); ++at) {
    if (is_digit(body[at]) || han_digit(body[at]) > 0) return true;
  }
  return false;
}

bool weighs(CueReach reach) noexcept {
  return reach == CueReach::sentence || reach == CueReach::clause || reach == CueReach::onward ||
         reach == CueReach::differs;
}

std::uint32_t clause_end(const Chars& body, std::uint32_t at, std::uint32_t end) noexcept {
  while (at < end && !ends_clause(body, at)) ++at;
  return at;
}

// Whether a figure stands earlier in the sentence, of which a segment may be one clause.
bool has_figure_before(const Chars& body, std::uint32_t at, const Segment& segment,
                       const std::vector<Quantity>& quantities) noexcept {
  if (segment.first < segment.last && quantities[segment.first].range.end <= at) return true;
  if (segment.first == 0) return false;
  constexpr std::uint32_t longest_way = 60;
  const std::uint32_t end = quantities[segment.first - 1].range.end;
  if (at < end || at - end > longest_way) return false;
  const std::u16string_view between = body.view(end, at);
  return std::none_of(between.begin(), between.end(), mark::ends_sentence);
}

int weigh_words(const Page& page, const Segment& segment, const std::vector<Quantity>& quantities,
                const Lexicon::Impl& lexicon) {
  const Range range = segment.range;
  int score = 0;
  int brackets = 0;  // remarks do not weigh: (按实际数)
  for (std::uint32_t at = range.begin; at < range.end;) {
    const bool opens_clause = at > 0 && ends_clause(page.body, at - 1);
    const bool figure_before = opens_clause && has_figure_before(page.body, at, segment, quantities);
    if (figure_before && brackets == 0) {
      const Range clause = {at, clause_end(page.body, at, range.end)};
      if (measures_by_plan(page.body, clause, lexicon)) {
        score += evidence_weights.measured;
        at = clause.end + 1;
        continue;
      }
    }
    brackets += page.body[at] == u'(' ? 1 : page.body[at] == u')' && brackets > 0 ? -1 : 0;
    const auto cue = lexicon.cues.longest(page.body.view(at, range.end));
    if (cue && brackets == 0 && weighs(cue->reach)) {
      const bool counts = cue->reach != CueReach::clause || figure_follows(page.body, at + cue.length, range.end);
      if (cue->role == Role::target && counts) score += cue->weight;
      if (cue->role == Role::achievement) score -= cue->weight;
    }
    at += cue ? cue.length : 1;
  }
  return score;
}

int significant_digits(Decimal value) noexcept {
  int digits = 0;
  for (std::int64_t m = value.mantissa(); m != 0; m /= 10) ++digits;
  return digits;
}

// Targets are set in round numbers, results come as they come.
int weigh_figure(const Quantity& quantity) {
  const EvidenceWeights& w = evidence_weights;
  int score = 0;
  if (quantity.bound == Bound::at_least || quantity.bound == Bound::at_most) score += w.limit;
  if (quantity.bound == Bound::more_than || quantity.bound == Bound::less_than) score += w.excess;
  const Decimal value = quantity.value;
  if (quantity.dimension == Dimension::share) return score + (value.exponent() < 0 ? w.fraction : 0);
  if (quantity.dimension == Dimension::age || quantity.dimension == Dimension::duration) return score;
  const int digits = significant_digits(value);
  const bool small_odd = value.exponent() == 0 && value.mantissa() >= fewest_for_roundness && value.mantissa() % 5 != 0;
  if (digits >= 4 || small_odd) return score + w.odd;
  return score + (value.exponent() >= 2 && digits <= 2 ? w.round : 0);
}

bool shares_bigram(const Chars& body, Range a, Range b) noexcept {
  for (std::uint32_t i = a.begin; i + 1 < a.end; ++i) {
    if (!is_han(body[i]) || !is_han(body[i + 1])) continue;
    for (std::uint32_t j = b.begin; j + 1 < b.end; ++j) {
      if (body[i] == body[j] && body[i + 1] == body[j + 1]) return true;
    }
  }
  return false;
}

Range words_before(const Chars& body, const Quantity& quantity) noexcept {
  std::uint32_t begin = quantity.range.begin;
  while (begin > 0 && quantity.range.begin - begin < context_length && !mark::ends_sentence(body[begin - 1])) --begin;
  return {begin, quantity.range.begin};
}

// 东青幼儿园：市政工程完工
bool names_a_part(const Chars& body, Range range) noexcept {
  constexpr std::uint32_t longest_name = 14;
  for (std::uint32_t at = range.begin; at < range.end && at - range.begin <= longest_name; ++at) {
    if (body[at] == u':') return at - range.begin >= 2;
    if (ends_clause(body, at)) return false;
  }
  return false;
}

}  // namespace

int weigh_segment(const Page& page, const Segment& segment, const std::vector<Quantity>& quantities,
                  const Lexicon::Impl& lexicon) {
  int score = weigh_words(page, segment, quantities, lexicon);
  if (names_a_part(page.body, segment.range)) score += evidence_weights.named;
  for (std::uint32_t q = segment.first; q < segment.last; ++q) score += weigh_figure(quantities[q]);
  return std::clamp(score, -evidence_weights.cap, evidence_weights.cap);
}

int count_repeats(const Chars& body, const std::vector<const Quantity*>& a, const std::vector<const Quantity*>& b) {
  int repeats = 0;
  for (const Quantity* later : b) {
    repeats += std::any_of(a.begin(), a.end(), [&](const Quantity* earlier) {
      return earlier->unit == later->unit &&
             shares_bigram(body, words_before(body, *earlier), words_before(body, *later));
    });
  }
  return repeats;
}

}  // namespace gongbao
