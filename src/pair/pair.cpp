#include "pair/pair.h"

#include <algorithm>
#include <array>

#include "pair/assignment.h"
#include "pair/features.h"
#include "pair/ratio.h"
#include "pair/traits.h"
#include "text/fold.h"

namespace gongbao {
namespace {

// A group beyond this is cut into windows, so that a hostile bulletin costs linear time. No real item comes near.
constexpr std::size_t max_window = 64;

constexpr double least_rate_likeness = 0.35;
constexpr std::uint32_t longest_list = 16;  // of rates after their counts (分别完成94.4%、96.4%)

// Which roles a group has.
struct Sides {
  std::uint32_t group = 0;
  bool target = false;
  bool achievement = false;
};

// By group, ascending.
std::vector<Sides> find_sides(const std::vector<Statement>& statements) {
  std::vector<Sides> all;
  all.reserve(statements.size());
  for (const Statement& s : statements) {
    if (all.empty() || all.back().group != s.group) all.push_back({s.group});
    all.back().target |= s.role == Role::target;
    all.back().achievement |= s.role == Role::achievement;
  }
  const auto before = [](const Sides& a, const Sides& b) { return a.group < b.group; };
  if (!std::is_sorted(all.begin(), all.end(), before)) std::sort(all.begin(), all.end(), before);
  std::size_t last = 0;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].group != all[last].group) {
      all[++last] = all[i];
    } else {
      all[last].target |= all[i].target;
      all[last].achievement |= all[i].achievement;
    }
  }
  if (!all.empty()) all.resize(last + 1);
  return all;
}

// Where pairs are sought for a statement, and the statement, as one number to sort by: in a column of its own number
// (the highest bit), else in a group.
constexpr unsigned number_shift = 32;
constexpr std::uint64_t column_bit = std::uint64_t{1} << 63;

std::uint64_t place_of(std::uint64_t number, std::uint32_t statement) { return number << number_shift | statement; }
bool share_place(std::uint64_t a, std::uint64_t b) { return (a ^ b) >> number_shift == 0; }

// The statements that are targets or achievements, group after group. A table's row that holds only targets continues
// the row before it where that one has both (a spanned cell answers them all); otherwise a row of one role is taken
// apart: its cells join their columns.
std::vector<std::uint64_t> find_places(const std::vector<Statement>& statements) {
  const std::vector<Sides> sides = find_sides(statements);
  std::vector<std::uint64_t> places;
  places.reserve(statements.size());
  const Statement* full_row = nullptr;  // the last cell of a row with both roles
  Sides row;                            // of the statement before
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const Statement& s = statements[i];
    if (i == 0 || s.group != row.group)
      row = *std::partition_point(sides.begin(), sides.end(), [&](const Sides& g) { return g.group < s.group; });
    const bool full = row.target && row.achievement;
    if (s.column == 0 || full) full_row = s.column == 0 ? nullptr : &s;
    if (s.role == Role::context || (s.column == 0 && !full)) continue;
    if (full) {
      places.push_back(place_of(s.group, i));
    } else if (full_row != nullptr && row.target) {
      places.push_back(place_of(full_row->group, i));
    } else {
      places.push_back(place_of(s.column, i) | column_bit);
    }
  }
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  return places;
}

// Calls use(first, last) with the indexes of statements that are compared with each other.
template <class Use>
void for_each_window(const std::vector<Statement>& statements, Use use) {
  const std::vector<std::uint64_t> places = find_places(statements);
  std::array<std::uint32_t, max_window> window{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    window[size++] = static_cast<std::uint32_t>(places[i]);
    const bool last = i + 1 == places.size() || !share_place(places[i], places[i + 1]);
    if (!last && size < max_window) continue;
    use(window.data(), window.data() + size);
    size = 0;
  }
}

