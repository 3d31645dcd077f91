// How many things the programme itself has: 28项民生实事, 分解为34个子项.
#pragma once

#include "role/around.h"

namespace gongbao {

// Whether the quantity counts what was promised as a whole, or what it is made of: 民生实事6项，其中省级2项. `reported`
// is set where the text has come to tell what was done: a bare 14项 then does not.
bool counts_the_programme(const Around& around, const Quantity& quantity, const NearCue& cue, bool& reported);

}  // namespace gongbao
