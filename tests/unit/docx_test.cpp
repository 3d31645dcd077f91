#include "office/docx.h"

#include <gtest/gtest.h>

#include "golden/office_files.h"
#include "gongbao/parser.h"

namespace gongbao::tests {
namespace {

Text read(const std::string& bytes) {
  Archive archive(bytes);
  auto result = read_docx(archive);
  const Error* const error = std::get_if<Error>(&result);
  EXPECT_EQ(error, nullptr) << describe(error->code);
  return error != nullptr ? Text() : std::get<Text>(std::move(result));
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}

TEST(Docx, IsOneLineAParagraph) {
  const Text text = read(docx(docx_paragraph("一、就业") + docx_paragraph("") + docx_paragraph("新增就业300人")));
  EXPECT_EQ(text.utf8, "一、就业\n\n新增就业300人\n");
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_TRUE(text.tables.empty());
}

TEST(Docx, JoinsRunsAndKeepsTheirBreaks) {
  const std::string body = "<w:p>" + run("新增") + "<w:hyperlink>" + run("就业") + "</w:hyperlink><w:smartTag>" +
                           run("3") + "</w:smartTag>" + run("00") +
                           "<w:r><w:tab/><w:t xml:space=\"preserve\"> </w:t><w:br/><w:noBreakHyphen/></w:r>" +
                           run("&lt;人&gt;") + "</w:p>";
  EXPECT_EQ(read(docx(body)).utf8, "新增就业300\t \n-<人>\n");
}

TEST(Docx, TagsInItsWordsAreWords) {
  const std::string line = "<p>新增就业300人</p>";
  const Result result = Parser().parse(docx(docx_paragraph(line) + docx_paragraph(line) + docx_paragraph(line)));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text(), line + "\n" + line + "\n" + line + "\n");
}

TEST(Docx, LeavesOutWhatNoReaderSees) {
  const std::string body =
      "<w:p>" + run("新增") + "<w:del><w:r><w:delText>300</w:delText></w:r></w:del><w:ins>" + run("400") + "</w:ins>" +
      "<w:moveFrom>" + run("500") + "</w:moveFrom>" + run("600", "<w:vanish/>") + run("7", "<w:vanish w:val=\"0\"/>") +
      "<w:r><w:instrText>PAGE 800</w:instrText></w:r><w:commentReference/>" + "<mc:AlternateContent><mc:Choice>" +
      run("人") + "</mc:Choice><mc:Fallback>" + run("九") + "</mc:Fallback></mc:AlternateContent></w:p>";
  EXPECT_EQ(read(docx(body)).utf8, "新增4007人\n");
}

TEST(Docx, PutsATextBoxBehindItsParagraph) {
  const std::string body = "<w:p>" + run("正文") + "<w:r><w:drawing><wps:txbx><w:txbxContent>" + docx_paragraph("框") +
                           "</w:txbxContent></wps:txbx></w:drawing></w:r>" + run("后文") + "</w:p>";
  EXPECT_EQ(read(docx(body)).utf8, "正文后文\n框\n");
}

std::string numbered(const std::string& text, const std::string& list, int level) {
  return docx_paragraph(
      text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>");
}

std::string level(int index, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
         "\"/><w:lvlText w:val=\"" + text + "\"/>" + more + "</w:lvl>";
}

Part lists(const std::string& levels, const std::string& more = "") {
  return {"word/numbering.xml", "<w:numbering><w:abstractNum w:abstractNumId=\"7\">" + levels +
                                    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>" +
                                    more + "</w:numbering>"};
}

TEST(Docx, WritesTheOrdinalsThatWordCounts) {
  const std::string levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "（%2）") +
                             level(2, "decimal", "%3.") + level(3, "decimal", "%1.%3.%4", "<w:isLgl/>");
  std::string body;
  for (const int at : {0, 1, 1, 2, 2, 3, 0, 1, 2}) body += numbered("字", "1", at);
  body += numbered("字", "0", 0) + docx_paragraph("字");
  EXPECT_EQ(read(docx(body, {lists(levels)})).utf8,
            "一、 字\n（一） 字\n（二） 字\n1. 字\n2. 字\n1.2.1 字\n二、 字\n（一） 字\n1. 字\n字\n字\n");
}

TEST(Docx, CountsInAllUsualFormats) {
  const auto second = [](const std::string& format) {
    const Part part = lists(level(0, format, "%1"));
    return read(docx(numbered("字", "1", 0) + numbered("字", "1", 0), {part})).utf8.substr(sizeof("x 字\n") - 1);
  };
  EXPECT_EQ(second("decimal"), "2 字\n");
  EXPECT_EQ(second("upperLetter"), "B 字\n");
  EXPECT_EQ(second("lowerRoman"), "ii 字\n");
  EXPECT_NE(second("decimalEnclosedCircle").find("② 字\n"), std::string::npos);
  EXPECT_NE(second("decimalFullWidth").find("２ 字\n"), std::string::npos);
  EXPECT_NE(second("decimalZero").find("02 字\n"), std::string::npos);
  EXPECT_NE(second("bullet").find("● 字\n"), std::string::npos);
  std::string many;
  for (int i = 0; i < 101; ++i) many += numbered("", "1", 0) + numbered("字", "1", 0);
  const std::string counted = read(docx(many, {lists(level(0, "chineseCounting", "%1、"))})).utf8;
  for (const char* const ordinal : {"十、", "十二、", "二十、", "六十六、", "九十八、", "100、", "202、"})
    EXPECT_NE(counted.find(std::string("\n") + ordinal + " 字\n"), std::string::npos) << ordinal;
}

TEST(Docx, StartsAListAnewWhereAskedTo) {
  const Part part =
      lists(level(0, "decimal", "%1."),
            "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
            "w:val=\"5\"/></w:lvlOverride></w:num>");
  const std::string body =
      numbered("a", "1", 0) + numbered("b", "1", 0) + numbered("c", "2", 0) + numbered("d", "2", 0);
  EXPECT_EQ(read(docx(body, {part})).utf8, "1. a\n2. b\n5. c\n6. d\n");
}

TEST(Docx, FindsAListThroughTheStyle) {
  const Part styles = {"word/styles.xml",
                       "<w:styles><w:style w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                       "</w:style><w:style w:styleId=\"Heading\"><w:basedOn w:val=\"Base\"/></w:style></w:styles>"};
  const std::string body = docx_paragraph("字", "<w:pStyle w:val=\"Heading\"/>");
  EXPECT_EQ(read(docx(body, {lists(level(0, "chineseCounting", "%1、")), styles})).utf8, "一、 字\n");
}

std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + docx_paragraph(text) + "</w:tc>";
}
std::string row(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }

