// What a unit measures. Figures of one dimension can be set beside each other, across bulletins too; some of them by a
// fixed factor to a base unit (Record::base_value).
#pragma once

#include <cstdint>
#include <string_view>

namespace gongbao {

enum class Dimension : std::uint8_t {
  things,      // 个 处 座 台 套 所: counts whose measure words stand for each other only with the noun they count
  people,      // 人 名 位 口人
  visits,      // 人次 剂次: services to people, who may come twice
  households,  // 户
  events,      // 场 场次 次 期 批次 轮
  cases,       // 件 例 起 宗
  area,        // 平方米 亩 公顷
  length,      // 公里 米 延长米
  volume,      // 立方米 方 升
  mass,        // 吨 公斤 斤
  money,       // 元
  share,       // % ‰ 成
  points,      // 个百分点
  multiple,    // 倍
  duration,    // 年 个月 天 小时 分钟 工作日
  age,         // 岁 周岁
  rate,        // one unit by another: 元/人·月, 吨/日; Record::rate_of says what the first one measures
  physical,    // ℃ 千伏 千瓦
};

// A stable identifier, as written to JSON and in units.tsv: "people", "area", ...
std::string_view name(Dimension dimension) noexcept;

}  // namespace gongbao
