// The stages after decoding, composed: text in, document out.
#pragma once

#include "decode/decode.h"
#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

Document build_document(Text text, const Lexicon::Impl& lexicon, std::size_t max_diagnostics);

}  // namespace gongbao
