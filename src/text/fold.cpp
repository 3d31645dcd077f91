#include "text/fold.h"

#include "text/utf8.h"

namespace gongbao {
void append_folded(std::u16string& to, std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Char character = utf8_at(utf8, at);
    if (const char16_t c = fold(character.code); c != 0) to.push_back(c);
    at += character.length;
  }
}

std::u16string fold(std::string_view utf8) {
  std::u16string folded;
  folded.reserve(utf8.size());
  append_folded(folded, utf8);
  return folded;
}

}  // namespace gongbao
