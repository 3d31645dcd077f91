// What the reader noticed about a bulletin, and what stops it.
//
// A problem inside a bulletin is a Diagnostic: it has a place, and parsing goes on. Only where nothing at all can
// be produced does parsing end in an Error. Neither is thrown; the library throws for no input.
#pragma once

#include <cstdint>
#include <string_view>

#include "gongbao/span.h"

namespace gongbao {

enum class DiagnosticCode : std::uint8_t {
  invalid_bytes,    // bytes that are no character of the encoding were replaced by U+FFFD
  link_spam,        // advertising words stand inside the bulletin; they were not read
  missing_unit,     // a number has a scale but no unit; the unit is inferred from the words around it
  number_too_long,  // a run of digits longer than any quantity (more than 18) was not read
  repeated_text,    // a paragraph stands twice; both copies were read
  damaged_number,   // a number was put together across stray blanks or line breaks, or from letters like l and O
  markup_limit,     // the page's tags are nested, or its cells span, beyond the limits; they were read within them
  text_truncated,   // more findings than the limits allow; the rest was left out
};

// A stable identifier for machines, as written to JSON: "invalid-bytes", "link-spam", ...
std::string_view name(DiagnosticCode code) noexcept;
// One English sentence for people.
std::string_view describe(DiagnosticCode code) noexcept;

struct Diagnostic {
  DiagnosticCode code;
  Span span;  // into the document's text
};

enum class ErrorCode : std::uint8_t {
  empty_input,     // no bytes, or nothing but blanks
  not_text,        // a binary file: NUL bytes, or mostly bytes that are no characters
  input_too_long,  // more bytes than Options::max_bytes
};

std::string_view name(ErrorCode code) noexcept;
std::string_view describe(ErrorCode code) noexcept;

struct Error {
  ErrorCode code;
};

}  // namespace gongbao
