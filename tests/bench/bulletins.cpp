#include "bulletins.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>

namespace {

std::atomic<std::size_t> allocated{0};

}  // namespace

void* operator new(std::size_t size) {
  allocated.fetch_add(1, std::memory_order_relaxed);
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }

namespace gongbao::bench {

const std::vector<std::string>& bulletins() {
  static const auto* const all = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(GONGBAO_SOURCE_DIR) / "corpus" / "bulletins"))
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    auto* const texts = new std::vector<std::string>;
    for (const auto& path : paths) {
      std::ifstream file(path, std::ios::binary);
      texts->emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
  }();
  return *all;
}

std::size_t bulletin_bytes() {
  std::size_t sum = 0;
  for (const std::string& text : bulletins()) sum += text.size();
  return sum;
}

std::size_t allocations() noexcept { return allocated.load(std::memory_order_relaxed); }

}  // namespace gongbao::bench
