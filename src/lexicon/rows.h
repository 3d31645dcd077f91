// Cells that name one of a few kinds, read the same way in every table.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace gongbao {

// The position of `cell` among `names` as an Enum; false with a message where it is none of them.
template <class Enum, std::size_t Count>
bool read_kind(std::string_view cell, const std::array<std::string_view, Count>& names, Enum& kind,
               std::string& message) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (cell != names[i]) continue;
    kind = static_cast<Enum>(i);
    return true;
  }
  message = "unknown kind '" + std::string(cell) + "'; expected one of";
  for (const std::string_view name : names) message += " " + std::string(name);
  return false;
}

// A decimal integer of at most four digits, with an optional minus.
bool read_integer(std::string_view cell, int& number, std::string& message);

// An integer as above, with or without one decimal place: "6" is 60, "-0.5" is -5.
bool read_tenths(std::string_view cell, int& tenths, std::string& message);

}  // namespace gongbao
