#include "train/pair_fit.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace gongbao::train {
namespace {

using Ends = std::pair<std::size_t, std::size_t>;

// The annotated pairs; false: fair, but not asked for.
std::map<Ends, bool> gold_pairs(const Bulletin& bulletin) {
  std::map<Ends, bool> pairs;
  for (const evaluation::Answer& pair : bulletin.gold.pairs) pairs[{pair.target, pair.achievement}] = pair.sure;
  return pairs;
}

Vector all_features(FeatureValues values) {
  Vector all(feature_count);
  for (const FeatureValue& v : values) all[static_cast<std::size_t>(v.feature)] = v.value;
  return all;
}

int hundredths(double weight) { return static_cast<int>(std::lround(100 * weight)); }

}  // namespace

std::vector<PairChoice> read_pair_choices(const Bulletin& bulletin, const Reading& reading, const Lexicon& lexicon) {
  std::map<std::pair<bool, std::uint32_t>, PairChoice> choices;  // by side and record
  const std::map<Ends, bool> pairs = gold_pairs(bulletin);
  for (const Candidate& candidate : list_candidates(reading.findings.page.body, reading.findings.statements,
                                                    reading.findings.traits, lexicon.impl())) {
    const auto target = gold_role(bulletin, reading, candidate.target);
    const auto achievement = gold_role(bulletin, reading, candidate.achievement);
    if (!target || !achievement) continue;
    const auto& quantities = reading.verdicts.quantities;
    const auto pair = pairs.find({*quantities[candidate.target], *quantities[candidate.achievement]});
    if (pair != pairs.end() && !pair->second) continue;
    for (const bool side : {false, true}) {
      PairChoice& choice = choices[{side, side ? candidate.target : candidate.achievement}];
      choice.candidates.push_back(all_features(candidate.values));
      choice.right.push_back(pair != pairs.end());
    }
  }
  std::vector<PairChoice> result;
  for (auto& [key, choice] : choices) result.push_back(std::move(choice));
  return result;
}

double loss(const PairChoice& choice, const Vector& weights, double sharpness, Vector* gradient) {
  Vector odds;
  double all = 1;  // none
  double right = 0;
  for (std::size_t c = 0; c < choice.candidates.size(); ++c) {
    odds.push_back(
        std::exp(sharpness * std::inner_product(weights.begin(), weights.end(), choice.candidates[c].begin(), 0.0)));
    all += odds.back();
    right += choice.right[c] ? odds.back() : 0;
  }
  const bool any = std::find(choice.right.begin(), choice.right.end(), true) != choice.right.end();
  if (!any) right = 1;
  for (std::size_t c = 0; gradient != nullptr && c < odds.size(); ++c) {
    const double more = (choice.right[c] ? odds[c] / right : 0) - odds[c] / all;
    for (std::size_t f = 0; f < weights.size(); ++f) (*gradient)[f] -= sharpness * more * choice.candidates[c][f];
  }
  return std::log(all / right);
}

double loss(const std::vector<const PairChoice*>& choices, const Vector& weights, double sharpness) {
  double total = 0;
  for (const PairChoice* choice : choices) total += loss(*choice, weights, sharpness, nullptr);
  return total;
}

Vector fit_pairs(const std::vector<const PairChoice*>& choices, const Vector& start, const PairPrior& prior) {
  const auto function = [&](const Vector& at, Vector& gradient) {
    double total = 0;
    for (const PairChoice* choice : choices) total += loss(*choice, at, prior.sharpness, &gradient);
    for (std::size_t f = 0; f < at.size(); ++f) {
      total += prior.strength * (at[f] - start[f]) * (at[f] - start[f]) / 2;
      gradient[f] += prior.strength * (at[f] - start[f]);
    }
    return total;
  };
  return minimise(function, start);
}

Vector pair_parameters(const Lexicon& lexicon) {
  const FeatureWeights weights = feature_weights(lexicon.impl());
  return {weights.begin(), weights.end()};
}

std::string pair_weight_rows(const Vector& weights, const Vector& start) {
  std::string rows;
  for (std::size_t f = 0; f < feature_count; ++f) {
    if (hundredths(weights[f]) == hundredths(start[f])) continue;
    rows += std::string(feature_names[f].begin(), feature_names[f].end()) + '\t' +
            std::to_string(hundredths(weights[f])) + '\n';
  }
  return rows;
}

}  // namespace gongbao::train
