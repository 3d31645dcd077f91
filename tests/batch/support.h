// What the tests of gongbao-batch share: folders, runs of the program, and what a batch left behind.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace batch_test {

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(std::string_view name) const { return (path_ / name).string(); }
  // Writes a file, with the folders above it.
  std::string write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

std::string read_file(const std::string& path);

struct Finished {
  int status = -1;  // exit status; 128 + signal where it was killed
  std::string out;
  std::string err;
  long peak_kilobytes = 0;
};

struct RunOptions {
  std::string input;                                    // standard input
  std::string input_path;                               // standard input instead
  std::optional<std::chrono::microseconds> kill_after;  // SIGKILL
  std::function<void(int)> meanwhile;                   // called with the number of the process while it runs
  std::uint64_t largest_file = 0;                       // bytes; 0 is no limit
  std::string folder;                                   // to run in; empty is here
  std::string path;                                     // the variable PATH; empty is ours
};

// Runs gongbao-batch.
Finished run(std::vector<std::string> arguments, const RunOptions& options = {});

// The outputs of a finished batch by name, as bytes; folders are told as "a folder".
std::map<std::string, std::string> outputs(const std::string& folder);

// Rows of a query on a database, columns separated by |.
std::vector<std::string> query(const std::string& database, const std::string& sql);

std::vector<std::string> lines(const std::string& text);

// The bulletins of corpus/bulletins by file name.
std::vector<std::pair<std::string, std::string>> bulletins();

// A line of NDJSON.
std::string ndjson(const std::string& id, std::string_view text);
std::string ndjson_bytes(const std::string& id, std::string_view bytes);  // base64

// A small bulletin, another one for each number: two items, five figures, two pairs.
std::string small_bulletin(int number);

}  // namespace batch_test
