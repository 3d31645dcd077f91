// Stretches of text in which no number counts anything: names in quotes and titles, codes, addresses on the net.
#pragma once

#include "lexicon/lexicon_impl.h"
#include "text/chars.h"

namespace gongbao {

// A quoted name: numbers in it count nothing, but Arabic ones behind `words_from` may (“送戏下乡100场”).
struct QuotedName {
  std::size_t end = 0;  // after the closing mark; 0: no name opens here
  bool closed_to_digits = true;
};

// The name in quotation marks or title marks that opens at chars[at] (mark::opens_name). A quoted sentence is none.
QuotedName quoted_name(const Chars& chars, std::size_t at, std::size_t limit);

// After a word of Latin letters beginning at chars[at]: where reading goes on. A net address or a code (www.abc.cn,
// G312, pk10) is passed over whole; an abbreviation (AED200台) only up to its digits.
std::size_t skip_latin(const Chars& chars, std::size_t at, std::size_t limit);

// After a number that is none: passes over what hangs together with it (85623 in 0519-85623, 30 in 8:30, G in 5G).
std::size_t skip_chain(const Chars& chars, std::size_t at, std::size_t limit);

// After 第: passes over the ordinal and the ordinals coordinated with it (第二、五、七件).
std::size_t skip_ordinals(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon);

// 一村一策: where the saying ends that begins with the 一 at chars[at], or 0.
std::size_t one_by_one(const Chars& chars, std::size_t at, std::size_t limit, const Lexicon::Impl& lexicon);

}  // namespace gongbao
