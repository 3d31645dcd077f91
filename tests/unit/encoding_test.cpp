#include "decode/encoding.h"

#include <gtest/gtest.h>

#include "decode/decode.h"
#include "decode/label.h"
#include "document_access.h"
#include "golden/encodings.h"

namespace gongbao::tests {
namespace {

TEST(EncodingLabel, IsFoundWherePagesPutIt) {
  EXPECT_EQ(encoding_label("<html><head><meta charset=\"GBK\">"), "gbk");
  EXPECT_EQ(encoding_label("<META http-equiv=Content-Type content=\"text/html; charset=gb2312\">"), "gb2312");
  EXPECT_EQ(encoding_label("<meta content='text/html; charset = big5' http-equiv=x>"), "big5");
  EXPECT_EQ(encoding_label("<meta name=keywords content=\"charset\"><meta charset=utf-8 />"), "utf-8");
  EXPECT_EQ(encoding_label("<?xml version=\"1.0\" encoding=\"GB18030\"?><a/>"), "gb18030");
  EXPECT_EQ(encoding_label("<!-- <meta charset=big5> --><meta charset=gbk>"), "gbk");
  EXPECT_EQ(encoding_label("charset=gbk"), "");
  EXPECT_EQ(encoding_label("<!-- <meta charset=big5>"), "");
  EXPECT_EQ(encoding_label("<meta charset"), "");
  EXPECT_EQ(encoding_label("<meta charset="), "");
  EXPECT_EQ(encoding_label(std::string(5000, ' ') + "<meta charset=gbk>"), "");
}

TEST(EncodingLabel, NamesAnEncodingByAnyOfItsNames) {
  EXPECT_EQ(encoding_of("UTF8"), Encoding::utf8);
  EXPECT_EQ(encoding_of("gb2312"), Encoding::gb18030);
  EXPECT_EQ(encoding_of("GB_2312-80"), Encoding::gb18030);
  EXPECT_EQ(encoding_of("Big5-HKSCS"), Encoding::big5);
  EXPECT_EQ(encoding_of("iso-8859-1"), std::nullopt);
  EXPECT_EQ(encoding_of(""), std::nullopt);
}

const std::string words = "全区新增就业300人，完成年度目标的85%。";

// The encoding of a page, and whether its label was reported as wrong.
std::pair<std::string, bool> page_in(const char* encoding, const std::string& label, const std::string& text = words) {
  const std::string html = "<html><meta charset=\"" + label + "\"><body>" + text;
  const auto decoded = decode(encode(html, encoding));
  const Text* const page = std::get_if<Text>(&decoded);
  if (page == nullptr) return {"", false};
  EXPECT_EQ(page->utf8, html);
  bool wrong = false;
  for (const Diagnostic& diagnostic : page->diagnostics) {
    EXPECT_EQ(diagnostic.code, DiagnosticCode::wrong_encoding_label);
    wrong = true;
  }
  return {page->encoding, wrong};
}

TEST(Encoding, IsWhatTheContentSays) {
  using Found = std::pair<std::string, bool>;
  EXPECT_EQ(page_in("GBK", "gb2312"), Found("GB18030", false));
  EXPECT_EQ(page_in("GBK", "GBK"), Found("GB18030", false));
  EXPECT_EQ(page_in("GBK", ""), Found("GB18030", false));
  EXPECT_EQ(page_in("GBK", "x-user-defined-nonsense"), Found("GB18030", false));
  EXPECT_EQ(page_in("GBK", "utf-8"), Found("GB18030", true));
  EXPECT_EQ(page_in("GBK", "iso-8859-1"), Found("GB18030", true));
  EXPECT_EQ(page_in("GBK", "big5"), Found("GB18030", true));
  EXPECT_EQ(page_in("UTF-8", "gb2312"), Found("UTF-8", true));
  EXPECT_EQ(page_in("UTF-8", "utf-8"), Found("UTF-8", false));
  EXPECT_EQ(page_in("HZ", "hz-gb-2312"), Found("HZ-GB-2312", false));
  const std::string other = traditional(words);
  EXPECT_EQ(page_in("Big5-HKSCS", "big5", other), Found("Big5", false));
  EXPECT_EQ(page_in("Big5-HKSCS", "gb2312", other), Found("Big5", true));
  EXPECT_EQ(page_in("GBK", "gb2312", other), Found("GB18030", false));
}

TEST(Encoding, OfFewWordsIsFound) {
  for (const std::string text : {"新增", "已完成", "300人", "学校３所", "投资1.2亿元", "单位：万元"}) {
    EXPECT_EQ(page_in("GBK", "", text).first, "GB18030") << text;
    EXPECT_EQ(page_in("UTF-8", "", text).first, "UTF-8") << text;
    EXPECT_EQ(page_in("UTF-16LE", "", text).first, "UTF-16LE") << text;
    EXPECT_EQ(page_in("UTF-16BE", "", text).first, "UTF-16BE") << text;
    EXPECT_EQ(page_in("Big5-HKSCS", "", traditional(text)).first, "Big5") << text;
  }
}

TEST(Encoding, OfAsciiIsUtf8) {
  EXPECT_EQ(page_in("UTF-8", "", "300 people").first, "UTF-8");
  const auto tilde = decode("a list ~{ of ~} signs ~~");
  EXPECT_EQ(std::get<Text>(tilde).encoding, "UTF-8");
  const auto damaged = decode("300 people and more\xFF");
  EXPECT_EQ(std::get<Text>(damaged).encoding, "UTF-8");
}

// The source bytes of each character of a text are that character in the encoding.
TEST(Encoding, LeadsBackFromEachCharacter) {
  const std::string mixed = "一、新增3所·12个，€㎡，鎔𠮷：85%。\nabc①②　";
  for (const char* const encoding : {"GB18030", "UTF-16LE", "UTF-16BE", "Big5-HKSCS"}) {
    SCOPED_TRACE(encoding);
    const std::string text = only_encodable(traditional(words + mixed + words), encoding);
    const std::string bytes = encode(text, encoding);
    const auto decoded = decode(bytes);
    ASSERT_TRUE(std::holds_alternative<Text>(decoded));
    Document document;
    DocumentAccess::set_anchors(document, std::get<Text>(decoded).anchors);
    EXPECT_EQ(std::get<Text>(decoded).utf8, text);
    for (std::uint32_t begin = 0; begin < text.size();) {
      std::uint32_t end = begin + 1;
      while (end < text.size() && (text[end] & '\xC0') == '\x80') ++end;
      const Span source = document.source({begin, end});
      EXPECT_EQ(decode_bytes(bytes.substr(source.begin, source.size()), encoding), text.substr(begin, end - begin));
      begin = end;
    }
  }
}

TEST(Encoding, HzAnchorsSkipTheMarksOfItsRuns) {
  const std::string bytes = "a~{VPND~}b~~~{VP~}\n~{VPND~}";
  const auto decoded = decode(bytes);
  ASSERT_TRUE(std::holds_alternative<Text>(decoded));
  const Text& text = std::get<Text>(decoded);
  EXPECT_EQ(text.encoding, "HZ-GB-2312");
  EXPECT_EQ(text.utf8, "a中文b~中\n中文");
  Document document;
  DocumentAccess::set_anchors(document, text.anchors);
  EXPECT_EQ(document.source({1, 4}), (Span{3, 5}));
  EXPECT_EQ(document.source({1, 7}), (Span{3, 7}));
  EXPECT_EQ(document.source({7, 8}), (Span{9, 10}));
  EXPECT_EQ(document.source({8, 9}), (Span{10, 12}));
}

// A lead byte that lost its other half must not take a tag's bracket or a digit with it.
TEST(Encoding, DamageStaysWhereItIs) {
  const std::string half = encode("人", "GBK").substr(0, 1);
  const std::string good = encode(words, "GBK");
  const auto read = [&](const std::string& behind) {
    const auto decoded = decode(good + half + behind + good);
    const Text& text = std::get<Text>(decoded);
    EXPECT_EQ(text.encoding, "GB18030");
    EXPECT_EQ(text.diagnostics.size(), 1U);
    return text.utf8;
  };
  EXPECT_EQ(read("<br>"), words + "\uFFFD<br>" + words);
  EXPECT_EQ(read("300 "), words + "\uFFFD300 " + words);
  EXPECT_EQ(read("\n"), words + "\uFFFD\n" + words);
  EXPECT_EQ(read(""), words + "\uFFFD" + words);
}

}  // namespace
}  // namespace gongbao::tests
