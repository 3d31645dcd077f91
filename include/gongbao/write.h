// Documents as text for other programs: JSON ("gongbao/1", described in README.md) and CSV.
//
// Everything is appended, so one string can take many documents. The output is valid UTF-8: what the caller passes in
// (a file name) has damaged bytes replaced by U+FFFD. The same document and options give the same bytes.
//
//   std::string line;
//   gongbao::JsonOptions options;
//   options.source = "page.txt";
//   gongbao::append_json(line, document, options);
#pragma once

#include <string>
#include <string_view>

#include "gongbao/diagnostic.h"
#include "gongbao/document.h"

namespace gongbao {

struct JsonOptions {
  std::string_view source;  // where the document came from, written as "source"
  bool with_text = false;   // adds the key "text", last
  // Adds the key "reason" to each record, {"rule", "cue", "cue_span", "inherited"}, and to each pair: its grounds, the
  // heaviest first, each {"ground", "weight"}.
  bool explain = false;
  bool pretty = false;  // several lines, indented; otherwise one line without line breaks
};

// Appends one JSON object, without a line break after it. Numbers are exact decimals, never with an exponent.
void append_json(std::string& out, const Document& document, const JsonOptions& options);
// The object of a document that could not be read. `code` is a stable identifier such as "empty-input".
void append_json_error(std::string& out, std::string_view code, std::string_view message, const JsonOptions& options);

// CSV after RFC 4180 (CRLF, quotes doubled), columns named in ASCII, one record a row. A document without records, or
// one that could not be read, is one row all the same, with what is known of it; so no document is lost in a table of
// thousands. The header begins with a byte order mark, so that Excel reads UTF-8.
//
//   source title published period_from period_to             the document
//   section_label section_title item_id item_label item_title  where the record stands; item_title: the item's first
//                                                            clause, at most 20 characters
//   record_id role indicator value high unit bound text      the record, as in JSON
//   begin end                                                its span, in bytes of the document's UTF-8 text
//   pair_count partner_id partner_value partner_unit partner_text ratio
//                                                            how many records answer this one (or it answers), and the
//                                                            first of them; the others have it beside their own rows
//   error                                                    the code of what kept the document from being read
//   confidence pair_confidence                               of the record, and of its pair with that first partner
//   dimension rate_of base_value base_high base_unit         of the record, as in JSON
//   met                                                      of the pair with that partner: true, false or empty
//   item_status item_status_rule item_status_cue             how far the item's work is, what decided it, which words
//
// A text cell that a spreadsheet would take for a formula (it begins with =, +, -, @, their full-width forms, a tab or
// a line break) is prefixed by an apostrophe. Numbers never are.
void append_csv_header(std::string& out);
void append_csv(std::string& out, const Document& document, std::string_view source);
void append_csv_error(std::string& out, std::string_view code, std::string_view source);

}  // namespace gongbao
