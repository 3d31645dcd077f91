#include "decode/anchors.h"

#include <algorithm>
#include <cstdint>

namespace gongbao {
namespace {

// Walks along anchors with offsets that never descend.
class AnchorWalk {
 public:
  explicit AnchorWalk(const std::vector<SourceAnchor>& anchors) : anchors_(anchors) {}

  // What begins at `at`, with the widths of the stretch it lies in.
  SourceAnchor begin(std::uint32_t at) {
    while (next_ < anchors_.size() && anchors_[next_].text <= at) ++next_;
    if (next_ == 0) return {at, at};
    const SourceAnchor& anchor = anchors_[next_ - 1];
    return {at, advance(at), anchor.text_width, anchor.source_width};
  }
  // The source of where what lies before `at` ends. Not to be called with less than begin() was.
  std::uint32_t end(std::uint32_t at) {
    while (next_ < anchors_.size() && anchors_[next_].text < at) ++next_;
    if (next_ < anchors_.size() && anchors_[next_].text == at) return anchors_[next_].source;
    return advance(at);
  }
  // The next anchor before `at`, passed over; null where there is none.
  const SourceAnchor* pass(std::uint32_t at) {
    return next_ < anchors_.size() && anchors_[next_].text < at ? &anchors_[next_++] : nullptr;
  }

 private:
  std::uint32_t advance(std::uint32_t at) const {
    if (next_ == 0) return at;
    const SourceAnchor& anchor = anchors_[next_ - 1];
    const std::uint32_t source =
        anchor.source + (at - std::min(at, anchor.text)) / anchor.text_width * anchor.source_width;
    return next_ == anchors_.size() ? source : std::min(source, anchors_[next_].source);
  }

  const std::vector<SourceAnchor>& anchors_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<SourceAnchor> compose_anchors(const std::vector<SourceAnchor>& last,
                                          const std::vector<SourceAnchor>& first) {
  std::vector<SourceAnchor> all;
  all.reserve(last.size());
  const auto add = [&](SourceAnchor anchor) {
    if (!all.empty()) anchor.source = std::max(anchor.source, all.back().source);
    const bool same = !all.empty() && all.back().text == anchor.text && all.back().source == anchor.source &&
                      all.back().text_width == anchor.text_width && all.back().source_width == anchor.source_width;
    if (!same) all.push_back(anchor);
  };
  AnchorWalk walk(first);
  for (std::size_t i = 0; i < last.size(); ++i) {
    const SourceAnchor from = last[i];
    const bool ends = i > 0 && last[i - 1].text < from.text;  // a stretch of text; the next one begins here as well
    if (ends) add({from.text, walk.end(from.source)});
    const SourceAnchor begin = walk.begin(from.source);
    const bool ending = i + 1 == last.size();  // all that follows is byte by byte
    if (!ending && last[i + 1].text - from.text != last[i + 1].source - from.source) {
      add({from.text, begin.source, from.text_width, from.source_width});
      continue;
    }
    add({from.text, begin.source, begin.text_width, begin.source_width});
    const std::uint32_t limit = ending ? UINT32_MAX : last[i + 1].source;
    while (const SourceAnchor* const between = walk.pass(limit)) {
      add({from.text + (between->text - from.source), between->source, between->text_width, between->source_width});
    }
  }
  return all;
}

}  // namespace gongbao
