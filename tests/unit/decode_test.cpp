#include "decode/decode.h"

#include <gtest/gtest.h>

#include "document_access.h"

namespace gongbao::tests {
namespace {

struct DecodeCase {
  const char* name;
  std::string bytes;
  std::string text;
  std::size_t replaced;
};

void PrintTo(const DecodeCase& decoded, std::ostream* out) { *out << decoded.name; }

class Decode : public testing::TestWithParam<DecodeCase> {};

// Enough text that a damaged byte does not make it binary.
const std::string text = "新增就业三百人";

TEST_P(Decode, GivesTextAndReports) {
  const auto result = decode(GetParam().bytes);
  ASSERT_TRUE(std::holds_alternative<Text>(result));
  const Text& decoded = std::get<Text>(result);
  EXPECT_EQ(decoded.encoding, "UTF-8");
  EXPECT_EQ(decoded.utf8, GetParam().text);
  ASSERT_EQ(decoded.diagnostics.size(), GetParam().replaced);
  for (const Diagnostic& diagnostic : decoded.diagnostics) {
    EXPECT_EQ(diagnostic.code, DiagnosticCode::invalid_bytes);
    EXPECT_EQ(decoded.utf8.substr(diagnostic.span.begin, diagnostic.span.size()), "\uFFFD");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Of, Decode,
    testing::Values(DecodeCase{"Ascii", "300 people", "300 people", 0}, DecodeCase{"Utf8", text, text, 0},
                    DecodeCase{"Mark", "\xEF\xBB\xBF" + text, text, 0},
                    DecodeCase{"MarkInside", text + "\xEF\xBB\xBF", text + "\xEF\xBB\xBF", 0},
                    DecodeCase{"BeyondBmp", text + "\xF0\xA0\x80\x80", text + "\xF0\xA0\x80\x80", 0},
                    DecodeCase{"LoneByte", text + "\xFF" + text, text + "\uFFFD" + text, 1},
                    DecodeCase{"LoneTrail", text + "\x80" + text, text + "\uFFFD" + text, 1},
                    DecodeCase{"CutAtTheEnd", text + "\xE4\xBA", text + "\uFFFD", 1},
                    DecodeCase{"CutInside", text + "\xE4\xBA" + "3" + text, text + "\uFFFD" + "3" + text, 1},
                    // By the Unicode standard each byte that can begin no character is replaced by itself.
                    DecodeCase{"Overlong", text + "\xC0\xAF" + text, text + "\uFFFD\uFFFD" + text, 2},
                    DecodeCase{"Surrogate", text + "\xED\xA0\x80" + text, text + "\uFFFD\uFFFD\uFFFD" + text, 3},
                    DecodeCase{"BeyondUnicode", text + "\xF4\x90\x80\x80" + text,
                               text + "\uFFFD\uFFFD\uFFFD\uFFFD" + text, 4},
                    DecodeCase{"Nothing else", text + "\r\n\t" + text, text + "\r\n\t" + text, 0}),
    [](const auto& decoded) {
      std::string name = decoded.param.name;
      std::erase(name, ' ');
      return name;
    });

ErrorCode error_of(std::string_view bytes) {
  const auto result = decode(bytes);
  EXPECT_TRUE(std::holds_alternative<Error>(result));
  return std::get<Error>(result).code;
}

TEST(DecodeErrors, AreEmptyInputAndBinaryFiles) {
  EXPECT_EQ(error_of(""), ErrorCode::empty_input);
  EXPECT_EQ(error_of(" \r\n\t\f\v"), ErrorCode::empty_input);
  EXPECT_EQ(error_of("\xEF\xBB\xBF"), ErrorCode::empty_input);
  EXPECT_EQ(error_of(std::string_view("text\0more", 9)), ErrorCode::not_text);
  EXPECT_EQ(error_of("\xFF\xD8\xFF\xE0 JFIF \x89\x9A\xB0\xC3"), ErrorCode::not_text);
}

// Every stretch of the text leads to the bytes it came from, also behind and around replaced ones.
TEST(DecodeAnchors, LeadBackToTheInput) {
  const std::string mark = "\xEF\xBB\xBF";
  const std::string input = mark + text + "\xFF" + text + "\xE4\xBA" + text + "\xED\xA0\x80" + text;
  Text decoded = std::get<Text>(decode(input));
  Document document;
  DocumentAccess::set_text(document, decoded.utf8);
  DocumentAccess::set_anchors(document, decoded.anchors);
  const auto source = [&](std::size_t begin, std::size_t end) {
    const Span span = document.source({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return input.substr(span.begin, span.size());
  };
  const std::string& utf8 = document.text();
  for (std::size_t at = utf8.find(text); at != std::string::npos; at = utf8.find(text, at + 1)) {
    EXPECT_EQ(source(at, at + text.size()), text) << at;
    EXPECT_EQ(source(at + 3, at + 6), text.substr(3, 3)) << at;
  }
  const std::size_t first = text.size();  // of the first replacement
  EXPECT_EQ(source(first, first + 3), "\xFF");
  EXPECT_EQ(source(first - 3, first + 6), text.substr(text.size() - 3) + "\xFF" + text.substr(0, 3));
  EXPECT_EQ(source(0, utf8.size()), input.substr(mark.size()));
}

}  // namespace
}  // namespace gongbao::tests
