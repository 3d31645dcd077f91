// The values of the features that confidence is drawn from.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <span>

#include "confidence/confidence.h"
#include "text/digits.h"

namespace gongbao {
namespace {

constexpr int whole = 100;

// From 0 towards 100: 50 where the amount is `half`.
int grown(int amount, int half) noexcept { return amount <= 0 ? 0 : whole * amount / (amount + half); }
int grown(double amount) noexcept { return amount <= 0 ? 0 : static_cast<int>(whole * amount / (amount + 1)); }

int lead(double ahead) noexcept { return ahead < 0 ? -grown(-ahead) : grown(ahead); }

bool notices_a_number(const Diagnostic& d) noexcept {
  return d.code == DiagnosticCode::damaged_number || d.code == DiagnosticCode::missing_unit;
}

// Reads the values of one record after the other, and calls use(feature, value) for those that are not 0.
template <class Use>
class RecordReader {
 public:
  RecordReader(const Findings& found, const Lexicon::Impl& lexicon, Use use)
      : found_(found), lexicon_(lexicon), use_(use), weights_(lexicon), pair_of_(found.statements.size()) {
    for (const MadePair& made : found.pairs) {
      for (const std::uint32_t id : {made.pair.target, made.pair.achievement}) pair_of_[id] = &made;
    }
    const Lists<Share>& sentences = found.roles.positions.capped;
    sentences_.reserve(sentences.size());
    // Once for each sentence: one of many figures has as many words.
    for (std::size_t s = 0; s < sentences.size(); ++s) sentences_.push_back(sum(sentences[s], weights_));
  }

  void read(std::size_t id, bool noticed) {
    set(RecordFeature::bias, whole);
    add_rule(found_.decisions[id]);
    add_decision(found_.decisions[id]);
    add_evidence(found_.statements[id], found_.decisions[id]);
    add_pair(id);
    add_place(found_.outline.stretches[found_.stretches[id]]);
    add_quantity(found_.statements[id]);
    set(RecordFeature::noticed, noticed);
  }

 private:
  void set(RecordFeature feature, int value) {
    if (value != 0) use_(feature, value);
  }
  void set(RecordFeature feature, bool holds) {
    if (holds) use_(feature, whole);
  }

  void add_rule(const RoleDecision& decision) {
    constexpr auto first = static_cast<std::size_t>(RecordFeature::label);
    set(static_cast<RecordFeature>(first + static_cast<std::size_t>(decision.rule)), whole);
    set(RecordFeature::target, decision.role == Role::target);
  }

  void add_decision(const RoleDecision& decision) {
    constexpr int half_margin = 50;  // tenths, as the scores are
    constexpr int strongest_cue = 90;
    const Positions& positions = found_.roles.positions;
    if (decision.rule == Rule::position)
      set(RecordFeature::margin, grown(positions.margins[decision.segment], half_margin));
    if (decision.rule == Rule::position || decision.rule == Rule::document_kind) {
      const int items = static_cast<int>(std::max<std::size_t>(1, found_.outline.items.size()));
      set(RecordFeature::shape_margin, grown(positions.shape_margin / items, half_margin));
    }
    if (!decision.cue.empty() && !decision.inherited) {
      const CueRow* const row = lexicon_.cues.find(found_.page.body.view(decision.cue.begin, decision.cue.end));
      if (row != nullptr) set(RecordFeature::cue_weight, std::clamp(whole * row->tenths / strongest_cue, 0, whole));
    }
    set(RecordFeature::against_place,
        decision.role != Role::context && decision.role != positions.base[decision.segment]);
  }

  void add_evidence(const Statement& statement, const RoleDecision& decision) {
    if (decision.role == Role::context) return;
    const int sign = decision.role == Role::target ? 1 : -1;
    const int cap = std::max(1, std::abs(weights_[RoleWeight::cap]));
    const int sentence = std::clamp(sign * whole * sentences_[decision.segment] / cap, -whole, whole);
    set(RecordFeature::sentence_agrees, std::max(0, sentence));
    set(RecordFeature::sentence_differs, std::max(0, -sentence));
    int figure = 0;
    for (const RoleWeight weight : figure_evidence(statement.quantity)) {
      if (weight != RoleWeight::count) figure += weights_[weight];
    }
    set(RecordFeature::figure_agrees, sign * figure > 0);
    set(RecordFeature::figure_differs, sign * figure < 0);
  }

  void add_pair(std::size_t id) {
    if (pair_of_[id] != nullptr)
      set(RecordFeature::paired, pair_of_[id]->by_rate ? whole / 2 : grown(pair_of_[id]->score));
    set(RecordFeature::lonely_target, found_.decisions[id].role == Role::target && pair_of_[id] == nullptr &&
                                          found_.pairs.size() * 4 > found_.statements.size());
  }

