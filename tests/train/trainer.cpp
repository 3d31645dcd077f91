#include "train/trainer.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <set>
#include <stdexcept>

namespace gongbao::train {
namespace {

constexpr std::size_t folds = 8;

// The fold of a place, so that bulletins of one place are in one fold.
std::size_t fold_of(const std::string& place) {
  std::size_t hash = 0;
  for (const char c : place) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash % folds;
}

// Of the values the one with the lowest cost.
double cheapest(const std::vector<double>& values, const std::function<double(double)>& cost) {
  double best = values.front();
  double least = std::numeric_limits<double>::infinity();
  for (const double value : values) {
    const double here = cost(value);
    if (here < least) {
      least = here;
      best = value;
    }
  }
  return best;
}

const std::vector<double> strengths = {0.1, 0.3, 1, 3, 10, 30, 100, 300};

}  // namespace

Lexicon with_rows(Lexicon lexicon, const Rows& rows) {
  for (const auto& [table, tsv] : rows) {
    for (const LexiconError& error : lexicon.add(table, tsv)) throw std::runtime_error(table + ": " + error.message);
  }
  return lexicon;
}

Trainer::Trainer(const std::vector<Bulletin>& bulletins, const Lexicon& lexicon)
    : bulletins_(bulletins),
      lexicon_(lexicon),
      role_start_(role_parameters(lexicon)),
      pair_start_(pair_parameters(lexicon)) {
  for (const Bulletin& bulletin : bulletins) {
    readings_.push_back(read(bulletin, lexicon));
    choices_.push_back(read_choices(bulletin, readings_.back(), lexicon));
    pair_choices_.push_back(read_pair_choices(bulletin, readings_.back(), lexicon));
  }
}

template <class Element>
std::vector<const Element*> Trainer::gather(const std::vector<std::vector<Element>>& all, auto take) const {
  std::vector<const Element*> gathered;
  for (std::size_t b = 0; b < all.size(); ++b) {
    if (!take(bulletins_[b].place)) continue;
    for (const Element& element : all[b]) gathered.push_back(&element);
  }
  return gathered;
}

void Trainer::choose_priors(What what) {
  const auto everything = [](const std::string&) { return true; };
  const auto over_folds = [&](auto fit_and_test) {
    double total = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
      total += fit_and_test([&](const std::string& place) { return fold_of(place) != fold; },
                            [&](const std::string& place) { return fold_of(place) == fold; });
    }
    return total;
  };
  if (what.roles) {
    role_prior_.sharpness = cheapest({0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 1}, [&](double sharpness) {
      return loss(gather(choices_, everything), role_start_, sharpness);
    });
    role_prior_.strength = cheapest(strengths, [&](double strength) {
      return over_folds([&](auto train, auto test) {
        const Vector weights = fit_roles(gather(choices_, train), role_start_, {strength, role_prior_.sharpness});
        return loss(gather(choices_, test), weights, role_prior_.sharpness);
      });
    });
  }
  if (what.pairs) {
    pair_prior_.sharpness = cheapest({0.3, 0.5, 0.7, 1, 1.4, 2, 3, 4}, [&](double sharpness) {
      return loss(gather(pair_choices_, everything), pair_start_, sharpness);
    });
    pair_prior_.strength = cheapest(strengths, [&](double strength) {
      PairPrior prior = pair_prior_;
      prior.strength = strength;
      return over_folds([&](auto train, auto test) {
        const Vector weights = fit_pairs(gather(pair_choices_, train), pair_start_, prior);
        return loss(gather(pair_choices_, test), weights, prior.sharpness);
      });
    });
  }
}

Vector Trainer::fit_role_weights(const std::string& left_out) const {
  const auto others = [&](const std::string& place) { return place != left_out; };
  return fit_roles(gather(choices_, others), role_start_, role_prior_);
}

Rows Trainer::fit(What what, const std::string& left_out) const {
  Rows rows;
  if (what.roles) {
    const Vector weights = fit_role_weights(left_out);
    rows["role_weights"] = role_weight_rows(weights, role_start_);
    rows["cues"] = cue_rows(weights, role_start_, lexicon_);
  }
  if (what.pairs) {
    const auto others = [&](const std::string& place) { return place != left_out; };
    rows["pair_weights"] =
        pair_weight_rows(fit_pairs(gather(pair_choices_, others), pair_start_, pair_prior_), pair_start_);
  }
  return rows;
}

std::vector<Trainer::IdleWord> Trainer::idle_words() const {
  constexpr double loosely = 0.01;
  constexpr double hardly = 0.25;  // of what it weighs
  constexpr int enough = 3;        // items
  const auto everything = [](const std::string&) { return true; };
  const std::vector<const Choice*> all = gather(choices_, everything);
  std::map<std::size_t, int> times;
  for (const Choice* choice : all) {
    std::set<std::size_t> here;
    for (const Choice::Sentence& sentence : choice->sentences) {
      for (const Choice::Part& part : sentence.capped) here.insert(part.parameter);
    }
    for (const std::size_t parameter : here) ++times[parameter];
  }
  const Vector weights = fit_roles(all, role_start_, {loosely * role_prior_.strength, role_prior_.sharpness});
  std::vector<IdleWord> idle;
  for (const CueWord& cue : cue_words(lexicon_)) {
    const double before = role_start_[cue.parameter];
    if (weights[cue.parameter] > hardly * before || times[cue.parameter] < enough) continue;
    idle.push_back({cue.word, before, weights[cue.parameter], times[cue.parameter]});
  }
  std::sort(idle.begin(), idle.end(), [](const IdleWord& a, const IdleWord& b) { return a.after < b.after; });
  return idle;
}

std::string Trainer::describe() const {
  std::size_t items = 0;
  std::size_t pairs = 0;
  for (const auto& choices : choices_) items += choices.size();
  for (const auto& choices : pair_choices_) pairs += choices.size();
  return std::to_string(bulletins_.size()) + " bulletins, " + std::to_string(items) + " items, " +
         std::to_string(pairs) + " choices of pairs; roles: strength " + std::to_string(role_prior_.strength) +
         ", sharpness " + std::to_string(role_prior_.sharpness) + "; pairs: strength " +
         std::to_string(pair_prior_.strength) + ", sharpness " + std::to_string(pair_prior_.sharpness);
}

}  // namespace gongbao::train
