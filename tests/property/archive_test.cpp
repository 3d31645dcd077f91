// Archives made to exhaust a reader: each ends in an error, or in a document, in little memory and time.
#include "office/archive.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <zip.h>

#include <chrono>

#include "decode/decode.h"
#include "golden/corpus.h"
#include "golden/office_files.h"
#include "property/documents.h"

namespace gongbao::tests {
namespace {

// Generous, for sanitizers.
constexpr double most_seconds = 30;
constexpr long most_kilobytes = 1500L * 1024;

std::string repeat(const std::string& piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

// What the library says of the bytes: the error's name, or "document".
std::string verdict(const std::string& bytes) {
  const auto begin = std::chrono::steady_clock::now();
  const Result result = Parser().parse(ExactBytes(bytes).view());
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(time.count(), most_seconds);
  return result ? "document" : std::string(name(result.error().code));
}

const std::string body_begin = "<w:document><w:body>";
const std::string body_end = "</w:body></w:document>";
std::string document_part(const std::string& xml) { return zip({{"word/document.xml", xml}}); }

// Such a file must be made piece by piece, or the test would need the memory that the library must not.
std::string bomb(std::size_t zeros) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  zip_source_keep(target);
  struct Zeros {
    std::size_t all;
    std::size_t left;
  } zeros_left{zeros, zeros};
  const auto give = [](void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) -> zip_int64_t {
    auto& left = *static_cast<Zeros*>(state);
    switch (command) {
      case ZIP_SOURCE_OPEN: left.left = left.all; return 0;
      case ZIP_SOURCE_READ: {
        const std::size_t count = std::min<std::size_t>(length, left.left);
        std::fill_n(static_cast<char*>(data), count, '0');
        left.left -= count;
        return static_cast<zip_int64_t>(count);
      }
      case ZIP_SOURCE_STAT: zip_stat_init(static_cast<zip_stat_t*>(data)); return sizeof(zip_stat_t);
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
      default: return 0;
    }
  };
  zip_file_add(archive, "word/document.xml", zip_source_function(archive, give, &zeros_left), 0);
  EXPECT_EQ(zip_close(archive), 0);
  return taken_bytes(target);
}

// Both places that state how long the part is when unpacked say `size`.
std::string with_stated_size(std::string bytes, std::uint32_t size) {
  const auto put = [&](std::size_t at) {
    for (int i = 0; i < 4; ++i) bytes.at(at + static_cast<std::size_t>(i)) = static_cast<char>(size >> (8 * i));
  };
  put(bytes.find("PK\x01\x02") + 24);
  put(22);
  return bytes;
}

TEST(HostileArchive, ThatUnpacksToTooMuchIsRefused) {
  const std::string big = bomb(std::size_t{1} << 30);
  EXPECT_LT(big.size(), 2000000U);
  EXPECT_EQ(verdict(big), "unsafe-archive");
  const std::string liar = with_stated_size(big, 1000);
  const std::string said = verdict(liar);
  EXPECT_TRUE(said == "unsafe-archive" || said == "damaged-archive") << said;
  EXPECT_LT(peak_kilobytes(), most_kilobytes);
}

TEST(HostileArchive, OfManyPartsIsRefused) {
  std::vector<Part> parts = {{"word/document.xml", body_begin + body_end}};
  for (int i = 0; i < most_entries; ++i) parts.emplace_back(std::to_string(i), "");
  EXPECT_EQ(verdict(zip(parts)), "unsafe-archive");
}

TEST(HostileArchive, WithAPasswordIsRefused) {
  EXPECT_EQ(verdict(zip({{"word/document.xml", body_begin + body_end}}, "secret")), "encrypted");
}

TEST(HostileArchive, ThatIsCutOffOrDamagedIsAnError) {
  const std::string whole = docx_of_text(read_file(bulletins().front()));
  ASSERT_EQ(verdict(whole), "document");
  for (std::size_t size = 5; size < whole.size(); size += 97)
    EXPECT_EQ(verdict(whole.substr(0, size)), "damaged-archive");
  for (std::size_t at = 4; at < whole.size(); at += 41) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const std::string said = verdict(damaged);
    EXPECT_TRUE(said == "document" || said == "damaged-archive" || said == "encrypted" || said == "unsafe-archive")
        << at << ": " << said;
  }
}

TEST(HostileArchive, WithADocumentTypeIsRefused) {
  std::string entities = "<!DOCTYPE w:document [<!ENTITY a \"lol\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    entities += "<!ENTITY " + std::string(1, c) + " \"" + repeat("&" + before + ";", 10) + "\">";
  }
  const std::string body = body_begin + docx_paragraph("") + "<w:p><w:r><w:t>&z;</w:t></w:r></w:p>" + body_end;
  EXPECT_EQ(verdict(document_part(entities + "]>" + body)), "unsafe-archive");
  EXPECT_EQ(verdict(document_part("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + body)), "unsafe-archive");
}

TEST(HostileArchive, OfDeepXmlIsRefused) {
  for (const std::string element : {"w:tbl", "w:p", "w:r", "x"}) {
    for (const std::size_t depth : {10000U, 300000U}) {
      const std::string deep = repeat("<" + element + ">", depth) + repeat("</" + element + ">", depth);
      EXPECT_EQ(verdict(document_part(body_begin + deep + body_end)), "unsafe-archive");
    }
  }
  const std::string open = body_begin + repeat("<w:tbl>", 100000);
  EXPECT_EQ(verdict(document_part(open)), "damaged-archive");
}

TEST(HostileArchive, OfBadXmlIsAnError) {
  EXPECT_EQ(verdict(document_part("")), "damaged-archive");
  EXPECT_EQ(verdict(document_part("no xml")), "damaged-archive");
  EXPECT_EQ(verdict(document_part("<a/>")), "empty-input");
  EXPECT_EQ(verdict(docx(docx_paragraph(""))), "empty-input");
}

TEST(HostileDocument, HasNumbersBeyondAllSense) {
  const std::string huge = "4294967295";
  const std::string cell =
      "<w:tc><w:tcPr><w:gridSpan w:val=\"" + huge + "\"/></w:tcPr>" + docx_paragraph("3人") + "</w:tc>";
  const std::string row = "<w:tr><w:trPr><w:gridBefore w:val=\"" + huge + "\"/></w:trPr>" + cell + cell + "</w:tr>";
  const std::string plain = "<w:tr>" + cell + cell + "</w:tr>";
  verdict(docx("<w:tbl>" + repeat(row, 10) + "</w:tbl>" + docx_paragraph("新增3人")));
  EXPECT_EQ(verdict(docx("<w:tbl>" + repeat(plain, 1000) + "</w:tbl>" + docx_paragraph("新增3人"))), "document");
}

TEST(HostileDocument, RepeatsAnOrdinalWithoutEnd) {
  const Part lists = {"word/numbering.xml",
                      "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                      "w:val=\"upperRoman\"/><w:lvlText w:val=\"" +
                          repeat("%1", 400000) +
                          "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
                          "</w:numbering>"};
  const std::string paragraph = docx_paragraph("新增3人", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>");
  EXPECT_EQ(verdict(docx(repeat(paragraph, 10000), {lists})), "document");
}

std::string word(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

TEST(HostileSheet, IsReadByItsCellsAndNotItsSize) {
  const std::string far = "<sheetData><row r=\"1\">" + word("A1", "项目") + word("B1", "目标") +
                          "</row><row r=\"1048576\">" + word("A1048576", "就业") + word("XFD1048576", "300人") +
                          "</row></sheetData>";
  const auto decoded = decode(xlsx(far));
  ASSERT_TRUE(std::holds_alternative<Text>(decoded));
  EXPECT_EQ(std::get<Text>(decoded).utf8, "项目 | 目标 | \n就业 |  | 300人\n");
  verdict(xlsx("<sheetData><row r=\"4294967295\">" + word("ZZZZZZZ99999999999", "x") + word("A0", "x") + word("", "x") +
               "</row></sheetData>"));
}

TEST(HostileSheet, HasMergedRangesOfAllSizes) {
  std::string merged = "<mergeCells>";
  for (int i = 1; i < 3000; ++i)
    merged +=
        "<mergeCell ref=\"A" + std::to_string(i) + ":XFD1048576\"/><mergeCell ref=\"B2:A1\"/><mergeCell ref=\"\"/>";
  std::string rows;
  for (int i = 1; i < 3000; ++i)
    rows += "<row>" + word("A" + std::to_string(i), "a") + word("C" + std::to_string(i + 5), "c") + "</row>";
  const auto decoded = decode(xlsx("<sheetData>" + rows + "</sheetData>" + merged + "</mergeCells>"));
  ASSERT_TRUE(std::holds_alternative<Text>(decoded));
  for (const MarkedTable& table : std::get<Text>(decoded).tables) {
    std::vector<std::vector<bool>> taken(3100, std::vector<bool>(10));
    for (const TextCell& cell : table.cells) {
      for (std::uint32_t r = cell.row; r < cell.row + cell.rows; ++r) {
        for (std::uint32_t c = cell.column; c < cell.column + cell.columns; ++c) {
          EXPECT_FALSE(taken.at(r).at(c)) << r << ' ' << c;
          taken.at(r).at(c) = true;
        }
      }
    }
  }
}

// One cell in each row and each column: a grid of them would have a million times a million places.
TEST(HostileSheet, IsADiagonal) {
  std::string rows;
  for (int i = 0; i < 16000; ++i) {
    std::string column;
    for (int rest = i + 1; rest > 0; rest = (rest - 1) / 26)
      column.insert(column.begin(), static_cast<char>('A' + (rest - 1) % 26));
    const std::string row = std::to_string(i + 1);
    rows += "<row r=\"" + row + "\">" + word(column + row, "3人") + "</row>";
  }
  verdict(xlsx("<sheetData>" + rows + "</sheetData>"));
  EXPECT_LT(peak_kilobytes(), most_kilobytes);
}

TEST(HostileSheet, RepeatsALongStringWithoutEnd) {
  const Part strings = {"xl/sharedStrings.xml", "<sst><si><t>" + repeat("新增就业300人", 40000) + "</t></si></sst>"};
  const std::string cells = repeat("<c t=\"s\"><v>0</v></c>", 1000);
  EXPECT_EQ(verdict(xlsx("<sheetData>" + repeat("<row>" + cells + "</row>", 50) + "</sheetData>", {strings})),
            "unsafe-archive");
  EXPECT_LT(peak_kilobytes(), most_kilobytes);
}

}  // namespace
}  // namespace gongbao::tests
