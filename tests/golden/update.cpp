// golden-update [--bless] [--accept-worse]
//
// Shows how the library's outputs differ from tests/golden/expected; --bless writes them there. An output is refused
// where the bulletin could not be read, where it breaks an invariant of documents, and where it agrees less with the
// annotation (record F) than the expectation did; the last may be overruled by --accept-worse.
#include <cstdio>
#include <exception>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "golden/agreement.h"
#include "golden/corpus.h"
#include "golden/expected.h"
#include "golden/invariants.h"
#include "gongbao/parser.h"

namespace gongbao::tests {
namespace {

struct Choices {
  bool bless = false;
  bool accept_worse = false;
};

struct Counts {
  int changed = 0;
  int refused = 0;
};

double record_f(const std::filesystem::path& bulletin, const std::string& text, const std::string& json) {
  return agreement(bulletin, text, json).record.f().value_or(100);
}

// Why the output must not become the expectation; empty where nothing speaks against it.
std::string objection(const std::filesystem::path& bulletin, const std::string& text, const Document& document,
                      const std::string& before, const std::string& json, bool accept_worse) {
  std::string reasons;
  for (const std::string& broken : broken_invariants(document, text)) reasons += "  " + broken + "\n";
  if (before.empty()) return reasons;
  const double was = record_f(bulletin, text, before);
  const double is = record_f(bulletin, text, json);
  if (was != is) std::printf("%s: record F %.2f -> %.2f\n", bulletin.stem().c_str(), was, is);
  if (is < was && !accept_worse)
    reasons += "  agrees less with its annotation (--accept-worse writes it all the same)\n";
  return reasons;
}

void write(const std::filesystem::path& path, const std::string& json) {
  std::ofstream file(path, std::ios::binary);
  file << json;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

void refuse(const std::filesystem::path& bulletin, const std::string& why, Counts& counts) {
  std::printf("%s: REFUSED\n%s\n", bulletin.stem().c_str(), why.c_str());
  ++counts.refused;
}

void update(const Parser& parser, const std::filesystem::path& bulletin, Choices choices, Counts& counts) {
  const std::string text = read_file(bulletin);
  const Result result = parser.parse(text);
  if (!result) return refuse(bulletin, std::string(describe(result.error().code)), counts);
  const std::string json = golden_json(*result, bulletin);
  const std::string before = read_expected(bulletin).value_or("");
  if (json == before) return;
  ++counts.changed;
  const std::string name = bulletin.stem().string() + ".json";
  if (before.empty()) {
    std::printf("%s: new\n", name.c_str());
  } else {
    std::printf("%s", unified_diff(before, json, name, static_cast<std::size_t>(-1)).c_str());
  }
  const std::string why = objection(bulletin, text, *result, before, json, choices.accept_worse);
  if (!why.empty()) return refuse(bulletin, why, counts);
  if (choices.bless) write(expected_path(bulletin), json);
}

// Expectations of bulletins that are no more.
void remove_orphans(Choices choices, Counts& counts) {
  std::set<std::filesystem::path> known;
  for (const auto& bulletin : bulletins()) known.insert(expected_path(bulletin));
  for (const auto& path : files_in(expected_folder(), ".json")) {
    if (known.count(path) != 0) continue;
    ++counts.changed;
    std::printf("%s: its bulletin is gone\n", path.filename().c_str());
    if (choices.bless) std::filesystem::remove(path);
  }
}

int run(Choices choices) {
  const Parser parser;
  Counts counts;
  std::filesystem::create_directories(expected_folder());
  for (const auto& bulletin : bulletins()) update(parser, bulletin, choices, counts);
  remove_orphans(choices, counts);
  const char* const done = choices.bless ? "blessed unless refused" : "nothing written (--bless writes)";
  std::printf("%d changed, %d refused; %s\n", counts.changed, counts.refused, done);
  return counts.refused > 0 || (counts.changed > 0 && !choices.bless) ? 1 : 0;
}

}  // namespace
}  // namespace gongbao::tests

int main(int argc, char** argv) {
  gongbao::tests::Choices choices;
  for (const std::string_view option : std::vector<std::string_view>(argv + 1, argv + argc)) {
    if (option == "--bless") {
      choices.bless = true;
    } else if (option == "--accept-worse") {
      choices.accept_worse = true;
    } else {
      std::fprintf(stderr, "usage: golden-update [--bless] [--accept-worse]\n");
      return 2;
    }
  }
  try {
    return gongbao::tests::run(choices);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "golden-update: %s\n", error.what());
    return 2;
  }
}
