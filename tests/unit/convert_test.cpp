// The program's way to converters, with scripts in their place.
#include "convert.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "columns.h"
#include "golden/office_files.h"

namespace gongbao::tests {
namespace {

namespace fs = std::filesystem;

// PATH and the folder for temporary files are the test's own.
class Convert : public testing::Test {
 protected:
  Convert() {
    std::string pattern = testing::TempDir() + "gongbao-convert-XXXXXX";
    folder_ = mkdtemp(pattern.data());
    fs::create_directory(folder_ / "tmp");
    setenv("PATH", folder_.c_str(), 1);
    setenv("TMPDIR", (folder_ / "tmp").c_str(), 1);
  }
  ~Convert() override {
    EXPECT_TRUE(fs::is_empty(folder_ / "tmp")) << "something was left behind";
    setenv("PATH", path_.c_str(), 1);
    unsetenv("TMPDIR");
    fs::remove_all(folder_);
  }

  void program(const std::string& name, const std::string& script) const {
    std::ofstream(folder_ / name) << "#!/bin/sh\n" << script << '\n';
    chmod((folder_ / name).c_str(), 0755);
  }

  std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
  std::string path_ = std::getenv("PATH");
};

const std::string last_argument = "for last; do :; done\n";

TEST_F(Convert, GivesWhatTheProgramWrote) {
  program("pdftotext", last_argument + "echo \"$@\" > " + (folder() / "arguments").string() +
                           "\nprintf '新增就业300人\\n' > \"$last\"");
  const Converted converted = convert("%PDF-1.4 $(touch /tmp/never)", FileType::pdf);
  EXPECT_EQ(converted.code, "");
  EXPECT_EQ(converted.bytes, "新增就业300人\n");
  EXPECT_NE(read("arguments").find("-layout -enc UTF-8 "), std::string::npos);
}

// LibreOffice names its output after its input, in the folder behind --outdir.
TEST_F(Convert, AsksLibreOfficeForWhatTheLibraryReads) {
  std::ofstream(folder() / "answer", std::ios::binary) << docx_of_text("新增就业300人");
  program("soffice",
          "while [ $# -gt 1 ]; do\n  [ \"$1\" = --convert-to ] && to=$2\n  [ \"$1\" = --outdir ] && out=$2\n  shift\n"
          "done\n/bin/cp " +
              (folder() / "answer").string() + " \"$out/input.$to\"; echo \"$1 $to\" > " +
              (folder() / "asked").string());
  EXPECT_EQ(convert("old", FileType::doc).bytes, read("answer"));
  EXPECT_NE(read("asked").find("/input.doc docx\n"), std::string::npos);
  EXPECT_EQ(convert("old", FileType::xls).bytes, read("answer"));
  EXPECT_NE(read("asked").find("/input.xls xlsx\n"), std::string::npos);
  EXPECT_EQ(convert("{\\rtf", FileType::rtf).bytes, read("answer"));
  EXPECT_NE(read("asked").find("/input.rtf docx\n"), std::string::npos);
}

TEST_F(Convert, NamesWhatIsMissing) {
  EXPECT_EQ(convert("%PDF-", FileType::pdf).code, "needs-converter");
  EXPECT_NE(convert("%PDF-", FileType::pdf).message.find("poppler-utils"), std::string_view::npos);
  EXPECT_NE(convert("old", FileType::xls).message.find("LibreOffice"), std::string_view::npos);
  EXPECT_NE(convert("ofd", FileType::ofd).message.find("OFD"), std::string_view::npos);
  std::ofstream(folder() / "pdftotext") << "no program";
  EXPECT_EQ(convert("%PDF-", FileType::pdf).code, "needs-converter");
}

TEST_F(Convert, SaysThatTheProgramFailed) {
  program("pdftotext", "exit 3");
  EXPECT_EQ(convert("%PDF-", FileType::pdf).code, "converter-failed");
  EXPECT_EQ(convert("%PDF-", FileType::pdf).detail, "pdftotext");
  program("pdftotext", "exit 0");  // without output
  EXPECT_EQ(convert("%PDF-", FileType::pdf).code, "converter-failed");
  program("pdftotext", "kill -SEGV $$");
  EXPECT_EQ(convert("%PDF-", FileType::pdf).code, "converter-failed");
  std::ofstream(folder() / "pdftotext") << "no program";
  EXPECT_EQ(convert("%PDF-", FileType::pdf).code, "converter-failed");
}

TEST_F(Convert, EndsAProgramThatHangsAndAllItStarted) {
  program("pdftotext", "/bin/sleep 1000 &\necho $! > " + (folder() / "child").string() + "\nwait");
  ConvertLimits limits;
  limits.time = std::chrono::seconds(1);
  const Converted converted = convert("%PDF-", FileType::pdf, limits);
  EXPECT_EQ(converted.code, "converter-failed");
  EXPECT_NE(converted.message.find("too long"), std::string_view::npos);
  const int child = std::atoi(read("child").c_str());
  ASSERT_GT(child, 0);
  // Gone, or waiting to be buried. It was killed, but dies only when it gets to run.
  const auto is_dead = [&] {
    std::ifstream status("/proc/" + std::to_string(child) + "/stat");
    const std::string words{std::istreambuf_iterator<char>(status), {}};
    return words.empty() || words.find(") Z") != std::string::npos;
  };
  for (int tries = 0; tries < 500 && !is_dead(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(is_dead());
}

TEST_F(Convert, EndsAProgramThatWritesWithoutEnd) {
  program("pdftotext", last_argument + "exec /bin/cat /dev/zero > \"$last\"");
  ConvertLimits limits;
  limits.bytes = 1U << 20;
  const Converted converted = convert("%PDF-", FileType::pdf, limits);
  EXPECT_EQ(converted.code, "converter-failed");
  EXPECT_NE(converted.message.find("limit"), std::string_view::npos);
}

TEST(MarkColumns, PutsBarsBetweenColumns) {
  EXPECT_EQ(mark_columns("  2021年  进展\n序号   项目     目标\n 1     就业    300人\n 2     学位    40个\n正文。\n"),
            "  2021年  进展\n序号 | 项目 | 目标\n1 | 就业 | 300人\n2 | 学位 | 40个\n正文。\n");
  EXPECT_EQ(mark_columns("第1期   总第2期   2021年\n正文\n"), "第1期   总第2期   2021年\n正文\n");
  EXPECT_EQ(mark_columns(""), "");
  EXPECT_EQ(mark_columns("a"), "a\n");
  EXPECT_EQ(mark_columns("\f   \n"), "\f   \n");
}

// As pdftotext wrote it: the number stands in the middle of its row's height.
TEST(MarkColumns, PutsCellsOfSeveralLinesTogether) {
  EXPECT_EQ(mark_columns("序号   项目         目标（个）     完成（个）     责任单位\n"
                         "1    新建社区       120       80        县民政局\n"
                         "     改造农村                           县交通局、\n"
                         "2               30        25\n"
                         "     公路危桥                           县财政局\n"
                         "3    安装路灯       900       610       县住建局\n"),
            "序号 | 项目 | 目标（个） | 完成（个） | 责任单位\n"
            "1 | 新建社区 | 120 | 80 | 县民政局\n"
            "2 | 改造农村公路危桥 | 30 | 25 | 县交通局、县财政局\n"
            "3 | 安装路灯 | 900 | 610 | 县住建局\n");
}

}  // namespace
}  // namespace gongbao::tests
