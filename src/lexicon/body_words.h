// A document's body and what stands where in it, found once for all who ask: words of the lexicon, and marks.
#pragma once

#include "lexicon/hits.h"
#include "lexicon/lexicon_impl.h"
#include "text/chars.h"
#include "text/places.h"

namespace gongbao {

// Refers to the body and the lexicon, which must outlive it.
class BodyWords {
 public:
  BodyWords(const Chars& chars, const Lexicon::Impl& lexicon_impl)
      : body(chars),
        lexicon(lexicon_impl),
        cues(lexicon.cues, chars.view()),
        plan(lexicon.plan_words, chars.view()),
        indicator_words(lexicon.indicator_words, chars.view()),
        digits(chars.size()),
        signs(chars.size()),
        sentence_ends(chars.size()),
        clause_ends(chars.size()) {
    for (std::uint32_t at = 0; at < chars.size(); ++at) {
      if (is_han(chars[at]) || is_latin(chars[at])) continue;
      if (is_digit(chars[at])) {
        digits.put(at);
        continue;
      }
      signs.put(at);
      if (mark::ends_sentence(chars[at])) sentence_ends.put(at);
      if (ends_clause(chars, at)) clause_ends.put(at);
    }
  }

  const Chars& body;
  const Lexicon::Impl& lexicon;
  const Hits<CueRow> cues;
  const Hits<PlanWordRow> plan;
  const Hits<IndicatorWordRow> indicator_words;
  Places digits;
  Places signs;          // marks and blanks: all but Chinese characters, letters and digits
  Places sentence_ends;  // of these: 。；！？
  Places clause_ends;    // those that ends_clause() names
};

}  // namespace gongbao
