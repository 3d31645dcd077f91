#include "role/indicator_phrase.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gongbao {
namespace {

using Word = IndicatorWord;
using TokenSign = IndicatorSign;
using Words = IndicatorTokens;

constexpr std::size_t shortest_head = 3;  // characters after 的 or 等 that say enough without those before

bool is_joint(const IndicatorToken& token) noexcept {
  return token.is(Word::joint) || token.is(TokenSign::enumeration);
}

// Takes into the phrase what stands in it for itself: no filler words, no numbers that belong to a noun (an age, a
// voltage). Returns which kinds of words there are, as one_of() does; `none` stands for an enumeration.
std::uint32_t keep_words(Words tokens, IndicatorPhrase& phrase) {
  const auto keeps = [](const IndicatorToken& token) {
    return token.is(TokenSign::word) ? !token.is(Word::drop) : token.is(TokenSign::enumeration);
  };
  while (!tokens.empty() && (!keeps(tokens.front()) || !tokens.front().is(TokenSign::word))) tokens = tokens.subspan(1);
  while (!tokens.empty() && !keeps(tokens.back())) tokens = tokens.first(tokens.size() - 1);
  std::uint32_t kinds = 0;
  bool all = true;
  for (const IndicatorToken& token : tokens) {
    kinds |= one_of(token.word);
    all = all && keeps(token);
  }
  phrase.words = tokens;
  if (all) return kinds;
  phrase.kept.clear();
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(phrase.kept), keeps);
  phrase.words = phrase.kept;
  return kinds;
}

void strip_front(IndicatorPhrase& phrase, bool goals) {
  constexpr std::uint32_t fillers = one_of(Word::part, Word::prep, Word::edge, Word::of, Word::joint);
  constexpr std::uint32_t aims = one_of(Word::goal, Word::bound);
  std::size_t count = 0;
  for (const IndicatorToken& token : phrase.words) {
    if (!token.is_any(goals ? fillers | aims : fillers) && !token.is(TokenSign::enumeration)) break;
    phrase.part = phrase.part || token.is(Word::part);
    phrase.prep = phrase.prep || token.is(Word::prep);
    ++count;
  }
  // 余下, 全长: what is left of a word of two characters is none.
  const bool cut = count > 0 && phrase.words[count - 1].is(Word::edge) && count < phrase.words.size() &&
                   characters(phrase.words.subspan(count)) == 1;
  phrase.words = phrase.words.subspan(cut ? count - 1 : count);
}

void strip_back(IndicatorPhrase& phrase, bool bounds, bool goals) {
  Words& words = phrase.words;
  const std::uint32_t fillers = one_of(Word::of, Word::etc, Word::change, Word::prep, Word::edge, Word::joint) |
                                (bounds ? one_of(Word::bound) : 0) | (goals ? one_of(Word::goal) : 0);
  for (; !words.empty(); words = words.first(words.size() - 1)) {
    const IndicatorToken& last = words.back();
    if (!last.is_any(fillers) && !last.is(TokenSign::enumeration)) break;
    if (last.is(Word::edge) && words.size() == 2 && words.front().range.size() == 1) break;  // 次均
    phrase.of = phrase.of || last.is(Word::of);
    phrase.etc = phrase.etc || last.is(Word::etc);
    phrase.change = phrase.change || last.is(Word::change);
    phrase.prep = phrase.prep || last.is(Word::prep);
    if (last.is(Word::prep)) words = words.first(1);  // 免费为500名老人…: the thing counted follows
  }
}

