// A document's body and its words that the role stage asks for, found once.
#pragma once

#include "lexicon/hits.h"
#include "lexicon/lexicon_impl.h"
#include "text/chars.h"
#include "text/fold.h"

namespace gongbao {

// Refers to the body and the lexicon, which must outlive it.
struct BodyWords {
  BodyWords(const Chars& chars, const Lexicon::Impl& lexicon)
      : body(chars), cues(lexicon.cues, chars.view()), plan(lexicon.plan_words, chars.view()) {}

  const Chars& body;
  const Hits<CueRow> cues;
  const Hits<PlanWordRow> plan;
};

// The end of the run of letters, digits and Chinese characters that `at` stands inside, at most `end`; `at` where it
// stands in none. Marks stand in none, nor does what begins behind a mark.
inline std::uint32_t skip_run(const Chars& body, std::uint32_t at, std::uint32_t end) noexcept {
  if (at == 0 || !is_word(body[at - 1])) return at;
  const std::u16string_view text = body.view();
  while (at < end && is_word(text[at])) ++at;
  return at;
}

}  // namespace gongbao
