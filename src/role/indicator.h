// The words that say what a quantity counts.
#pragma once

#include <string>
#include <vector>

#include "quantity/quantity.h"

namespace gongbao {

// For each quantity of chars[paragraph] the words that say what is counted, mostly verb and noun (新增就业,
// 幼儿园增加学位), as UTF-8 of the document's own characters: at most 20, without number, unit and filler words; what a
// list leaves out (新建幼儿园3所、小学2所) is supplied from the words before. Never empty where the paragraph or the
// heading has any words. `heading`: the item's own heading, used where the sentence says too little; may be empty.
std::vector<std::string> find_indicators(std::string_view text, const Chars& chars, Range paragraph, Range heading,
                                         const std::vector<Quantity>& quantities, const Lexicon::Impl& lexicon);

}  // namespace gongbao