void expect_cell(const Text& text, std::size_t index, TextCell expected, const std::string& words) {
  const TextCell& cell = text.tables.at(0).cells.at(index);
  EXPECT_EQ(cell.row, expected.row) << index;
  EXPECT_EQ(cell.column, expected.column) << index;
  EXPECT_EQ(cell.rows, expected.rows) << index;
  EXPECT_EQ(cell.columns, expected.columns) << index;
  EXPECT_EQ(text.utf8.substr(cell.span.begin, cell.span.size()), words) << index;
}

TEST(Docx, MarksTablesWithTheirMergedCells) {
  const std::string down = "<w:vMerge w:val=\"restart\"/>";
  const std::string on = "<w:vMerge/>";
  const std::string body = docx_paragraph("表") + "<w:tbl><w:tblPr/>" +
                           row(cell("项目", down) + cell("目标", "<w:gridSpan w:val=\"2\"/>")) +
                           row(cell("", on) + cell("数量") + cell("单位")) +
                           row(cell("就业") + cell("300") + cell("人")) + "</w:tbl>" + docx_paragraph("尾");
  const Text text = read(docx(body));
  EXPECT_EQ(text.utf8, "表\n项目 | 目标 | \n | 数量 | 单位\n就业 | 300 | 人\n尾\n");
  ASSERT_EQ(text.tables.size(), 1U);
  EXPECT_EQ(text.utf8.substr(text.tables[0].span.begin, text.tables[0].span.size()),
            "项目 | 目标 | \n | 数量 | 单位\n就业 | 300 | 人\n");
  ASSERT_EQ(text.tables[0].cells.size(), 7U);
  expect_cell(text, 0, {0, 0, 2, 1, {}}, "项目");
  expect_cell(text, 1, {0, 1, 1, 2, {}}, "目标");
  expect_cell(text, 2, {1, 1, 1, 1, {}}, "数量");
  expect_cell(text, 6, {2, 2, 1, 1, {}}, "人");
}

