// Memory for one parse tree, given back all at once: no walk through the tree is needed to free it, which gumbo does
// by recursion, and small pieces cost a pointer's step.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

namespace gongbao {

class Arena {
 public:
  // Aligned for any type. Lives as long as the arena, unless it is large and released before.
  void* allocate(std::size_t size);
  void release(void* memory);

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::unordered_map<void*, std::unique_ptr<char[]>> large_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace gongbao
