#include "pair/pair.h"

#include <algorithm>
#include <tuple>

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
  for (const Statement& s : statements) {
    if (all.empty() || all.back().group != s.group) all.push_back({s.group});
    all.back().target |= s.role == Role::target;
    all.back().achievement |= s.role == Role::achievement;
  }
  std::sort(all.begin(), all.end(), [](const Sides& a, const Sides& b) { return a.group < b.group; });
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

// A statement's place: where pairs are sought for it.
struct Place {
  bool column = false;  // in a column of its own number, else in a group
  std::uint32_t number = 0;
  std::uint32_t statement = 0;
};

// The statements that are targets or achievements, group after group. A table's row that holds only targets continues
// the row before it where that one has both (a spanned cell answers them all); otherwise a row of one role is taken
// apart: its cells join their columns.
std::vector<Place> find_places(const std::vector<Statement>& statements) {
  const std::vector<Sides> sides = find_sides(statements);
  std::vector<Place> places;
  const Statement* full_row = nullptr;  // the last cell of a row with both roles
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    const Statement& s = statements[i];
    const Sides& row =
        *std::partition_point(sides.begin(), sides.end(), [&](const Sides& g) { return g.group < s.group; });
    const bool full = row.target && row.achievement;
    if (s.column == 0 || full) full_row = s.column == 0 ? nullptr : &s;
    if (s.role == Role::context) continue;
    if (s.column == 0 || full) {
      places.push_back({false, s.group, i});
    } else if (full_row != nullptr && row.target) {
      places.push_back({false, full_row->group, i});
    } else {
      places.push_back({true, s.column, i});
    }
  }
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tie(a.column, a.number, a.statement) < std::tie(b.column, b.number, b.statement);
  });
  return places;
}

// Calls use(first, last) with the indexes of statements that are compared with each other.
template <class Use>
void for_each_window(const std::vector<Statement>& statements, Use use) {
  const std::vector<Place> places = find_places(statements);
  std::vector<std::uint32_t> window;
  for (std::size_t i = 0; i < places.size(); ++i) {
    window.push_back(places[i].statement);
    const bool last =
        i + 1 == places.size() || places[i].column != places[i + 1].column || places[i].number != places[i + 1].number;
    if (!last && window.size() < max_window) continue;
    use(window.data(), window.data() + window.size());
    window.clear();
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
    const ScoreMatrix matrix = scores();
    std::vector<std::size_t> chosen = best_assignment(matrix);
    for (std::size_t t = 0; t < chosen.size(); ++t) {
      if (chosen[t] != unassigned) add(matrix, t, chosen[t]);
    }
    pair_rates(chosen);
  }

  std::vector<MadePair> take() {
    std::sort(pairs_.begin(), pairs_.end(), [](const MadePair& a, const MadePair& b) {
      return std::pair(a.pair.target, a.pair.achievement) < std::pair(b.pair.target, b.pair.achievement);
    });
    return std::move(pairs_);
  }

 private:
  // A stated rate of completion answers the target that no count answers.
  void pair_rates(std::vector<std::size_t>& chosen) {
    for (std::size_t a = 0; a < candidates_.achievements().size(); ++a) {
      const Mention& rate = candidates_.achievements()[a];
      const bool used = std::find(chosen.begin(), chosen.end(), a) != chosen.end();
      if (used || !is_completion_rate(rate) || follows_count(rate.statement)) continue;
      const std::size_t target = target_of_rate(chosen, a);
      if (target == unassigned) continue;
      chosen[target] = a;
      MadePair made;
      made.by_rate = true;
      made.pair.target = candidates_.targets()[target].statement;
      made.pair.achievement = rate.statement;
      made.pair.ratio = rate_ratio(statements_[rate.statement].quantity);
      made.pair.grounds = {{Ground::stated_rate, 1}};
      pairs_.push_back(std::move(made));
    }
  }

  bool is_completion_rate(const Mention& mention) const {
    const Dimension dimension = statements_[mention.statement].quantity.dimension;
    const Traits& traits = *mention.traits;
    return (traits.has(Sign::rate) || is_bare_cell(mention.statement)) && !traits.has(Sign::compare) &&
           !traits.has(Sign::plan) && (dimension == Dimension::share || dimension == Dimension::multiple);
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
    const std::uint32_t place = candidates_.achievements()[rate].statement;
    std::size_t best = unassigned;
    double best_likeness = least_rate_likeness;
    for (std::size_t t = 0; t < chosen.size(); ++t) {
      const std::uint32_t target = candidates_.targets()[t].statement;
      const bool counted = statements_[target].quantity.dimension != Dimension::share;
      if (target > place || !counted || candidates_.folded(t) || chosen[t] != unassigned) continue;
      double likeness = 1;
      if (target + 1 != place) likeness = is_bare_cell(place) ? 0 : candidates_.likeness(t, rate);
      if (likeness < best_likeness) continue;
      best = t;
      best_likeness = likeness;
    }
    return best;
  }

  ScoreMatrix scores() const {
    ScoreMatrix matrix(candidates_.targets().size(), candidates_.achievements().size());
    for (std::size_t t = 0; t < matrix.rows(); ++t) {
      for (std::size_t a = 0; a < matrix.columns(); ++a) {
        if (!candidates_.comparable(t, a)) continue;
        matrix.at(t, a) = weighted_sum(candidates_.features(t, a), weights_);
      }
    }
    return matrix;
  }

  void add(const ScoreMatrix& matrix, std::size_t t, std::size_t a) {
    const Mention& target = candidates_.targets()[t];
    const Mention& achievement = candidates_.achievements()[a];
    MadePair made;
    made.pair.target = target.statement;
    made.pair.achievement = achievement.statement;
    made.pair.ratio = pair_ratio(statements_[target.statement].quantity, target.traits->unit,
                                 statements_[achievement.statement].quantity, achievement.traits->unit);
    made.score = matrix.at(t, a);
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
      if (i != t) made.rival_target = std::max(made.rival_target, matrix.at(i, a));
    }
    for (std::size_t i = 0; i < matrix.columns(); ++i) {
      if (i != a) made.rival_achievement = std::max(made.rival_achievement, matrix.at(t, i));
    }
    made.values = candidates_.features(t, a);
    made.pair.grounds = grounds(made.values, weights_);
    pairs_.push_back(std::move(made));
  }

  const Chars& chars_;
  const std::vector<Statement>& statements_;
  FeatureWeights weights_;
  Candidates candidates_;
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
    for (std::size_t t = 0; t < found.targets().size(); ++t) {
      for (std::size_t a = 0; a < found.achievements().size(); ++a) {
        if (!found.comparable(t, a)) continue;
        all.push_back({found.targets()[t].statement, found.achievements()[a].statement, found.features(t, a)});
      }
    }
  });
  return all;
}

}  // namespace gongbao
