// The stable names of the enumerations, and what the codes mean in English.
#include "gongbao/diagnostic.h"
#include "gongbao/dimension.h"
#include "gongbao/document.h"

namespace gongbao {

// No switch has a default, so the compiler names the enumerator that was forgotten.

std::string_view name(Role role) noexcept {
  switch (role) {
    case Role::target: return "target";
    case Role::achievement: return "achievement";
    case Role::context: return "context";
  }
  return {};
}

std::string_view name(Bound bound) noexcept {
  switch (bound) {
    case Bound::exact: return "exact";
    case Bound::at_least: return "at_least";
    case Bound::at_most: return "at_most";
    case Bound::more_than: return "more_than";
    case Bound::less_than: return "less_than";
    case Bound::approx: return "approx";
    case Bound::range: return "range";
  }
  return {};
}

std::string_view name(Rule rule) noexcept {
  switch (rule) {
    case Rule::label: return "label";
    case Rule::column: return "column";
    case Rule::cue: return "cue";
    case Rule::comparison: return "comparison";
    case Rule::measure: return "measure";
    case Rule::position: return "position";
    case Rule::document_kind: return "document-kind";
  }
  return {};
}

std::string_view name(Ground ground) noexcept {
  switch (ground) {
    case Ground::words: return "same-words";
    case Ground::unit: return "same-unit";
    case Ground::order: return "same-place";
    case Ground::alone: return "only-candidate";
    case Ground::beside: return "side-by-side";
    case Ground::stage: return "stage-of-work";
    case Ground::part: return "same-part";
    case Ground::size: return "similar-size";
    case Ground::stated_rate: return "stated-rate";
  }
  return {};
}

std::string_view name(Dimension dimension) noexcept {
  switch (dimension) {
    case Dimension::things: return "things";
    case Dimension::people: return "people";
    case Dimension::visits: return "visits";
    case Dimension::households: return "households";
    case Dimension::events: return "events";
    case Dimension::cases: return "cases";
    case Dimension::area: return "area";
    case Dimension::length: return "length";
    case Dimension::volume: return "volume";
    case Dimension::mass: return "mass";
    case Dimension::money: return "money";
    case Dimension::share: return "share";
    case Dimension::points: return "points";
    case Dimension::multiple: return "multiple";
    case Dimension::duration: return "duration";
    case Dimension::age: return "age";
    case Dimension::rate: return "rate";
    case Dimension::physical: return "physical";
  }
  return {};
}

std::string_view name(Status status) noexcept {
  switch (status) {
    case Status::unknown: return "unknown";
    case Status::not_started: return "not_started";
    case Status::delayed: return "delayed";
    case Status::in_progress: return "in_progress";
    case Status::on_schedule: return "on_schedule";
    case Status::ahead: return "ahead";
    case Status::completed: return "completed";
    case Status::exceeded: return "exceeded";
  }
  return {};
}

std::string_view name(StatusRule rule) noexcept {
  switch (rule) {
    case StatusRule::none: return "none";
    case StatusRule::words: return "words";
    case StatusRule::column: return "column";
    case StatusRule::heading: return "heading";
    case StatusRule::figures: return "figures";
  }
  return {};
}

std::string_view name(DiagnosticCode code) noexcept {
  switch (code) {
    case DiagnosticCode::invalid_bytes: return "invalid-bytes";
    case DiagnosticCode::link_spam: return "link-spam";
    case DiagnosticCode::missing_unit: return "missing-unit";
    case DiagnosticCode::number_too_long: return "number-too-long";
    case DiagnosticCode::repeated_text: return "repeated-text";
    case DiagnosticCode::damaged_number: return "damaged-number";
    case DiagnosticCode::rate_disagrees: return "rate-disagrees";
    case DiagnosticCode::unit_mismatch: return "unit-mismatch";
    case DiagnosticCode::status_disagrees: return "status-disagrees";
    case DiagnosticCode::lost_digits: return "lost-digits";
    case DiagnosticCode::lost_unit: return "lost-unit";
    case DiagnosticCode::markup_limit: return "markup-limit";
    case DiagnosticCode::text_truncated: return "text-truncated";
    case DiagnosticCode::wrong_encoding_label: return "wrong-encoding-label";
  }
  return {};
}

std::string_view describe(DiagnosticCode code) noexcept {
  switch (code) {
    case DiagnosticCode::invalid_bytes: return "Bytes that are no character of the encoding were replaced.";
    case DiagnosticCode::link_spam: return "Advertising words inside the bulletin were not read.";
    case DiagnosticCode::missing_unit: return "A number has no unit; it was inferred from the words around it.";
    case DiagnosticCode::number_too_long: return "A run of digits is longer than any quantity and was not read.";
    case DiagnosticCode::repeated_text: return "A paragraph stands twice; both copies were read.";
    case DiagnosticCode::damaged_number: return "A number was put together from damaged text.";
    case DiagnosticCode::rate_disagrees:
      return "A printed completion rate disagrees with the two figures it belongs to.";
    case DiagnosticCode::unit_mismatch: return "A result is measured in another dimension than the promise it answers.";
    case DiagnosticCode::status_disagrees: return "Words say how far an item is, its figures say otherwise.";
    case DiagnosticCode::lost_digits: return "A unit or a date has lost its digits; nothing was read there.";
    case DiagnosticCode::lost_unit: return "A number has lost its unit and was not read.";
    case DiagnosticCode::markup_limit: return "The page's markup goes beyond the limits and was read within them.";
    case DiagnosticCode::text_truncated: return "More text or findings than the limits allow; the rest was left out.";
    case DiagnosticCode::wrong_encoding_label: return "The file names another encoding than the one it is in.";
  }
  return {};
}

std::string_view name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::empty_input: return "empty-input";
    case ErrorCode::not_text: return "not-text";
    case ErrorCode::input_too_long: return "input-too-long";
    case ErrorCode::needs_converter: return "needs-converter";
    case ErrorCode::unsafe_archive: return "unsafe-archive";
    case ErrorCode::damaged_archive: return "damaged-archive";
    case ErrorCode::encrypted: return "encrypted";
  }
  return {};
}

std::string_view describe(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::empty_input: return "The input is empty.";
    case ErrorCode::not_text: return "The input is no text.";
    case ErrorCode::input_too_long: return "The input is longer than the limit.";
    case ErrorCode::needs_converter:
      return "The input is in a format that must be converted to text, docx or xlsx first.";
    case ErrorCode::unsafe_archive:
      return "The input unpacks to more than any document, or was made to exhaust a reader.";
    case ErrorCode::damaged_archive: return "The input is an archive that is damaged or no document.";
    case ErrorCode::encrypted: return "The input is encrypted.";
  }
  return {};
}

}  // namespace gongbao
