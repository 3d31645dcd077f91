// A document's body and its words that the role stage asks for, found once.
#pragma once

#include "lexicon/hits.h"
#include "lexicon/lexicon_impl.h"
#include "text/chars.h"

namespace gongbao {

// Refers to the body and the lexicon, which must outlive it.
struct BodyWords {
  BodyWords(const Chars& chars, const Lexicon::Impl& lexicon)
      : body(chars), cues(lexicon.cues, chars.view()), plan(lexicon.plan_words, chars.view()) {}

  const Chars& body;
  const Hits<CueRow> cues;
  const Hits<PlanWordRow> plan;
};

}  // namespace gongbao
