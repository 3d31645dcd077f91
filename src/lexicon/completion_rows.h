// The tables of the completion stage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"

namespace gongbao {

// statuses.tsv: words that say how far a whole piece of work is, and the words around them that matter for it.
enum class StatusWord : std::uint8_t {
  ends,     // says the status where nothing but `tail` and `whole` words follow it in its clause: 已完成
  says,     // says it wherever it stands: 正在
  denies,   // the same, and says what is not done: 尚未启动
  cell,     // says it as a whole cell or remark: √, 达标
  whole,    // names the work as a whole, or no work in particular: 项目, 任务, 改造
  filler,   // says nothing of what is meant: 目前, 均
  tail,     // may follow: 了, 并
  done,     // what follows is past, whatever was planned before it: 已
  plan,     // what follows is still to come: 预计, 年底前
  negates,  // what follows is not so: 未
  cause,    // as the first word makes its clause a reason, which says nothing of the work: 因
  neutral,  // a longer word that would be misread as one of the others
};
struct StatusRow {
  static constexpr std::size_t columns = 3;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  StatusWord kind = StatusWord::ends;
  Status status = Status::unknown;  // of ends, says, denies, cell
};

// directions.tsv: words by which a small figure is the good one.
enum class DirectionWord : std::uint8_t {
  level,    // before the number: it is a level to come down to or to stay below (降到, 控制在)
  name,     // a share of what nobody wants (失业率)
  neutral,  // a longer word that would be misread as one of the others (不低于)
};
struct DirectionRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  DirectionWord kind = DirectionWord::level;
};

}  // namespace gongbao
