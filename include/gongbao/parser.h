// Bytes in, Document out.
//
//   gongbao::Parser parser;
//   gongbao::Result result = parser.parse(bytes);
//   if (!result) return fail(describe(result.error().code));
//   const gongbao::Document& document = *result;
//
// A Parser is immutable after construction and may be shared by any number of threads; each call of parse() has
// its own scratch memory and returns a Document that owns its data. Time and memory are linear in the input.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <variant>

#include "gongbao/diagnostic.h"
#include "gongbao/document.h"
#include "gongbao/lexicon.h"

namespace gongbao {

struct Options {
  // Longer input is an Error, and so is input with more text (Document::text). No bulletin known has a hundredth of
  // that text; pages and office files carry pictures too. Neither is ever 2^31 or more. Within the defaults parse()
  // takes less than a gigabyte, whatever the input; a bulletin dense with figures takes about 25 bytes for each of its
  // bytes.
  std::size_t max_bytes = std::size_t{64} << 20;
  std::size_t max_text_bytes = std::size_t{16} << 20;
  std::size_t max_diagnostics = 1000;  // of one document; the last one then is text_truncated
};

// A Document or an Error.
class Result {
 public:
  Result(Document document) : value_(std::move(document)) {}
  Result(Error error) : value_(error) {}

  explicit operator bool() const noexcept { return std::holds_alternative<Document>(value_); }
  // Precondition of these: the result holds a document, or an error.
  const Document& operator*() const& { return std::get<Document>(value_); }
  Document&& operator*() && { return std::get<Document>(std::move(value_)); }
  const Document* operator->() const { return &std::get<Document>(value_); }
  Error error() const { return std::get<Error>(value_); }

 private:
  std::variant<Document, Error> value_;
};

class Parser {
 public:
  // Reads with the built-in lexicon.
  explicit Parser(Options options = {});
  // Reads with a lexicon of the caller's, usually Lexicon::builtin() with files added to it.
  Parser(Lexicon lexicon, Options options = {});

  // input: the bytes of one bulletin: plain text or HTML in UTF-8, UTF-16, GB18030, GBK, Big5 or HZ, or a docx or xlsx
  // file. Its content decides which. Other files end in an Error; file_type.h names those that a converter can help.
  Result parse(std::string_view input) const;

 private:
  Options options_;
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace gongbao
