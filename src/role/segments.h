// The sentences of the outline's stretches, with their field labels.
#pragma once

#include <optional>
#include <vector>

#include "lexicon/body_words.h"
#include "outline/outline.h"
#include "quantity/quantity.h"

namespace gongbao {

struct Segment {
  Range range;                 // from one stop or field label to the next
  std::uint32_t stretch = 0;   // index into Outline::stretches
  std::optional<Field> field;  // of the field label it stands under, in the same paragraph
  Range label;                 // the label's words
  std::uint32_t first = 0;     // quantities [first, last) of the stretch
  std::uint32_t last = 0;
  bool answers = false;  // begins inside a sentence, with what answers a figure before it
};

// The segments of all stretches, in reading order.
std::vector<Segment> split_segments(const Page& page, const Outline& outline, const QuantityLists& quantities,
                                    const BodyWords& words, const Lexicon::Impl& lexicon);

}  // namespace gongbao
