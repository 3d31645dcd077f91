// The words that a plan is called by: 年度计划, 全年目标任务数, 省下达任务.
//
// Reports name plans in ever new combinations, so they are put together from the words of plan_words.tsv: modifiers and
// nouns in any order, at least one noun, an amount word behind.
#pragma once

#include "lexicon/body_words.h"

namespace gongbao {

struct PlanPhrase {
  std::uint32_t length = 0;  // characters; 0: none
  bool bare = false;         // 计划, 目标 alone, which may be a verb or a part of another word
  explicit operator bool() const noexcept { return length != 0; }
};

// The phrase that begins at `at` and ends at or before `end`.
PlanPhrase read_plan_phrase(const Hits<PlanWordRow>& words, std::uint32_t at, std::uint32_t end) noexcept;

// Whether a clause tells what plan the figure before it is measured by: 占全年任务4.2万人的96.4%, 年度计划4条. It does
// where the plan's words follow a word that compares, or stand beside their figure.
bool measures_by_plan(const BodyWords& words, Range clause);

}  // namespace gongbao
