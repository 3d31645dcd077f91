// The last stage: how sure a record or a pair is.
//
// Each gets the probability of a logistic model over named features; the training tool (tests/train) fits the weights
// (lexicon/confidence.tsv) on bulletins whose annotations say what was right. Values and weights are integers, so that
// the sums are the same on every machine.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "confidence/findings.h"
#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

enum class RecordFeature : std::uint8_t {
  bias,  // always 100
  // The rule that decided the role: one of them is 100.
  label,
  column,
  cue,
  comparison,
  measure,
  position,
  document_kind,
  // The role.
  target,
  // How it was decided.
  margin,            // by place: how much better than the best place that gives the other role
  shape_margin,      // by place: how much better the document's shape is than the second best one
  cue_weight,        // of the word beside the figure
  against_place,     // the words say another role than the place
  sentence_agrees,   // the sentence's words and figures speak for the role
  sentence_differs,  // ... for the other one
  figure_agrees,     // the figure alone does: round or odd, a limit, an excess
  figure_differs,
  paired,         // how much speaks for its pair
  lonely_target,  // a target without a pair, where others have one
  // Where it stands.
  cell,     // in a table
  digest,   // in a bulletin whose paragraphs are its items
  outside,  // outside all items
  // What it is.
  share,     // a rate
  duration,  // a time or an age
  bounded,   // with 以上, 近 and the like
  range,     // two numbers
  noticed,   // damaged, or its unit was inferred
  han,       // written in Chinese numerals
  count,
};
inline constexpr std::size_t record_feature_count = static_cast<std::size_t>(RecordFeature::count);
extern const std::array<std::u16string_view, record_feature_count> record_feature_names;  // as in confidence.tsv
using RecordValues = std::array<int, record_feature_count>;                               // each from 0 to 100

enum class MadePairFeature : std::uint8_t {
  bias,              // always 100
  score,             // what speaks for the pair
  target_lead,       // how much more than for the target's best other candidate; negative where that one had more
  achievement_lead,  // ... for the achievement's
  weaker_record,     // the confidence of the less sure of the two records, as log odds
  by_rate,           // a stated rate
  words,             // how like their indicators and the words beside them are
  size,              // how near the smaller figure is to the larger
  excess,            // far more than promised
  farther,           // how much nearer to completion another achievement is
  cell,              // in a table
  count,
};
inline constexpr std::size_t made_pair_feature_count = static_cast<std::size_t>(MadePairFeature::count);
extern const std::array<std::u16string_view, made_pair_feature_count> made_pair_feature_names;
using PairValues = std::array<int, made_pair_feature_count>;  // each from -100 to 100

// By record. `diagnostics`: in reading order.
std::vector<RecordValues> record_values(const Findings& findings, const Document& document,
                                        const std::vector<Diagnostic>& diagnostics, const Lexicon::Impl& lexicon);
// By pair.
std::vector<PairValues> pair_values(const Findings& findings, const std::vector<int>& record_logits);

// The log odds of being right, in ten thousandths: of each record, and of each pair.
std::vector<int> logits(const std::vector<RecordValues>& values, const Lexicon::Impl& lexicon);
std::vector<int> logits(const std::vector<PairValues>& values, const Lexicon::Impl& lexicon);

// The probability that log odds stand for, in steps of 0.01; never 0 or 1.
double probability(int logit) noexcept;

// Sets the confidence of every record and pair.
void set_confidence(Document& document, const Findings& findings, const std::vector<Diagnostic>& diagnostics,
                    const Lexicon::Impl& lexicon);

}  // namespace gongbao
