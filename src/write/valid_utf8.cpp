#include "write/valid_utf8.h"

#include "text/utf8.h"

namespace gongbao {

std::string valid_utf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = utf8_at(text, i);
    append_utf8(result, c.code);
    i += c.length;
  }
  return result;
}

}  // namespace gongbao
