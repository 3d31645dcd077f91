// How decisions about roles are made and told apart, for the files of the stage.
#pragma once

#include "role/role.h"

namespace gongbao {

inline RoleDecision by(Rule rule, Role role, Range cue = {}, bool inherited = false) {
  return {role, rule, cue, inherited, 0};
}

// Its place decided, no words beside it.
inline bool is_weak(const RoleDecision& decision, Role role) noexcept {
  return decision.role == role && decision.rule == Rule::position && decision.cue.empty();
}

// Its place did, or what kind of document this is.
inline bool is_unsaid(const RoleDecision& decision, Role role) noexcept {
  return is_weak(decision, role) || (decision.role == role && decision.rule == Rule::document_kind);
}

}  // namespace gongbao