  void add_place(const Stretch& stretch) {
    set(RecordFeature::cell, stretch.cell.has_value());
    set(RecordFeature::digest, found_.outline.layout == Layout::digest);
    set(RecordFeature::outside, !stretch.item);
  }

  void add_quantity(const Statement& statement) {
    const Quantity& q = statement.quantity;
    set(RecordFeature::share, is_rate(q));
    set(RecordFeature::duration, q.dimension == Dimension::duration || q.dimension == Dimension::age);
    set(RecordFeature::bounded, q.bound != Bound::exact && q.bound != Bound::range);
    set(RecordFeature::range, q.high.has_value());
    set(RecordFeature::han, !is_digit(found_.page.body[q.range.begin]));
  }

  const Findings& found_;
  const Lexicon::Impl& lexicon_;
  Use use_;
  const RoleWeights weights_;
  std::vector<const MadePair*> pair_of_;
  std::vector<int> sentences_;  // what each segment's words say, in tenths
};

// Calls use(record, feature, value) for the values of all records, as far as they are not 0.
template <class Use>
void read_records(const Findings& findings, const Document& document, const std::vector<Diagnostic>& diagnostics,
                  const Lexicon::Impl& lexicon, Use use) {
  std::size_t id = 0;
  const auto use_of_record = [&](RecordFeature feature, int value) { use(id, feature, value); };
  RecordReader reader(findings, lexicon, use_of_record);
  auto next = diagnostics.begin();
  for (; id < document.records.size(); ++id) {
    const Span span = document.records[id].span;
    while (next != diagnostics.end() && (!notices_a_number(*next) || next->span.end <= span.begin)) ++next;
    reader.read(id, next != diagnostics.end() && next->span.overlaps(span));
  }
}

}  // namespace

std::vector<RecordValues> record_values(const Findings& findings, const Document& document,
                                        const std::vector<Diagnostic>& diagnostics, const Lexicon::Impl& lexicon) {
  std::vector<RecordValues> all(document.records.size());
  read_records(findings, document, diagnostics, lexicon, [&](std::size_t record, RecordFeature feature, int value) {
    all[record][static_cast<std::size_t>(feature)] = value;
  });
  return all;
}

std::vector<int> record_logits(const Findings& findings, const Document& document,
                               const std::vector<Diagnostic>& diagnostics, const Lexicon::Impl& lexicon) {
  std::array<int, record_feature_count> weights{};
  for (const ConfidenceRow& row : lexicon.confidence.rows()) {
    if (row.feature < record_feature_count) weights[row.feature] = row.weight;
  }
  std::vector<int> sums(document.records.size());
  read_records(findings, document, diagnostics, lexicon, [&](std::size_t record, RecordFeature feature, int value) {
    sums[record] += value * weights[static_cast<std::size_t>(feature)];
  });
  return sums;
}

std::vector<PairValues> pair_values(const Findings& findings, const std::vector<int>& record_logits) {
  constexpr int logit_step = 400;  // log odds of 4 are 100
  std::vector<PairValues> all;
  all.reserve(findings.pairs.size());
  for (const MadePair& made : findings.pairs) {
    PairValues values{};
    const auto at = [&](MadePairFeature feature) -> int& { return values[static_cast<std::size_t>(feature)]; };
    const int weaker = std::min(record_logits[made.pair.target], record_logits[made.pair.achievement]);
    at(MadePairFeature::bias) = whole;
    at(MadePairFeature::weaker_record) = std::clamp(weaker / logit_step, -whole, whole);
    at(MadePairFeature::by_rate) = made.by_rate ? whole : 0;
    at(MadePairFeature::cell) = findings.statements[made.pair.target].column != 0 ? whole : 0;
    if (!made.by_rate) {
      at(MadePairFeature::score) = grown(made.score);
      at(MadePairFeature::target_lead) = lead(made.score - made.rival_achievement);
      at(MadePairFeature::achievement_lead) = lead(made.score - made.rival_target);
      at(MadePairFeature::words) = static_cast<int>(whole * made.likeness);
      at(MadePairFeature::size) = static_cast<int>(whole * made.closeness);
      at(MadePairFeature::excess) = made.exceeds ? whole : 0;
      at(MadePairFeature::farther) = static_cast<int>(whole * made.behind);
    }
    all.push_back(values);
  }
  return all;
}

std::vector<int> pair_logits(const Findings& findings, const std::vector<int>& record_logits,
                             const Lexicon::Impl& lexicon) {
  PairValues weights{};
  for (const ConfidenceRow& row : lexicon.confidence.rows()) {
    if (row.feature >= record_feature_count && row.feature - record_feature_count < weights.size())
      weights[row.feature - record_feature_count] = row.weight;
  }
  std::vector<int> sums;
  sums.reserve(findings.pairs.size());
  for (const PairValues& values : pair_values(findings, record_logits))
    sums.push_back(std::inner_product(values.begin(), values.end(), weights.begin(), 0));
  return sums;
}

}  // namespace gongbao
