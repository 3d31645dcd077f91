// A batch that is killed, runs out of room or loses its input, and is started again.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "batch/support.h"

namespace {

using namespace batch_test;
namespace fs = std::filesystem;

// Documents of all kinds: good, unreadable, twice the same.
std::string mixed_lines(int copies) {
  std::string text;
  int number = 0;
  for (int copy = 0; copy < copies; ++copy) {
    for (const auto& [name, bulletin] : bulletins()) {
      const std::string id = name + '-' + std::to_string(copy);
      text += ndjson(id, bulletin + "\n" + (copy % 3 == 0 ? "" : "另新增公园" + std::to_string(copy) + "个。\n"));
      if (++number % 10 == 0) text += "no JSON " + id + "\n";
    }
  }
  return text;
}

// Inputs of several kinds, so that it is killed inside of each.
std::vector<std::string> mixed_inputs(const Folder& folder) {
  folder.write("pages/empty.txt", "");
  for (const auto& [name, bulletin] : bulletins()) folder.write("pages/" + name.substr(0, 1) + '/' + name, bulletin);
  return {folder / "pages", folder.write("lines.ndjson", mixed_lines(6))};
}

std::vector<std::string> batch_arguments(const std::vector<std::string>& inputs, const std::string& output) {
  std::vector<std::string> arguments = {"-o", output, "--save-every", "0.01", "--jobs", "2"};
  arguments.insert(arguments.end(), inputs.begin(), inputs.end());
  return arguments;
}

TEST(Restart, KilledAtTwentyMomentsGivesTheSame) {
  const Folder folder;
  const std::vector<std::string> inputs = mixed_inputs(folder);
  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(run(batch_arguments(inputs, folder / "whole")).status, 1);
  const auto whole_time = std::chrono::steady_clock::now() - start;
  const std::map<std::string, std::string> whole = outputs(folder / "whole");
  ASSERT_EQ(whole.size(), 7U);

  std::mt19937 random(20);
  std::uniform_int_distribution<long> moment(
      0, std::chrono::duration_cast<std::chrono::microseconds>(whole_time).count() / 3);
  // Of one batch only a few, since all but the first would fall into the making of the indexes.
  constexpr int most_of_a_batch = 3;
  int kills = 0, batches = 0, resumed = 0;
  while (kills < 20) {
    const std::string output = folder / ("killed-" + std::to_string(batches++));
    std::vector<std::string> arguments = batch_arguments(inputs, output);
    arguments.insert(arguments.end(), {"--log", output + ".log"});
    int status = 0;
    const int first = kills;
    do {
      RunOptions options;
      if (kills < 20 && kills - first < most_of_a_batch) options.kill_after = std::chrono::microseconds(moment(random));
      status = run(arguments, options).status;
      if (status == 128 + SIGKILL) ++kills;
      if (status == 128 + SIGKILL && !fs::exists(output + "/batch.json")) {
        EXPECT_FALSE(fs::exists(output + "/documents.ndjson") && fs::exists(output + "/unfinished/documents.ndjson"));
      }
    } while (status == 128 + SIGKILL);
    EXPECT_EQ(status, 1);
    EXPECT_EQ(outputs(output), whole);
    for (const std::string& line : lines(read_file(output + ".log"))) {
      if (line.find("\"start\"") != line.npos && line.find("\"resumed\":0}") == line.npos) ++resumed;
    }
  }
  EXPECT_GE(resumed, 5) << "too few were killed in the middle of the documents: the test shows little";
}

TEST(Restart, StandardInputGoesOn) {
  const Folder folder;
  const std::string text = mixed_lines(1);
  RunOptions options;
  options.input = text;
  const std::vector<std::string> whole = {"-o", folder / "whole", "--ndjson", "-"};
  ASSERT_EQ(run(whole, options).status, 1);
  const std::vector<std::string> parts = {"-o", folder / "parts", "--ndjson", "-", "--save-every", "0"};
  options.largest_file = 200000;  // it stops by itself, somewhere
  const Finished stopped = run(parts, options);
  ASSERT_EQ(stopped.status, 3);
  EXPECT_NE(stopped.err.find("The same command goes on"), std::string::npos);
  options.largest_file = 0;
  ASSERT_EQ(run(parts, options).status, 1);
  EXPECT_EQ(outputs(folder / "parts"), outputs(folder / "whole"));
}

// Ctrl-C reaches all programs of a pipe: the end of the input that comes of it is not taken for the whole input.
TEST(Restart, InterruptedBatchSaysSoAndGoesOn) {
  const Folder folder;
  const std::string text = mixed_lines(1);
  RunOptions all;
  all.input = text;
  ASSERT_EQ(run({"-o", folder / "whole", "--ndjson", "-"}, all).status, 1);

  const std::vector<std::string> arguments = {"-o",    folder / "out", "--save-every", "0",
                                              "--log", folder / "log", "--ndjson",     "-"};
  RunOptions half;
  half.input_path = folder / "pipe";
  ASSERT_EQ(mkfifo(half.input_path.c_str(), 0600), 0);
  half.meanwhile = [&](int process) {
    std::ofstream pipe(half.input_path);
    pipe << text.substr(0, text.find('\n', text.size() / 2) + 1) << std::flush;
    for (int i = 0; i < 6000 && read_file(folder / "log").find("\"save\"") == std::string::npos; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    const Finished second = run({"-o", folder / "out", "--ndjson", "-"});
    EXPECT_EQ(second.status, 2);
    EXPECT_NE(second.err.find("Another batch is writing there."), std::string::npos);
    kill(process, SIGINT);
  };
  const Finished stopped = run(arguments, half);
  EXPECT_EQ(stopped.status, 3);
  EXPECT_NE(stopped.err.find("It was interrupted."), std::string::npos);
  EXPECT_NE(stopped.err.find("The same command goes on"), std::string::npos);

  ASSERT_EQ(run(arguments, all).status, 1);
  const std::string log = read_file(folder / "log");
  EXPECT_EQ(log.find("\"resumed\":0}", log.find("\"stop\"")), std::string::npos) << "what was read was not saved";
  EXPECT_EQ(outputs(folder / "out"), outputs(folder / "whole"));
}

// The outputs get their names one by one; it stops between two of them.
TEST(Restart, StoppedWhilePublishing) {
  const Folder folder;
  const std::string input = folder.write("lines.ndjson", mixed_lines(1));
  ASSERT_EQ(run({"-o", folder / "whole", input}).status, 1);
  const std::vector<std::string> arguments = {"-o", folder / "out", "--save-every", "0", input};
  RunOptions limited;
  limited.largest_file = 200000;
  ASSERT_EQ(run(arguments, limited).status, 3);
  folder.write("out/records.csv/in-the-way", "");
  ASSERT_EQ(run(arguments).status, 3);
  EXPECT_TRUE(fs::exists(folder / "out/documents.csv"));
  EXPECT_FALSE(fs::exists(folder / "out/batch.json"));
  fs::remove_all(folder / "out/records.csv");
  ASSERT_EQ(run(arguments).status, 1);
  EXPECT_EQ(outputs(folder / "out"), outputs(folder / "whole"));
}

TEST(Restart, AnotherInputIsNoticed) {
  const Folder folder;
  const std::string lines_file = folder.write("lines.ndjson", mixed_lines(1));
  const std::vector<std::string> arguments = {"-o", folder / "out", "--save-every", "0", lines_file};
  RunOptions limited;
  limited.largest_file = 200000;
  ASSERT_EQ(run(arguments, limited).status, 3);

  std::vector<std::string> other = arguments;
  other.emplace_back("--explain");
  const Finished other_options = run(other);
  EXPECT_EQ(other_options.status, 2);
  EXPECT_NE(other_options.err.find("--restart"), std::string::npos);

  folder.write("lines.ndjson", "{\"id\":\"new\",\"text\":\"x\"}\n" + mixed_lines(1));
  const Finished other_bytes = run(arguments);
  EXPECT_EQ(other_bytes.status, 3);
  EXPECT_NE(other_bytes.err.find("no longer the one"), std::string::npos);

  std::vector<std::string> anew = arguments;
  anew.emplace_back("--restart");
  EXPECT_EQ(run(anew).status, 1);
  EXPECT_EQ(lines(read_file(folder / "out/documents.ndjson")).size(), bulletins().size() + 1);
}

TEST(Restart, FinishedBatchIsLeftAlone) {
  const Folder folder;
  folder.write("pages/a.txt", small_bulletin(1));
  const std::vector<std::string> arguments = {"-o", folder / "out", folder / "pages"};
  ASSERT_EQ(run(arguments).status, 0);
  const auto before = outputs(folder / "out");
  folder.write("pages/b.txt", small_bulletin(2));
  const Finished again = run(arguments);
  EXPECT_EQ(again.status, 0);
  EXPECT_NE(again.err.find("finished already"), std::string::npos);
  EXPECT_EQ(outputs(folder / "out"), before);
  EXPECT_EQ(run({"-o", folder / "out", folder / "pages/a.txt"}).status, 2);
  EXPECT_EQ(outputs(folder / "out"), before);
}

TEST(Restart, FilesOfOthersAreLeftAlone) {
  const Folder folder;
  folder.write("out/records.csv", "mine");
  const Finished result = run({"-o", folder / "out", folder.write("a.txt", small_bulletin(1))});
  EXPECT_EQ(result.status, 2);
  EXPECT_NE(result.err.find("records.csv"), std::string::npos);
  EXPECT_EQ(read_file(folder / "out/records.csv"), "mine");
}

TEST(Restart, VanishedFolderStops) {
  const Folder folder;
  constexpr int documents = 300;
  for (int i = 0; i < documents; ++i) folder.write("disk/" + std::to_string(i) + ".txt", small_bulletin(i));
  const std::vector<std::string> arguments = {"-o", folder / "out", "--write", "ndjson", folder / "disk"};
  RunOptions limited;
  limited.largest_file = 50000;
  ASSERT_EQ(run(arguments, limited).status, 3);
  fs::rename(folder / "disk", folder / "gone");
  const Finished result = run(arguments);
  EXPECT_EQ(result.status, 3);
  EXPECT_NE(result.err.find("The input has vanished."), std::string::npos) << result.err;
  fs::rename(folder / "gone", folder / "disk");
  EXPECT_EQ(run(arguments).status, 0);
  EXPECT_EQ(lines(read_file(folder / "out/documents.ndjson")).size(), std::size_t{documents});
}

// A file system of a few megabytes.
class SmallDisk {
 public:
  explicit SmallDisk(std::string path) : path_(std::move(path)) {
    fs::create_directories(path_);
    mounted_ = mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=2m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount(path_.c_str());
  }
  bool mounted() const { return mounted_; }
  void grow() const { mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, "size=200m"); }

 private:
  std::string path_;
  bool mounted_ = false;
};

TEST(Restart, FullDiskKeepsWhatWasFinished) {
  const Folder folder;
  const SmallDisk disk(folder / "disk");
  if (!disk.mounted()) GTEST_SKIP() << "no right to mount a small file system";
  const std::string input = folder.write("lines.ndjson", mixed_lines(2));
  ASSERT_EQ(run({"-o", folder / "whole", input}).status, 1);
  const std::vector<std::string> arguments = {"-o", folder / "disk/out", "--save-every", "0", input};
  const Finished full = run(arguments);
  EXPECT_EQ(full.status, 3);
  EXPECT_NE(full.err.find("The output cannot be written."), std::string::npos) << full.err;
  EXPECT_EQ(outputs(folder / "disk/out"), (std::map<std::string, std::string>{{"unfinished", "a folder"}}));
  EXPECT_EQ(run(arguments).status, 3);  // still full
  disk.grow();
  std::vector<std::string> logged = arguments;
  logged.insert(logged.end(), {"--log", folder / "log"});
  ASSERT_EQ(run(logged).status, 1);
  EXPECT_EQ(read_file(folder / "log").find("\"resumed\":0}"), std::string::npos) << "nothing was kept";
  EXPECT_EQ(outputs(folder / "disk/out"), outputs(folder / "whole"));
}

}  // namespace