// Words before 等 and 的 say which one, not what: 西环路、五横路等断头路 → 断头路. A verb before them stays.
void cut_attributes(IndicatorPhrase& phrase) {
  const Words words = phrase.words;
  for (std::size_t i = words.size(); i-- > 1;) {
    if (!words[i].is_any(one_of(Word::of, Word::etc))) continue;
    if (characters(words.subspan(i + 1)) < shortest_head) continue;
    phrase.words = words.subspan(i + 1);
    if (!words[i].is(Word::etc) || !words.front().is(Word::verb)) return;
    std::vector<IndicatorToken> kept(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
    kept.front() = words.front();
    phrase.kept = std::move(kept);
    phrase.words = phrase.kept;
    return;
  }
}

// 为农村中小学更换终端 → 更换终端; 热线、信箱受理诉求 → 受理诉求.
void cut_before_verb(Words& words, std::size_t from) {
  for (std::size_t i = from; i + 1 < words.size(); ++i) {
    if (is_action(words[i]) && words[i].range.size() > 1) {
      words = words.subspan(i);
      return;
    }
  }
}

void cut_subject(IndicatorPhrase& phrase) {
  Words& words = phrase.words;
  if (phrase.prep) return cut_before_verb(words, 1);
  if (words.empty() || is_action(words.front())) return;
  for (std::size_t i = words.size(); i-- > 1;) {
    if (words[i].is(TokenSign::enumeration)) return cut_before_verb(words, i + 2);
  }
}

void find_verbs(IndicatorPhrase& phrase) {
  const Words& words = phrase.words;
  std::size_t lead = 0;
  while (lead < words.size() &&
         (is_action(words[lead]) ||
          (lead > 0 && (words[lead].is_any(one_of(Word::aspect, Word::edge)) ||
                        (is_joint(words[lead]) && lead + 1 < words.size() && is_action(words[lead + 1])))))) {
    ++lead;
  }
  std::size_t trail = 0;
  while (lead + trail < words.size()) {
    const IndicatorToken& last = words[words.size() - 1 - trail];
    const bool inside =
        is_joint(last) && trail > 0 && lead + trail + 1 < words.size() && is_action(words[words.size() - 2 - trail]);
    if (!is_action(last) && !last.is(Word::aspect) && !inside) break;
    ++trail;
  }
  const auto acts = [](const IndicatorToken& token) { return is_action(token); };
  phrase.lead = lead;
  phrase.trail = std::any_of(words.end() - static_cast<std::ptrdiff_t>(trail), words.end(), acts) ? trail : 0;
  phrase.list =
      std::any_of(words.begin(), words.end(), [](const IndicatorToken& t) { return t.is(TokenSign::enumeration); });
}

bool opens_relation(Words tokens, Dimension dimension) {
  const bool share = dimension == Dimension::share || dimension == Dimension::multiple;
  bool filler = false;  // 为计划的, 是任务的
  for (const IndicatorToken& token : tokens) {
    if (token.is(Word::relation)) return true;
    if (token.is(Word::drop)) continue;
    filler = filler || token.is_any(one_of(Word::goal, Word::prep, Word::bound, Word::edge));
    if (!token.is_any(one_of(Word::goal, Word::bound, Word::edge))) break;
  }
  return share && filler && tokens.back().is(Word::of);
}

}  // namespace

std::size_t characters(Words words) noexcept {
  std::size_t count = 0;
  for (const IndicatorToken& word : words) count += word.range.size();
  return count;
}

void read_phrase_before(Words tokens, Dimension dimension, IndicatorPhrase& phrase) {
  phrase.part = phrase.prep = phrase.change = phrase.of = phrase.etc = false;
  phrase.relation = opens_relation(tokens, dimension);
  const std::uint32_t kinds = keep_words(tokens, phrase);
  strip_back(phrase, true, !phrase.relation);
  if (phrase.relation) {
    Words& words = phrase.words;
    std::size_t fillers = 0;
    while (fillers + 1 < words.size() && words[fillers].is(Word::edge)) ++fillers;
    if (!words.empty() && !words.back().is(Word::goal)) words = words.subspan(fillers);
  } else {
    strip_front(phrase, true);
    if ((kinds & one_of(Word::of, Word::etc)) != 0) cut_attributes(phrase);
    if (phrase.prep || (kinds & one_of(Word::none)) != 0) cut_subject(phrase);
  }
  find_verbs(phrase);
}

void read_phrase_after(Words tokens, IndicatorPhrase& phrase) {
  phrase.part = phrase.prep = phrase.relation = phrase.change = phrase.of = phrase.etc = false;
  keep_words(tokens, phrase);
  strip_back(phrase, false, false);
  const std::size_t size = phrase.words.size();
  strip_front(phrase, false);
  phrase.adverb = phrase.words.size() < size || (!tokens.empty() && tokens.front().is(Word::drop));
  phrase.lead = phrase.trail = 0;
  phrase.list = false;
}

}  // namespace gongbao
