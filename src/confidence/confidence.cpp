#include "confidence/confidence.h"

#include <algorithm>
#include <cmath>

namespace gongbao {
namespace {

constexpr double ten_thousand = 10'000;

}  // namespace

double probability(int logit) noexcept {
  constexpr int steps = 100;
  constexpr double half = 0.5;
  const double exact = 1 / (1 + std::exp(-logit / ten_thousand));
  return static_cast<double>(std::clamp(static_cast<int>(exact * steps + half), 1, steps - 1)) / steps;
}

void set_confidence(Document& document, const Findings& findings, const std::vector<Diagnostic>& diagnostics,
                    const Lexicon::Impl& lexicon) {
  const std::vector<int> records = record_logits(findings, document, diagnostics, lexicon);
  const std::vector<int> pairs = pair_logits(findings, records, lexicon);
  for (std::size_t i = 0; i < records.size(); ++i) document.records[i].confidence = probability(records[i]);
  for (std::size_t i = 0; i < pairs.size(); ++i) document.pairs[i].confidence = probability(pairs[i]);
}

}  // namespace gongbao
