// A document's body and what stands where in it, found once for all stages: words of the lexicon, and places that are
// looked for all over it.
#pragma once

#include <array>

#include "lexicon/hits.h"
#include "lexicon/lexicon_impl.h"
#include "text/chars.h"
#include "text/places.h"

namespace gongbao {

// Refers to the body and the lexicon, which must outlive it.
class BodyWords {
 public:
  BodyWords(const Chars& chars, const Lexicon::Impl& tables);

  const Chars& body;
  const Lexicon::Impl& lexicon;
  const Hits<CueRow> cues;
  const Hits<PlanWordRow> plan;
  const Hits<StageRow> stages;
  const Hits<IndicatorWordRow> indicator_words;
  const Hits<SetPhraseRow> set_phrases;
  const Hits<BoundRow> bounds;
  const Hits<NumeralRow> numerals;
  const Hits<StatusRow> statuses;
  const Places digits;
  const Places signs;           // marks and blanks: all but Chinese characters, letters and digits
  const Places sentence_ends;   // of these: 。；！？
  const Places clause_ends;     // those that ends_clause() names
  const Places clause_borders;  // these and round brackets
  const Places figure_begins;   // digits, letters, numerals, set phrases, 第 and marks that open a name

 private:
  struct Found;
  BodyWords(const Chars& chars, const Lexicon::Impl& tables, Found found);
};

}  // namespace gongbao
