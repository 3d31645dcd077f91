#include "decode/decode.h"

#include "decode/convert.h"
#include "decode/detect.h"
#include "decode/frequent.h"

namespace gongbao {
namespace {

// Damaged bytes are the exception in a text: fewer than one in ten.
bool is_text(std::string_view input, const Text& text) { return text.diagnostics.size() * 10 <= input.size(); }

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

}  // namespace

std::variant<Text, Error> decode(std::string_view input) {
  if (is_blank_text(input)) return Error{ErrorCode::empty_input};
  const std::optional<Detected> detected = detect(input);
  if (!detected) return Error{ErrorCode::not_text};
  input.remove_prefix(detected->mark);
  const Frequent frequent;
  Text text = convert(input, detected->mark, detected->encoding, &frequent);
  if (is_blank_text(text.utf8)) return Error{ErrorCode::empty_input};
  if (!is_text(input, text)) return Error{ErrorCode::not_text};
  if (detected->wrong_label) text.diagnostics.push_back({DiagnosticCode::wrong_encoding_label, {}});
  return text;
}

}  // namespace gongbao
