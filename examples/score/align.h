// Where the characters of one text stand in another that says the same (a page's text in its annotated text).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "score/characters.h"

namespace evaluation {

// Equal pieces, found as Python's difflib finds them (the longest first, then left and right of it): an evaluation
// must give the same figures wherever it is made. Time: at worst the product of the lengths for each piece.
class Alignment {
 public:
  Alignment(const Characters& from, const Characters& to);

  // The place of a character of `from` in `to`; none where it has no like there.
  std::optional<std::size_t> operator()(std::size_t at) const;

 private:
  std::vector<std::optional<std::size_t>> places_;
};

}  // namespace evaluation
