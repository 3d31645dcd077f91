// Texts in other encodings, by ICU alone: the library's own way with bytes is what the tests check.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::tests {

// UTF-8 text as bytes of an encoding, by ICU's name; what it lacks becomes its substitution character.
std::string encode(std::string_view utf8, const char* encoding);
// The same, for HTML: what the encoding lacks becomes &#…;
std::string encode_html(std::string_view utf8, const char* encoding);
// The way back; bytes that are no characters become U+FFFD.
std::string decode_bytes(std::string_view bytes, const char* encoding);

// UTF-8 text with each character that the encoding lacks replaced by 某.
std::string only_encodable(std::string_view utf8, const char* encoding);

// The text in traditional characters.
std::string traditional(std::string_view utf8);

}  // namespace gongbao::tests
