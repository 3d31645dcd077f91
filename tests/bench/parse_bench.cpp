// How fast a bulletin is read: the whole parse, alone and against a regular expression that only finds the numbers;
// what each stage costs; writing; a parser's making. Answers are checked before they are timed.
#include <benchmark/benchmark.h>
#include <re2/re2.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "build.h"
#include "bulletins.h"
#include "completion/completion.h"
#include "confidence/confidence.h"
#include "decode/decode.h"
#include "gongbao/parser.h"
#include "gongbao/write.h"
#include "outline/outline.h"
#include "page/page.h"
#include "pair/pair.h"
#include "quantity/quantity.h"
#include "role/indicator.h"
#include "role/role.h"

namespace gongbao::bench {
namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::size_t count_records(const Parser& parser) {
  std::size_t records = 0;
  for (const std::string& text : bulletins()) records += parser.parse(text)->records.size();
  return records;
}

void parse_corpus(benchmark::State& state) {
  const Parser parser;
  const std::size_t expected = count_records(parser);
  const std::size_t before = allocations();
  for (auto _ : state) {
    if (count_records(parser) != expected) state.SkipWithError("two parses differ");
  }
  const auto documents = static_cast<double>(state.iterations()) * static_cast<double>(bulletins().size());
  state.counters["allocations/document"] = static_cast<double>(allocations() - before) / documents;
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bulletin_bytes()));
}
BENCHMARK(parse_corpus)->Unit(benchmark::kMillisecond);

// Finds numbers with their units and nothing else: what the fastest thing costs that anybody would write by hand.
std::size_t scan(const RE2& number, const std::string& text) {
  std::size_t found = 0;
  re2::StringPiece rest(text);
  re2::StringPiece digits;
  re2::StringPiece bound;
  re2::StringPiece scale;
  re2::StringPiece unit;
  while (RE2::FindAndConsume(&rest, number, &digits, &bound, &scale, &unit)) ++found;
  return found;
}

// Counter `of_scan`: the parse's speed as a part of that scan's, over 64 MB. Both in turn, so that both meet the same
// machine.
void parse_and_scan(benchmark::State& state) {
  constexpr double least = 0.02;  // on any machine, busy or not; the aim is 0.25
  constexpr std::size_t bytes = 64'000'000;
  const RE2 number(
      "([0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千两]+)(余|多)?(万|亿)?(人次|平方米|个|人|套|场|户|家|所|名|元|%)");
  const Parser parser;
  double parsing = 0;
  double scanning = 0;
  for (auto _ : state) {
    for (std::size_t done = 0; done < bytes; done += bulletin_bytes()) {
      auto begin = std::chrono::steady_clock::now();
      benchmark::DoNotOptimize(count_records(parser));
      parsing += seconds_since(begin);
      begin = std::chrono::steady_clock::now();
      for (const std::string& text : bulletins()) benchmark::DoNotOptimize(scan(number, text));
      scanning += seconds_since(begin);
    }
  }
  state.counters["of_scan"] = scanning / parsing;
  if (scanning < least * parsing) state.SkipWithError("parsing is slower than it was");
}
BENCHMARK(parse_and_scan)->Unit(benchmark::kMillisecond)->Iterations(1);

// Counter `speedup`: how many times as much two threads parse with one parser as one thread does in the same time.
void parse_by_two(benchmark::State& state) {
  constexpr int rounds = 20;
  const Parser parser;
  const auto parse = [&] {
    for (int i = 0; i < rounds; ++i) benchmark::DoNotOptimize(count_records(parser));
  };
  double alone = 0;
  double together = 0;
  for (auto _ : state) {
    auto begin = std::chrono::steady_clock::now();
    parse();
    alone += seconds_since(begin);
    begin = std::chrono::steady_clock::now();
    std::thread other(parse);
    parse();
    other.join();
    together += seconds_since(begin);
  }
  state.counters["speedup"] = 2 * alone / together;
}
BENCHMARK(parse_by_two)->Unit(benchmark::kMillisecond)->Iterations(5);

// What the stages before left for each, of one document.
struct Stages {
  Text text;
  Page page;
  Outline outline;
  std::unique_ptr<BodyWords> words;
  QuantityLists quantities;
  Document document;
  Findings findings;
};

const std::vector<Stages>& stages(const Lexicon::Impl& lexicon) {
  static const auto* const all = [&] {
    auto* const read = new std::vector<Stages>;
    read->reserve(bulletins().size());  // what one holds refers to it
    for (const std::string& input : bulletins()) {
      Stages& s = read->emplace_back();
      std::vector<Diagnostic> diagnostics;
      s.text = std::get<Text>(decode(input));
      s.page = read_page(s.text, lexicon, diagnostics);
      s.outline = read_outline(s.page, lexicon);
      s.words = std::make_unique<BodyWords>(s.page.body, lexicon);
      for (const Stretch& stretch : s.outline.stretches)
        find_quantities(*s.words, stretch.range, s.quantities, diagnostics);
      s.document = build_document(s.text, lexicon, 0, &s.findings);
    }
    return read;
  }();
  return *all;
}

