#include "office/xlsx.h"

#include <gtest/gtest.h>

#include "golden/office_files.h"
#include "gongbao/parser.h"
#include "office/number_format.h"

namespace gongbao::tests {
namespace {

Text read(const std::string& bytes) {
  Archive archive(bytes);
  auto result = read_xlsx(archive);
  const Error* const error = std::get_if<Error>(&result);
  EXPECT_EQ(error, nullptr) << describe(error->code);
  return error != nullptr ? Text() : std::get<Text>(std::move(result));
}

std::string word(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}
std::string number(const std::string& place, const std::string& value, int style = 0) {
  return "<c r=\"" + place + "\" s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
}
std::string row(int index, const std::string& cells, const std::string& more = "") {
  return "<row r=\"" + std::to_string(index) + "\"" + more + ">" + cells + "</row>";
}
std::string data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

TEST(Xlsx, MarksASheetAsATable) {
  const Text text = read(xlsx(data(row(1, word("A1", "项目") + word("B1", "目标（人）")) +
                                   row(2, word("A2", "新增\n就业") + number("B2", "300")))));
  EXPECT_EQ(text.utf8, "项目 | 目标（人）\n新增 就业 | 300\n");
  ASSERT_EQ(text.tables.size(), 1U);
  EXPECT_EQ(text.tables[0].span, (Span{0, static_cast<std::uint32_t>(text.utf8.size())}));
  ASSERT_EQ(text.tables[0].cells.size(), 4U);
  const TextCell& last = text.tables[0].cells[3];
  EXPECT_EQ(last.row, 1U);
  EXPECT_EQ(last.column, 1U);
  EXPECT_EQ(text.utf8.substr(last.span.begin, last.span.size()), "300");
}

TEST(Xlsx, ReadsSharedStringsFormulasAndErrors) {
  const Part strings = {
      "xl/sharedStrings.xml",
      "<sst><si><t>项目</t></si><si><r><t>新增</t></r><r><rPr/><t>就业</t></r><rPh><t>x</t></rPh></si></sst>"};
  const Text text = read(xlsx(data(row(1, R"(<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>)") +
                                   row(2, R"(<c r="A2" t="str"><f>A1</f><v>学位</v></c><c r="B2" t="e"><v>#N/A</v></c>)"
                                          R"(<c r="C2" t="s"><v>9</v></c><c r="D2"><f>1+1</f><v>2</v></c>)")),
                              {strings}));
  EXPECT_EQ(text.utf8, "新增就业 | 项目 | \n学位 |  | 2\n");
}

TEST(Xlsx, KeepsTitlesAndNotesOutOfTheTable) {
  const Text text = read(xlsx(data(row(1, word("A1", "2021年进展表")) + row(2, word("B2", "单位：万元")) +
                                   row(4, word("A4", "项目") + word("B4", "投资")) +
                                   row(5, word("A5", "公路") + number("B5", "12.5")) + row(6, word("A6", "注：略"))) +
                              R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)"));
  EXPECT_EQ(text.utf8, "2021年进展表\n单位：万元\n项目 | 投资\n公路 | 12.5\n注：略\n");
  ASSERT_EQ(text.tables.size(), 1U);
  EXPECT_EQ(text.utf8.substr(text.tables[0].span.begin, text.tables[0].span.size()), "项目 | 投资\n公路 | 12.5\n");
}

TEST(Xlsx, ResolvesMergedCells) {
  const Text text =
      read(xlsx(data(row(1, word("A1", "项目") + word("B1", "目标")) + row(2, word("B2", "数量") + word("C2", "单位")) +
                     row(3, word("A3", "就业") + number("B3", "300") + word("C3", "人"))) +
                R"(<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>)"));
  EXPECT_EQ(text.utf8, "项目 | 目标 | \n | 数量 | 单位\n就业 | 300 | 人\n");
  const std::vector<TextCell>& cells = text.tables.at(0).cells;
  EXPECT_EQ(cells.at(0).rows, 2U);
  EXPECT_EQ(cells.at(0).columns, 1U);
  EXPECT_EQ(cells.at(1).rows, 1U);
  EXPECT_EQ(cells.at(1).columns, 2U);
}

TEST(Xlsx, LeavesOutWhatIsHidden) {
  const std::string sheet =
      R"(<cols><col min="2" max="2" hidden="1"/></cols>)" +
      data(row(1, word("A1", "a") + word("B1", "b") + word("C1", "c")) +
           row(2, word("A2", "d") + word("C2", "e"), " hidden=\"1\"") + row(3, word("A3", "f") + word("C3", "g")));
  EXPECT_EQ(read(xlsx(sheet)).utf8, "a | c\nf | g\n");
}

// Some programs write a prefix before every name.
std::string prefixed(std::string xml, const std::string& prefix) {
  for (std::size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
    if (xml[at + 1] != '?') xml.insert(at + (xml[at + 1] == '/' ? 2 : 1), prefix + ":");
  }
  return xml;
}

TEST(Xlsx, ReadsAnyPrefix) {
  const std::string space = R"( xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
  const std::string sheet = "<worksheet" + space + ">" +
                            data(row(1, word("A1", "项目") + word("B1", "目标")) +
                                 row(2, word("A2", "就业") + R"(<c r="B2" t="s"><v>0</v></c>)")) +
                            "</worksheet>";
  const std::string workbook = "<workbook" + space +
                               " xmlns:rel=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets>"
                               "<sheet name=\"a\" sheetId=\"1\" rel:id=\"rId1\"/></sheets></workbook>";
  const Text text =
      read(zip({{"xl/workbook.xml", prefixed(workbook, "x")},
                {"xl/_rels/workbook.xml.rels",
                 "<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                 "<p:Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></p:Relationships>"},
                {"xl/sharedStrings.xml", prefixed("<sst" + space + "><si><t>300人</t></si></sst>", "x")},
                {"xl/worksheets/sheet1.xml", prefixed(sheet, "x")}}));
  EXPECT_EQ(text.utf8, "项目 | 目标\n就业 | 300人\n");
}

Text two_sheets(const std::string& state) {
  const std::string sheet = "<worksheet>" + data(row(1, word("A1", "甲") + word("B1", "乙"))) + "</worksheet>";
  return read(zip({{"xl/workbook.xml", "<workbook><sheets><sheet name=\"b\" r:id=\"rId2\"/><sheet name=\"a\" state=\"" +
                                           state + "\" r:id=\"rId1\"/></sheets></workbook>"},
                   {"xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                    "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"},
                   {"xl/worksheets/sheet1.xml", sheet},
                   {"xl/worksheets/sheet2.xml", "<worksheet>" + data(row(1, word("A1", "丙"))) + "</worksheet>"}}));
}

TEST(Xlsx, ReadsItsSheetsInTheOrderOfTheirTabs) {
  EXPECT_EQ(two_sheets("visible").utf8, "丙\n甲 | 乙\n");
  EXPECT_EQ(two_sheets("hidden").utf8, "丙\n");
  EXPECT_EQ(two_sheets("veryHidden").utf8, "丙\n");
}

TEST(Xlsx, TellsTablesOfASheetApart) {
  const Text text = read(xlsx(
      data(row(1, word("A1", "一、就业")) +
           row(2, word("A2", "项目") + word("B2", "目标（人）") + word("C2", "完成（人）")) +
           row(3, word("A3", "新增就业") + number("B3", "300") + number("C3", "120")) + row(5, word("A5", "二、教育")) +
           row(6, word("A6", "项目") + word("B6", "目标（个）")) + row(7, word("A7", "学位") + number("B7", "50")))));
  EXPECT_EQ(
      text.utf8,
      "一、就业\n项目 | 目标（人） | 完成（人）\n新增就业 | 300 | 120\n二、教育\n项目 | 目标（个） | \n学位 | 50 | \n");
  ASSERT_EQ(text.tables.size(), 2U);
  EXPECT_EQ(text.tables[1].cells.back().row, 1U);
}

TEST(Xlsx, AnEmptyRowDividesNoTable) {
  const std::string rows = row(1, word("A1", "项目") + word("B1", "目标（人）") + word("C1", "完成")) +
                           row(2, word("A2", "新增就业") + number("B2", "300") + word("C2", "120人")) +
                           row(4, word("A4", "二、教育")) +
                           row(5, word("A5", "教师培训") + number("B5", "50") + word("C5", "20人")) +
                           row(7, word("A7", "家长培训") + word("B7", "若干"));
  const Result result = Parser().parse(xlsx(data(rows)));
  ASSERT_TRUE(result);
  ASSERT_EQ(result->records.size(), 4U);
  EXPECT_EQ(result->records[2].unit, "人");
  EXPECT_EQ(result->items.size(), 3U);
}

TEST(Xlsx, ShowsNumbersAsTheirFormatsDo) {
  const Part styles = {
      "xl/styles.xml",
      "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
      "<numFmt numFmtId=\"171\" formatCode=\"0.0&quot;万元&quot;\"/></numFmts><cellXfs>"
      "<xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
      "<xf numFmtId=\"171\"/></cellXfs></styleSheet>"};
  const Text text = read(xlsx(data(row(1, number("A1", "0.85", 1) + number("B1", "44927", 2) +
                                              number("C1", "44927", 3) + number("D1", "85.299999999999997", 4) +
                                              "<c r=\"E1\" s=\"1\"><f>A1/3</f><v>0.68571428571428572</v></c>")),
                              {styles}));
  EXPECT_EQ(text.utf8, "85% | 2023-01-01 | 2023-01 | 85.3万元 | 68.57%\n");
}

TEST(NumberFormat, ShowsWhatWasStored) {
  const NumberFormat plain;
  const auto show = [](const char* stored, const NumberFormat& format, bool computed = false) {
    return show_number(stored, format, computed, false);
  };
  EXPECT_EQ(show("4380", plain), "4380");
  EXPECT_EQ(show("0.10000000000000001", plain), "0.1");
  EXPECT_EQ(show("57192.23", plain), "57192.23");
  EXPECT_EQ(show("-3.5", plain), "-3.5");
  EXPECT_EQ(show("1.2E-3", plain), "0.0012");
  EXPECT_EQ(show("1E+3", plain), "1000");
  EXPECT_EQ(show("123456789012345678", plain), "123456789012345678");
  EXPECT_EQ(show("abc", plain), "abc");
  EXPECT_EQ(show("", plain), "");
  EXPECT_EQ(show("nan", plain), "nan");
  EXPECT_EQ(show("0.57", read_number_format("0%")), "57%");
  EXPECT_EQ(show("1.005", read_number_format("0%")), "100.5%");
  EXPECT_EQ(show("12.345", read_number_format("#,##0.00_);[Red]\\(#,##0.00\\)")), "12.345");
  EXPECT_EQ(show("12.345678", read_number_format("#,##0.00"), true), "12.35");
  EXPECT_EQ(show("300", read_number_format("0\"人\"")), "300人");
  EXPECT_EQ(show("300", read_number_format("[$-804]General")), "300");
  EXPECT_EQ(show("1", builtin_number_format(14)), "1900-01-01");
  EXPECT_EQ(show("61", builtin_number_format(14)), "1900-03-01");
  EXPECT_EQ(show("44377.75", read_number_format("yyyy/m/d h:mm")), "2021-06-30");
  EXPECT_EQ(show("44377", read_number_format("[$-804]yyyy\"年\"m\"月\"d\"日\"")), "2021-06-30");
  EXPECT_EQ(show("0.5", builtin_number_format(14)), "0.5");
  EXPECT_EQ(show_number("42915", builtin_number_format(14), false, true), "2021-06-30");
}

}  // namespace
}  // namespace gongbao::tests
