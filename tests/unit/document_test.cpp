#include "gongbao/document.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "decode/anchors.h"
#include "document_access.h"
#include "gongbao/diagnostic.h"

namespace gongbao {
namespace {

Document with_anchors(std::vector<SourceAnchor> anchors) {
  Document document;
  DocumentAccess::set_anchors(document, std::move(anchors));
  return document;
}

TEST(Source, IsTheSpanItselfForPlainUtf8) {
  const Document document = with_anchors({{0, 0}});
  EXPECT_EQ(document.source({5, 9}), (Span{5, 9}));
  EXPECT_EQ(document.source({0, 0}), (Span{0, 0}));
}

TEST(Source, SkipsAByteOrderMark) {
  const Document document = with_anchors({{0, 3}});
  EXPECT_EQ(document.source({0, 4}), (Span{3, 7}));
}

// "ab?cd" with a damaged byte at ?, which is the three bytes of U+FFFD in the text.
TEST(Source, KnowsTheByteThatWasReplaced) {
  const Document document = with_anchors({{0, 0}, {2, 2}, {5, 3}});
  EXPECT_EQ(document.source({2, 5}), (Span{2, 3}));
  EXPECT_EQ(document.source({0, 2}), (Span{0, 2}));
  EXPECT_EQ(document.source({1, 6}), (Span{1, 4}));
  EXPECT_EQ(document.source({5, 7}), (Span{3, 5}));
  EXPECT_EQ(document.source({4, 4}), (Span{3, 3}));
}

// Two characters of two bytes each in GB18030, three bytes each in the text, then ASCII: one anchor for each run.
TEST(Source, FollowsCharactersOfAnotherWidth) {
  const Document document = with_anchors({{0, 0, 3, 2}, {6, 4}});
  EXPECT_EQ(document.source({0, 3}), (Span{0, 2}));
  EXPECT_EQ(document.source({3, 6}), (Span{2, 4}));
  EXPECT_EQ(document.source({0, 7}), (Span{0, 5}));
}

// As in a docx file: no byte of the input is a character of the text.
TEST(Source, IsEmptyWhereNoBytesSpellTheText) {
  const Document document = with_anchors({{0, 0, 1, 0}});
  EXPECT_EQ(document.source({5, 9}), (Span{0, 0}));
  // "a | b" from two cells "a" and "b" of the input "<a><b>".
  const Document cells = with_anchors({{0, 1}, {1, 2, 1, 0}, {4, 4}});
  EXPECT_EQ(cells.source({0, 1}), (Span{1, 2}));
  EXPECT_EQ(cells.source({2, 3}), (Span{2, 2}));
  EXPECT_EQ(cells.source({4, 5}), (Span{4, 5}));
  EXPECT_EQ(cells.source({0, 5}), (Span{1, 5}));
}

// "a&amp;b" and "a<br>b".
TEST(Source, TakesInAnEntityButNoTag) {
  const Document entity = with_anchors({{0, 0}, {1, 1}, {2, 6}});
  EXPECT_EQ(entity.source({1, 2}), (Span{1, 6}));
  EXPECT_EQ(entity.source({0, 3}), (Span{0, 7}));
  const Document tag = with_anchors({{0, 0}, {1, 1}, {1, 5}});
  EXPECT_EQ(tag.source({0, 1}), (Span{0, 1}));
  EXPECT_EQ(tag.source({1, 2}), (Span{5, 6}));
  EXPECT_EQ(tag.source({0, 2}), (Span{0, 6}));
}

TEST(ComposedAnchors, LeadThroughBothSteps) {
  // Input in UTF-16: "<p>" 6 bytes, "新增" 4, "&amp;" 10, "学位" 4. UTF-8: 3, 6, 5, 6. Text: "新增&学位".
  const std::vector<SourceAnchor> to_input = {{0, 0, 1, 2}, {3, 6, 3, 2}, {9, 10, 1, 2}, {14, 20, 3, 2}};
  const std::vector<SourceAnchor> to_utf8 = {{0, 3}, {6, 9}, {7, 14}, {13, 20}};
  const Document document = with_anchors(compose_anchors(to_utf8, to_input));
  EXPECT_EQ(document.source({0, 3}), (Span{6, 8}));
  EXPECT_EQ(document.source({3, 6}), (Span{8, 10}));
  EXPECT_EQ(document.source({6, 7}), (Span{10, 20}));
  EXPECT_EQ(document.source({7, 10}), (Span{20, 22}));
  EXPECT_EQ(document.source({10, 13}), (Span{22, 24}));
  EXPECT_EQ(document.source({0, 13}), (Span{6, 24}));
}

// A stretch that begins inside a run, and goes over several: "a新增b" less its first two characters.
TEST(ComposedAnchors, KeepTheWidthsOfRuns) {
  const std::vector<SourceAnchor> to_input = {{0, 0}, {1, 1, 3, 2}, {7, 5}};
  const Document document = with_anchors(compose_anchors({{0, 4}}, to_input));
  EXPECT_EQ(document.source({0, 3}), (Span{3, 5}));
  EXPECT_EQ(document.source({3, 4}), (Span{5, 6}));
}

TEST(Date, IsIso8601) {
  EXPECT_EQ((Date{2021, 4, 12}).to_string(), "2021-04-12");
  EXPECT_EQ((Date{1900, 12, 1}).to_string(), "1900-12-01");
}

TEST(Names, AreThoseOfTheFormat) {
  EXPECT_EQ(name(Role::achievement), "achievement");
  EXPECT_EQ(name(Bound::at_least), "at_least");
  EXPECT_EQ(name(Rule::document_kind), "document-kind");
  EXPECT_EQ(name(DiagnosticCode::link_spam), "link-spam");
  EXPECT_EQ(name(ErrorCode::empty_input), "empty-input");
}

TEST(Names, NoCodeIsWithoutOne) {
  for (int i = 0; i <= static_cast<int>(DiagnosticCode::wrong_encoding_label); ++i) {
    EXPECT_NE(name(static_cast<DiagnosticCode>(i)), "");
    EXPECT_NE(describe(static_cast<DiagnosticCode>(i)), "");
  }
  for (int i = 0; i <= static_cast<int>(ErrorCode::encrypted); ++i) {
    EXPECT_NE(name(static_cast<ErrorCode>(i)), "");
    EXPECT_NE(describe(static_cast<ErrorCode>(i)), "");
  }
}

}  // namespace
}  // namespace gongbao
