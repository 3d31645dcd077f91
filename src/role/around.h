// A quantity's surroundings, as the rules of the role stage look at them.
#pragma once

#include <vector>

#include "outline/outline.h"
#include "quantity/quantity.h"
#include "role/beside.h"
#include "role/segments.h"

namespace gongbao {

struct Around {
  const Page& page;
  const Stretch& stretch;
  const Segment& segment;
  std::span<const Quantity> quantities;  // of the stretch
  Role base = Role::achievement;         // what the segment's place says
  bool digest = false;
  const Lexicon::Impl& lexicon;
  const BodyWords& words;

  Beside beside(const Quantity& quantity) const { return {words, segment.range, quantity}; }
  // The first character behind the quantity and what belongs to it.
  std::uint32_t behind(const Quantity& quantity) const { return gongbao::behind(quantity, page.body, segment.range); }
};

}  // namespace gongbao
