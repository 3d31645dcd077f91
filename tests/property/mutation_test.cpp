// Bulletins changed in ways that do not change what they say: all that is read of them must stay, only spans and the
// printed form of words may differ.
//
// What the library gets wrong so far stands in known_mutations.txt. Another failure fails the test, and so does a
// listed one that is right now: the list can only shrink.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <set>

#include "golden/case_file.h"
#include "golden/corpus.h"
#include "golden/expected.h"
#include "property/mutations.h"
#include "score/annotation.h"
#include "score/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace gongbao::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t shown_lines = 40;

// The project's bulletins and the annotators' ones, if they are there; each text once.
std::vector<fs::path> all_bulletins() {
  std::vector<fs::path> paths;
  std::set<std::string> seen;
  for (const fs::path& folder : {corpus_folder() / "bulletins", fs::path(GONGBAO_SHARED_DIR) / "bulletins/dev"}) {
    for (const fs::path& path : files_in(folder, ".txt")) {
      if (seen.insert(read_file(path)).second) paths.push_back(path);
    }
  }
  return paths;
}

std::string layout_of(fs::path bulletin, const std::string& text) {
  const std::string gold = read_file(bulletin.replace_extension(".gold.json"));
  return evaluation::read_annotation(gold, evaluation::text_of_lines(text)).layout;
}

// The same on every machine, unlike std::hash.
std::uint32_t seed_of(const std::string& name) {
  std::uint32_t seed = 2166136261;
  for (const char c : name) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619;
  return seed;
}

// How a document is told so that documents can be compared.
struct Telling {
  int factor = 1;
  std::function<std::u32string(const std::u32string&)> rename;

  // Words by their folded characters, without blanks.
  std::string words(std::string_view printed) const {
    std::u32string text = evaluation::characters(printed);
    if (rename) text = rename(text);
    std::string told;
    for (const char16_t c : fold(evaluation::utf8(text))) {
      const bool figure = is_digit(c) || c == u',' || c == u'.';
      if (!is_blank(c) && c != u'\n' && (factor_is_one || !figure)) append_utf8(told, c);
    }
    return told;
  }
  std::string start(const Document& document, Span span) const {
    constexpr std::size_t length = 8;
    return evaluation::utf8(evaluation::characters(words(document.text(span))).substr(0, length));
  }
  std::string value(Decimal value, const std::string& unit) const {
    const bool share = unit.find('%') != std::string::npos;
    return (share ? value : value.times(Decimal(factor)).value()).to_string();
  }
  bool factor_is_one = true;
};

template <class Index>
std::string id(const std::optional<Index>& index) {
  return index ? std::to_string(*index) : "-";
}

std::string tell(const Document& document, const Telling& telling) {
  std::string told = "title " + telling.words(document.title) + "\n";
  told += "published " + (document.published ? document.published->to_string() : "-") + "\n";
  if (document.period)
    told += "period " + document.period->from.to_string() + " " + document.period->to.to_string() + "\n";
  for (const Section& section : document.sections)
    told += "section " + telling.words(section.label) + " " + telling.words(section.title) + "\n";
  for (const Item& item : document.items)
    told +=
        "item " + id(item.section) + " " + telling.words(item.label) + " " + telling.start(document, item.span) + "\n";
  for (const Record& record : document.records) {
    told += "record " + id(record.item) + " " + std::string(name(record.role)) + " " + std::string(name(record.bound)) +
            " " + telling.value(record.value, record.unit) +
            (record.high ? "-" + telling.value(*record.high, record.unit) : "") + " " + telling.words(record.unit) +
            " " + telling.words(record.indicator) + "\n";
  }
  for (const Pair& pair : document.pairs)
    told += "pair " + std::to_string(pair.target) + " " + std::to_string(pair.achievement) + " " +
            (pair.ratio ? pair.ratio->to_string() : "-") + "\n";
  return told;
}

// "mutation/bulletin" to the reason why it fails.
const std::map<std::string, std::string>& known_failures() {
  static const std::map<std::string, std::string> known = [] {
    std::map<std::string, std::string> read;
    for (const Case& line :
         read_lines(read_file(fs::path(GONGBAO_SOURCE_DIR) / "tests/property/known_mutations.txt"))) {
      const std::vector<std::string> cells = split(line.lines.front(), '\t');
      read[cells[0]] = cells.size() > 1 ? cells[1] : "";
    }
    return read;
  }();
  return known;
}

std::string name_of(const Mutation& mutation, const fs::path& bulletin) {
  return std::string(mutation.name) + "/" + bulletin.stem().string();
}

struct Outcome {
  std::string impossible;  // why the bulletin cannot be changed so
  std::string difference;  // empty where all is the same
};

Outcome outcome(const Mutation& mutation, const fs::path& bulletin, const Parser& parser) {
  const std::string bytes = read_file(bulletin);
  const Result before = parser.parse(bytes);
  if (!before) return {"", "the bulletin is not read"};
  const std::string name = bulletin.stem().string();
  const bool table = layout_of(bulletin, bytes) == "table";
  const Original original{evaluation::characters(before->text()), &*before, table, seed_of(name)};
  const Mutated mutated = mutation.mutate(original);
  if (!mutated.impossible.empty()) return {mutated.impossible, ""};
  const std::string text = evaluation::utf8(mutated.text);
  const Result after = parser.parse(text);
  if (!after) return {"", "the mutated bulletin is not read"};
  Telling expected{mutation.factor, {}};
  Telling got;
  expected.factor_is_one = got.factor_is_one = mutation.factor == 1;
  if (mutation.rename != nullptr)
    expected.rename = [&](const std::u32string& words) { return mutation.rename(original, words); };
  return {"", unified_diff(tell(*before, expected), tell(*after, got), name, shown_lines)};
}

class Mutations : public testing::TestWithParam<const Mutation*> {};

TEST_P(Mutations, ChangeNothing) {
  const Parser parser;
  std::size_t tried = 0;
  for (const fs::path& bulletin : all_bulletins()) {
    const std::string name = name_of(*GetParam(), bulletin);
    const Outcome result = outcome(*GetParam(), bulletin, parser);
    if (!result.impossible.empty()) {
      std::printf("%s: skipped, %s\n", name.c_str(), result.impossible.c_str());
      continue;
    }
    ++tried;
    const bool listed = known_failures().count(name) != 0;
    if (!result.difference.empty() && !listed) ADD_FAILURE() << name << "\n" << result.difference;
    if (result.difference.empty() && listed)
      ADD_FAILURE() << name << " is right now: take it out of known_mutations.txt";
  }
  EXPECT_GE(tried, 20U) << "the mutation is hardly possible anywhere";
}

std::vector<const Mutation*> each_mutation() {
  std::vector<const Mutation*> all;
  for (const Mutation& mutation : mutations()) all.push_back(&mutation);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Corpus, Mutations, testing::ValuesIn(each_mutation()),
                         [](const auto& mutation) { return std::string(mutation.param->name); });

TEST(KnownMutations, AreMutationsOfTheCorpusAndHaveReasons) {
  std::set<std::string> names;
  for (const Mutation* const mutation : each_mutation()) {
    for (const fs::path& bulletin : all_bulletins()) names.insert(name_of(*mutation, bulletin));
  }
  const bool all_are_here = fs::exists(fs::path(GONGBAO_SHARED_DIR));
  for (const auto& [name, reason] : known_failures()) {
    EXPECT_TRUE(!all_are_here || names.count(name) == 1) << name << " is no mutation of a bulletin";
    EXPECT_FALSE(reason.empty()) << name << " says no reason";
  }
}

}  // namespace
}  // namespace gongbao::tests
