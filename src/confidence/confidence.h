// The last stage: how sure a record or a pair is.
//
// Each gets the probability of a logistic model over named features; the training tool (tests/train) fits the weights
// (lexicon/confidence.tsv; the features are in lexicon/weight_rows.h) on bulletins whose annotations say what was
// right. Values and weights are integers, so that the sums are the same on every machine.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "confidence/findings.h"
#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

using RecordValues = std::array<int, record_feature_count>;  // each from 0 to 100

using PairValues = std::array<int, made_pair_feature_count>;  // each from -100 to 100

// By record. `diagnostics`: in reading order.
std::vector<RecordValues> record_values(const Findings& findings, const Document& document,
                                        const std::vector<Diagnostic>& diagnostics, const Lexicon::Impl& lexicon);
// By pair.
std::vector<PairValues> pair_values(const Findings& findings, const std::vector<int>& record_logits);

// The log odds of being right, in ten thousandths, of each record and of each pair: the sums of values and weights.
std::vector<int> record_logits(const Findings& findings, const Document& document,
                               const std::vector<Diagnostic>& diagnostics, const Lexicon::Impl& lexicon);
std::vector<int> pair_logits(const Findings& findings, const std::vector<int>& record_logits,
                             const Lexicon::Impl& lexicon);

// The probability that log odds stand for, in steps of 0.01; never 0 or 1.
double probability(int logit) noexcept;

// Sets the confidence of every record and pair.
void set_confidence(Document& document, const Findings& findings, const std::vector<Diagnostic>& diagnostics,
                    const Lexicon::Impl& lexicon);

}  // namespace gongbao
