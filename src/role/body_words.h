// Runs of characters in a body.
#pragma once

#include "lexicon/body_words.h"
#include "text/fold.h"

namespace gongbao {

// The end of the run of letters, digits and Chinese characters that `at` stands inside, at most `end`; `at` where it
// stands in none. Marks stand in none, nor does what begins behind a mark.
inline std::uint32_t skip_run(const Chars& body, std::uint32_t at, std::uint32_t end) noexcept {
  if (at == 0 || !is_word(body[at - 1])) return at;
  const std::u16string_view text = body.view();
  while (at < end && is_word(text[at])) ++at;
  return at;
}

}  // namespace gongbao
