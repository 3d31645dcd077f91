// A bulletin says the same as a Word document, and a table as an Excel sheet.
#include <gtest/gtest.h>

#include <algorithm>

#include "golden/corpus.h"
#include "golden/expected.h"
#include "golden/invariants.h"
#include "golden/office_files.h"
#include "property/documents.h"

namespace gongbao::tests {
namespace {

constexpr std::size_t shown_lines = 30;

// All that a document says, without places.
std::string said(const Result& result) {
  Document document = *result;
  document = moved(document, "", [](std::uint32_t) { return 0U; });
  document.encoding.clear();
  document.diagnostics.clear();
  return everything(Result(document));
}

class Office : public testing::TestWithParam<std::filesystem::path> {
 protected:
  void expect_same(const std::string& bytes, const std::string& utf8) {
    static const Parser parser;
    const Result before = parser.parse(utf8);
    const Result after = parser.parse(ExactBytes(bytes).view());
    ASSERT_TRUE(before);
    ASSERT_TRUE(after) << describe(after.error().code);
    const std::string expected = said(before);
    const std::string got = said(after);
    EXPECT_TRUE(expected == got) << unified_diff(expected, got, test_name(GetParam()), shown_lines);
  }
};

TEST_P(Office, SaysTheSameInWord) {
  const std::string utf8 = read_file(GetParam());
  expect_same(docx_of_text(utf8), utf8);
}

class Sheet : public Office {};

TEST_P(Sheet, SaysTheSameInExcel) {
  const std::string utf8 = read_file(GetParam());
  expect_same(xlsx_of_text(utf8), utf8);
}

INSTANTIATE_TEST_SUITE_P(Corpus, Office, testing::ValuesIn(every_bulletin()),
                         [](const auto& bulletin) { return test_name(bulletin.param); });

// All with tables, but for one whose first table is of the web page and not of the bulletin: its title stands in it.
std::vector<std::filesystem::path> bulletins_with_tables() {
  std::vector<std::filesystem::path> all = every_bulletin();
  std::erase_if(all, [](const std::filesystem::path& path) {
    return tables_in(read_file(path)) == 0 || path.stem() == "xunwu-2016-11";
  });
  return all;
}

INSTANTIATE_TEST_SUITE_P(Corpus, Sheet, testing::ValuesIn(bulletins_with_tables()),
                         [](const auto& bulletin) { return test_name(bulletin.param); });

}  // namespace
}  // namespace gongbao::tests
