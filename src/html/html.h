// The stage between decoding and the page: HTML to the text that a reader sees.
#pragma once

#include "decode/decode.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

// By content: a doctype or a tag of HTML at the beginning, or tags of lines and tables all over a fragment.
bool is_html(std::string_view utf8);

// The article with what stands above it (title, date, source), one line for each line a reader sees, a row of a table
// one line with its cells separated by " | ". Left out: what is hidden, menus and other lines of links, what stands
// behind the article. Anchors lead to the input `page` was decoded from; its diagnostics are kept where their text is.
Text read_html(Text page, const Lexicon::Impl& lexicon);

}  // namespace gongbao
