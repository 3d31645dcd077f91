// Every bulletin of the corpus against its expected output, and how much of it is right.
//
// The expectations are what the library says, not what is true; that is for the annotations, whose floors stand below.
// To change them: golden-update shows the difference, golden-update --bless writes it.
#include <gtest/gtest.h>

#include "golden/agreement.h"
#include "golden/corpus.h"
#include "golden/expected.h"
#include "gongbao/parser.h"

namespace gongbao::tests {
namespace {

constexpr std::size_t shown_lines = 60;

class Bulletin : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Bulletin, IsReadAsExpected) {
  const Result result = Parser().parse(read_file(GetParam()));
  ASSERT_TRUE(result) << describe(result.error().code);
  const std::optional<std::string> expected = read_expected(GetParam());
  ASSERT_TRUE(expected) << "no expectation yet; golden-update --bless writes one";
  const std::string got = golden_json(*result, GetParam());
  EXPECT_TRUE(got == *expected) << unified_diff(*expected, got, GetParam().stem().string() + ".json", shown_lines);
}

INSTANTIATE_TEST_SUITE_P(Corpus, Bulletin, testing::ValuesIn(bulletins()),
                         [](const auto& bulletin) { return test_name(bulletin.param); });

TEST(Expected, EachHasItsBulletin) {
  for (const auto& path : files_in(expected_folder(), ".json")) {
    const auto bulletin = corpus_folder() / "bulletins" / path.filename().replace_extension(".txt");
    EXPECT_TRUE(std::filesystem::exists(bulletin)) << path << " expects something of no bulletin";
  }
}

struct Floors {
  const char* folder;  // of the corpus
  double record;
  double quantity;
  double section;
  double item;
  double pair;
  double bound;
  double role;
  double indicator;
  double meta;
};

class Folder : public testing::TestWithParam<Floors> {};

evaluation::Figures score_folder(const std::filesystem::path& folder) {
  const Parser parser;
  evaluation::Figures all;
  for (const auto& path : files_in(folder, ".txt")) {
    const std::string text = read_file(path);
    const Result result = parser.parse(text);
    EXPECT_TRUE(result) << path;
    if (result) all.add(agreement(path, text, golden_json(*result, path)));
  }
  return all;
}

TEST_P(Folder, IsReadAtLeastAsWellAsBefore) {
  const Floors& floors = GetParam();
  const evaluation::Figures all = score_folder(corpus_folder() / floors.folder);
  const struct {
    const char* name;
    std::optional<double> got;
    double floor;
  } figures[] = {
      {"record F", all.record.f(), floors.record},
      {"quantity F", all.quantity.f(), floors.quantity},
      {"section F", all.section.f(), floors.section},
      {"item F", all.item.f(), floors.item},
      {"pair F", all.pair.f(), floors.pair},
      {"bound", all.bound.f(), floors.bound},
      {"role", all.role.f(), floors.role},
      {"indicator", all.indicator.f(), floors.indicator},
      {"meta", all.meta.f(), floors.meta},
  };
  for (const auto& figure : figures) {
    ASSERT_TRUE(figure.got) << figure.name;
    EXPECT_GE(*figure.got, figure.floor) << figure.name;
    RecordProperty(figure.name, std::to_string(*figure.got));
    std::printf("%-12s%6.2f  floor%6.1f\n", figure.name, *figure.got, figure.floor);
  }
}

// Half a point under what was measured last. Raise them with the library; lowering one needs a reason.
INSTANTIATE_TEST_SUITE_P(Corpus, Folder,
                         testing::Values(Floors{"bulletins", 97.0, 99.4, 99.5, 99.2, 94.3, 99.5, 97.1, 91.4, 98.9},
                                         Floors{"evaluation", 95.9, 99.4, 99.1, 99.1, 94.1, 99.4, 96.2, 90.6, 98.7}),
                         [](const auto& floors) { return std::string(floors.param.folder); });

}  // namespace
}  // namespace gongbao::tests
