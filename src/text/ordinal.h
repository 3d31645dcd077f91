// Ordinals at the start of a paragraph.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lexicon/lexicon_impl.h"

namespace gongbao {

enum class Scheme : std::uint8_t {
  han,           // 一、
  han_paren,     // （一）
  arabic,        // 1、 1. １．
  arabic_paren,  // （1） 1)
  circled,       // ①
  nth,           // 第一项 第三件实事：
  prefix,        // 其一，
  bullet,        // ● ◆
  dash,          // ——: a bullet below other headings only; alone it opens a paragraph of running text
  lens,          // 【民生保障】 as a line of its own
};

struct Ordinal {
  Scheme scheme = Scheme::han;
  int number = 0;         // 0 where the scheme has none
  std::size_t begin = 0;  // the label's characters: 一, 1, 第一项; empty for bullets
  std::size_t end = 0;
  std::size_t words = 0;  // where the words after it begin, blanks skipped
  bool half = false;      // 1) with a closing bracket only
};

// The ordinal that text begins with.
std::optional<Ordinal> read_ordinal(std::u16string_view text, const Lexicon::Impl& lexicon);

}  // namespace gongbao
