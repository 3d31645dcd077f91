#include "lexicon/weight_rows.h"

#include <algorithm>

#include "lexicon/rows.h"
#include "text/fold.h"

namespace gongbao {

using Cells = std::vector<std::string_view>;

const std::array<std::u16string_view, role_weight_count> role_weight_names = {u"limit",
                                                                              u"round",
                                                                              u"odd",
                                                                              u"fraction",
                                                                              u"excess",
                                                                              u"named",
                                                                              u"measured",
                                                                              u"cap",
                                                                              u"labelled",
                                                                              u"same_paragraph",
                                                                              u"opened",
                                                                              u"repeated",
                                                                              u"nothing_answered",
                                                                              u"nothing_promised",
                                                                              u"new_paragraph",
                                                                              u"usual_paragraph",
                                                                              u"inside_sentence",
                                                                              u"new_part",
                                                                              u"no_promise",
                                                                              u"no_report",
                                                                              u"mixed_promise",
                                                                              u"mixed_no_report",
                                                                              u"digest_promise",
                                                                              u"digest_no_report",
                                                                              u"one_more_choice",
                                                                              u"mixed_choice",
                                                                              u"said_by_title",
                                                                              u"promises_outside",
                                                                              u"decides_in_promise",
                                                                              u"tells_a_rate",
                                                                              u"decides_in_report"};

const std::array<std::u16string_view, feature_count> feature_names = {u"bias",
                                                                      u"same_unit",
                                                                      u"other_unit",
                                                                      u"indicator_overlap",
                                                                      u"indicator_contained",
                                                                      u"near_overlap",
                                                                      u"all_contained",
                                                                      u"wide_overlap",
                                                                      u"order",
                                                                      u"lone_target",
                                                                      u"lone_achievement",
                                                                      u"next",
                                                                      u"same_sentence",
                                                                      u"achievement_first",
                                                                      u"goal_behind",
                                                                      u"stage",
                                                                      u"stage_behind",
                                                                      u"overtaken",
                                                                      u"stage_agrees",
                                                                      u"stage_short",
                                                                      u"not_begun",
                                                                      u"part_agrees",
                                                                      u"part_differs",
                                                                      u"each_differs",
                                                                      u"rest",
                                                                      u"total",
                                                                      u"old_target",
                                                                      u"raised_target",
                                                                      u"plan",
                                                                      u"share",
                                                                      u"rate_for_share",
                                                                      u"early_share",
                                                                      u"compare",
                                                                      u"other_year",
                                                                      u"money",
                                                                      u"duration",
                                                                      u"close",
                                                                      u"high",
                                                                      u"low",
                                                                      u"far"};

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

// The position of the name, or Count.
template <std::size_t Count>
std::size_t position(std::string_view name, const std::array<std::u16string_view, Count>& names) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), fold(name)) - names.begin());
}

}  // namespace

bool RoleWeightRow::read(const Cells& cells, std::string& message) {
  weight = static_cast<RoleWeight>(position(cells[0], role_weight_names));
  return read_tenths(cells[1], tenths, message);
}

bool PairWeightRow::read(const Cells& cells, std::string& message) {
  feature = static_cast<PairFeature>(position(cells[0], feature_names));
  return read_integer(cells[1], weight, message);
}

bool ConfidenceRow::read(const Cells& cells, std::string& message) {
  feature = position(cells[0], record_feature_names);
  if (feature == record_feature_count) feature += position(cells[0], made_pair_feature_names);
  return read_integer(cells[1], weight, message);
}

}  // namespace gongbao
