// Link spam inside a text.
#pragma once

#include <vector>

#include "lexicon/lexicon_impl.h"
#include "text/chars.h"

namespace gongbao {

// The stretches of chars[within] that are link spam, in order and without overlaps: a brand with the letters, digits
// and tail words on both sides of it and one blank behind it; or the whole bracket, where a brand stands in a short
// one.
std::vector<Range> find_spam(const Chars& chars, Range within, const Lexicon::Impl& lexicon);

}  // namespace gongbao
