// What characters of the basic plane fold to, but for the Chinese ones: read by the lexicon compiler, which makes the
// table that fold() looks up.
#pragma once

namespace gongbao {

constexpr char16_t pictograph = 0xFFFE;  // stands for emoji and dingbats, which serve as bullets

constexpr char16_t fold_by_rule(char16_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char16_t>(c - 0xFEE0);
  if (c >= 0x2000 && c <= 0x200A) return u' ';
  if ((c >= 0x2600 && c < 0x2776) || (c >= 0x2794 && c < 0x27C0)) return pictograph;
  switch (c) {
    case 0x00A0:
    case 0x3000:
    case 0x202F:
    case 0x205F:
    case 0x0085: return u' ';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2500:
    case 0xFE58:
    case 0xFE63: return u'-';
    case 0x223C:
    case 0x301C:
    case 0x02DC: return u'~';
    case 0x25CB:
    case 0x25EF:
    case 0x3007: return 0x3007;  // the zero of 二○一○年
    case 0xFE52: return u'.';
    case 0xFE50:
    case 0xFF64: return c == 0xFF64 ? 0x3001 : u',';
    case 0xFF61: return 0x3002;
    case 0xFE54: return u';';
    case 0xFE55: return u':';
    case 0xFE6A: return u'%';
    case 0x2236: return u':';
    case 0x30FB:
    case 0x2022:
    case 0xFF65:
    case 0x2027: return 0x00B7;  // middle dots
    case 0x300C: return 0x201C;  // the quotation marks of traditional and vertical print
    case 0x300D: return 0x201D;
    case 0x300E: return 0x2018;
    case 0x300F: return 0x2019;
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
    case 0x00AD:
    case 0xFE0E:
    case 0xFE0F: return 0;
    default: return c;
  }
}

}  // namespace gongbao
