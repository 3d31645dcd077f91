#include "completion/completion.h"

#include "completion/base_value.h"
#include "completion/checks.h"
#include "completion/met.h"
#include "completion/status.h"

namespace gongbao {

void set_completion(Document& document, const Findings& found, const BodyWords& words,
                    std::vector<Diagnostic>& diagnostics) {
  const Chars& body = words.body;
  std::vector<std::optional<std::uint32_t>> item_of;
  item_of.reserve(document.records.size());
  for (std::size_t i = 0; i < document.records.size(); ++i) {
    item_of.push_back(document.records[i].item);
    set_dimension(found.statements[i].quantity, *found.traits[i].unit, document.records[i]);
  }
  for (Pair& pair : document.pairs) judge_pair(body, found.statements, found.traits, words.lexicon, pair);

  const std::vector<StatusDecision> decisions = decide_statuses(found, item_of, document.pairs, words);
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const StatusDecision& decision = decisions[i];
    const Span cue = decision.cue.empty() ? Span{} : body.span(decision.cue.begin, decision.cue.end);
    document.items[i].status = {decision.status, decision.rule, cue};
    if (decision.disagrees) diagnostics.push_back({DiagnosticCode::status_disagrees, cue});
  }

  const FigureChecks checks =
      check_figures(body, found.statements, found.traits, document.pairs, item_of, words.lexicon);
  for (const std::uint32_t rate : checks.wrong_rates)
    diagnostics.push_back({DiagnosticCode::rate_disagrees, document.records[rate].span});
  for (const std::uint32_t count : checks.unfitting_counts)
    diagnostics.push_back({DiagnosticCode::unit_mismatch, document.records[count].span});
}

}  // namespace gongbao
