// How fast a web page becomes text, against the HTML parser alone on the same bytes (counter `of_parser`: 1 is as fast
// as it).
#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "gongbao/lexicon.h"
#include "html/html.h"
#include "text/utf8.h"

namespace {

bool is_utf8(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const gongbao::Utf8Char character = gongbao::utf8_at(text, at);
    if (!character.valid) return false;
    at += character.length;
  }
  return true;
}

// The corpus' pages that are UTF-8.
const std::vector<gongbao::Text>& pages() {
  static const auto* const all = [] {
    auto* const found = new std::vector<gongbao::Text>;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(GONGBAO_SOURCE_DIR) / "corpus" / "bulletins")) {
      if (entry.path().extension() != ".html") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      gongbao::Text page;
      page.utf8.assign(std::istreambuf_iterator<char>(file), {});
      page.anchors.push_back({0, 0});
      if (is_utf8(page.utf8)) found->push_back(std::move(page));
    }
    return found;
  }();
  return *all;
}

void parse_pages() {
  for (const gongbao::Text& page : pages()) {
    GumboOutput* const output = gumbo_parse_with_options(&kGumboDefaultOptions, page.utf8.data(), page.utf8.size());
    benchmark::DoNotOptimize(output);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
}

void read_pages(const gongbao::Lexicon& lexicon) {
  for (const gongbao::Text& page : pages()) benchmark::DoNotOptimize(read_html(page, lexicon.impl()));
}

// Processor time, which other programs on the machine spoil least.
template <class Run>
double seconds(Run run) {
  const std::clock_t begin = std::clock();
  run();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// Both in turn, so that both meet the same machine.
void html_and_its_parser(benchmark::State& state) {
  const gongbao::Lexicon lexicon = gongbao::Lexicon::builtin();
  std::size_t bytes = 0;
  for (const gongbao::Text& page : pages()) bytes += page.utf8.size();
  parse_pages();  // memory comes fresh from the system at first: slower
  read_pages(lexicon);
  double parsing = 0;
  double reading = 0;
  for (auto _ : state) {
    parsing += seconds(parse_pages);
    reading += seconds([&] { read_pages(lexicon); });
  }
  const auto all = static_cast<double>(bytes) * static_cast<double>(state.iterations()) / 1e6;
  state.counters["parser_MB/s"] = all / parsing;
  state.counters["html_MB/s"] = all / reading;
  state.counters["of_parser"] = parsing / reading;
  constexpr int enough = 10;  // runs, to say anything
  if (state.iterations() >= enough && parsing < 0.7 * reading)
    state.SkipWithError("reading HTML is slower than 0.7 of its parser");
}
BENCHMARK(html_and_its_parser)->Unit(benchmark::kMillisecond);

}  // namespace
