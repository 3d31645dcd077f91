#include "decode/double_byte.h"

#include <unicode/utf16.h>

#include <string>

namespace gongbao {
namespace {

constexpr unsigned first_lead = 0x81;
constexpr unsigned last_lead = 0xFE;
constexpr unsigned first_trail = 0x40;
constexpr unsigned trails = 0x100 - first_trail;

std::size_t index(unsigned lead, unsigned trail) noexcept {
  return (lead - first_lead) * trails + (trail - first_trail);
}

}  // namespace

// All pairs are converted at once, each on a line of its own: a line that is not one character was no code.
DoubleByte::DoubleByte(const char* name, const Frequent& frequent)
    : frequent_(frequent), pairs_((last_lead - first_lead + 1) * trails) {
  UErrorCode status = U_ZERO_ERROR;
  converter_.adoptInstead(ucnv_open(name, &status));
  std::string lines;
  for (unsigned lead = first_lead; lead <= last_lead; ++lead)
    for (unsigned trail = first_trail; trail <= 0xFF; ++trail)
      lines.append({static_cast<char>(lead), static_cast<char>(trail), '\n'});
  std::vector<char16_t> converted(lines.size());
  const std::int32_t count =
      ucnv_toUChars(converter_.getAlias(), converted.data(), static_cast<std::int32_t>(converted.size()), lines.data(),
                    static_cast<std::int32_t>(lines.size()), &status);
  if (U_FAILURE(status) != 0) return;  // a table without codes
  std::size_t line = 0;
  for (std::int32_t begin = 0, end = 0; end < count && line < pairs_.size(); ++end) {
    if (converted[static_cast<std::size_t>(end)] != u'\n') continue;
    std::int32_t at = begin;
    UChar32 c = 0;
    U16_NEXT(converted.data(), at, end, c);
    if (at == end && c != 0xFFFD) pairs_[line] = {static_cast<char32_t>(c), frequent_.usage(static_cast<char32_t>(c))};
    begin = end + 1;
    ++line;
  }
}

DoubleByte::Code DoubleByte::pair(unsigned char lead, unsigned char trail) const noexcept {
  if (lead < first_lead || lead > last_lead || trail < first_trail) return {};
  return pairs_[index(lead, trail)];
}

DoubleByte::Code DoubleByte::quadruple(std::string_view bytes) const {
  UErrorCode status = U_ZERO_ERROR;
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  ucnv_resetToUnicode(converter_.getAlias());
  const UChar32 c = ucnv_getNextUChar(converter_.getAlias(), &at, end, &status);
  if (U_FAILURE(status) != 0 || at != end || c == 0xFFFD) return {};
  return {static_cast<char32_t>(c), frequent_.usage(static_cast<char32_t>(c))};
}

}  // namespace gongbao
