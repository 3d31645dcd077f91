// What must not change a reading: a second time, another parser, other threads; and what may only move its spans.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "golden/corpus.h"
#include "golden/expected.h"
#include "property/documents.h"

namespace gongbao::tests {
namespace {

constexpr std::size_t shown_lines = 40;

class Same : public testing::TestWithParam<std::filesystem::path> {
 protected:
  Same() : text_(read_file(GetParam())) {}

  static const Parser& parser() {
    static const Parser shared;
    return shared;
  }

  // `changed` says the same as the bulletin, once each of its offsets o became move(o).
  void expect_same(const std::string& changed, const std::function<std::uint32_t(std::uint32_t)>& move) {
    const Result before = parser().parse(text_);
    const Result after = parser().parse(changed);
    ASSERT_TRUE(before && after);
    const std::string expected = everything(before);
    const std::string got = everything(Result(moved(*after, text_, move)));
    EXPECT_TRUE(expected == got) << unified_diff(expected, got, test_name(GetParam()), shown_lines);
  }

  void expect_same_behind(const std::string& front) {
    const auto size = static_cast<std::uint32_t>(front.size());
    expect_same(front + text_, [&](std::uint32_t at) { return at - size; });
  }

  std::string text_;
};

TEST_P(Same, EveryTime) {
  const std::string first = everything(parser().parse(text_));
  EXPECT_EQ(everything(parser().parse(text_)), first) << "by the same parser";
  EXPECT_EQ(everything(Parser().parse(text_)), first) << "by another parser";
}

TEST_P(Same, BehindABlankLine) { expect_same_behind("\n"); }

TEST_P(Same, BehindALineOfNavigation) { expect_same_behind("首页 > 政务公开 > 民生实事\n"); }

TEST_P(Same, BehindAByteOrderMark) {
  const Result before = parser().parse(text_);
  const Result after = parser().parse("\xEF\xBB\xBF" + text_);
  ASSERT_TRUE(before && after);
  EXPECT_EQ(everything(after), everything(before));
  for (const Record& record : after->records) EXPECT_EQ(after->source(record.span).begin, record.span.begin + 3);
}

TEST_P(Same, WithWindowsLineEnds) {
  std::string windows;
  std::vector<std::uint32_t> before;  // by offset of `windows`
  for (const char c : text_) {
    if (c == '\r') GTEST_SKIP() << "has them already";
    const std::size_t bytes = c == '\n' ? 2 : 1;
    const auto offset = static_cast<std::uint32_t>(
        windows.size() - static_cast<std::size_t>(std::count(windows.begin(), windows.end(), '\r')));
    before.insert(before.end(), bytes, offset);
    windows += c == '\n' ? "\r\n" : std::string(1, c);
  }
  before.push_back(static_cast<std::uint32_t>(text_.size()));
  expect_same(windows, [&](std::uint32_t at) { return before[at]; });
}

INSTANTIATE_TEST_SUITE_P(Corpus, Same, testing::ValuesIn(bulletins()),
                         [](const auto& bulletin) { return test_name(bulletin.param); });

// All threads read all bulletins, each beginning with another one, so that they meet in the parser everywhere.
TEST(Threads, ReadTheSameWithOneParser) {
  const Parser parser;
  std::vector<std::string> texts;
  std::vector<std::string> expected;
  for (const auto& path : bulletins()) {
    texts.push_back(read_file(path));
    expected.push_back(everything(Parser().parse(texts.back())));
  }
  constexpr std::size_t thread_count = 4;
  std::vector<std::size_t> wrong(thread_count, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < thread_count; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t bulletin = (i + t * texts.size() / thread_count) % texts.size();
        wrong[t] += everything(parser.parse(texts[bulletin])) == expected[bulletin] ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<std::size_t>(thread_count, 0));
}

TEST(Parsers, AreCopiesOfEachOther) {
  const std::string text = read_file(bulletins().front());
  Parser original;
  const std::string expected = everything(original.parse(text));
  const Parser copy = original;
  original = Parser(Lexicon::builtin());
  EXPECT_EQ(everything(copy.parse(text)), expected);
  EXPECT_EQ(everything(original.parse(text)), expected);
}

}  // namespace
}  // namespace gongbao::tests
