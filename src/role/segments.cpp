#include "role/segments.h"

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

struct FoundLabel {
  Field field = Field::target;
  Range words;
  std::uint32_t end = 0;  // after the mark that follows it
};

bool may_precede_label(char16_t c) noexcept {
  return mark::ends_sentence(c) || is_blank(c) || c == u')' || c == mark::close_lens || c == u',' || c == u':';
}

// A field label at `at`: in 【】, or followed by a colon; at the start of a paragraph or after a blank also by a blank
// or the paragraph's end.
std::optional<FoundLabel> label_at(const Chars& body, Range paragraph, std::uint32_t at, const Lexicon::Impl& lexicon) {
  const bool start = at == paragraph.begin;
  if (!start && !may_precede_label(body[at - 1]) && body[at] != mark::open_lens) return std::nullopt;
  const bool lens = body[at] == mark::open_lens || body[at] == u'[';
  const std::uint32_t begin = lens ? at + 1 : at;
  const auto label = lexicon.labels.longest(body.view(begin, paragraph.end));
  if (!label) return std::nullopt;
  const std::uint32_t end = begin + label.length;
  const char16_t next = end < paragraph.end ? body[end] : u' ';
  const bool blank_suffices = start || is_blank(body[at - 1]);
  const bool closed = lens ? (next == mark::close_lens || next == u']') : next == u':' || (blank_suffices && is_blank(next));
  if (!closed) return std::nullopt;
  return FoundLabel{label->field, {begin, end}, end < paragraph.end ? end + 1 : end};
}

class Splitter {
 public:
  Splitter(const Chars& body, const Lexicon::Impl& lexicon, std::vector<Segment>& out)
      : body_(body), lexicon_(lexicon), out_(out) {}

  void split(Range paragraph, std::uint32_t stretch, const std::vector<Quantity>& quantities) {
    stretch_ = stretch;
    field_.reset();
    label_ = {};
    next_ = 0;
    std::uint32_t begin = paragraph.begin;
    std::uint32_t at = paragraph.begin;
    while (at < paragraph.end) {
      if (const auto label = label_at(body_, paragraph, at, lexicon_)) {
        close({begin, at}, quantities);
        field_ = label->field;
        label_ = label->words;
        begin = at = label->end;
        continue;
      }
      ++at;
      if (mark::ends_sentence(body_[at - 1])) {
        close({begin, at}, quantities);
        begin = at;
      }
    }
    close({begin, paragraph.end}, quantities);
  }

 private:
  void close(Range range, const std::vector<Quantity>& quantities) {
    if (range.empty()) return;
    const std::uint32_t first = next_;
    while (next_ < quantities.size() && quantities[next_].range.begin < range.end) ++next_;
    out_.push_back({range, stretch_, field_, label_, first, next_});
  }

  const Chars& body_;
  const Lexicon::Impl& lexicon_;
  std::vector<Segment>& out_;
  std::uint32_t stretch_ = 0;
  std::optional<Field> field_;
  Range label_;
  std::uint32_t next_ = 0;
};

}  // namespace

std::vector<Segment> split_segments(const Page& page, const Outline& outline,
                                    const std::vector<std::vector<Quantity>>& quantities,
                                    const Lexicon::Impl& lexicon) {
  std::vector<Segment> segments;
  Splitter splitter(page.body, lexicon, segments);
  for (std::uint32_t s = 0; s < outline.stretches.size(); ++s) {
    splitter.split(outline.stretches[s].range, s, quantities[s]);
  }
  return segments;
}

}  // namespace gongbao
