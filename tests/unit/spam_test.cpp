#include "page/spam.h"

#include <gtest/gtest.h>

#include "stages.h"

namespace gongbao::tests {
namespace {

// The text with its link spam in [ ].
std::string marked(const std::string& text) {
  const Chars chars = fold_chars(text);
  std::string out;
  std::size_t at = 0;
  for (const Range spam : find_spam(chars, all_of(chars), builtin())) {
    const Span span = chars.span(spam.begin, spam.end);
    out += text.substr(at, span.begin - at) + "[" + text.substr(span.begin, span.size()) + "]";
    at = span.end;
  }
  return out + text.substr(at);
}

struct SpamCase {
  const char* text;
  const char* marked;
};

class Spam : public testing::TestWithParam<SpamCase> {};

TEST_P(Spam, IsFound) { EXPECT_EQ(marked(GetParam().text), GetParam().marked); }

INSTANTIATE_TEST_SUITE_P(
    Of, Spam,
    testing::Values(SpamCase{"改厕30座。", "改厕30座。"},
                    SpamCase{"开展体育活动18场，下载应用2万次。", "开展体育活动18场，下载应用2万次。"},
                    SpamCase{"改厕bet36530座", "改厕[bet36530]座"},  // digits beside a brand are its own
                    SpamCase{"改厕 bet365 30座", "改厕 [bet365 ]30座"},
                    SpamCase{"改厕bet365体育app下载 30座", "改厕[bet365体育app下载 ]30座"},
                    SpamCase{"窗口（bet365送18元）开放", "窗口[（bet365送18元）]开放"},
                    SpamCase{"窗口【亚博体育送18元】开放", "窗口[【亚博体育送18元】]开放"},
                    SpamCase{"亚博体育", "[亚博体育]"}, SpamCase{"bet365bet365", "[bet365bet365]"}, SpamCase{"", ""}));

TEST(Spam, StaysInsideTheStretch) {
  const std::string text = "改厕（bet365）改厕";
  const Chars chars = fold_chars(text);
  const auto found = find_spam(chars, {3, 9}, builtin());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(words(text, chars, found[0]), "bet365");
}

TEST(Spam, IsFoundByAUsersWord) {
  Lexicon lexicon = Lexicon::builtin();
  ASSERT_TRUE(lexicon.add("spam", "qqbroker\tbrand\n").empty());
  const Chars chars = fold_chars("改厕qqbroker 30座");
  EXPECT_EQ(find_spam(chars, all_of(chars), lexicon.impl()).size(), 1U);
  EXPECT_TRUE(find_spam(chars, all_of(chars), builtin()).empty());
}

}  // namespace
}  // namespace gongbao::tests
