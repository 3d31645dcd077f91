#include "lexicon/body_words.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {

// One walk over the body. Most characters begin no word, and most of the others no second one.
struct BodyWords::Found {
  static constexpr std::uint32_t block_size = 64;

  Found(const Chars& chars, const WordIndex& index)
      : digits(chars.size()),
        signs(chars.size()),
        sentence_ends(chars.size()),
        clause_ends(chars.size()),
        clause_borders(chars.size()),
        figure_begins(chars.size()) {
    for (HitList& list : lists) list = HitList(chars.size());
    const std::u16string_view text = chars.view();
    const auto size = static_cast<std::uint32_t>(text.size());
    // A block of characters at a time: first, without a branch, where words may begin at all.
    for (std::uint32_t begin = 0; begin < size; begin += block_size) {
      const std::uint32_t end = std::min(size, begin + block_size);
      std::uint64_t words = 0;
      char16_t next = end < size ? text[end] : u'\0';
      for (std::uint32_t at = end; at-- > begin; next = text[at])
        words = words << 1U | (index.may_begin(text[at], next) ? 1U : 0U);
      for (; words != 0; words &= words - 1) put_words(text, begin + std::countr_zero(words), index);
      for (std::uint32_t at = begin; at < end; ++at)
        if (!is_han(text[at]) || text[at] == mark::ordinal) put_sign(chars, at);
    }
    for (HitList& list : lists) list.finish();
  }

  void put_words(std::u16string_view text, std::uint32_t at, const WordIndex& index) {
    index.read(text.substr(at), [&](Indexed table, std::uint32_t row, std::uint32_t length) {
      (*this)[table].put(at, row, length);
      if (table == Indexed::numerals || table == Indexed::set_phrases) figure_begins.put(at);
    });
  }

  void put_sign(const Chars& chars, std::uint32_t at) {
    const char16_t c = chars[at];
    if (is_word(c) || mark::opens_name(c)) figure_begins.put(at);
    if (is_digit(c)) digits.put(at);
    if (is_word(c)) return;
    signs.put(at);
    if (mark::ends_sentence(c)) sentence_ends.put(at);
    if (ends_clause(chars, at)) {
      clause_ends.put(at);
      clause_borders.put(at);
    } else if (c == u'(' || c == u')') {
      clause_borders.put(at);
    }
  }

  HitList& operator[](Indexed table) { return lists[static_cast<std::size_t>(table)]; }

  std::array<HitList, indexed_count> lists;
  Places digits;
  Places signs;
  Places sentence_ends;
  Places clause_ends;
  Places clause_borders;
  Places figure_begins;
};

BodyWords::BodyWords(const Chars& chars, const Lexicon::Impl& tables)
    : BodyWords(chars, tables, Found(chars, tables.index)) {}

BodyWords::BodyWords(const Chars& chars, const Lexicon::Impl& tables, Found found)
    : body(chars),
      lexicon(tables),
      cues(tables.cues, chars.view(), std::move(found[Indexed::cues])),
      plan(tables.plan_words, chars.view(), std::move(found[Indexed::plan_words])),
      stages(tables.stages, chars.view(), std::move(found[Indexed::stages])),
      indicator_words(tables.indicator_words, chars.view(), std::move(found[Indexed::indicator_words])),
      set_phrases(tables.set_phrases, chars.view(), std::move(found[Indexed::set_phrases])),
      bounds(tables.bounds, chars.view(), std::move(found[Indexed::bounds])),
      numerals(tables.numerals, chars.view(), std::move(found[Indexed::numerals])),
      statuses(tables.statuses, chars.view(), std::move(found[Indexed::statuses])),
      digits(std::move(found.digits)),
      signs(std::move(found.signs)),
      sentence_ends(std::move(found.sentence_ends)),
      clause_ends(std::move(found.clause_ends)),
      clause_borders(std::move(found.clause_borders)),
      figure_begins(std::move(found.figure_begins)) {}

}  // namespace gongbao
