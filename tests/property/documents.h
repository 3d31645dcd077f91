// Documents compared with each other: what the property tests have in common.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "gongbao/parser.h"

namespace gongbao::tests {

// What AddressSanitizer's allocator costs grows faster than what is allocated: time and memory are measured without it,
// in the release build that the same test command makes.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool under_address_sanitizer = true;
#elif defined(__has_feature)
inline constexpr bool under_address_sanitizer = __has_feature(address_sanitizer);
#else
inline constexpr bool under_address_sanitizer = false;
#endif

// A heap block of exactly the input's size, so that the address sanitizer sees a read of one byte too many.
class ExactBytes {
 public:
  explicit ExactBytes(std::string_view bytes);
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

// All that a result says, as one string: equal results give equal strings.
std::string everything(const Result& result);

// The document as it were read from `text`: each offset o of its own text becomes move(o).
Document moved(Document document, std::string text, const std::function<std::uint32_t(std::uint32_t)>& move);

// The invariants that the document of `input` breaks, one a line; empty where all hold or there is no document.
std::string broken(const Parser& parser, std::string_view input);

}  // namespace gongbao::tests