class Pairing {
 public:
  Pairing(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
          const Lexicon::Impl& lexicon)
      : chars_(chars),
        statements_(statements),
        weights_(feature_weights(lexicon)),
        candidates_(chars, statements, traits, lexicon) {}

  void pair_window(const std::uint32_t* begin, const std::uint32_t* end) {
    if (!candidates_.read(begin, end)) return;
    read_scores();
    std::vector<std::size_t> chosen = best_assignment(scores_);
    for (std::size_t t = 0; t < chosen.size(); ++t) {
      if (chosen[t] != unassigned) add(t, chosen[t]);
    }
    pair_rates(chosen);
  }

  std::vector<MadePair> take() {
    // Each target is in one pair at most.
    const auto before = [](const MadePair& a, const MadePair& b) { return a.pair.target < b.pair.target; };
    if (!std::is_sorted(pairs_.begin(), pairs_.end(), before)) std::sort(pairs_.begin(), pairs_.end(), before);
    return std::move(pairs_);
  }

 private:
  // A stated rate of completion answers the target that no count answers.
  void pair_rates(std::vector<std::size_t>& chosen) {
    for (std::size_t a = 0; a < candidates_.achievement_count(); ++a) {
      const Mention& rate = candidates_.achievement(a);
      if (!is_completion_rate(rate) || std::find(chosen.begin(), chosen.end(), a) != chosen.end()) continue;
      if (follows_count(rate.statement)) continue;
      const std::size_t target = target_of_rate(chosen, a);
      if (target == unassigned) continue;
      chosen[target] = a;
      MadePair made;
      made.by_rate = true;
      made.pair.target = candidates_.target(target).statement;
      made.pair.achievement = rate.statement;
      made.pair.ratio = rate_ratio(statements_[rate.statement].quantity);
      made.pair.grounds = {{Ground::stated_rate, 1}};
      pairs_.push_back(std::move(made));
    }
  }

  bool is_completion_rate(const Mention& mention) const {
    const Dimension dimension = statements_[mention.statement].quantity.dimension;
    if (dimension != Dimension::share && dimension != Dimension::multiple) return false;
    const Traits& traits = *mention.traits;
    return (traits.has(Sign::rate) || is_bare_cell(mention.statement)) && !traits.has(Sign::compare) &&
           !traits.has(Sign::plan);
  }

  // A table's cell that holds nothing else: its rate is the row's, whatever the heading calls it.
  bool is_bare_cell(std::uint32_t statement) const {
    const Statement& s = statements_[statement];
    const auto is_blank_in = [&](std::uint32_t begin, std::uint32_t end) {
      while (begin < end && is_blank(chars_[begin])) ++begin;
      return begin >= end;
    };
    return s.column != 0 && is_blank_in(s.clause.begin, s.quantity.range.begin) &&
           is_blank_in(s.quantity.range.end, s.clause.end);
  }

  // Whether the rate stands behind a count of its sentence, whose rate it then is (演出47场，完成率39%).
  bool follows_count(std::uint32_t rate) const {
    for (std::uint32_t i = rate; i > 0 && rate - i < longest_list; --i) {
      const Statement& s = statements_[i - 1];
      if (s.sentence != statements_[rate].sentence || s.role != Role::achievement) return false;
      if (s.quantity.dimension != Dimension::share) return true;
    }
    return false;
  }

  // The open target before the rate that is most like it; of equals the last one.
  std::size_t target_of_rate(const std::vector<std::size_t>& chosen, std::size_t rate) const {
    const std::uint32_t place = candidates_.achievement(rate).statement;
    std::size_t best = unassigned;
    double best_likeness = least_rate_likeness;
    for (std::size_t t = 0; t < chosen.size(); ++t) {
      const std::uint32_t target = candidates_.target(t).statement;
      const bool counted = statements_[target].quantity.dimension != Dimension::share;
      if (target > place || !counted || candidates_.folded(t) || chosen[t] != unassigned) continue;
      double likeness = 1;
      if (target + 1 != place) likeness = is_bare_cell(place) ? 0 : candidates_.likeness(t, rate).contained;
      if (likeness < best_likeness) continue;
      best = t;
      best_likeness = likeness;
    }
    return best;
  }

