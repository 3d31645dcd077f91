// The marked cases of corpus/cases, one test a file.
//
// Cases that the library does not get right yet stand in known_failures.txt. A case that fails and is not listed there
// fails the test, and so does a listed one that passes: the list can only shrink.
#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <set>

#include "golden/case_checks.h"
#include "golden/corpus.h"

namespace gongbao::tests {
namespace {

namespace fs = std::filesystem;

struct CaseFile {
  const CaseStage* stage;
  fs::path path;

  std::string name() const { return std::string(stage->name) + "/" + path.filename().string(); }
  friend void PrintTo(const CaseFile& file, std::ostream* out) { *out << file.name(); }  // for GoogleTest
};

std::vector<CaseFile> case_files() {
  std::vector<CaseFile> files;
  for (const CaseStage& stage : case_stages()) {
    for (const fs::path& path : files_in(corpus_folder() / "cases" / stage.name, ".txt"))
      files.push_back({&stage, path});
  }
  return files;
}

// "quantity/range.txt:7" to the reason why it fails.
const std::map<std::string, std::string>& known_failures() {
  static const auto* const known = [] {
    auto* const read = new std::map<std::string, std::string>;
    const std::string file = read_file(fs::path(GONGBAO_SOURCE_DIR) / "tests/golden/known_failures.txt");
    for (const Case& line : read_lines(file)) {
      const std::vector<std::string> cells = split(line.lines.front(), '\t');
      (*read)[cells[0]] = cells.size() > 1 ? cells[1] : "";
    }
    return read;
  }();
  return *known;
}

std::string place_of(const CaseFile& file, const Case& marked) {
  return file.name() + ":" + std::to_string(marked.line);
}

class Cases : public testing::TestWithParam<CaseFile> {};

TEST_P(Cases, AreReadAsMarked) {
  for (const Case& marked : GetParam().stage->read(read_file(GetParam().path))) {
    const std::string place = place_of(GetParam(), marked);
    const std::string wrong = GetParam().stage->check(marked);
    const bool listed = known_failures().count(place) != 0;
    if (!wrong.empty() && !listed) ADD_FAILURE() << "corpus/cases/" << place << "\n" << wrong;
    if (wrong.empty() && listed) ADD_FAILURE() << place << " is right now: take it out of known_failures.txt";
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, Cases, testing::ValuesIn(case_files()), [](const auto& file) {
  return std::string(file.param.stage->name) + "_" + test_name(file.param.path);
});

TEST(KnownFailures, AreCasesAndHaveReasons) {
  std::set<std::string> places;
  for (const CaseFile& file : case_files()) {
    for (const Case& marked : file.stage->read(read_file(file.path))) places.insert(place_of(file, marked));
  }
  for (const auto& [place, reason] : known_failures()) {
    EXPECT_EQ(places.count(place), 1U) << place << " is no case";
    EXPECT_FALSE(reason.empty()) << place << " says no reason";
  }
}

TEST(CaseStages, AreAllFoldersOfTheCorpus) {
  std::set<std::string> known;
  for (const CaseStage& stage : case_stages()) known.insert(std::string(stage.name));
  for (const auto& entry : fs::directory_iterator(corpus_folder() / "cases"))
    EXPECT_EQ(known.count(entry.path().filename().string()), 1U) << entry.path() << " is never checked";
}

}  // namespace
}  // namespace gongbao::tests
