// Writes a Text character by character and keeps the way back to the input.
#pragma once

#include <cstdint>

#include "decode/decode.h"

namespace gongbao {

class TextWriter {
 public:
  // source: where in the input the first character begins. text.utf8 is empty. most_damaged: see is_full().
  TextWriter(Text& text, std::uint32_t source, std::size_t most_damaged)
      : text_(text), source_(source), most_damaged_(most_damaged) {}

  // A character that `length` bytes of the input stand for.
  void add(char32_t character, std::uint32_t length);
  // Bytes of the input that are no character: U+FFFD and a diagnostic.
  void add_damaged(std::uint32_t length);
  // Whether more of that was added than there may be.
  bool is_full() const noexcept { return text_.diagnostics.size() > most_damaged_; }
  // Bytes of the input that leave no text.
  void skip(std::uint32_t length);

 private:
  void anchor(std::uint32_t text_width, std::uint32_t source_width);

  Text& text_;
  std::uint32_t source_;
  std::size_t most_damaged_;
  bool moved_ = true;  // the next character needs an anchor whatever its width
};

}  // namespace gongbao
