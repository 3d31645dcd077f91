#include "lexicon/body_words.h"

#include <utility>

#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {

// One walk over the body. Most characters begin no word, and most of the others no second one.
struct BodyWords::Found {
  Found(const Chars& body, const WordIndex& index) : marks(body.size()),
        sentence_ends(body.size()),
        clause_ends(body.size()),
        clause_borders(body.size()),
        figure_begins(body.size()) {
    for (HitList& list : lists) list = HitList(body.size());
    const std::u16string_view text = body.view();
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      const char16_t c = text[at];
      index.read(text.substr(at), [&](Indexed table, std::uint32_t row, std::uint32_t length) {
        lists[static_cast<std::size_t>(table)].put(at, row, length);
        if (table == Indexed::numerals || table == Indexed::set_phrases) figure_begins.put(at);
      });
      if (is_word(c)) {
        if (!is_han(c) || c == mark::ordinal) figure_begins.put(at);
      } else if (!is_blank(c)) {
        marks.put(at);
        put_mark(body, at);
      }
    }
    for (HitList& list : lists) list.finish();
  }

  void put_mark(const Chars& body, std::uint32_t at) noexcept {
    const char16_t c = body[at];
    if (mark::ends_sentence(c)) sentence_ends.put(at);
    if (ends_clause(body, at)) clause_ends.put(at);
    if (ends_clause(body, at) || c == u'(' || c == u')') clause_borders.put(at);
    if (mark::opens_name(c)) figure_begins.put(at);
  }

  HitList& operator[](Indexed table) { return lists[static_cast<std::size_t>(table)]; }

  std::array<HitList, indexed_count> lists;
  Places marks;
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
      marks(std::move(found.marks)),
      sentence_ends(std::move(found.sentence_ends)),
      clause_ends(std::move(found.clause_ends)),
      clause_borders(std::move(found.clause_borders)),
      figure_begins(std::move(found.figure_begins)) {}

}  // namespace gongbao
