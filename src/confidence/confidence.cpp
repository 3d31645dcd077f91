#include "confidence/confidence.h"

#include <algorithm>
#include <cmath>

namespace gongbao {

namespace {

constexpr double ten_thousand = 10'000;

// Sums of values and weights, of the `Count` features from `first` on.
template <std::size_t Count>
std::vector<int> weighed(const std::vector<std::array<int, Count>>& all, std::size_t first,
                         const Lexicon::Impl& lexicon) {
  std::array<int, Count> weights{};
  for (const ConfidenceRow& row : lexicon.confidence.rows()) {
    if (row.feature >= first && row.feature - first < Count) weights[row.feature - first] = row.weight;
  }
  std::vector<int> sums;
  sums.reserve(all.size());
  for (const auto& values : all) {
    int sum = 0;
    for (std::size_t f = 0; f < Count; ++f) sum += values[f] * weights[f];
    sums.push_back(sum);
  }
  return sums;
}

}  // namespace

std::vector<int> logits(const std::vector<RecordValues>& values, const Lexicon::Impl& lexicon) {
  return weighed(values, 0, lexicon);
}

std::vector<int> logits(const std::vector<PairValues>& values, const Lexicon::Impl& lexicon) {
  return weighed(values, record_feature_count, lexicon);
}

double probability(int logit) noexcept {
  constexpr double steps = 100;
  const double exact = 1 / (1 + std::exp(-logit / ten_thousand));
  return std::clamp(std::round(exact * steps), 1.0, steps - 1) / steps;
}

void set_confidence(Document& document, const Findings& findings, const std::vector<Diagnostic>& diagnostics,
                    const Lexicon::Impl& lexicon) {
  const std::vector<int> records = logits(record_values(findings, document, diagnostics, lexicon), lexicon);
  const std::vector<int> pairs = logits(pair_values(findings, records), lexicon);
  for (std::size_t i = 0; i < records.size(); ++i) document.records[i].confidence = probability(records[i]);
  for (std::size_t i = 0; i < pairs.size(); ++i) document.pairs[i].confidence = probability(pairs[i]);
}

}  // namespace gongbao
