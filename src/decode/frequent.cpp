#include "decode/frequent.h"

#include <unicode/ucnv.h>

#include <string>
#include <vector>

#include "lexicon/builtin_data.h"

namespace gongbao {
namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) noexcept { return c >= first && c <= last; }

constexpr bool is_control(char32_t c) noexcept {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || between(c, 0x7F, 0x9F);
}

constexpr bool is_alnum(char32_t c) noexcept {
  return between(c, '0', '9') || between(c, 'A', 'Z') || between(c, 'a', 'z');
}

// Full-width forms, brackets, dashes, quotes, ① and ㎡, box drawing.
constexpr bool is_sign(char32_t c) noexcept {
  return between(c, 0x00A0, 0x00FF) || between(c, 0x2010, 0x2044) || between(c, 0x2100, 0x22FF) ||
         between(c, 0x2460, 0x25FF) || between(c, 0x3000, 0x303F) || between(c, 0x3220, 0x33FF) ||
         between(c, 0xFF01, 0xFFE6);
}

}  // namespace

Frequent::Frequent() {
  std::string codes;
  for (int lead = 0xB0; lead <= 0xD7; ++lead)
    for (int trail = 0xA1; trail <= (lead == 0xD7 ? 0xF9 : 0xFE); ++trail)
      codes.append({static_cast<char>(lead), static_cast<char>(trail)});
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open("GB18030", &status));
  std::vector<char16_t> characters(codes.size());
  const std::int32_t count =
      ucnv_toUChars(converter.getAlias(), characters.data(), static_cast<std::int32_t>(characters.size()), codes.data(),
                    static_cast<std::int32_t>(codes.size()), &status);
  if (U_FAILURE(status) != 0) return;
  for (std::int32_t i = 0; i < count; ++i) level_one_.set(characters[static_cast<std::size_t>(i)]);
}

Usage Frequent::usage(char32_t c) const noexcept {
  if (is_control(c) || c == 0xFFFD || between(c, 0xD800, 0xF8FF) || c >= 0xF0000) return Usage::alien;
  if (is_alnum(c < 0xFF00 ? c : c - 0xFEE0)) return Usage::alnum;
  if (c < 0x80 || is_sign(c)) return Usage::usual;
  if (c > 0xFFFF) return Usage::unusual;
  return level_one_.test(folded_form(static_cast<char16_t>(c))) ? Usage::usual : Usage::unusual;
}

}  // namespace gongbao
