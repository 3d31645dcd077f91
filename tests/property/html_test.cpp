// A bulletin published as a web page says what its text says, wherever the page comes from.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "golden/corpus.h"
#include "golden/invariants.h"
#include "property/documents.h"
#include "property/html_pages.h"

namespace gongbao::tests {
namespace {

// The first lines in which two differ.
std::string difference(const std::string& expected, const std::string& got) {
  const auto [a, b] = std::mismatch(expected.begin(), expected.end(), got.begin(), got.end());
  const auto around = [](const std::string& text, std::string::const_iterator at) {
    const auto offset = static_cast<std::size_t>(at - text.begin());
    const std::size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
    return text.substr(begin, 400);
  };
  return "expected:\n" + around(expected, a) + "\ngot:\n" + around(got, b);
}

class Html : public testing::TestWithParam<std::tuple<std::filesystem::path, std::size_t>> {};

TEST_P(Html, SaysWhatItsTextSays) {
  const Parser parser;
  const std::string text = read_file(std::get<0>(GetParam()));
  const Result plain = parser.parse(text);
  ASSERT_TRUE(plain);
  const std::string html = html_page(skeletons()[std::get<1>(GetParam())], text, *plain);
  const Result page = parser.parse(html);
  ASSERT_TRUE(page);
  const std::string expected = shown_of(*plain);
  const std::string got = shown_of(*page);
  EXPECT_TRUE(expected == got) << difference(expected, got);
  for (const Record& record : page->records) {
    const Span source = page->source(record.span);
    EXPECT_EQ(shown(std::string_view(html).substr(source.begin, source.size())), shown(page->text(record.span)));
  }
  EXPECT_EQ(broken_invariants(*page, html), std::vector<std::string>());
}

INSTANTIATE_TEST_SUITE_P(Corpus, Html,
                         testing::Combine(testing::ValuesIn(every_bulletin()), testing::Range<std::size_t>(0, 4)),
                         [](const auto& given) {
                           return test_name(std::get<0>(given.param)) + "_" +
                                  skeletons()[std::get<1>(given.param)].name;
                         });

}  // namespace
}  // namespace gongbao::tests
