#include "gongbao/document.h"

#include <algorithm>

namespace gongbao {
namespace {

using Anchors = std::vector<SourceAnchor>;

// The source of text offset `at`, counted from the anchor before `next`. Inside a character it is the character's
// begin, or its end where `up`. A stretch never counts beyond the next anchor.
std::uint32_t advance(const Anchors& anchors, Anchors::const_iterator next, std::uint32_t at, bool up) noexcept {
  if (next == anchors.begin()) return at;
  const SourceAnchor& anchor = *(next - 1);
  const std::uint32_t rounding = up ? anchor.text_width - 1U : 0U;
  const std::uint32_t steps = (at - anchor.text + rounding) / anchor.text_width;
  const std::uint32_t source = anchor.source + steps * anchor.source_width;
  return next == anchors.end() ? source : std::min(source, next->source);
}

}  // namespace

std::string Date::to_string() const {
  const auto digit = [](int value) { return static_cast<char>('0' + value % 10); };
  return {
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-',
      digit(day / 10),    digit(day)};
}

Span Document::source(Span span) const noexcept {
  const auto after = [](std::uint32_t at, const SourceAnchor& anchor) { return at < anchor.text; };
  const auto before = [](const SourceAnchor& anchor, std::uint32_t at) { return anchor.text < at; };
  const std::uint32_t begin =
      advance(anchors_, std::upper_bound(anchors_.begin(), anchors_.end(), span.begin, after), span.begin, false);
  if (span.empty()) return {begin, begin};
  // An anchor at the very end says where the last character's source ends, whatever its width there.
  const auto next = std::lower_bound(anchors_.begin(), anchors_.end(), span.end, before);
  if (next != anchors_.end() && next->text == span.end) return {begin, next->source};
  return {begin, advance(anchors_, next, span.end, true)};
}

}  // namespace gongbao
