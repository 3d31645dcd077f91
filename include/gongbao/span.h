// A place in a document's text.
//
// Contract: a span is a half-open pair [begin, end) of 32-bit byte offsets into the UTF-8 text of one
// Document. Both ends fall on character boundaries, and begin <= end <= text size. The surface of
// anything the library reports is exactly `document.text(span)`.
//
//   for (const gongbao::Record& r : document.records) std::cout << document.text(r.span) << '\n';
#pragma once

#include <cstdint>

namespace gongbao {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  constexpr bool contains(Span other) const noexcept { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }

  friend constexpr bool operator==(Span a, Span b) noexcept { return a.begin == b.begin && a.end == b.end; }
  friend constexpr bool operator!=(Span a, Span b) noexcept { return !(a == b); }
};

}  // namespace gongbao
