// What the codes of one or two bytes (in GB18030 also four) mean.
#pragma once

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "decode/frequent.h"

namespace gongbao {

// ICU's converter laid out as a table: which bytes form a character is then for the caller to choose.
class DoubleByte {
 public:
  // name: one of ICU's converters for an encoding with lead bytes 0x81 to 0xFE.
  DoubleByte(const char* name, const Frequent& frequent);

  struct Code {
    char32_t character = 0;  // 0: no such code
    Usage usage = Usage::alien;
  };
  Code pair(unsigned char lead, unsigned char trail) const noexcept;
  // Of exactly four bytes, of which the second is a digit.
  Code quadruple(std::string_view bytes) const;

 private:
  icu::LocalUConverterPointer converter_;
  const Frequent& frequent_;
  std::vector<Code> pairs_;
};

}  // namespace gongbao
