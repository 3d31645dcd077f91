#include "golden/encodings.h"

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace gongbao::tests {
namespace {

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status) != 0) throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

std::string to_bytes(const icu::UnicodeString& text, UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = text.extract(nullptr, 0, converter, status);
  if (size == 0) return {};
  status = U_ZERO_ERROR;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  text.extract(bytes.data(), size, converter, status);
  check(status, "extract");
  return bytes;
}

}  // namespace

std::string encode(std::string_view utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(encoding, &status));
  check(status, encoding);
  return to_bytes(icu::UnicodeString::fromUTF8(utf8), converter.getAlias());
}

std::string encode_html(std::string_view utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(encoding, &status));
  check(status, encoding);
  ucnv_setFallback(converter.getAlias(), false);
  ucnv_setFromUCallBack(converter.getAlias(), UCNV_FROM_U_CALLBACK_ESCAPE, UCNV_ESCAPE_XML_DEC, nullptr, nullptr,
                        &status);
  check(status, "ucnv_setFromUCallBack");
  return to_bytes(icu::UnicodeString::fromUTF8(utf8), converter.getAlias());
}

std::string decode_bytes(std::string_view bytes, const char* encoding) {
  std::string utf8;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), encoding).toUTF8String(utf8);
  return utf8;
}

std::string only_encodable(std::string_view utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string kept;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    std::string one;
    icu::UnicodeString(text.char32At(at)).toUTF8String(one);
    // There and back: ICU writes some characters that look like another one, and leaves some out.
    kept += one.size() == 1 || decode_bytes(encode(one, encoding), encoding) == one ? one : "某";
  }
  return kept;
}

std::string traditional(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> converter(
      icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
  check(status, "Simplified-Traditional");
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  converter->transliterate(text);
  std::string result;
  return text.toUTF8String(result);
}

}  // namespace gongbao::tests
