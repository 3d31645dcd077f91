// The tables of the pair stage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao {

// stages.tsv: words beside a number that tell how far the work is, or what the number's place in the count is.
enum class Sign : std::uint8_t {
  stage,    // how far the work is; the last one before the number holds
  early,    // what the work is only at, whatever else is said: 完成 with 招标 is still 招标
  rest,     // the number is what is left over
  total,    // a total up to now
  part,     // one part of the count before it
  old,      // a target that was given up for another
  raised,   // the target in force after a change
  plan,     // what is still to come
  goal,     // names a target where it stands behind its achievement
  rate,     // a rate of completion
  compare,  // a comparison with another time or place
  last,     // a figure of the year before
  current,  // a figure of this year
  interim,  // a target on the way to the yearly one
  each,     // a number for each of many
  weak,     // a verb that stands beside many counts
  neutral,  // nothing: a longer word that would be misread as one of the others
};
struct StageRow {
  static constexpr std::size_t columns = 3;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  Sign sign = Sign::stage;
  int rank = 0;  // 0: not begun; 10: finished and in use
};

// unit_factors.tsv: one of the unit is numerator / denominator of the base unit.
struct UnitFactorRow {
  static constexpr std::size_t columns = 4;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  std::string base;
  int numerator = 1;
  int denominator = 1;
};

}  // namespace gongbao
