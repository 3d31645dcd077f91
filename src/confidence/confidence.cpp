#include "confidence/confidence.h"

#include <algorithm>
#include <cmath>

namespace gongbao {

const std::array<std::u16string_view, record_feature_count> record_feature_names = {u"record.bias",
                                                                                    u"record.label",
                                                                                    u"record.column",
                                                                                    u"record.cue",
                                                                                    u"record.comparison",
                                                                                    u"record.measure",
                                                                                    u"record.position",
                                                                                    u"record.document_kind",
                                                                                    u"record.target",
                                                                                    u"record.margin",
                                                                                    u"record.shape_margin",
                                                                                    u"record.cue_weight",
                                                                                    u"record.against_place",
                                                                                    u"record.sentence_agrees",
                                                                                    u"record.sentence_differs",
                                                                                    u"record.figure_agrees",
                                                                                    u"record.figure_differs",
                                                                                    u"record.paired",
                                                                                    u"record.lonely_target",
                                                                                    u"record.cell",
                                                                                    u"record.digest",
                                                                                    u"record.outside",
                                                                                    u"record.share",
                                                                                    u"record.duration",
                                                                                    u"record.bounded",
                                                                                    u"record.range",
                                                                                    u"record.noticed",
                                                                                    u"record.han"};

const std::array<std::u16string_view, made_pair_feature_count> made_pair_feature_names = {
    u"pair.bias",  u"pair.score", u"pair.target_lead", u"pair.achievement_lead", u"pair.weaker_record", u"pair.by_rate",
    u"pair.words", u"pair.size",  u"pair.excess",      u"pair.farther",          u"pair.cell"};

namespace {

constexpr double ten_thousand = 10'000;

template <std::size_t Count>
std::vector<int> weighed(const std::vector<std::array<int, Count>>& all,
                         const std::array<std::u16string_view, Count>& names, const Lexicon::Impl& lexicon) {
  std::array<int, Count> weights{};
  for (std::size_t f = 0; f < Count; ++f) {
    const WeightRow* const row = lexicon.confidence.find(names[f]);
    if (row != nullptr) weights[f] = row->weight;
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
  return weighed(values, record_feature_names, lexicon);
}

std::vector<int> logits(const std::vector<PairValues>& values, const Lexicon::Impl& lexicon) {
  return weighed(values, made_pair_feature_names, lexicon);
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
