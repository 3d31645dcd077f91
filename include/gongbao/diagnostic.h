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
  invalid_bytes,     // bytes that are no character of the encoding were replaced by U+FFFD
  link_spam,         // advertising words stand inside the bulletin; they were not read
  missing_unit,      // a number has a scale but no unit; the unit is inferred from the words around it
  number_too_long,   // a run of digits longer than any quantity (more than 18) was not read
  repeated_text,     // a paragraph stands twice; both copies were read
  damaged_number,    // a number was put together across stray blanks or line breaks, or from letters like l and O
  rate_disagrees,    // a printed completion rate is not the one of the two figures it belongs to, as far as they are
                     // printed
  unit_mismatch,     // a result measures something else than the promise of the same words (300户, 280人); no pair
  status_disagrees,  // words say that an item is done, its figures that a promise is not reached; the words were
                     // believed
  lost_digits,       // a unit or a date stands without its digits (投入万元, 截至1031日); nothing was read
  lost_unit,         // a number stands without its unit before a rate in brackets (有3（50%）); it was not read
  markup_limit,      // the page's tags are nested, or its cells span, beyond the limits; they were read within them
  text_truncated,    // more tags, lines, figures or findings than the limits allow; the rest was left out
  // The file says it is in another encoding than it is; it was read in the one it is in. Its span is empty and at 0.
  wrong_encoding_label,
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
  empty_input,      // no bytes, or nothing but blanks
  not_text,         // a binary file: NUL bytes, or mostly bytes that are no characters
  input_too_long,   // more bytes than Options::max_bytes, or more text than Options::max_text_bytes
  needs_converter,  // a format that another program must turn into text, docx or xlsx first: see file_type.h
  unsafe_archive,   // a ZIP file of which more unpacks than any document has, or with XML made to exhaust a reader
  damaged_archive,  // a ZIP file that is cut off, damaged, or no document
  encrypted,        // it cannot be read without its password
};

std::string_view name(ErrorCode code) noexcept;
std::string_view describe(ErrorCode code) noexcept;

struct Error {
  ErrorCode code;
};

}  // namespace gongbao
