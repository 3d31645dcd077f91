// The tables of the quantity stage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"
#include "lexicon/dimension.h"

namespace gongbao {

// units.tsv: what may follow a number, and what it makes of it.
struct UnitRow {
  static constexpr std::size_t columns = 4;
  bool read(const std::vector<std::string_view>& cells, std::string& message);

  // When the single character for one (一) counts: 一处 is a quantity, 一批 is a way of speaking.
  enum class One : std::uint8_t { distributed, always, never };

  std::string name;  // the unit as reported, UTF-8
  Dimension dimension = Dimension::things;
  One one = One::distributed;
  bool label = false;      // the number is a date, an ordinal or a name (5月, 8#, 3号楼)
  bool per = false;        // may stand after a stroke (元/学期); every unit that is no label may too
  bool arabic = false;     // no unit after Chinese numerals, where it makes a name (二路) - unless `after` holds
  bool name_part = false;  // after Chinese numerals it makes the name of a programme (十件实事)
  bool left = false;       // a noun that stands where the unit was left out (3万老人); not part of the quantity
  bool minutes = false;    // no unit right after a point in time (9时30分)
  int power = 0;           // the number counts so many powers of ten of the unit (七成: 70 %, 1.2个亿)
  std::uint32_t head = 0;  // characters that belong to the unit where the row is longer (部分别: 部); 0: all
  std::vector<std::u16string> after;  // one of these must stand before the number, in its clause
};

// bounds.tsv: the words beside a number that say how it limits the real one.
struct BoundRow {
  static constexpr std::size_t columns = 4;
  bool read(const std::vector<std::string_view>& cells, std::string& message);

  // What the word does on one side of the number. `blocks`: it looks like a bound and is none (签约 before, 内科
  // after).
  enum class Effect : std::uint8_t { none, blocks, sets };

  Effect before = Effect::none;
  Effect after = Effect::none;
  Bound bound_before = Bound::exact;
  Bound bound_after = Bound::exact;
  bool gap = false;        // before: a few words may stand between it and the number (至少新增1家)
  bool not_years = false;  // before: says something else of years (近3年)
  bool end = false;        // after: only at the end of a clause (1.1万户不到)
  bool span = false;       // after: only of durations, lengths and shares (7天内)
  bool join = false;       // joins two numbers of one kind (75%和95%)
  bool each = false;       // deals a count out (各, 每, 分别)
  bool from = false;       // opens a change from one number to another, which is no range (由3元到5元)
};

// numerals.tsv
enum class NumeralKind : std::uint8_t {
  digit,   // 一 to 九, 两
  formal,  // 壹 to 玖
  zero,    // 零 〇
  tens,    // 廿 卅
  scale,   // 十 百 千, by their power of ten
  group,   // 万 亿, by their power of ten
  point,   // 点
  vague,   // 余 多 来 几 inside a number
  share,   // 百分之
  to,      // between the ends of a range: 至 到
  stop,    // begins like a scale and is none: 千瓦; with a value it is a scale after Chinese digits: 五千米
};

struct NumeralRow {
  static constexpr std::size_t columns = 3;
  bool read(const std::vector<std::string_view>& cells, std::string& message);

  NumeralKind kind = NumeralKind::digit;
  int value = 0;               // of digit, formal, tens; the power of ten of scale, group, stop
  Bound bound = Bound::exact;  // of vague
  std::string unit;            // of share: % or ‰
};

// set_phrases.tsv: words in which a number counts nothing.
struct SetPhraseRow {
  static constexpr std::size_t columns = 1;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
};

}  // namespace gongbao
