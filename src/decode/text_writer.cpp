#include "decode/text_writer.h"

#include "text/utf8.h"

namespace gongbao {

void TextWriter::anchor(std::uint32_t text_width, std::uint32_t source_width) {
  if (text_width == source_width) text_width = source_width = 1;  // copied
  const bool same =
      !moved_ && text_.anchors.back().text_width == text_width && text_.anchors.back().source_width == source_width;
  moved_ = false;
  if (same) return;
  text_.anchors.push_back({static_cast<std::uint32_t>(text_.utf8.size()), source_,
                           static_cast<std::uint8_t>(text_width), static_cast<std::uint8_t>(source_width)});
}

void TextWriter::add(char32_t character, std::uint32_t length) {
  const std::uint32_t width = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  anchor(width, length);
  append_utf8(text_.utf8, character);
  source_ += length;
}

void TextWriter::add_damaged(std::uint32_t length) {
  const auto begin = static_cast<std::uint32_t>(text_.utf8.size());
  add(0xFFFD, length);
  text_.diagnostics.push_back({DiagnosticCode::invalid_bytes, {begin, static_cast<std::uint32_t>(text_.utf8.size())}});
}

void TextWriter::skip(std::uint32_t length) {
  // The stretch before ends here: without this anchor it would reach over the bytes that are skipped.
  text_.anchors.push_back({static_cast<std::uint32_t>(text_.utf8.size()), source_});
  source_ += length;
  moved_ = true;
}

}  // namespace gongbao
