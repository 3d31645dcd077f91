// A bulletin is found in pages as many content systems make them, among whatever else they show.
#include <gtest/gtest.h>

#include <algorithm>

#include "golden/corpus.h"
#include "golden/expected.h"
#include "property/documents.h"
#include "property/html_pages.h"

namespace gongbao::tests {
namespace {

constexpr std::size_t shown_lines = 30;

std::vector<std::filesystem::path> pages() {
  return files_in(std::filesystem::path(GONGBAO_SOURCE_DIR) / "tests/property/pages", ".html");
}

// What a page does to a bulletin that is not mended.
struct Known {
  const char* page;
  const char* bulletin;
  const char* reason;
};
const Known known[] = {
    {"meta-title-only", "qingheng-2014-benbao",
     "its subtitle has the words of a title, the title only the head has none"},
    {"meta-title-only", "yuchuan-2008", "without the title above it the first paragraph is paired with the last"},
};

bool is_known(const std::filesystem::path& page, const std::filesystem::path& bulletin) {
  return std::any_of(std::begin(known), std::end(known),
                     [&](const Known& k) { return page.stem() == k.page && bulletin.stem() == k.bulletin; });
}

class SystemPage : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(SystemPage, SaysWhatItsBulletinSays) {
  static const Parser parser;
  const std::string page = read_file(GetParam());
  for (const auto& path : every_bulletin()) {
    SCOPED_TRACE(path.string());
    if (is_known(GetParam(), path)) continue;
    const std::string text = read_file(path);
    const Result plain = parser.parse(text);
    ASSERT_TRUE(plain);
    const std::string html = page_of_template(page, text, *plain);
    const Result result = parser.parse(html);
    ASSERT_TRUE(result);
    const std::string expected = shown_of(*plain);
    const std::string got = shown_of(*result);
    EXPECT_TRUE(expected == got) << unified_diff(expected, got, test_name(path), shown_lines);
    EXPECT_EQ(broken(parser, html), "");
  }
}

INSTANTIATE_TEST_SUITE_P(Of, SystemPage, testing::ValuesIn(pages()),
                         [](const auto& page) { return test_name(page.param); });

}  // namespace
}  // namespace gongbao::tests
