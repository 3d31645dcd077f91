// The words beside a number.
#pragma once

#include <optional>
#include <vector>

#include "lexicon/body_words.h"
#include "quantity/quantity.h"

namespace gongbao {

struct NearCue {
  const CueRow* row = nullptr;
  Range words;
  explicit operator bool() const noexcept { return row != nullptr; }
};

// A quantity and the words that set its bound.
Range with_bound(const Quantity& quantity) noexcept;
// The first character after a quantity of a sentence, its bound words and a closing bracket.
std::uint32_t behind(const Quantity& quantity, const Chars& body, Range sentence) noexcept;

// The words that govern a number: back to the last comma or stop. Remarks in brackets that closed before are skipped;
// inside a bracket the words before it count too, when nothing in the bracket itself decides.
class Beside {
 public:
  // Keeps the references.
  Beside(const BodyWords& words, Range sentence, const Quantity& quantity);

  // The weightiest cue before the quantity that reaches it, back to its clause's begin; the nearest of equal ones.
  NearCue clause_cue() const;
  // The cue that ends right before, or begins right after the quantity and its bound words.
  NearCue before_cue() const;
  NearCue after_cue() const;

  // Whether it is what something was raised or lowered to: 提高到每人每月450元.
  bool changed_to() const;

  // Whether words of a plan stand on both sides of it: 下达的12万平方米建设任务, 年初确定的4.2%控制目标.
  bool between_plan_words() const;

  // Whether it is by how much something differs: 比上年增加3.1亿元, 较计划多8个.
  bool is_difference() const;

  // Whether the clause before the quantity names a time that is measured: 平均等候时间.
  bool measured() const;

  // Whether a word of report stands before it in its clause: 目前建成19个.
  bool reported_before() const;

  // Whether a word of report follows before the next comma: 11项达到序时进度.
  bool reported_after() const;

  // Whether the next words measure the quantity by a plan: 参保19.8万人，占年度任务…, 改厕1.6万户，超出年初定的…,
  // 新增学位120个（目标120个）.
  // The clause may lie behind the sentence, where an item was taken apart at its commas: up to `paragraph_end`.
  bool compared_next(std::uint32_t paragraph_end) const;

 private:
  void see_reaches();
  // Whether a cue of this reach may stand in the clause before the quantity.
  bool may_have(CueReach reach) const noexcept { return (reaches_ >> static_cast<unsigned>(reach) & 1U) != 0; }
  bool plan_at(std::uint32_t at, std::uint32_t end) const;
  bool names_figure(Range plan, const CueRow& comparison, std::uint32_t end) const;
  bool is_counted(Range words) const noexcept;
  NearCue strongest_cue(Range range) const;

  const BodyWords& words_;
  const Chars& body_;
  const Range sentence_;
  const Quantity& quantity_;
  const Range with_bound_;   // the quantity and its bound words
  std::uint32_t first_ = 0;  // character that its clause may begin with
  std::uint32_t clause_begin_ = 0;
  std::uint32_t reaches_ = 0;  // of the cues before it, a bit for each
};

}  // namespace gongbao
