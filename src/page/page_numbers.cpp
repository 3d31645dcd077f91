#include "page/page_numbers.h"

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::uint32_t longest_number = 4;  // digits
constexpr std::uint32_t longest_gap = 3;     // characters between the two numbers
constexpr char16_t ordinal_prefix = 0x7B2C;  // 第
constexpr char16_t page_word = 0x9875;       // 页
constexpr char16_t total_prefix = 0x5171;    // 共

// Reads on from a place; a failed reading leaves it empty.
class Reader {
 public:
  Reader(const Chars& chars, std::uint32_t at, std::uint32_t end) : chars_(chars), at_(at), end_(end) {}

  Reader& character(char16_t c) {
    good_ = good_ && at_ < end_ && chars_[at_] == c;
    ++at_;
    return *this;
  }
  Reader& blanks(bool needed = false) {
    const std::uint32_t begin = at_;
    while (good_ && at_ < end_ && at_ - begin < longest_gap && is_blank(chars_[at_])) ++at_;
    good_ = good_ && (!needed || at_ > begin);
    return *this;
  }
  Reader& gap() {
    const std::uint32_t begin = at_;
    while (good_ && at_ < end_ && at_ - begin < longest_gap &&
           (is_blank(chars_[at_]) || chars_[at_] == u',' || chars_[at_] == u'/'))
      ++at_;
    return *this;
  }
  Reader& number() {
    const std::uint32_t begin = at_;
    while (good_ && at_ < end_ && at_ - begin < longest_number && is_digit(chars_[at_])) ++at_;
    good_ = good_ && at_ > begin;
    return *this;
  }
  Reader& page(char16_t prefix) { return character(prefix).blanks().number().blanks().character(page_word); }
  // Where what was read ends; 0 where something is missing.
  std::uint32_t end() const noexcept { return good_ ? at_ : 0; }

 private:
  const Chars& chars_;
  std::uint32_t at_;
  std::uint32_t end_;
  bool good_ = true;
};

std::uint32_t end_of_page_number(const Chars& chars, std::uint32_t at, Range within) {
  const auto reader = [&] { return Reader(chars, at, within.end); };
  if (chars[at] == ordinal_prefix) return reader().page(ordinal_prefix).gap().page(total_prefix).end();
  if (chars[at] == total_prefix) return reader().page(total_prefix).gap().page(ordinal_prefix).end();
  if (chars[at] != u'-' || at == within.begin || !is_han(chars[at - 1])) return 0;
  const std::uint32_t end = reader().character(u'-').blanks(true).number().blanks(true).character(u'-').end();
  return end < within.end && is_han(chars[end]) ? end : 0;
}

}  // namespace

std::vector<Range> find_page_numbers(const Chars& chars, Range within) {
  std::vector<Range> found;
  const auto tells = [](char16_t c) { return c == page_word || c == u'-'; };
  if (!contains(chars.view(within.begin, within.end), tells)) return found;
  for (std::uint32_t at = within.begin; at < within.end; ++at) {
    const std::uint32_t end = end_of_page_number(chars, at, within);
    if (end == 0) continue;
    found.push_back({at, end});
    at = end - 1;
  }
  return found;
}

}  // namespace gongbao
