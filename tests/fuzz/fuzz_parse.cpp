// What must hold for any bytes whatever. libFuzzer looks for bytes that break it; replay.cpp feeds it the corpus.
#include <rapidjson/reader.h>
#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"
#include "gongbao/parser.h"
#include "gongbao/write.h"

namespace {

using gongbao::Document;
using gongbao::Span;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0) return false;
  }
  return true;
}

bool is_json(const std::string& text) {
  rapidjson::StringStream stream(text.c_str());
  rapidjson::BaseReaderHandler<> ignore;
  return !rapidjson::Reader().Parse<rapidjson::kParseValidateEncodingFlag>(stream, ignore).IsError();
}

// The properties of one document. `size` is that of the input.
class Checker {
 public:
  Checker(const Document& document, std::size_t size) : document_(document), size_(size) {}

  void check() const {
    require(is_utf8(document_.text()), "the text is UTF-8");
    check_spans();
    check_items();
    check_records();
    check_pairs();
  }

 private:
  void span(Span s) const {
    const std::string& text = document_.text();
    require(s.begin <= s.end && s.end <= text.size(), "spans lie inside the text");
    require(starts_character(s.begin) && starts_character(s.end), "spans end between characters");
    const Span source = document_.source(s);
    require(source.begin <= source.end && source.end <= size_, "sources lie inside the input");
  }

  bool starts_character(std::size_t at) const {
    const std::string& text = document_.text();
    return at == text.size() || !U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]));
  }

  template <class List>
  static void reading_order(const List& list) {
    std::uint32_t begin = 0;
    for (const auto& entry : list) {
      require(begin <= entry.span.begin, "sections, items and records are in reading order");
      begin = entry.span.begin;
    }
  }

  template <class List>
  static void index(const std::optional<std::uint32_t>& id, const List& list) {
    require(!id || *id < list.size(), "ids are positions in their list");
  }

  void check_spans() const {
    for (const auto& section : document_.sections) span(section.span);
    for (const auto& diagnostic : document_.diagnostics) span(diagnostic.span);
    reading_order(document_.sections);
  }

  void check_items() const {
    for (const auto& item : document_.items) {
      index(item.section, document_.sections);
      span(item.span);
      if (item.target_span) span(*item.target_span);
      if (item.progress_span) span(*item.progress_span);
    }
    reading_order(document_.items);
  }

  void check_records() const {
    for (const auto& record : document_.records) {
      index(record.item, document_.items);
      span(record.span);
      span(record.reason.cue);
      require(!document_.text(record.span).empty(), "a record has a surface");
      require(record.high.has_value() == (record.bound == gongbao::Bound::range), "a range has two ends");
    }
    reading_order(document_.records);
  }

  void check_pairs() const {
    for (const auto& pair : document_.pairs) {
      index(pair.target, document_.records);
      index(pair.achievement, document_.records);
      require(document_.records[pair.target].role == gongbao::Role::target, "a pair's target is a target");
      require(document_.records[pair.achievement].role == gongbao::Role::achievement,
              "a pair's achievement is an achievement");
    }
  }

  const Document& document_;
  std::size_t size_;
};

std::string json(const gongbao::Result& result) {
  gongbao::JsonOptions options;
  options.with_text = true;
  options.explain = true;
  std::string out;
  if (result) {
    gongbao::append_json(out, *result, options);
  } else {
    gongbao::append_json_error(out, name(result.error().code), describe(result.error().code), options);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const gongbao::Parser parser;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const gongbao::Result result = parser.parse(input);
  const std::string first = json(result);
  require(is_json(first), "the output is JSON in UTF-8");
  require(first == json(parser.parse(input)), "the same input gives the same output");
  if (result) {
    Checker(*result, size).check();
    std::string csv;
    append_csv(csv, *result, "fuzz");
    require(is_utf8(csv), "the table is UTF-8");
  }
  return 0;
}
