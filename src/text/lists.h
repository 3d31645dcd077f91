// Many short lists in one array: they cost no memory of their own.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gongbao {

template <class T>
class Lists {
 public:
  std::size_t size() const noexcept { return begins_.size(); }
  void reserve(std::size_t lists, std::size_t values) {
    begins_.reserve(lists);
    values_.reserve(values);
  }

  // A new list behind the others, of so many default values.
  void open(std::size_t count = 0) {
    begins_.push_back(static_cast<std::uint32_t>(values_.size()));
    values_.resize(values_.size() + count);
  }
  // Adds to the last list. Precondition: there is one. What add() returns is valid until it or open() is called again.
  T& add(T value = {}) { return values_.emplace_back(std::move(value)); }
  // Leaves the first values, so many of all. Precondition: those that go are of the last list.
  void shorten(std::size_t values) { values_.resize(values); }
  void clear() noexcept {
    values_.clear();
    begins_.clear();
  }

  // Valid until the next call of open() or add().
  std::span<const T> operator[](std::size_t list) const noexcept {
    return {all().data() + begins_[list], length(list)};
  }
  std::span<T> operator[](std::size_t list) noexcept { return {all().data() + begins_[list], length(list)}; }
  // The values of all lists.
  std::span<const T> all() const noexcept { return values_; }
  std::span<T> all() noexcept { return values_; }

 private:
  std::size_t length(std::size_t list) const noexcept {
    return (list + 1 < begins_.size() ? begins_[list + 1] : values_.size()) - begins_[list];
  }

  std::vector<T> values_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace gongbao
