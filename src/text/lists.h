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
  std::size_t size() const noexcept { return ends_.size(); }
  void reserve(std::size_t lists, std::size_t values) {
    ends_.reserve(lists);
    values_.reserve(values);
  }

  // A new list behind the others, of so many default values.
  void open(std::size_t count = 0) {
    values_.resize(values_.size() + count);
    ends_.push_back(static_cast<std::uint32_t>(values_.size()));
  }
  // Adds to the last list. Precondition: there is one. What add() returns is valid until it or open() is called again.
  T& add(T value = {}) {
    ++ends_.back();
    return values_.emplace_back(std::move(value));
  }
  // Leaves the first values, so many of all. Precondition: those that go are of the last list.
  void shorten(std::size_t values) {
    values_.resize(values);
    ends_.back() = static_cast<std::uint32_t>(values);
  }
  void clear() noexcept {
    values_.clear();
    ends_.clear();
  }

  // Valid until the next call of open() or add().
  std::span<const T> operator[](std::size_t list) const noexcept {
    return {values_.data() + begin(list), ends_[list] - begin(list)};
  }
  std::span<T> operator[](std::size_t list) noexcept {
    return {values_.data() + begin(list), ends_[list] - begin(list)};
  }
  // The values of all lists.
  std::span<const T> all() const noexcept { return values_; }
  std::span<T> all() noexcept { return values_; }

 private:
  std::size_t begin(std::size_t list) const noexcept { return list == 0 ? 0 : ends_[list - 1]; }

  std::vector<T> values_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace gongbao
