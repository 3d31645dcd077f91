// What a report covers.
#pragma once

#include <optional>
#include <string_view>

#include "gongbao/document.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

// From the title first (一季度, 1-9月, 截至9月底, 5月份), then from the opening's 截至…, then the whole year the title
// names. A report "截至9月底" covers 1 January to 30 September of its year. None where neither says a time.
std::optional<Period> find_period(std::u16string_view title, std::u16string_view opening, std::optional<Date> published,
                                  const Lexicon::Impl& lexicon);
// What find_period() finds where the title says it all, its year too; then the opening need not be read.
std::optional<Period> period_of_title(std::u16string_view title, const Lexicon::Impl& lexicon);

}  // namespace gongbao
