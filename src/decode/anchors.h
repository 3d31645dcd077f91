// The way back through two steps of decoding.
#pragma once

#include <vector>

#include "gongbao/document.h"

namespace gongbao {

// `last`: from a text to the one it was made from; `first`: from that one to the input. Both as Document wants them
// (neither member ever descends, the first anchor at text offset 0). Returns the anchors from the text to the input.
std::vector<SourceAnchor> compose_anchors(const std::vector<SourceAnchor>& last,
                                          const std::vector<SourceAnchor>& first);

}  // namespace gongbao
