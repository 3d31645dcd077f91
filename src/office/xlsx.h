// Excel workbooks.
#pragma once

#include <variant>

#include "decode/decode.h"
#include "office/archive.h"

namespace gongbao {

// Each visible sheet as a marked table, as far as it holds anything: empty and hidden rows and columns are left out.
// Rows of one cell above and below the table (its title, 单位：万元, 注：…) are lines of text.
std::variant<Text, Error> read_xlsx(Archive& archive);

}  // namespace gongbao
