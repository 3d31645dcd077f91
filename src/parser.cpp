#include "gongbao/parser.h"

#include "build.h"
#include "decode/decode.h"
#include "gongbao/file_type.h"
#include "html/html.h"

namespace gongbao {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 31;  // spans are 32 bits

}  // namespace

Parser::Parser(Options options) : Parser(Lexicon::builtin(), options) {}

Parser::Parser(Lexicon lexicon, Options options)
    : options_(options), lexicon_(std::make_shared<const Lexicon>(std::move(lexicon))) {}

Result Parser::parse(std::string_view input) const {
  if (input.size() > options_.max_bytes || input.size() >= most_bytes) return Error{ErrorCode::input_too_long};
  auto decoded = decode(input);
  if (const Error* error = std::get_if<Error>(&decoded)) return *error;
  Text& text = std::get<Text>(decoded);
  // What looks like tags in an office file is its text.
  if (file_type(input) == FileType::text && is_html(text.utf8)) text = read_html(std::move(text), lexicon_->impl());
  if (text.utf8.size() > options_.max_text_bytes) return Error{ErrorCode::input_too_long};
  return build_document(std::move(text), lexicon_->impl(), options_.max_diagnostics);
}

}  // namespace gongbao
