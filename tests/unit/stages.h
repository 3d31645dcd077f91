// What the tests of the stages have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/lexicon.h"
#include "lexicon/lexicon_impl.h"
#include "page/page.h"
#include "text/chars.h"

namespace gongbao::tests {

inline const Lexicon::Impl& builtin() {
  static const Lexicon lexicon = Lexicon::builtin();
  return lexicon.impl();
}

inline Range all_of(const Chars& chars) { return {0, static_cast<std::uint32_t>(chars.size())}; }

// The words of a range as they stand in the text it was read from.
inline std::string words(std::string_view text, const Chars& chars, Range range) {
  if (range.empty()) return {};
  const Span span = chars.span(range.begin, range.end);
  return std::string(text.substr(span.begin, span.size()));
}

inline Text plain_text(std::string_view utf8) {
  Text text;
  text.utf8 = std::string(utf8);
  return text;
}

inline Page page_of(std::string_view text) {
  std::vector<Diagnostic> ignored;
  return read_page(plain_text(text), builtin(), ignored);
}

}  // namespace gongbao::tests
