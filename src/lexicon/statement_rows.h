// The tables of the role stage and of tables' headings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"
#include "lexicon/indicator_rows.h"

namespace gongbao {

// labels.tsv: the names of an item's parts.
enum class Field : std::uint8_t { target, progress, problem, plan, agency, name, serial, this_year, last_year };
struct LabelRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  Field field = Field::target;
};

// cues.tsv: words that speak for a role.
enum class CueReach : std::uint8_t {
  sentence,  // weighs for its whole sentence
  clause,    // decides for the quantities after it, up to the next comma; weighs for the sentence too
  before,    // decides for the quantity right after it
  after,     // decides for the quantity right before it
  compares,  // makes what is named next a yardstick: 超省定任务, 比计划, 占总计划
  differs,   // behind a word that compares, makes the quantity right after it a difference: 比上年增加
  measured,  // what is measured in days or hours: 天数, 平均等候时间; other spans of time are neither promised nor done
  none,    // says nothing, and hides the shorter word in it: 行动计划
  onward,  // at the start of a sentence: decides for the rest of the paragraph
  noun,    // what is counted by the quantity right before it, for which it decides: 3个督查组
};
struct CueRow {
  static constexpr std::size_t columns = 4;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  Role role = Role::target;
  CueReach reach = CueReach::sentence;
  int tenths = 10;  // the weight: 1 to 9, in tenths
};

// plan_words.tsv: what plans are called by, see role/plan_phrase.h.
enum class PlanWord : std::uint8_t { modifier, noun, suffix, link };
struct PlanWordRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  PlanWord kind = PlanWord::noun;
};

// columns.tsv: the headings of tables' columns and rows.
enum class Column : std::uint8_t {
  ordinal,
  group,
  name,
  region,
  unit,
  target,
  achievement,
  stage,
  rate,
  last,
  remark,
  plan,
  agency,
  ignore,
  money,
  total,
  status,
  none
};
struct ColumnRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  Column kind = Column::none;
};

}  // namespace gongbao
