// A bulletin as a web page says the same in every encoding, whatever the page says of its encoding.
#include <gtest/gtest.h>

#include "golden/corpus.h"
#include "golden/encodings.h"
#include "golden/expected.h"
#include "property/documents.h"
#include "property/html_pages.h"

namespace gongbao::tests {
namespace {

constexpr std::size_t shown_lines = 30;

struct Published {
  const char* encoding;   // Document::encoding
  const char* converter;  // ICU's name
  const char* mark;       // the bytes in front
  const char* labels[3];  // what the page says: rightly, wrongly; "": nothing
  bool traditional = false;
};

const Published publications[] = {
    {"UTF-8", "UTF-8", "", {"", "utf-8", "gb2312"}},
    {"UTF-8", "UTF-8", "\xEF\xBB\xBF", {"", "utf-8", "big5"}},
    {"UTF-16LE", "UTF-16LE", "\xFF\xFE", {"", "unicode", "gb2312"}},
    {"UTF-16BE", "UTF-16BE", "\xFE\xFF", {"", "utf-16", "gb2312"}},
    {"UTF-16LE", "UTF-16LE", "", {"", "utf-16", "gb2312"}},
    {"UTF-16BE", "UTF-16BE", "", {"", "utf-16", "gb2312"}},
    {"GB18030", "GB18030", "", {"", "gb2312", "utf-8"}},
    {"GB18030", "GBK", "", {"", "GBK", "iso-8859-1"}},
    {"Big5", "Big5-HKSCS", "", {"", "big5", "gb2312"}, true},
};

class HtmlEncoded : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(HtmlEncoded, SaysWhatItsTextSays) {
  static const Parser parser;
  const std::string original = read_file(GetParam());
  std::size_t turn = original.size();
  for (const Published& published : publications) {
    const std::string text = published.traditional ? traditional(original) : original;
    const Result plain = parser.parse(text);
    ASSERT_TRUE(plain);
    const std::string expected = shown_of(*plain);
    for (const Skeleton& skeleton : skeletons()) {
      // Any two of encoding, skeleton and label meet in some bulletin; all with all would take a minute.
      const std::string label = published.labels[turn++ % std::size(published.labels)];
      SCOPED_TRACE(std::string(skeleton.name) + " in " + published.converter + ", labelled " + label);
      const std::string html = html_page(skeleton, text, *plain, label);
      const std::string bytes = published.mark + encode_html(html, published.converter);
      const Result page = parser.parse(ExactBytes(bytes).view());
      ASSERT_TRUE(page) << describe(page.error().code);
      EXPECT_EQ(page->encoding, published.encoding);
      const std::string got = shown_of(*page);
      EXPECT_TRUE(expected == got) << unified_diff(expected, got, test_name(GetParam()), shown_lines);
      for (const Record& record : page->records) {
        const Span source = page->source(record.span);
        const std::string printed = bytes.substr(source.begin, source.size());
        if (printed.find("&#") != printed.npos) continue;  // 平方&#13221; in what has no ㎡
        EXPECT_EQ(shown(decode_bytes(printed, published.converter)), shown(page->text(record.span)));
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, HtmlEncoded, testing::ValuesIn(bulletins()),
                         [](const auto& bulletin) { return test_name(bulletin.param); });

}  // namespace
}  // namespace gongbao::tests
