// What gongbao-batch reads: folders, lists, archives, web archives, NDJSON.
#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "batch/support.h"
#include "golden/encodings.h"
#include "golden/office_files.h"

namespace {

using namespace batch_test;
namespace fs = std::filesystem;
using Ids = std::vector<std::string>;

const std::string good = small_bulletin(1);

// What an output line says of its document: id, and the error's code where there is one.
Ids ids(const std::string& ndjson_lines) {
  Ids result;
  for (const std::string& line : lines(ndjson_lines)) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    std::string id = json["source"].GetString();
    if (json.HasMember("error")) id += std::string(" ") + json["error"]["code"].GetString();
    result.push_back(id);
  }
  return result;
}

struct Member {
  std::string name;
  std::string bytes;
};

void write_archive(const std::string& path, const std::vector<Member>& members) {
  archive* const out = archive_write_new();
  archive_write_set_format_filter_by_ext(out, path.c_str());
  archive_write_set_options(out, "hdrcharset=BINARY");
  ASSERT_EQ(archive_write_open_filename(out, path.c_str()), ARCHIVE_OK) << archive_error_string(out);
  for (const Member& member : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, member.name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(member.bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, member.bytes.data(), member.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(out);
}

TEST(Inputs, FoldersAreReadInTheOrderOfPaths) {
  const Folder folder;
  for (const char* const name : {"in/b.txt", "in/a/2.txt", "in/a/1.txt", "in/a-b.txt", "in/.hidden", "in/.git/x"}) {
    folder.write(name, good);
  }
  RunOptions options;
  options.folder = folder / "";
  const Finished result = run({"in", "in/b.txt"}, options);
  EXPECT_EQ(ids(result.out), (Ids{"in/a-b.txt", "in/a/1.txt", "in/a/2.txt", "in/b.txt"}));
  EXPECT_EQ(result.status, 0);
}

TEST(Inputs, OwnOutputIsNoInput) {
  const Folder folder;
  folder.write("a.txt", good);
  RunOptions options;
  options.folder = folder / "";
  EXPECT_EQ(run({"-o", "out", "."}, options).status, 0);
  EXPECT_EQ(run({"-o", "out", "--restart", "."}, options).status, 0);
  EXPECT_EQ(ids(read_file(folder / "out/documents.ndjson")), (Ids{"./a.txt"}));
}

TEST(Inputs, ListsByLineAndByNul) {
  const Folder folder;
  folder.write("a.txt", good);
  folder.write("new\nline.txt", good);
  RunOptions options;
  options.folder = folder / "";
  options.input = "a.txt\nmissing.txt\n\na.txt\n";
  const Finished by_line = run({"--files-from", "-"}, options);
  EXPECT_EQ(ids(by_line.out), (Ids{"a.txt", "missing.txt not-found"}));
  EXPECT_EQ(by_line.status, 1);
  options.input = std::string("new\nline.txt\0a.txt\0", 19);
  EXPECT_EQ(ids(run({"--files-from", "-"}, options).out), (Ids{"new\nline.txt", "a.txt"}));
  options.input = std::string("a.txt\0new\nline.txt\0", 19);
  EXPECT_EQ(ids(run({"--files-from", folder.write("list", options.input)}, options).out),
            (Ids{"a.txt", "new\nline.txt"}));
}

TEST(Inputs, ArchivesOfAllKinds) {
  const Folder folder;
  RunOptions options;
  options.folder = folder / "";
  const std::string chinese = "\xE5\x85\xAC\xE6\x8A\xA5.txt";  // 公报 in UTF-8
  const std::string old_chinese = "\xB9\xAB\xB1\xA8.txt";      // 公报 in GB18030
  for (const std::string name : {"x.tar", "x.tar.gz", "x.tar.xz", "x.zip", "x.7z"}) {
    const bool knows_bytes_only = name != "x.7z";
    write_archive(folder / name, {{"a/1.txt", good}, {knows_bytes_only ? old_chinese : "2.txt", good}, {"empty", ""}});
    const Finished result = run({name}, options);
    EXPECT_EQ(result.status, 1) << name;
    EXPECT_EQ(ids(result.out), (Ids{name + "!a/1.txt", name + '!' + (knows_bytes_only ? chinese : "2.txt"),
                                    name + "!empty empty-input"}));
  }
}

TEST(Inputs, DamagedArchiveGivesWhatItHas) {
  const Folder folder;
  RunOptions options;
  options.folder = folder / "";
  std::vector<Member> members;
  members.reserve(200);
  for (int i = 0; i < 200; ++i) members.push_back({std::to_string(i), small_bulletin(i)});
  write_archive(folder / "x.tar.gz", members);
  std::string bytes = read_file(folder / "x.tar.gz");
  folder.write("half.tar.gz", bytes.substr(0, bytes.size() / 2));
  folder.write("none.zip", "this is no archive");
  folder.write("page.txt", good);
  const Finished result = run({"half.tar.gz", "none.zip", "page.txt"}, options);
  EXPECT_EQ(result.status, 1);
  const Ids all = ids(result.out);
  ASSERT_GT(all.size(), 10U);
  ASSERT_LT(all.size(), 203U);
  EXPECT_EQ(all[0], "half.tar.gz!0");
  EXPECT_EQ(Ids(all.end() - 3, all.end()), (Ids{"half.tar.gz damaged-input", "none.zip damaged-input", "page.txt"}));
}

// One member of a gzip file.
std::string gzip(const std::string& bytes) {
  std::string result(bytes.size() + 1024, '\0');
  std::size_t size = 0;
  archive* const out = archive_write_new();
  archive_write_set_format_raw(out);
  archive_write_add_filter_gzip(out);
  archive_write_set_bytes_per_block(out, 0);
  EXPECT_EQ(archive_write_open_memory(out, result.data(), result.size(), &size), ARCHIVE_OK);
  archive_entry* const entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(out, entry);
  archive_write_data(out, bytes.data(), bytes.size());
  archive_entry_free(entry);
  archive_write_close(out);
  archive_write_free(out);
  result.resize(size);
  return result;
}

TEST(Inputs, CompressedDocumentAndLines) {
  const Folder folder;
  const std::string from_gzip = run({folder.write("page.txt.gz", gzip(good))}).out;
  const std::string plain = run({folder.write("page.txt", good)}).out;
  EXPECT_EQ(from_gzip.substr(from_gzip.find("\"encoding\"")), plain.substr(plain.find("\"encoding\"")));
  const std::string lines_file = folder.write("lines.ndjson.gz", gzip(ndjson("a", good)) + gzip(ndjson("b", good)));
  EXPECT_EQ(ids(run({lines_file}).out), (Ids{"a", "b"}));
}

std::string warc_record(const std::string& type, const std::string& id, const std::string& more,
                        const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + id + ">\r\n" + more +
         "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

TEST(Inputs, WebArchive) {
  const Folder folder;
  const std::string uri = "WARC-Target-URI: http://example.gov.cn/1\r\n";
  const std::string page = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + good;
  const std::string chunked =
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n" + good.substr(0, 5) + "\r\n" + "100000\r\n";
  const std::string real_chunks = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n6\r\n" + good.substr(0, 6) +
                                  "\r\n1\r\n" + good.substr(6, 1) + "\r\n0\r\n\r\n";
  folder.write("x.warc",
               warc_record("warcinfo", "info", "", "software: x\r\n") +
                   warc_record("request", "q", uri, "GET / HTTP/1.1\r\n\r\n") +
                   warc_record("response", "page", uri, page) + warc_record("response", "chunks", uri, real_chunks) +
                   warc_record("response", "false-chunks", uri, chunked) +
                   warc_record("response", "gone", uri, "HTTP/1.1 404 Not Found\r\n\r\n" + good) +
                   warc_record("response", "picture", uri, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx") +
                   warc_record("conversion", "text", uri + "Content-Type: text/plain\r\n", good) +
                   "WARC/1.0\r\nContent-Length: 100\r\n\r\ncut");
  RunOptions options;
  options.folder = folder / "";
  const Finished result = run({"--with-text", "x.warc"}, options);
  EXPECT_EQ(ids(result.out), (Ids{"x.warc!urn:uuid:page", "x.warc!urn:uuid:chunks", "x.warc!urn:uuid:false-chunks",
                                  "x.warc!urn:uuid:text", "x.warc damaged-input"}));
  const std::vector<std::string> documents = lines(result.out);
  EXPECT_NE(documents[0].find("\"url\":\"http://example.gov.cn/1\""), std::string::npos);
  rapidjson::Document json;
  json.Parse(documents[0].c_str());
  EXPECT_EQ(json["text"].GetString(), good);
  json.Parse(documents[1].c_str());
  EXPECT_EQ(json["text"].GetString(), good.substr(0, 7));
}

// As crawlers write them: each record compressed by itself. The last one is cut off; libarchive, which decompresses 64
// KB at a time, loses so much before the cut.
TEST(Inputs, CompressedWebArchive) {
  const Folder folder;
  const std::string page = good + std::string(100000, '\n');
  std::string bytes;
  for (const char* const id : {"1", "2", "3"}) {
    bytes += gzip(warc_record("response", id, "", "HTTP/1.1 200 OK\r\n\r\n" + page) +
                  warc_record("response", id + std::string("z"), "",
                              "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip(good)));
  }
  folder.write("x.warc.gz", bytes.substr(0, bytes.size() - 20));
  RunOptions options;
  options.folder = folder / "";
  const Finished result = run({"--with-text", "x.warc.gz"}, options);
  EXPECT_EQ(ids(result.out), (Ids{"x.warc.gz!urn:uuid:1", "x.warc.gz!urn:uuid:1z", "x.warc.gz!urn:uuid:2",
                                  "x.warc.gz!urn:uuid:2z", "x.warc.gz damaged-input"}));
  rapidjson::Document json;
  json.Parse(lines(result.out).at(1).c_str());
  EXPECT_EQ(json["text"].GetString(), good);
}

TEST(Inputs, LinesOfNdjson) {
  RunOptions options;
  options.input = ndjson("a", good) + ndjson_bytes("b", good) + "\n" +  //
                  "{\"id\":7,\"url\":\"http://x\",\"html\":\"新增学位5个\"}\r\n" + "{\"text\":\"新增学位5个\"}\n" +
                  "[1]\n" + "{\"id\":\"c\",\"bytes\":\"***\"}\n" + "{\"id\":\"d\",\"text\":\"\xFF\"}\n" +
                  "{\"id\":\"e\"}\n" + std::string(100000, '[') + "\n" + "{\"id\":\"f\",\"text\":\"新增学位5个\"}";
  const Finished result = run({"--ndjson", "-"}, options);
  EXPECT_EQ(ids(result.out), (Ids{"a", "b", "7", "stdin:5", "stdin:6 bad-line", "c bad-line", "stdin:8 bad-line",
                                  "e bad-line", "stdin:10 bad-line", "f"}));
  EXPECT_EQ(result.status, 1);
  const std::vector<std::string> documents = lines(result.out);
  EXPECT_EQ(documents[0].substr(documents[0].find("\"encoding\"")),
            documents[1].substr(documents[1].find("\"encoding\"")));
  EXPECT_NE(documents[2].find("\"url\":\"http://x\""), std::string::npos);
}

// What the pairs of all output lines say, by id.
std::map<std::string, std::size_t> pairs(const std::string& ndjson_lines) {
  std::map<std::string, std::size_t> result;
  for (const std::string& line : lines(ndjson_lines)) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    result[json["source"].GetString()] = json.HasMember("pairs") ? json["pairs"].Size() : 0;
  }
  return result;
}

TEST(Inputs, PagesOfficeFilesAndOtherEncodings) {
  using namespace gongbao::tests;
  const Folder folder;
  std::string html = "<html><head><meta charset=gb2312></head><body>";
  for (const std::string& line : lines(good)) html += "<p>" + line + "</p>";
  html += "</body></html>";
  const std::string gb_page = encode(html, "GB18030");
  folder.write("in/big5.txt", encode(traditional(good), "Big5"));
  folder.write("in/page.html", gb_page);
  folder.write("in/utf16.txt", encode("\uFEFF" + good, "UTF-16LE"));
  folder.write("in/word.docx", docx_of_text(good));
  folder.write("in/table.doc", xlsx_of_text(good));  // the name lies
  folder.write("in/lines.ndjson", ndjson_bytes("line", gb_page));
  write_archive(folder / "in/x.zip", {{"page", gb_page}, {"word.docx", docx_of_text(good)}, {"__MACOSX/._page", "x"}});
  folder.write("in/x.warc", warc_record("response", "page", "",
                                        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + gb_page));
  const std::map<std::string, std::size_t> expected = {
      {"in/big5.txt", 2},   {"in/page.html", 2},       {"in/utf16.txt", 2},
      {"in/word.docx", 2},  {"in/table.doc", 2},       {"line", 2},
      {"in/x.zip!page", 2}, {"in/x.zip!word.docx", 2}, {"in/x.warc!urn:uuid:page", 2}};
  RunOptions options;
  options.folder = folder / "";
  const Finished result = run({"in"}, options);
  EXPECT_EQ(pairs(result.out), expected);
  EXPECT_EQ(result.status, 0);
}

TEST(Inputs, WhatNeedsAConverter) {
  const Folder folder;
  folder.write("in/a.pdf", "%PDF-1.4\n");
  folder.write("in/b.txt", good);
  RunOptions options;
  options.folder = folder / "";
  options.path = folder / "bin";
  const Finished without = run({"-o", "without", "in"}, options);
  EXPECT_EQ(without.status, 1);
  EXPECT_NE(
      read_file(folder / "without/quarantine.ndjson").find("\"needs-converter\",\"message\":\"It can be read once"),
      std::string::npos);
  // A converter that knows one bulletin.
  folder.write("bin/pdftotext", "#!/bin/sh\nfor last; do :; done\n/bin/cat in/b.txt > \"$last\"\n");
  fs::permissions(folder / "bin/pdftotext", fs::perms::owner_all);
  const Finished with = run({"in"}, options);
  EXPECT_EQ(pairs(with.out), (std::map<std::string, std::size_t>{{"in/a.pdf", 2}, {"in/b.txt", 2}}));
  EXPECT_EQ(with.status, 0);
}

TEST(Inputs, LongDocumentHarmsNoOther) {
  const Folder folder;
  const std::string big(300000, 'x');
  folder.write("a.txt", big);
  folder.write("b.txt", good);
  write_archive(folder / "c.zip", {{"big", big}, {"good", good}});
  folder.write("d.ndjson", ndjson("big", big) + ndjson("good", good));
  RunOptions options;
  options.folder = folder / "";
  const Finished result = run({"--max-document", "100kb", "."}, options);
  EXPECT_EQ(ids(result.out), (Ids{"./a.txt input-too-long", "./b.txt", "./c.zip!big input-too-long", "./c.zip!good",
                                  "./d.ndjson:1 input-too-long", "good"}));
}

TEST(Inputs, WrongUse) {
  const Folder folder;
  const std::string page = folder.write("a.txt", good), file = folder.write("file", "x");
  const std::string lexicon = folder.write("bad.tsv", "no such row\t\t\t\t\n");
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"--no-such-option", page},
                                             {"missing.txt"},
                                             {"-o", folder / "out", "missing.txt"},
                                             {"-o", file, page},
                                             {"-o", file + "/below", page},
                                             {"--log", folder / "no/log", page},
                                             {"--files-from", "missing.txt"},
                                             {"--ndjson", "missing.txt"},
                                             {"--ndjson", "-", "--files-from", "-"},
                                             {"--restart", page},
                                             {"--write", "csv", page},
                                             {"-o", folder / "out", "--write", "xml", page},
                                             {"--jobs", "0", page},
                                             {"--max-document", "2gb", page},
                                             {"--lexicon", "units", page},
                                             {"--lexicon", "units=" + lexicon, page}}) {
    const Finished result = run(arguments);
    EXPECT_EQ(result.status, 2) << testing::PrintToString(arguments);
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err, "");
    EXPECT_FALSE(fs::exists(folder / "out"));
  }
  EXPECT_EQ(run({"--help"}).status, 0);
}

}  // namespace
