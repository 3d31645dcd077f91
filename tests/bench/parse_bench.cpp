// How fast a bulletin is read: the whole parse, and writing it, over the corpus.
// The answer is checked before it is timed: each document gives as many records as it did the first time.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "gongbao/parser.h"
#include "gongbao/write.h"

namespace {

const std::vector<std::string>& bulletins() {
  static const auto* const all = [] {
    auto* const texts = new std::vector<std::string>;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(GONGBAO_SOURCE_DIR) / "corpus" / "bulletins")) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      texts->emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
  }();
  return *all;
}

std::size_t bytes() {
  std::size_t sum = 0;
  for (const std::string& text : bulletins()) sum += text.size();
  return sum;
}

std::size_t count_records(const gongbao::Parser& parser) {
  std::size_t records = 0;
  for (const std::string& text : bulletins()) records += parser.parse(text)->records.size();
  return records;
}

void parse_corpus(benchmark::State& state) {
  const gongbao::Parser parser;
  const std::size_t expected = count_records(parser);
  for (auto _ : state) {
    if (count_records(parser) != expected) state.SkipWithError("two parses differ");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
}
BENCHMARK(parse_corpus)->Unit(benchmark::kMillisecond);

void write_corpus(benchmark::State& state) {
  const gongbao::Parser parser;
  std::vector<gongbao::Document> documents;
  for (const std::string& text : bulletins()) documents.push_back(*parser.parse(text));
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (const gongbao::Document& document : documents) gongbao::append_json(out, document, {});
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes()));
}
BENCHMARK(write_corpus)->Unit(benchmark::kMillisecond);

void start(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(gongbao::Parser());
}
BENCHMARK(start)->Unit(benchmark::kMicrosecond);

}  // namespace
