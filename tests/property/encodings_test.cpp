// A bulletin says the same in every encoding, and damage costs what is damaged.
#include "golden/encodings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "decode/decode.h"
#include "golden/corpus.h"
#include "golden/invariants.h"
#include "property/documents.h"
#include "text/utf8.h"

namespace gongbao::tests {
namespace {

struct Written {
  const char* name;
  const char* encoding;                                      // Document::encoding
  std::function<std::string(const std::string& utf8)> text;  // what can be written in it
  std::function<std::string(const std::string& utf8)> bytes;
};

void PrintTo(const Written& written, std::ostream* out) { *out << written.name; }

std::string same(const std::string& utf8) { return utf8; }
auto by(const char* converter, const std::string& front = "") {
  return [=](const std::string& utf8) { return front + encode(utf8, converter); };
}
auto encodable(const char* converter) {
  return [=](const std::string& utf8) { return only_encodable(utf8, converter); };
}

const Written writings[] = {
    {"Utf8Mark", "UTF-8", same, by("UTF-8", "\xEF\xBB\xBF")},
    {"Utf16Le", "UTF-16LE", same, by("UTF-16LE")},
    {"Utf16Be", "UTF-16BE", same, by("UTF-16BE")},
    {"Utf16LeMark", "UTF-16LE", same, by("UTF-16LE", "\xFF\xFE")},
    {"Utf16BeMark", "UTF-16BE", same, by("UTF-16BE", "\xFE\xFF")},
    {"Gb18030", "GB18030", same, by("GB18030")},
    {"Gb18030Mark", "GB18030", same, by("GB18030", "\x84\x31\x95\x33")},
    {"Gbk", "GB18030", encodable("GBK"), by("GBK")},
    {"Hz", "HZ-GB-2312", encodable("HZ"), by("HZ")},
    {"TraditionalGb18030", "GB18030", traditional, by("GB18030")},
    {"TraditionalBig5", "Big5", [](const std::string& utf8) { return only_encodable(traditional(utf8), "Big5-HKSCS"); },
     by("Big5-HKSCS")},
};

std::u32string characters(std::string_view utf8) {
  std::u32string all;
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Char character = utf8_at(utf8, at);
    all += character.code;
    at += character.length;
  }
  return all;
}

// How many characters of `before` stand between what both have in front and what both have behind.
std::size_t lost(const std::u32string& before, const std::u32string& after) {
  std::size_t front = 0;
  const std::size_t shorter = std::min(before.size(), after.size());
  while (front < shorter && before[front] == after[front]) ++front;
  std::size_t back = 0;
  while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
  return before.size() - front - back;
}

class Encoded : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Encoded, SaysTheSame) {
  static const Parser parser;
  const std::string original = read_file(GetParam());
  for (const Written& written : writings) {
    SCOPED_TRACE(written.name);
    const std::string utf8 = written.text(original);
    const std::string bytes = written.bytes(utf8);
    const Result expected = parser.parse(utf8);
    const Result got = parser.parse(ExactBytes(bytes).view());
    ASSERT_TRUE(expected);
    ASSERT_TRUE(got) << describe(got.error().code);
    EXPECT_EQ(got->encoding, written.encoding);
    EXPECT_TRUE(got->text() == utf8);
    Document renamed = *got;
    renamed.encoding = expected->encoding;
    EXPECT_TRUE(everything(Result(renamed)) == everything(expected));
    EXPECT_EQ(broken_invariants(*got, bytes), std::vector<std::string>());  // each span leads to its bytes
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, Encoded, testing::ValuesIn(bulletins()),
                         [](const auto& bulletin) { return test_name(bulletin.param); });

struct Damaged {
  std::size_t trials = 0;
  std::size_t most = 0;
  std::size_t sum = 0;
};

// Damages one byte of each bulletin at a time, many times.
Damaged damage_one_byte(const Written& written, const std::function<void(std::string&, std::size_t)>& damage) {
  Damaged result;
  std::mt19937 random(20240501);
  for (const auto& path : bulletins()) {
    const std::string utf8 = written.text(read_file(path));
    const std::string bytes = written.bytes(utf8);
    for (int trial = 0; trial < 3; ++trial) {
      std::string damaged = bytes;
      damage(damaged, 4 + random() % (bytes.size() - 4));
      const auto decoded = decode(damaged);
      const Text* const text = std::get_if<Text>(&decoded);
      EXPECT_NE(text, nullptr) << path;
      if (text == nullptr) continue;
      EXPECT_EQ(text->encoding, written.encoding) << path;
      const std::size_t cost = lost(characters(utf8), characters(text->utf8));
      ++result.trials;
      result.most = std::max(result.most, cost);
      result.sum += cost;
    }
  }
  return result;
}

class DamagedByte : public testing::TestWithParam<Written> {};

// Where the lost byte stood among unusual characters the reading needs a few of them to find its step.
constexpr std::size_t most_lost = 12;
constexpr double most_lost_on_average = 2;

void expect_little(const Damaged& damaged) {
  EXPECT_LE(damaged.most, most_lost);
  EXPECT_LE(static_cast<double>(damaged.sum) / static_cast<double>(damaged.trials), most_lost_on_average);
  testing::Test::RecordProperty("most", static_cast<int>(damaged.most));
}

TEST_P(DamagedByte, LostCostsItself) {
  expect_little(damage_one_byte(GetParam(), [](std::string& bytes, std::size_t at) { bytes.erase(at, 1); }));
}

TEST_P(DamagedByte, AddedCostsItself) {
  expect_little(damage_one_byte(GetParam(), [](std::string& bytes, std::size_t at) { bytes.insert(at, 1, '\xB7'); }));
}

TEST_P(DamagedByte, ChangedCostsItself) {
  expect_little(damage_one_byte(GetParam(), [](std::string& bytes, std::size_t at) { bytes[at] ^= '\x15'; }));
}

INSTANTIATE_TEST_SUITE_P(Of, DamagedByte, testing::ValuesIn([] {
                           std::vector<Written> some;
                           for (const Written& written : writings) {
                             const std::string_view name = written.name;
                             if (name != "Hz" && !name.ends_with("Mark")) some.push_back(written);
                           }
                           return some;
                         }()),
                         [](const auto& written) { return std::string(written.param.name); });

}  // namespace
}  // namespace gongbao::tests
