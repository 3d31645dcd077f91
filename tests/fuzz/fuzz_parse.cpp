// What must hold for any bytes whatever. libFuzzer looks for bytes that break it; replay.cpp feeds it the corpus.
#include <rapidjson/reader.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "golden/invariants.h"
#include "gongbao/parser.h"
#include "gongbao/write.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

std::string json(const gongbao::Result& result) {
  gongbao::JsonOptions options;
  options.with_text = true;
  options.explain = true;
  std::string out;
  if (result) {
    append_json(out, *result, options);
  } else {
    gongbao::append_json_error(out, name(result.error().code), describe(result.error().code), options);
  }
  return out;
}

bool is_json_in_utf8(const std::string& text) {
  rapidjson::StringStream stream(text.c_str());
  rapidjson::BaseReaderHandler<> ignore;
  constexpr unsigned flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  return !rapidjson::Reader().Parse<flags>(stream, ignore).IsError();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const gongbao::Parser parser;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const gongbao::Result result = parser.parse(input);
  const std::string output = json(result);
  require(is_json_in_utf8(output), "the output is JSON in UTF-8");
  require(output == json(parser.parse(input)), "the same input gives the same output");
  if (result) {
    for (const std::string& what : gongbao::tests::broken_invariants(*result, input)) require(false, what.c_str());
    std::string csv;
    append_csv(csv, *result, "fuzz");
  }
  return 0;
}
