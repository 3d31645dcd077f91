#include "html/arena.h"

namespace gongbao {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 18;
constexpr std::size_t large_size = std::size_t{1} << 15;  // a growing buffer; worth freeing on its own
constexpr std::size_t alignment = alignof(std::max_align_t);

}  // namespace

void* Arena::allocate(std::size_t size) {
  size = (size + alignment - 1) / alignment * alignment;
  if (size >= large_size) {
    std::unique_ptr<char[]> block(new char[size]);
    void* const memory = block.get();
    large_.emplace(memory, std::move(block));
    return memory;
  }
  if (size > left_) {
    chunks_.emplace_back(new char[chunk_size]);
    next_ = chunks_.back().get();
    left_ = chunk_size;
  }
  char* const memory = next_;
  next_ += size;
  left_ -= size;
  return memory;
}

void Arena::release(void* memory) {
  if (!large_.empty()) large_.erase(memory);
}

}  // namespace gongbao
