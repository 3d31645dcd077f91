// The last stage: which targets are reached, how far each item is, and what the figures are in base units.
#pragma once

#include <vector>

#include "confidence/findings.h"
#include "gongbao/document.h"
#include "lexicon/body_words.h"

namespace gongbao {

// Fills Pair::met (and empties the ratio where less is better), Item::status and the records' dimensions and base
// values. Precondition: `found` is what the document was made of, `words` are those of its body, and confidence has
// been set. Diagnostics are appended.
void set_completion(Document& document, const Findings& found, const BodyWords& words,
                    std::vector<Diagnostic>& diagnostics);

}  // namespace gongbao
