// Numbers that are neither promised nor reported, by what they measure.
#pragma once

#include "role/around.h"

namespace gongbao {

// An age; a limit that tells which things are counted (使用20年以上的31部, 20户以上的自然村); how long something took
// or lasts (连续两个月, 提前15天), unless a time is what is measured or limited.
bool describes(const Around& around, const Quantity& quantity);

// A price (每方水收2.5元), or how large a named part is (项目三(10个)：…).
bool is_price_or_size(const Around& around, const Quantity& quantity);

// 对进度不足30%的项目: a mark that divides, neither promised nor reached.
bool divides(const Around& around, const Quantity& quantity);

}  // namespace gongbao