TEST(Docx, PutsACellOnOneLine) {
  const std::string nested = "<w:tbl>" + row(cell("3") + cell("所")) + "</w:tbl>";
  const std::string body = "<w:tbl>" +
                           row("<w:tc>" + docx_paragraph("新增") + docx_paragraph(" 就业") + "</w:tc><w:tc>" + nested +
                               docx_paragraph("") + "</w:tc>") +
                           "</w:tbl>";
  EXPECT_EQ(read(docx(body)).utf8, "新增 就业 | 3 所\n");
}

TEST(Docx, CountsOrdinalsInsideCells) {
  const auto counted = [](const std::string& words) {
    return row("<w:tc>" + numbered("", "1", 0) + "</w:tc>" + cell(words));
  };
  const std::string body = "<w:tbl>" + counted("就业") + counted("学位") + "</w:tbl>";
  EXPECT_EQ(read(docx(body, {lists(level(0, "decimal", "%1"))})).utf8, "1 | 就业\n2 | 学位\n");
}

TEST(Docx, ReadsATableThatOnlyLaysOutThePage) {
  const std::string body = "<w:tbl>" +
                           row("<w:tc>" + docx_paragraph("一、就业") + docx_paragraph("新增300人") + "<w:tbl>" +
                               row(cell("项目") + cell("目标")) + "</w:tbl></w:tc>") +
                           "</w:tbl>";
  const Text text = read(docx(body));
  EXPECT_EQ(text.utf8, "一、就业\n新增300人\n项目 | 目标\n");
  EXPECT_EQ(text.tables.size(), 1U);
}

TEST(Docx, LeavesOutHeadersFootersAndNotes) {
  const std::string body =
      "<w:p>" + run("新增就业300人") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" + run("。") + "</w:p>";
  const auto part = [](const std::string& name, const std::string& element) {
    return Part{"word/" + name + ".xml",
                "<w:" + element + ">" + docx_paragraph("脚注：截至6月底400人") + "</w:" + element + ">"};
  };
  EXPECT_EQ(read(docx(body, {part("footnotes", "footnotes"), part("endnotes", "endnotes"), part("header1", "hdr"),
                             part("footer1", "ftr"), part("comments", "comments")}))
                .utf8,
            "新增就业300人。\n");
}

TEST(Docx, LeavesOutRowsThatWereDeleted) {
  const std::string body = "<w:tbl>" + row(cell("项目") + cell("目标")) +
                           row("<w:trPr><w:del w:id=\"3\"/></w:trPr>" + cell("学位") + cell("50个")) +
                           row(cell("就业") + cell("300人")) + "</w:tbl>";
  EXPECT_EQ(read(docx(body)).utf8, "项目 | 目标\n就业 | 300人\n");
}

TEST(Docx, ReadsAnyPrefix) {
  const std::string xml =
      "<n:document xmlns:n=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><n:body><n:p><n:pPr><n:numPr><n:ilvl "
      "n:val=\"0\"/><n:numId "
      "n:val=\"1\"/></n:numPr></n:pPr><n:r><n:t>新增就业</n:t></n:r><n:del><n:r><n:t>3</n:t></n:r>"
      "</n:del><r xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><t>400人</t></r>"
      "<n:x xmlns:n=\"urn:other\"><n:t>别的</n:t></n:x></n:p></n:body></n:document>";
  EXPECT_EQ(read(zip({{"word/document.xml", xml}, lists(level(0, "decimal", "%1."))})).utf8, "1. 新增就业400人\n");
}

TEST(Docx, BelievesATitleThatItShows) {
  const auto core = [](const std::string& title) {
    return Part{"docProps/core.xml", "<cp:coreProperties><dc:title>" + title + "</dc:title></cp:coreProperties>"};
  };
  const std::string body = docx_paragraph("2021年民生实事进展");
  EXPECT_EQ(read(docx(body, {core("2021年民生实事进展")})).title, "2021年民生实事进展");
  EXPECT_EQ(read(docx(body, {core("关于放假的通知")})).title, "");
}

TEST(Docx, HasNoBytesOfItsOwnInTheFile) {
  const Result result = Parser().parse(docx_of_text("2021年民生实事\n1、目标任务：新增学位4380个。\n"));
  ASSERT_TRUE(result);
  ASSERT_EQ(result->records.size(), 1U);
  EXPECT_EQ(result->text(result->records[0].span), "4380个");
  EXPECT_EQ(result->source(result->records[0].span), (Span{0, 0}));
}

}  // namespace
}  // namespace gongbao::tests