  void read_scores() {
    scores_.reset(candidates_.target_count(), candidates_.achievement_count());
    values_.clear();
    first_value_.clear();
    for (std::size_t t = 0; t < scores_.rows(); ++t) {
      for (std::size_t a = 0; a < scores_.columns(); ++a) {
        first_value_.push_back(values_.size());
        if (!candidates_.comparable(t, a)) continue;
        candidates_.add_features(t, a, values_);
        scores_.at(t, a) = weighted_sum(FeatureValues(values_).subspan(first_value_.back()), weights_);
      }
    }
    first_value_.push_back(values_.size());
  }

  FeatureValues values(std::size_t t, std::size_t a) const {
    const std::size_t cell = t * scores_.columns() + a;
    return FeatureValues(values_).subspan(first_value_[cell], first_value_[cell + 1] - first_value_[cell]);
  }

  void add(std::size_t t, std::size_t a) {
    const Mention& target = candidates_.target(t);
    const Mention& achievement = candidates_.achievement(a);
    const FeatureValues found = values(t, a);
    MadePair& made = pairs_.emplace_back();
    made.pair.target = target.statement;
    made.pair.achievement = achievement.statement;
    made.pair.ratio = pair_ratio(statements_[target.statement].quantity, *target.traits->unit,
                                 statements_[achievement.statement].quantity, *achievement.traits->unit);
    made.pair.grounds = grounds(found, weights_);
    made.score = scores_.at(t, a);
    for (std::size_t i = 0; i < scores_.rows(); ++i) {
      if (i != t) made.rival_target = std::max(made.rival_target, scores_.at(i, a));
    }
    for (std::size_t i = 0; i < scores_.columns(); ++i) {
      if (i != a) made.rival_achievement = std::max(made.rival_achievement, scores_.at(t, i));
    }
    made.likeness = value_of(PairFeature::all_contained, found);
    made.closeness = value_of(PairFeature::close, found);
    made.behind = value_of(PairFeature::stage_behind, found);
    made.exceeds = value_of(PairFeature::high, found) > 0;
  }

  const Chars& chars_;
  const std::vector<Statement>& statements_;
  FeatureWeights weights_;
  Candidates candidates_;
  ScoreMatrix scores_;
  std::vector<FeatureValue> values_;      // of all candidates, in the order of the scores
  std::vector<std::size_t> first_value_;  // of each candidate; the end behind the last
  std::vector<MadePair> pairs_;
};

}  // namespace

std::vector<MadePair> pair_statements(const Chars& chars, const std::vector<Statement>& statements,
                                      const std::vector<Traits>& traits, const Lexicon::Impl& lexicon) {
  Pairing pairing(chars, statements, traits, lexicon);
  for_each_window(statements,
                  [&](const std::uint32_t* begin, const std::uint32_t* end) { pairing.pair_window(begin, end); });
  return pairing.take();
}

std::vector<Candidate> list_candidates(const Chars& chars, const std::vector<Statement>& statements,
                                       const std::vector<Traits>& traits, const Lexicon::Impl& lexicon) {
  std::vector<Candidate> all;
  Candidates found(chars, statements, traits, lexicon);
  for_each_window(statements, [&](const std::uint32_t* begin, const std::uint32_t* end) {
    if (!found.read(begin, end)) return;
    for (std::size_t t = 0; t < found.target_count(); ++t) {
      for (std::size_t a = 0; a < found.achievement_count(); ++a) {
        if (!found.comparable(t, a)) continue;
        all.push_back({found.target(t).statement, found.achievement(a).statement, {}});
        found.add_features(t, a, all.back().values);
      }
    }
  });
  return all;
}

}  // namespace gongbao
