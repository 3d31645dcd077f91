#include "golden/expected.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "golden/corpus.h"
#include "gongbao/write.h"

namespace gongbao::tests {
namespace {

namespace fs = std::filesystem;

// A file that goes with its owner. The name holds the process's number: tests run side by side.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& name, const std::string& content)
      : path_(fs::temp_directory_path() / ("gongbao-" + std::to_string(getpid()) + "-" + name)) {
    std::ofstream file(path_, std::ios::binary);
    file << content;
    if (!file.flush()) throw std::runtime_error("cannot write " + path_.string());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }

  std::string quoted() const { return "'" + path_.string() + "'"; }

 private:
  fs::path path_;
};

std::string first_lines(const std::string& text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < most && end < text.size(); ++line) end = text.find('\n', end) + 1;
  return end < text.size() ? text.substr(0, end) + "...\n" : text;
}

std::string output_of(const std::string& command) {
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> buffer;
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.append(buffer.data(), got);
  pclose(pipe);
  return output;
}

}  // namespace

fs::path expected_folder() { return fs::path(GONGBAO_SOURCE_DIR) / "tests/golden/expected"; }

fs::path expected_path(const fs::path& bulletin) {
  return expected_folder() / bulletin.filename().replace_extension(".json");
}

std::optional<std::string> read_expected(const fs::path& bulletin) {
  const fs::path path = expected_path(bulletin);
  if (!fs::exists(path)) return std::nullopt;
  return read_file(path);
}

std::string golden_json(Document document, const fs::path& bulletin) {
  // Confidence is a matter of weights fitted to all bulletins (reliability_test.cpp), not of this one.
  for (Record& record : document.records) record.confidence = 0;
  for (Pair& pair : document.pairs) pair.confidence = 0;
  const std::string source = bulletin.filename().string();
  JsonOptions options;
  options.source = source;
  options.pretty = true;
  options.explain = true;
  std::string json;
  append_json(json, document, options);
  return json + "\n";
}

std::string unified_diff(const std::string& from, const std::string& to, const std::string& name,
                         std::size_t most_lines) {
  if (from == to) return {};
  const TemporaryFile old_file(name + ".expected", from);
  const TemporaryFile new_file(name + ".got", to);
  const std::string command =
      "diff -U 3 --label expected/" + name + " --label got/" + name + " " + old_file.quoted() + " " + new_file.quoted();
  return first_lines(output_of(command), most_lines);
}

}  // namespace gongbao::tests
