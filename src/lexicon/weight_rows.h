// The weights that the code asks for by name: a row knows which one it is.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao {

// The weights that are no cue word's. Positive numbers speak for a promise.
enum class RoleWeight : std::uint8_t {
  // Of a sentence, the figures' and words' sum kept within +-cap.
  limit,     // 不少于, 以上, 不超过
  round,     // 6000人
  odd,       // 3541人
  fraction,  // 53.1%
  excess,    // 余, 近
  named,     // a part reported by name: 东青幼儿园：…
  measured,  // a clause that measures the figure before it by the plan
  cap,
  // Of a sentence, beside that sum.
  labelled,        // under a field label: outweighs all words
  same_paragraph,  // what stands under a target's label, where nothing is labelled as progress
  opened,          // 截至目前 at the start of a sentence
  // Of a place of change.
  repeated,          // each figure behind it with the unit and words of one before it
  nothing_answered,  // no figure is restated behind it
  nothing_promised,  // there is no figure before it
  new_paragraph,     // a paragraph begins there
  usual_paragraph,   // ... where the document's other items change there too
  inside_sentence,   // it stands inside a sentence
  new_part,          // the parts ① ② begin there, after figures
  no_promise,        // an item that only reports among items that promise first
  no_report,         // an item that only promises among them
  mixed_promise,     // an item that promises first, among items of which only some do
  mixed_no_report,   // an item that only promises among those
  digest_promise,    // a digest's paragraph that promises first
  digest_no_report,  // ... and nothing else
  // Of a document.
  one_more_choice,   // per item, for the freedom of choosing the place
  mixed_choice,      // ... and whether there is one
  said_by_title,     // per item
  promises_outside,  // a sentence outside the items weighs more than that: a promise
  // The weight that a cue beside a figure needs.
  decides_in_promise,  // a word of report inside a promise
  tells_a_rate,        // ... for a rate
  decides_in_report,   // a word of promise inside a report
  count,
};
inline constexpr std::size_t role_weight_count = static_cast<std::size_t>(RoleWeight::count);

// The names in role_weights.tsv, in the order of RoleWeight.
extern const std::array<std::u16string_view, role_weight_count> role_weight_names;

// role_weights.tsv: what speaks for a role and is no word.
struct RoleWeightRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  RoleWeight weight = RoleWeight::count;  // count: none of that name
  int tenths = 0;
};

// What is weighed of a candidate pair.
enum class PairFeature : std::uint8_t {
  bias,               // always 1: what a pair needs at least
  same_unit,          // comparable by a fixed factor
  other_unit,         // another measure word of the same dimension
  indicator_overlap,  // the indicators
  indicator_contained,
  near_overlap,   // the words beside the numbers
  all_contained,  // indicators and words beside the numbers
  wide_overlap,   // the sentences
  order,          // the same place among the statements of their unit
  lone_target,    // no other target of the unit in the group
  lone_achievement,
  next,  // neighbours among the statements of their unit, in one sentence
  same_sentence,
  achievement_first,  // the achievement stands before the target
  goal_behind,        // it does, and the target is named as one (任务, 计划)
  stage,              // how near to completion the achievement is
  stage_behind,       // how much nearer another achievement is that is as like the target
  overtaken,          // early work, with another achievement of the unit behind it in the sentence that is farther
  stage_agrees,       // both name the same stage
  stage_short,        // the target names a later one
  not_begun,          // 未开工
  part_agrees,        // both are a part of the count before them
  part_differs,
  each_differs,  // one is a number for each of many, the other of all
  rest,          // the achievement is what is left over
  total,         // it is a total up to now
  old_target,
  raised_target,
  plan,            // the target is a plan of the progress part
  share,           // both are rates
  rate_for_share,  // one of them a rate of completion, the other not
  early_share,     // a rate beside a stage of work: physical progress
  compare,         // a comparison with another time or place
  other_year,
  money,
  duration,
  close,  // how near the smaller value is to the larger one
  high,   // far more than promised
  low,    // hardly anything
  far,    // beyond belief
  count,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(PairFeature::count);

// The names in pair_weights.tsv, in the order of PairFeature.
extern const std::array<std::u16string_view, feature_count> feature_names;

// pair_weights.tsv: what each feature of a candidate pair weighs, in hundredths.
struct PairWeightRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  PairFeature feature = PairFeature::count;  // count: none of that name
  int weight = 0;
};

// What the confidence in a record is drawn from.
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

// ... and in a pair.
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

// confidence.tsv: what each feature of a record or a pair says for its being right. In hundredths.
struct ConfidenceRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  std::size_t feature = record_feature_count + made_pair_feature_count;  // a record's, then a pair's; else: none
  int weight = 0;
};

}  // namespace gongbao
