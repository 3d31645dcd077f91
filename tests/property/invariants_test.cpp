// The invariants of documents, over the corpus and over what damage makes of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "golden/case_file.h"
#include "golden/corpus.h"
#include "property/documents.h"

namespace gongbao::tests {
namespace {

class Damaged : public testing::TestWithParam<std::filesystem::path> {
 protected:
  Damaged() : text_(read_file(GetParam())), random_(std::mt19937(static_cast<unsigned>(text_.size()))) {}

  std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_); }

  void expect_kept(const std::string& input, const std::string& damage) {
    EXPECT_EQ(broken(parser(), input), "") << "after " << damage;
  }

  static const Parser& parser() {
    static const Parser shared;
    return shared;
  }

  std::string text_;
  std::mt19937 random_;  // seeded with the size: the same run every time
};

TEST_P(Damaged, NotAtAll) { expect_kept(text_, "nothing"); }

TEST_P(Damaged, LinesDeletedDoubledAndSwapped) {
  for (int round = 0; round < 15; ++round) {
    std::vector<std::string> lines = split(text_, '\n');
    std::string damage;
    for (int step = 0; step < 4; ++step) {
      const std::size_t at = below(lines.size());
      const std::size_t kind = below(3);
      damage += " " + std::to_string(kind) + "@" + std::to_string(at);
      if (kind == 0) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
      if (kind == 1) lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), lines[at]);
      if (kind == 2) std::swap(lines[at], lines[below(lines.size())]);
      if (lines.empty()) break;
    }
    expect_kept(join(lines, "\n"), damage);
  }
}

// Not a multiple of three, the size of most characters, so that the cuts fall on all of their bytes.
TEST_P(Damaged, CutAnywhere) {
  const std::size_t step = text_.size() / 40 / 3 * 3 + 1;
  for (std::size_t cut = step; cut < text_.size(); cut += step) {
    expect_kept(text_.substr(0, cut), "the end cut at " + std::to_string(cut));
    expect_kept(text_.substr(cut), "the beginning cut at " + std::to_string(cut));
  }
}

TEST_P(Damaged, BytesChanged) {
  for (int round = 0; round < 15; ++round) {
    std::string input = text_;
    std::string damage = "other bytes at";
    for (int step = 0; step < 5; ++step) {
      const std::size_t at = below(input.size());
      input[at] = static_cast<char>(below(256));
      damage += " " + std::to_string(at);
    }
    expect_kept(input, damage);
  }
}

// Every character that a grammar of numbers or ordinals looks at, in any place.
TEST_P(Damaged, CharactersInserted) {
  static const std::vector<std::string> characters = {
      "1", "0",  "．", "，", "、", "（", "）", "万", "亿", "十",     "第",           "一", "至", "-",
      "%", "年", "月", "【", "】", "\t", "|",  "\n", "\r", "&nbsp;", "\xE2\x80\x8B", "𠀀", "“",  "①"};
  for (int round = 0; round < 15; ++round) {
    std::string input = text_;
    std::string damage = "inserted";
    for (int step = 0; step < 12; ++step) {
      std::size_t at = below(input.size());
      while (at > 0 && (static_cast<unsigned char>(input[at]) & 0xC0) == 0x80) --at;
      const std::string& character = characters[below(characters.size())];
      input.insert(at, character);
      damage += " " + character + "@" + std::to_string(at);
    }
    expect_kept(input, damage);
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, Damaged, testing::ValuesIn(bulletins()),
                         [](const auto& bulletin) { return test_name(bulletin.param); });

TEST(RandomBytes, KeepTheInvariants) {
  const Parser parser;
  std::mt19937 random(20210412);
  for (int round = 0; round < 300; ++round) {
    std::string input(random() % 400, '\0');
    const unsigned limit = round % 2 == 0 ? 256 : 128;  // ASCII is text all right
    for (char& byte : input) byte = static_cast<char>(random() % limit);
    std::replace(input.begin(), input.end(), '\0', '7');  // a NUL ends it all: no text
    EXPECT_EQ(broken(parser, input), "") << "round " << round;
  }
}

}  // namespace
}  // namespace gongbao::tests
