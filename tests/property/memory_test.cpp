// How much memory reading takes, measured in a process of its own.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>

#include "golden/corpus.h"
#include "golden/encodings.h"
#include "property/documents.h"
#include "property/html_pages.h"

namespace gongbao::tests {
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;
// Whatever the input, in megabytes. AddressSanitizer keeps what is freed and a border around all that is not; it reads
// less.
constexpr std::size_t most_megabytes = under_address_sanitizer ? 2500 : 1000;
constexpr std::size_t part_of_limit = under_address_sanitizer ? 8 : 1;
// For each byte of a bulletin with a figure in every twenty characters; half of them are what the document holds.
constexpr std::size_t most_for_a_byte = 32;
constexpr std::size_t most_at_all = 40 * megabyte;  // the test program with its lexicon

std::string filled(const std::string& begin, const std::string& piece, std::size_t bytes) {
  std::string all = begin;
  all.reserve(bytes);
  while (all.size() + piece.size() <= bytes) all += piece;
  return all;
}

// What became of the input, and the most memory the process had for making and reading it.
struct Outcome {
  enum Verdict : int { document = 10, cut_document, too_long, other_error };
  int verdict = -1;
  std::size_t bytes = 0;
};

Outcome read_in_process(const std::function<std::string()>& make) {
  const pid_t child = fork();
  if (child == 0) {
    Options options;
    options.max_diagnostics = std::numeric_limits<std::size_t>::max();  // else too many end in text_truncated too
    const Result result = Parser(options).parse(make());
    if (!result) _exit(result.error().code == ErrorCode::input_too_long ? Outcome::too_long : Outcome::other_error);
    for (const Diagnostic& diagnostic : result->diagnostics)
      if (diagnostic.code == DiagnosticCode::text_truncated) _exit(Outcome::cut_document);
    _exit(Outcome::document);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status)) return {};
  return {WEXITSTATUS(status), static_cast<std::size_t>(usage.ru_maxrss) * 1024};
}

struct Worst {
  const char* name;
  const char* begin;
  const char* piece;
  std::size_t bytes;  // just within the limit for such input
};

constexpr std::size_t most_text = 16 * megabyte;
constexpr std::size_t most_page = 64 * megabyte;

const Worst worst[] = {
    {"Paragraphs", "<div>", "<p>3人", most_page},
    {"Cells", "<table>", "<tr><td>3人<td>4人", most_page},
    {"OneParagraph", "<p>", "新增就业3人。", most_text},
    {"Entities", "<p>", "&amp;", most_page},
    {"Figures", "", "7人", most_text},
    {"Sentences", "", "新增就业3人。", most_text},
    {"Items", "", "1、新增就业300人。已新增120人。\n", most_text},
    {"Rows", "项目|目标|完成\n", "新增就业|300人|120人\n", most_text},
    {"Lines", "字\n", "3\n", most_text},
    {"Ordinals", "", "一、\n", most_text},
    {"BadBytes", "新增就业300人", "\xFF", most_page},
    {"SomeBadBytes", "", "新增就业300人\xFF", most_text * 3 / 4},
};

class WorstInput : public testing::TestWithParam<Worst> {};

TEST_P(WorstInput, IsReadInBoundedMemory) {
  const Outcome outcome =
      read_in_process([] { return filled(GetParam().begin, GetParam().piece, GetParam().bytes / part_of_limit); });
  ASSERT_GE(outcome.verdict, Outcome::document) << "the process did not end by itself";
  EXPECT_NE(outcome.verdict, Outcome::too_long);
  EXPECT_LT(outcome.bytes / megabyte, most_megabytes);
  RecordProperty("megabytes", static_cast<int>(outcome.bytes / megabyte));
}

INSTANTIATE_TEST_SUITE_P(Of, WorstInput, testing::ValuesIn(worst),
                         [](const auto& input) { return std::string(input.param.name); });

TEST(Memory, IsAFewTimesTheBulletins) {
  if (under_address_sanitizer) GTEST_SKIP() << "measured in the release build";
  constexpr std::size_t bytes = 4 * megabyte;
  std::string one;
  for (const auto& path : bulletins()) one += read_file(path) + "\n";
  const Skeleton& skeleton = skeletons().front();
  for (const auto& [name, make] : std::map<std::string, std::function<std::string()>>{
           {"text", [&] { return filled("", one, bytes); }},
           {"GB18030", [&] { return encode(filled("", one, bytes), "GB18030"); }},
           {"page", [&] { return html_page(skeleton, filled("", one, bytes / 2), Document()); }}}) {
    const Outcome outcome = read_in_process(make);
    EXPECT_EQ(outcome.verdict, Outcome::document) << name;
    EXPECT_LT(outcome.bytes, most_for_a_byte * make().size() + most_at_all) << name;
  }
}

TEST(Memory, IsNotTakenForInputThatIsTooLong) {
  const Outcome page = read_in_process([] { return filled("<p>", "新增就业3人。", 200 * megabyte); });
  EXPECT_EQ(page.verdict, Outcome::too_long);
  if (!under_address_sanitizer) {
    EXPECT_LT(page.bytes, 200 * megabyte + most_at_all);
  }
  const Outcome text = read_in_process([] { return filled("", "新增就业3人。", most_text + megabyte); });
  EXPECT_EQ(text.verdict, Outcome::too_long) << "a text within Options::max_bytes, but not within max_text_bytes";
}

TEST(Memory, IsBoundedByLeavingOutTheRest) {
  for (const char* const name : {"Paragraphs", "Figures", "Rows", "Lines"}) {
    const Worst* const input = std::find_if(std::begin(worst), std::end(worst),
                                            [&](const Worst& w) { return std::string_view(w.name) == name; });
    const Outcome outcome = read_in_process([&] { return filled(input->begin, input->piece, input->bytes / 4); });
    EXPECT_EQ(outcome.verdict, Outcome::cut_document) << name;
  }
}

}  // namespace
}  // namespace gongbao::tests
