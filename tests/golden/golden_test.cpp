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

evaluation::Figures score_corpus() {
  const Parser parser;
  evaluation::Figures all;
  for (const auto& path : bulletins()) {
    const std::string text = read_file(path);
    const Result result = parser.parse(text);
    EXPECT_TRUE(result) << path;
    if (result) all.add(agreement(path, text, golden_json(*result, path)));
  }
  return all;
}

// Half a point under what was measured last. Raise them with the library; lowering one needs a reason.
TEST(Corpus, IsReadAtLeastAsWellAsBefore) {
  const evaluation::Figures all = score_corpus();
  const struct {
    const char* name;
    std::optional<double> got;
    double floor;
  } floors[] = {
      {"record F", all.record.f(), 95.7}, {"quantity F", all.quantity.f(), 99.3}, {"section F", all.section.f(), 99.5},
      {"item F", all.item.f(), 99.2},     {"pair F", all.pair.f(), 93.0},         {"bound", all.bound.f(), 99.5},
      {"role", all.role.f(), 95.9},       {"indicator", all.indicator.f(), 91.1}, {"meta", all.meta.f(), 97.2},
  };
  for (const auto& figure : floors) {
    ASSERT_TRUE(figure.got) << figure.name;
    EXPECT_GE(*figure.got, figure.floor) << figure.name;
    RecordProperty(figure.name, std::to_string(*figure.got));
    std::printf("%-12s%6.2f  floor%6.1f\n", figure.name, *figure.got, figure.floor);
  }
}

}  // namespace
}  // namespace gongbao::tests
