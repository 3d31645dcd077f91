// The stages after decoding, composed: text in, document out.
#pragma once

#include "decode/decode.h"
#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

struct Findings;

// `findings`: where it is given, what the stages found on the way is left there.
Document build_document(Text text, const Lexicon::Impl& lexicon, std::size_t max_diagnostics,
                        Findings* findings = nullptr);

}  // namespace gongbao
