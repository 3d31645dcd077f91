// What gongbao-batch writes: the same for any number of threads, duplicates marked, nothing disturbed by bad documents.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cstdlib>
#include <random>

#include "batch/support.h"

namespace {

using namespace batch_test;

TEST(Outputs, DoNotDependOnThreads) {
  const Folder folder;
  std::string text;
  for (const auto& [name, bulletin] : bulletins()) text += ndjson(name, bulletin) + "bad\n" + ndjson(name, bulletin);
  const std::string input = folder.write("in.ndjson", text);
  for (const std::string jobs : {"1", "2", "5"}) {
    ASSERT_EQ(run({"-o", folder / jobs, "--jobs", jobs, "--explain", "--with-text", input}).status, 1);
    EXPECT_EQ(outputs(folder / jobs), outputs(folder / "1"));
  }
}

TEST(Outputs, SayTheSame) {
  const Folder folder;
  ASSERT_EQ(run({"-o", folder / "out", GONGBAO_SOURCE_DIR "/corpus/bulletins/tianning-reworded.txt",
                 folder.write("empty.txt", "")})
                .status,
            1);
  const auto out = outputs(folder / "out");
  rapidjson::Document json;
  json.Parse(out.at("documents.ndjson").c_str());
  const std::string database = folder / "out/bulletins.sqlite";
  const auto count = [&](const std::string& table) { return query(database, "SELECT count(*) FROM " + table)[0]; };
  for (const std::string table : {"sections", "items", "records", "pairs", "diagnostics"}) {
    EXPECT_EQ(count(table), std::to_string(json[table.c_str()].Size())) << table;
  }
  EXPECT_EQ(count("record_rows"), count("records"));
  EXPECT_EQ(count("pair_rows"), count("pairs"));
  EXPECT_EQ(lines(out.at("records.csv")).size(), json["records"].Size() + 2U);  // header, and the empty file's row
  EXPECT_EQ(lines(out.at("pairs.csv")).size(), json["pairs"].Size() + 1U);
  EXPECT_EQ(lines(out.at("documents.csv")).size(), 3U);
  EXPECT_EQ(lines(out.at("quarantine.ndjson")).size(), 1U);
  EXPECT_EQ(query(database, "SELECT error FROM documents WHERE error IS NOT NULL"),
            std::vector<std::string>{"empty-input"});
  // The sentences that the full-text index finds are those that hold the word.
  EXPECT_EQ(query(database, "SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH '新增就业' ORDER BY rowid"),
            query(database, "SELECT sentence FROM sentences WHERE text LIKE '%新增就业%' ORDER BY sentence"));
  EXPECT_FALSE(query(database, "SELECT 1 FROM sentences WHERE text LIKE '%新增就业%'").empty());
  EXPECT_EQ(query(database,
                  "SELECT target_text, achievement_text, ratio FROM pair_rows"
                  " WHERE target_indicator = '城镇新增就业'"),
            std::vector<std::string>{"1.35万人|2578人|0.191"});
}

// The SELECTs in the README's section on the database, as they stand there.
TEST(Outputs, QueriesOfTheReadmeRun) {
  const Folder folder;
  std::string text;
  for (const auto& [name, bulletin] : bulletins()) text += ndjson(name, bulletin);
  ASSERT_EQ(run({"-o", folder / "out", folder.write("in.ndjson", text)}).status, 0);
  std::string readme = read_file(GONGBAO_SOURCE_DIR "/README.md");
  readme.erase(0, readme.find("### The database"));
  readme.erase(readme.find("### As a filter"));
  int queries = 0;
  for (std::size_t at = 0; (at = readme.find("\nSELECT", at)) != readme.npos; ++at) {
    const std::string sql = readme.substr(at, readme.find(';', at) - at);
    EXPECT_FALSE(query(folder / "out/bulletins.sqlite", sql).empty()) << sql;
    ++queries;
  }
  EXPECT_EQ(queries, 2);
}

TEST(Outputs, DuplicatesAreMarked) {
  const Folder folder;
  const std::string bulletin = small_bulletin(5);
  const std::string site = "首页 > 政务公开\n" + bulletin + "浏览次数：1524\n";
  std::string spaced = bulletin;
  for (std::size_t at = 0; (at = spaced.find("，", at)) != spaced.npos; at += 5) spaced.replace(at, 3, "， \n");
  const std::string input =
      folder.write("in.ndjson", ndjson("a", bulletin) + ndjson("b", small_bulletin(6)) + ndjson("c", site) +
                                    ndjson("d", bulletin + "3、新建公厕5座。\n") + ndjson("e", bulletin));
  ASSERT_EQ(run({"-o", folder / "out", input}).status, 0);
  EXPECT_EQ(query(folder / "out/bulletins.sqlite", "SELECT source, duplicate_of FROM documents ORDER BY document"),
            (std::vector<std::string>{"a|", "b|", "c|1", "d|", "e|1"}));
  const std::vector<std::string> documents = lines(read_file(folder / "out/documents.ndjson"));
  EXPECT_NE(documents[0].find("\"duplicate_of\":null}"), std::string::npos);
  EXPECT_NE(documents[4].find("\"duplicate_of\":\"a\"}"), std::string::npos);
  EXPECT_NE(lines(read_file(folder / "out/documents.csv"))[5].find(",a,,"), std::string::npos);
}

// Bytes changed, cut out, doubled or put in at random.
std::string mutated(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t limit) {
    return static_cast<std::size_t>(random() % std::max<std::size_t>(limit, 1));
  };
  for (std::size_t changes = 1 + below(20); changes > 0; --changes) {
    const std::size_t at = below(bytes.size());
    switch (below(4)) {
      case 0: bytes[at] = static_cast<char>(below(256)); break;
      case 1: bytes.erase(at, below(100)); break;
      case 2: bytes.insert(at, bytes.substr(below(bytes.size()), below(200))); break;
      default: bytes.insert(at, below(30), static_cast<char>(below(256)));
    }
    if (bytes.empty()) bytes = "x";
  }
  return bytes;
}