template <class Stage>
void time_stage(benchmark::State& state, Stage stage) {
  static const Lexicon lexicon = Lexicon::builtin();
  const std::vector<Stages>& documents = stages(lexicon.impl());
  std::vector<Diagnostic> diagnostics;
  const std::size_t before = allocations();
  for (auto _ : state) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      diagnostics.clear();
      stage(documents[i], bulletins()[i], diagnostics, lexicon.impl());
    }
  }
  const auto runs = static_cast<double>(state.iterations());
  state.counters["allocations/document"] =
      static_cast<double>(allocations() - before) / runs / static_cast<double>(documents.size());
  state.counters["ns/byte"] = benchmark::Counter(1e-9 * runs * static_cast<double>(bulletin_bytes()),
                                                 benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

using Diagnostics = std::vector<Diagnostic>;

void stage_decode(benchmark::State& state) {
  time_stage(state, [](const Stages&, const std::string& input, Diagnostics&, const Lexicon::Impl&) {
    benchmark::DoNotOptimize(decode(input));
  });
}
void stage_page(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics& diagnostics, const Lexicon::Impl& lexicon) {
    benchmark::DoNotOptimize(read_page(s.text, lexicon, diagnostics));
  });
}
void stage_outline(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics&, const Lexicon::Impl& lexicon) {
    benchmark::DoNotOptimize(read_outline(s.page, lexicon));
  });
}
void stage_words(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics&, const Lexicon::Impl& lexicon) {
    const BodyWords words(s.page.body, lexicon);
    benchmark::DoNotOptimize(&words);
  });
}
void stage_quantity(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics& diagnostics, const Lexicon::Impl&) {
    QuantityLists quantities;
    for (const Stretch& stretch : s.outline.stretches)
      find_quantities(*s.words, stretch.range, quantities, diagnostics);
    benchmark::DoNotOptimize(quantities);
  });
}
void stage_role(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics&, const Lexicon::Impl&) {
    benchmark::DoNotOptimize(assign_roles(s.page, s.outline, s.quantities, *s.words));
  });
}
void stage_indicator(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics&, const Lexicon::Impl&) {
    std::vector<Indicator> indicators;
    IndicatorFinder finder(s.text.utf8, *s.words);
    for (std::size_t i = 0; i < s.outline.stretches.size(); ++i) {
      const Stretch& stretch = s.outline.stretches[i];
      const Range heading = stretch.item ? s.outline.items[*stretch.item].heading : Range{};
      finder.find(stretch.range, heading, s.quantities[i], indicators);
      benchmark::DoNotOptimize(indicators.data());
    }
  });
}
void stage_pair(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics&, const Lexicon::Impl& lexicon) {
    Units units;
    const std::vector<Traits> traits = read_traits(*s.words, s.findings.statements, units);
    benchmark::DoNotOptimize(pair_statements(s.findings.page.body, s.findings.statements, traits, lexicon));
  });
}
// The last two stages set fields of the document: they get a copy of it (2 ns a byte, 60 allocations a document).
void stage_confidence(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics& diagnostics, const Lexicon::Impl& lexicon) {
    Document document = s.document;
    set_confidence(document, s.findings, diagnostics, lexicon);
  });
}
void stage_completion(benchmark::State& state) {
  time_stage(state, [](const Stages& s, const std::string&, Diagnostics& diagnostics, const Lexicon::Impl&) {
    Document document = s.document;
    set_completion(document, s.findings, *s.words, diagnostics);
  });
}
BENCHMARK(stage_decode)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_page)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_outline)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_words)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_quantity)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_role)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_indicator)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_pair)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_confidence)->Unit(benchmark::kMillisecond);
BENCHMARK(stage_completion)->Unit(benchmark::kMillisecond);

void write_corpus(benchmark::State& state) {
  const Parser parser;
  std::vector<Document> documents;
  for (const std::string& text : bulletins()) documents.push_back(*parser.parse(text));
  std::string out;
  for (auto _ : state) {
    out.clear();
    for (const Document& document : documents) append_json(out, document, {});
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bulletin_bytes()));
}
BENCHMARK(write_corpus)->Unit(benchmark::kMillisecond);

void start(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Parser());
}
BENCHMARK(start)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace gongbao::bench
