#include "golden/corpus.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace gongbao::tests {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending) {
  std::vector<std::filesystem::path> found;
  if (!std::filesystem::is_directory(folder)) return found;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().filename().string().ends_with(ending)) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::filesystem::path corpus_folder() { return std::filesystem::path(GONGBAO_SOURCE_DIR) / "corpus"; }

std::vector<std::filesystem::path> bulletins() { return files_in(corpus_folder() / "bulletins", ".txt"); }

std::vector<std::filesystem::path> every_bulletin() {
  std::vector<std::filesystem::path> paths;
  std::set<std::string> seen;
  const std::filesystem::path shared = GONGBAO_SHARED_DIR;
  for (const auto& folder : {corpus_folder() / "bulletins", corpus_folder() / "evaluation", shared / "bulletins/dev"}) {
    for (const std::filesystem::path& path : files_in(folder, ".txt")) {
      if (seen.insert(read_file(path)).second) paths.push_back(path);
    }
  }
  return paths;
}

std::string test_name(const std::filesystem::path& path) {
  std::string name = path.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

}  // namespace gongbao::tests
