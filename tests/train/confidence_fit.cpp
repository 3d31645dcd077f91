#include "train/confidence_fit.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace gongbao::train {
namespace {

constexpr double whole = 100;     // of a value, and of a weight
constexpr double strength = 0.3;  // of the prior: 1 / variance of a weight in log odds
constexpr std::array<double, 10> borders = {0, 0.3, 0.5, 0.65, 0.75, 0.85, 0.9, 0.95, 0.98, 1.01};

template <class Values>
Example example_of(const Values& values, evaluation::Verdict verdict) {
  Example example;
  for (const int value : values) example.values.push_back(value / whole);
  example.right = verdict == evaluation::Verdict::right;
  return example;
}

int log_odds(const auto& values, const Vector& weights) {
  double sum = 0;
  for (std::size_t f = 0; f < values.size(); ++f) sum += values[f] * std::round(whole * weights[f]);
  return static_cast<int>(sum);
}

std::vector<int> record_log_odds(const Outcomes& outcomes, const Vector& weights) {
  std::vector<int> odds;
  for (const RecordValues& values : outcomes.records) odds.push_back(log_odds(values, weights));
  return odds;
}

Vector fit(const std::vector<Example>& examples, std::size_t features) {
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  return fit_logistic(all, {Vector(features), strength, 1});
}

Vector fit_records(const std::vector<const Outcomes*>& all, const std::string& left_out) {
  std::vector<Example> examples;
  for (const Outcomes* outcomes : all) {
    if (outcomes->place == left_out) continue;
    for (std::size_t r = 0; r < outcomes->records.size(); ++r) {
      if (outcomes->record_verdicts[r] == evaluation::Verdict::open) continue;
      examples.push_back(example_of(outcomes->records[r], outcomes->record_verdicts[r]));
    }
  }
  return fit(examples, record_feature_count);
}

Vector fit_pairs(const std::vector<const Outcomes*>& all, const std::string& left_out, const Vector& records) {
  std::vector<Example> examples;
  for (const Outcomes* outcomes : all) {
    if (outcomes->place == left_out) continue;
    const std::vector<PairValues> values = pair_values(outcomes->findings, record_log_odds(*outcomes, records));
    for (std::size_t p = 0; p < values.size(); ++p) {
      if (outcomes->pair_verdicts[p] == evaluation::Verdict::open) continue;
      examples.push_back(example_of(values[p], outcomes->pair_verdicts[p]));
    }
  }
  return fit(examples, made_pair_feature_count);
}

template <std::size_t Count>
std::string rows(const Vector& weights, const std::array<std::u16string_view, Count>& names) {
  std::string result;
  for (std::size_t f = 0; f < Count; ++f) {
    result +=
        std::string(names[f].begin(), names[f].end()) + '\t' + std::to_string(std::lround(whole * weights[f])) + '\n';
  }
  return result;
}

template <std::size_t Count>
Vector parameters(const Lexicon& lexicon, const std::array<std::u16string_view, Count>& names) {
  Vector weights;
  for (const std::u16string_view name : names) {
    const ConfidenceRow* const row = lexicon.impl().confidence.find(name);
    weights.push_back(row == nullptr ? 0 : row->weight / whole);
  }
  return weights;
}

}  // namespace

Outcomes outcomes_of(const Bulletin& bulletin, Reading reading) {
  return {bulletin.place, std::move(reading.record_values), std::move(reading.verdicts.records),
          std::move(reading.findings), std::move(reading.verdicts.pairs)};
}

ConfidenceWeights confidence_parameters(const Lexicon& lexicon) {
  return {parameters(lexicon, record_feature_names), parameters(lexicon, made_pair_feature_names)};
}

ConfidenceWeights fit_confidence(const std::vector<const Outcomes*>& all, const std::string& left_out) {
  ConfidenceWeights weights;
  weights.records = fit_records(all, left_out);
  weights.pairs = fit_pairs(all, left_out, weights.records);
  return weights;
}

std::string confidence_rows(const ConfidenceWeights& weights) {
  return rows(weights.records, record_feature_names) + rows(weights.pairs, made_pair_feature_names);
}

void say(const Outcomes& outcomes, const ConfidenceWeights& weights, AllSaid& all) {
  const std::vector<int> odds = record_log_odds(outcomes, weights.records);
  for (std::size_t r = 0; r < odds.size(); ++r) {
    if (outcomes.record_verdicts[r] == evaluation::Verdict::open) continue;
    all.records.push_back({gongbao::probability(odds[r]), outcomes.record_verdicts[r] == evaluation::Verdict::right});
  }
  const std::vector<PairValues> pairs = pair_values(outcomes.findings, odds);
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    if (outcomes.pair_verdicts[p] == evaluation::Verdict::open) continue;
    all.pairs.push_back({gongbao::probability(log_odds(pairs[p], weights.pairs)),
                         outcomes.pair_verdicts[p] == evaluation::Verdict::right});
  }
}

std::vector<Bin> reliability(const std::vector<Said>& all) {
  std::vector<Bin> bins;
  for (std::size_t b = 0; b + 1 < borders.size(); ++b) {
    Bin bin = {borders[b], borders[b + 1], 0, 0, 0};
    for (const Said& said : all) {
      if (said.confidence < bin.from || said.confidence >= bin.to) continue;
      ++bin.count;
      bin.said += said.confidence;
      bin.right += said.right ? 1 : 0;
    }
    if (bin.count == 0) continue;
    bin.said /= static_cast<double>(bin.count);
    bin.right /= static_cast<double>(bin.count);
    bins.push_back(bin);
  }
  return bins;
}

std::string reliability_table(const std::vector<Said>& all) {
  std::string table = "  confidence   count   said  right\n";
  for (const Bin& bin : reliability(all)) {
    char line[80];
    std::snprintf(line, sizeof line, "  %.2f - %.2f  %6zu  %5.1f  %5.1f\n", bin.from, std::min(bin.to, 1.0), bin.count,
                  100 * bin.said, 100 * bin.right);
    table += line;
  }
  return table;
}

}  // namespace gongbao::train
