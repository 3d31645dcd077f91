// Writes a Text character by character and keeps the way back to the input.
#pragma once

#include <cstdint>

#include "decode/decode.h"

namespace gongbao {

class TextWriter {
 public:
  // source: where in the input the first character begins. text.utf8 is empty.
  TextWriter(Text& text, std::uint32_t source) : text_(text), source_(source) {}

  // A character that `length` bytes of the input stand for.
  void add(char32_t character, std::uint32_t length);
  // Bytes of the input that are no character: U+FFFD and a diagnostic.
  void add_damaged(std::uint32_t length);
  // Bytes of the input that leave no text.
  void skip(std::uint32_t length);

 private:
  void anchor(std::uint32_t text_width, std::uint32_t source_width);

  Text& text_;
  std::uint32_t source_;
  bool moved_ = true;  // the next character needs an anchor whatever its width
};

}  // namespace gongbao
