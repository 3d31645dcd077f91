#include "lexicon/first_characters.h"

#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr char16_t any = 0;  // stands among the characters found for all there are

class FirstCharacters {
 public:
  explicit FirstCharacters(std::string_view pattern) {
    for (std::size_t at = 0; at < pattern.size();) {
      const Utf8Char character = utf8_at(pattern, at);
      pattern_ += character.code;
      at += character.length;
    }
  }

  std::optional<std::u16string> read() {
    if (next() != U'^') return std::nullopt;
    ++at_;
    const bool optional = read_sequence();
    if (optional || !known_ || at_ < pattern_.size() || found_.find(any) != found_.npos) return std::nullopt;
    return found_;
  }

 private:
  // The character at hand; 0 behind the end.
  char32_t next() const noexcept { return at_ < pattern_.size() ? pattern_[at_] : 0; }
  bool is_next(std::u32string_view marks) const noexcept {
    return next() != 0 && marks.find(next()) != std::u32string_view::npos;
  }

  void add(char32_t c) {
    if (c <= 0xFFFF) found_ += static_cast<char16_t>(c);  // folded text has no others
  }
  bool unknown() noexcept {
    known_ = false;
    at_ = pattern_.size();
    return false;
  }

  // The readers of parts say whether a part may be left out.

  bool read_sequence() {
    bool optional = true;  // all that was read
    while (at_ < pattern_.size() && !is_next(U"|)")) {
      const std::size_t before = found_.size();
      bool part = read_part();
      if (is_next(U"*?+")) part = pattern_[at_++] != U'+' || part;
      if (!optional) found_.resize(before);  // behind what cannot be left out
      optional = optional && part;
    }
    return optional;
  }

  bool read_part() {
    if (is_next(U"^*+?{")) return unknown();
    const char32_t c = pattern_[at_++];
    if (c == U'$') return true;
    if (c == U'(') return read_group();
    if (c == U'[') return read_class();
    if (c == U'\\') return read_escaped();
    add(c == U'.' ? any : c);
    return false;
  }

  bool read_group() {
    if (next() == U'?') return unknown();  // (?i)
    bool optional = read_sequence();
    while (next() == U'|') {
      ++at_;
      optional = read_sequence() || optional;
    }
    if (next() != U')') return unknown();
    ++at_;
    return optional;
  }

  bool read_escaped() {
    constexpr std::u32string_view marks = U"\\.+*?()[]{}|^$-/";
    if (next() == U'd') {
      for (char32_t digit = U'0'; digit <= U'9'; ++digit) add(digit);
    } else if (is_next(marks)) {
      add(next());
    } else {
      return unknown();
    }
    ++at_;
    return false;
  }

  bool read_class() {
    if (next() == U'^') return unknown();
    do {  // a bracket at once behind the opening one is a character
      const char32_t c = next();
      ++at_;
      if (c == 0 || (c == U'[' && next() == U':')) return unknown();
      if (c == U'\\') {
        read_escaped();
      } else if (next() == U'-' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != U']') {
        const char32_t last = pattern_[at_ + 1];
        if (last == U'\\' || last == U'[' || last > 0xFFFF) return unknown();
        for (char32_t inside = c; inside <= last; ++inside) add(inside);
        at_ += 2;
      } else {
        add(c);
      }
    } while (known_ && next() != U']');
    ++at_;
    return false;
  }

  std::u32string pattern_;
  std::size_t at_ = 0;
  bool known_ = true;
  std::u16string found_;
};

}  // namespace

std::optional<std::u16string> first_characters(std::string_view pattern) { return FirstCharacters(pattern).read(); }

}  // namespace gongbao
