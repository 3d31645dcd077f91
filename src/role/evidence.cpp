#include "role/evidence.h"

#include <algorithm>
#include <cstdlib>

#include "role/plan_phrase.h"
#include "text/digits.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::uint32_t context_length = 14;  // characters before a number that say what it counts
constexpr std::uint32_t fewest_for_roundness = 20;

// Whether a figure follows before the next comma: 目标 without one names no promise (即办即取目标).
bool figure_follows(const BodyWords& words, std::uint32_t at, std::uint32_t end) noexcept {
  constexpr std::uint32_t longest_way = 60;
  end = words.clause_ends.next(at, std::min(end, at + longest_way));
  const auto counts = [](char16_t c) { return is_digit(c) || han_digit(c) > 0; };
  const std::u16string_view rest = words.body.view(at, end);
  return std::any_of(rest.begin(), rest.end(), counts);
}

bool weighs(CueReach reach) noexcept {
  return reach == CueReach::sentence || reach == CueReach::clause || reach == CueReach::onward ||
         reach == CueReach::differs;
}

// Whether a figure stands earlier in the sentence, of which a segment may be one clause.
bool has_figure_before(const BodyWords& words, std::uint32_t at, const Segment& segment,
                       std::span<const Quantity> quantities) noexcept {
  if (segment.first < segment.last && quantities[segment.first].range.end <= at) return true;
  if (segment.first == 0) return false;
  constexpr std::uint32_t longest_way = 60;
  const std::uint32_t end = quantities[segment.first - 1].range.end;
  return at >= end && at - end <= longest_way && words.sentence_ends.next(end, at) == at;
}

// Adds what the words of a segment say.
void read_words(const BodyWords& words, const Segment& segment, std::span<const Quantity> quantities,
                Lists<Share>& shares) {
  const Range range = segment.range;
  int brackets = 0;  // remarks do not weigh: (按实际数)
  bool opens_clause = range.begin > 0 && words.clause_ends.has(range.begin - 1);
  for (std::uint32_t at = range.begin; at < range.end;) {
    if (opens_clause && brackets == 0 && has_figure_before(words, at, segment, quantities)) {
      const Range clause = {at, words.clause_ends.next(at, range.end)};
      if (measures_by_plan(words, clause)) {
        shares.add({nullptr, RoleWeight::measured, 1});
        at = clause.end + 1;
        continue;
      }
    }
    const std::uint32_t border = words.clause_borders.next(at, range.end);
    words.cues.read(at, brackets == 0 ? border : at, [&](std::uint32_t begin, const Hits<CueRow>::Match& cue) {
      if (!weighs(cue->reach) || cue->role == Role::context) return;
      const bool promises = cue->role == Role::target;
      if (promises && cue->reach == CueReach::clause && !figure_follows(words, begin + cue.length, range.end)) return;
      shares.add({cue.row, RoleWeight::count, promises ? 1 : -1});
    });
    const char16_t c = words.body.at(border);
    brackets += c == u'(' ? 1 : c == u')' && brackets > 0 ? -1 : 0;
    opens_clause = words.clause_ends.has(border);
    at = border + 1;
  }
}

RoleWeight bound_weight(Bound bound) noexcept {
  if (bound == Bound::at_least || bound == Bound::at_most) return RoleWeight::limit;
  return bound == Bound::more_than || bound == Bound::less_than ? RoleWeight::excess : RoleWeight::count;
}

RoleWeight digits_weight(const Quantity& quantity) noexcept {
  const Decimal value = quantity.value;
  if (quantity.dimension == Dimension::share) return value.exponent() < 0 ? RoleWeight::fraction : RoleWeight::count;
  if (quantity.dimension == Dimension::age || quantity.dimension == Dimension::duration) return RoleWeight::count;
  const std::int64_t size = std::abs(value.mantissa());
  const bool small_odd = value.exponent() == 0 && value.mantissa() >= fewest_for_roundness && value.mantissa() % 5 != 0;
  if (size >= 1000 || small_odd) return RoleWeight::odd;
  return value.exponent() >= 2 && size < 100 ? RoleWeight::round : RoleWeight::count;
}

std::uint64_t character_bit(char16_t c) noexcept { return std::uint64_t{1} << (c & 63U); }

bool shares_bigram(const Chars& body, const Counted& a, const Counted& b) noexcept {
  for (std::uint32_t i = a.words.begin; i + 1 < a.words.end; ++i) {
    const std::uint64_t pair = character_bit(body[i]) | character_bit(body[i + 1]);
    if ((pair & ~b.characters) != 0 || !is_han(body[i]) || !is_han(body[i + 1])) continue;
    for (std::uint32_t j = b.words.begin; j + 1 < b.words.end; ++j) {
      if (body[i] == body[j] && body[i + 1] == body[j + 1]) return true;
    }
  }
  return false;
}

void read_words_before(const BodyWords& words, Counted& figure) noexcept {
  const std::uint32_t end = figure.quantity->range.begin;
  figure.words = {words.sentence_ends.behind_last(end - std::min(end, context_length), end), end};
  for (std::uint32_t at = figure.words.begin; at < end; ++at) figure.characters |= character_bit(words.body[at]);
}

// 东青幼儿园：市政工程完工
bool names_a_part(const BodyWords& words, Range range) noexcept {
  constexpr std::uint32_t longest_name = 14;
  const std::uint32_t last = std::min(range.end, range.begin + longest_name + 1);
  const std::uint32_t end = words.clause_ends.next(range.begin, last);
  return end < last && words.body[end] == u':' && end - range.begin >= 2;
}

}  // namespace

RoleWeights::RoleWeights(const Lexicon::Impl& lexicon) {
  for (const RoleWeightRow& row : lexicon.role_weights.rows()) {
    if (row.weight != RoleWeight::count) tenths_[static_cast<std::size_t>(row.weight)] = row.tenths;
  }
}

int sum(std::span<const Share> shares, const RoleWeights& weights) noexcept {
  int total = 0;
  for (const Share& share : shares)
    total += share.times * (share.cue != nullptr ? share.cue->tenths : weights[share.weight]);
  return total;
}

int score(const Evidence& evidence, const RoleWeights& weights) noexcept {
  const int cap = std::abs(weights[RoleWeight::cap]);
  return std::clamp(sum(evidence.capped, weights), -cap, cap) + sum(evidence.free, weights);
}

std::array<RoleWeight, 2> figure_evidence(const Quantity& quantity) noexcept {
  return {bound_weight(quantity.bound), digits_weight(quantity)};
}

void read_evidence(const BodyWords& words, const Segment& segment, std::span<const Quantity> quantities,
                   Lists<Share>& shares) {
  read_words(words, segment, quantities, shares);
  if (names_a_part(words, segment.range)) shares.add({nullptr, RoleWeight::named, 1});
  for (std::uint32_t q = segment.first; q < segment.last; ++q) {
    for (const RoleWeight weight : figure_evidence(quantities[q])) {
      if (weight != RoleWeight::count) shares.add({nullptr, weight, 1});
    }
  }
}

bool share_words(const BodyWords& words, Counted& a, Counted& b) noexcept {
  for (Counted* figure : {&a, &b}) {
    if (figure->characters == 0) read_words_before(words, *figure);
  }
  return shares_bigram(words.body, b, a);
}

}  // namespace gongbao