std::string noise(std::mt19937& random) {
  std::string bytes(random() % 3000, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

TEST(Outputs, BadDocumentsDisturbNoGoodOne) {
  std::mt19937 random(5);
  const auto all = bulletins();
  RunOptions alone, among;
  for (std::size_t i = 0; i < 1000; ++i) {
    const auto& [name, bulletin] = all[i % all.size()];
    if (i < all.size()) {
      alone.input += ndjson(name, bulletin);
      among.input += ndjson(name, bulletin);
    }
    const std::string bad = i % 3 == 0 ? noise(random) : mutated(bulletin.substr(0, 4000), random);
    among.input += i % 10 == 0 ? "bad" + std::to_string(i) + "\n" : ndjson_bytes("bad-" + std::to_string(i), bad);
  }
  const Finished good = run({"--explain", "--ndjson", "-"}, alone);
  const Finished mixed = run({"--explain", "--ndjson", "-"}, among);
  EXPECT_EQ(good.status, 0);
  EXPECT_EQ(mixed.status, 1);
  EXPECT_EQ(lines(mixed.out).size(), 1000 + all.size());
  std::string left;
  for (const std::string& line : lines(mixed.out)) {
    if (line.find("\"source\":\"bad-") == line.npos && line.find("\"source\":\"stdin:") == line.npos)
      left += line + '\n';
  }
  EXPECT_EQ(left, good.out);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool sanitized = false;
#endif

TEST(Outputs, MemoryDoesNotGrowWithDocuments) {
  if (sanitized) GTEST_SKIP() << "sanitizers keep memory that was freed";
  const Folder folder;
  const auto input = [&](int documents) {
    std::string text;
    for (int i = 0; i < documents; ++i) text += ndjson(std::to_string(i), small_bulletin(i));
    return folder.write(std::to_string(documents) + ".ndjson", text);
  };
  const auto peak = [&](int documents) {
    const std::string path = input(documents);  // its text is gone: a child's peak begins with its parent's memory
    const Finished result = run({"-o", folder / std::to_string(documents), path});
    EXPECT_EQ(result.status, 0) << result.err;
    return result.peak_kilobytes;
  };
#ifdef NDEBUG
  constexpr int most = 100000;
#else
  constexpr int most = 20000;  // a slow build needs not be slower still
#endif
  const long few = peak(1000), many = peak(most);
  RecordProperty("kilobytes_1000", static_cast<int>(few));
  RecordProperty("kilobytes_many", static_cast<int>(many));
  EXPECT_LE(many, few * 6 / 5) << few << " kB for 1000 documents, " << many << " for " << most;
  EXPECT_LT(many, 200 * 1024);
}

TEST(Outputs, OutputThatCannotBeWrittenEndsInAMessage) {
  const Folder folder;
  std::string text;
  for (const auto& [name, bulletin] : bulletins()) text += ndjson(name, bulletin);  // more than a pipe holds
  const std::string input = folder.write("in.ndjson", text);
  const std::string program = "'" GONGBAO_BATCH "' '" + input + "' 2> '" + (folder / "err") + "'";
  const std::string status = "; echo $? > '" + (folder / "status") + "'";
  for (const std::string& command : {program + " > /dev/full" + status, "{ " + program + status + "; } | true"}) {
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(read_file(folder / "status"), "3\n") << command;
    EXPECT_NE(read_file(folder / "err").find("The output cannot be written."), std::string::npos) << command;
  }
}

TEST(Outputs, EventLog) {
  const Folder folder;
  const std::string log = folder / "log";
  RunOptions options;
  options.input = ndjson("a", small_bulletin(1)) + "bad\n";
  ASSERT_EQ(run({"-o", folder / "out", "--log", log, "--save-every", "0", "--ndjson", "-"}, options).status, 1);
  std::string events;
  for (const std::string& line : lines(read_file(log))) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    ASSERT_FALSE(json.HasParseError()) << line;
    events += std::string(json["event"].GetString()) + ' ';
  }
  EXPECT_EQ(events, "start save quarantine save finish ");
  EXPECT_EQ(run({"-o", folder / "out2", "--ndjson", "-"}, options).err, "") << "quiet where there is no terminal";
}

}  // namespace
