// Runs the fuzz target without libFuzzer: fuzz-replay FILE-OR-FOLDER...
//
// Feeds every file, and pieces of each that end or begin anywhere, inside characters too. Every input is a heap block
// of exactly its size, so that the address sanitizer sees a read of one byte too many. The input that breaks
// something stays behind in the working directory as fuzz-replay.last.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t cuts_per_file = 24;
constexpr const char* last_input = "fuzz-replay.last";

void feed(std::string_view bytes) {
  std::ofstream(last_input, std::ios::binary) << bytes;
  const std::unique_ptr<std::uint8_t[]> block(new std::uint8_t[bytes.size()]);
  std::copy(bytes.begin(), bytes.end(), block.get());
  LLVMFuzzerTestOneInput(block.get(), bytes.size());
}

void feed_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  feed(bytes);
  // Not a multiple of three, the size of most characters, so that the cuts fall on all of their bytes.
  const std::size_t step = bytes.size() / cuts_per_file / 3 * 3 + 1;
  for (std::size_t cut = step; cut < bytes.size(); cut += step) {
    feed(std::string_view(bytes).substr(0, cut));
    feed(std::string_view(bytes).substr(cut));
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t files = 0;
  const auto replay = [&files](const std::filesystem::path& path) {
    std::cout << path.string() << std::endl;  // flushed: the last one named is the one that broke
    feed_file(path);
    ++files;
  };
  for (const std::filesystem::path& path : std::vector<std::filesystem::path>(argv + 1, argv + argc)) {
    if (!std::filesystem::is_directory(path)) {
      replay(path);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
      if (entry.is_regular_file() && entry.path().extension() != ".json") replay(entry.path());  // no annotations
    }
  }
  std::filesystem::remove(last_input);
  std::cout << files << " files\n";
  return files == 0 ? 1 : 0;
}
