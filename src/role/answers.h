// What later figures say of earlier ones in the same text.
#pragma once

#include "lexicon/body_words.h"
#include "role/role.h"

namespace gongbao {

// Whether the figure behind these words adds up others, the one before them among them: 新增19个，累计98个.
bool adds_up(const BodyWords& words, Range between) noexcept;

// 竣工171户（91.9%）after 186户: the number of which the printed rate is right was the target, the other the result.
void confirm_rates(std::span<const Quantity> quantities, std::span<RoleDecision> decisions);

// 登记失业率2.46%，控制在3.5%以内: a limit right behind a result of its unit was set for it.
void find_kept_limits(const BodyWords& words, std::span<const Quantity> quantities, std::span<RoleDecision> decisions);

// 农村公路380公里，建成217.5公里: words of report alone, without a noun, report on what the figure before them counts.
// That one, if nothing is said of it and nothing in its unit was promised before, was promised. `stretch`: of an item.
void find_bare_answers(const BodyWords& words, const Outline& outline, const QuantityLists& quantities,
                       std::size_t stretch, Roles& roles);

}  // namespace gongbao
