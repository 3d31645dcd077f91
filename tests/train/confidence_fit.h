// Fits confidence.tsv, and says how well said confidence holds.
#pragma once

#include <string>
#include <vector>

#include "confidence/confidence.h"
#include "train/bulletins.h"
#include "train/logistic.h"

namespace gongbao::train {

// The records of a bulletin and its pairs, with what became of them.
struct Outcomes {
  std::string place;
  std::vector<RecordValues> records;
  std::vector<evaluation::Verdict> record_verdicts;
  Findings findings;
  std::vector<evaluation::Verdict> pair_verdicts;
};
Outcomes outcomes_of(const Bulletin& bulletin, Reading reading);

struct ConfidenceWeights {
  Vector records;
  Vector pairs;
};
ConfidenceWeights confidence_parameters(const Lexicon& lexicon);
// From the bulletins of all other places than `left_out`.
ConfidenceWeights fit_confidence(const std::vector<const Outcomes*>& all, const std::string& left_out = {});
std::string confidence_rows(const ConfidenceWeights& weights);

// What was said of a record or a pair, and whether it was right.
struct Said {
  double confidence = 0;
  bool right = false;
};
struct AllSaid {
  std::vector<Said> records;
  std::vector<Said> pairs;
};
void say(const Outcomes& outcomes, const ConfidenceWeights& weights, AllSaid& all);

struct Bin {
  double from = 0;
  double to = 0;
  std::size_t count = 0;
  double said = 0;   // mean
  double right = 0;  // share
};
std::vector<Bin> reliability(const std::vector<Said>& all);
std::string reliability_table(const std::vector<Said>& all);

}  // namespace gongbao::train
