// Word documents.
#pragma once

#include <variant>

#include "decode/decode.h"
#include "office/archive.h"

namespace gongbao {

// One line a paragraph, with the ordinals that Word counts and without what is deleted, hidden or a comment. Tables are
// marked; one of a single column only lays out a page, and its cells are read like the page.
std::variant<Text, Error> read_docx(Archive& archive);

}  // namespace gongbao
