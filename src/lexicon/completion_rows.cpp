#include "lexicon/completion_rows.h"

#include "lexicon/rows.h"

namespace gongbao {

using Cells = std::vector<std::string_view>;

bool StatusRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 12> kinds = {"ends", "says", "denies", "cell",    "whole", "filler",
                                                             "tail", "done", "plan",   "negates", "cause", "neutral"};
  static constexpr std::array<std::string_view, 8> statuses = {"unknown",     "not_started", "delayed",   "in_progress",
                                                               "on_schedule", "ahead",       "completed", "exceeded"};
  if (!read_kind(cells[1], kinds, kind, message)) return false;
  if (kind > StatusWord::cell) return cells[2] == "-" || (message = "expected '-'", false);
  return read_kind(cells[2], statuses, status, message);
}

bool DirectionRow::read(const Cells& cells, std::string& message) {
  static constexpr std::array<std::string_view, 3> kinds = {"level", "name", "neutral"};
  return read_kind(cells[1], kinds, kind, message);
}

}  // namespace gongbao
