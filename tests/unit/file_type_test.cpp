#include "gongbao/file_type.h"

#include <gtest/gtest.h>

#include "golden/office_files.h"
#include "gongbao/parser.h"

namespace gongbao::tests {
namespace {

std::string compound(const std::string& stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  for (const char c : stream + '\0') bytes.append({c, '\0'});
  return bytes + std::string(600, '\0');
}

struct Case {
  const char* name;
  std::string bytes;
  FileType type;
  ErrorCode error;
};

const Case cases[] = {
    {"Pdf", "%PDF-1.4\n%\xE2\xE3\xCF\xD3", FileType::pdf, ErrorCode::needs_converter},
    {"Rtf", "{\\rtf1\\ansi\\ansicpg936 ", FileType::rtf, ErrorCode::needs_converter},
    {"Word", compound("WordDocument"), FileType::doc, ErrorCode::needs_converter},
    {"Excel", compound("Workbook"), FileType::xls, ErrorCode::needs_converter},
    {"Excel95", compound("Book"), FileType::xls, ErrorCode::needs_converter},
    {"WordWithWorkbook", compound("Workbook") + compound("WordDocument"), FileType::doc, ErrorCode::needs_converter},
    {"Password", compound("EncryptedPackage"), FileType::encrypted, ErrorCode::encrypted},
    {"Ofd", zip({{"OFD.xml", "<ofd/>"}, {"Doc_0/Document.xml", "<d/>"}}), FileType::ofd, ErrorCode::needs_converter},
    {"Zip", zip({{"page.html", "<p>"}}), FileType::archive, ErrorCode::damaged_archive},
    {"CutZip", docx_of_text("新增就业300人").substr(0, 200), FileType::archive, ErrorCode::damaged_archive},
};

TEST(FileTypes, AreKnownByContent) {
  for (const Case& one : cases) {
    SCOPED_TRACE(one.name);
    EXPECT_EQ(file_type(one.bytes), one.type);
    const Result result = Parser().parse(one.bytes);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, one.error);
  }
  EXPECT_EQ(file_type(""), FileType::text);
  EXPECT_EQ(file_type("新增就业300人"), FileType::text);
  EXPECT_EQ(file_type("PK"), FileType::text);
  EXPECT_EQ(file_type(docx_of_text("新增就业300人")), FileType::docx);
  EXPECT_EQ(file_type(xlsx("<sheetData/>")), FileType::xlsx);
}

}  // namespace
}  // namespace gongbao::tests
