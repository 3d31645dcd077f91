#include "role/indicator_phrase.h"

#include <algorithm>

namespace gongbao {
namespace {

using Word = IndicatorWord;
using TokenSign = IndicatorSign;
using Words = std::vector<IndicatorToken>;

constexpr std::size_t shortest_head = 3;  // characters after 的 or 等 that say enough without those before

bool is_joint(const IndicatorToken& token) noexcept {
  return token.is(Word::joint) || token.is(TokenSign::enumeration);
}

void erase_front(Words& words, std::size_t count) {
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
}

// What stands in the phrase for itself: no filler words, no numbers that belong to a noun (an age, a voltage). Returns
// which kinds of words there are, as one_of() does; `none` stands for an enumeration.
std::uint32_t keep_words(const Words& tokens, std::size_t begin, std::size_t end, Words& words) {
  words.clear();
  std::uint32_t kinds = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const IndicatorToken& token = tokens[i];
    const bool keeps =
        token.is(TokenSign::word) ? !token.is(Word::drop) : token.is(TokenSign::enumeration) && !words.empty();
    if (!keeps) continue;
    words.push_back(token);
    kinds |= one_of(token.word);
  }
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
                   characters(phrase.words, count, phrase.words.size()) == 1;
  erase_front(phrase.words, cut ? count - 1 : count);
}

void strip_back(IndicatorPhrase& phrase, bool bounds, bool goals) {
  Words& words = phrase.words;
  const std::uint32_t fillers = one_of(Word::of, Word::etc, Word::change, Word::prep, Word::edge, Word::joint) |
                                (bounds ? one_of(Word::bound) : 0) | (goals ? one_of(Word::goal) : 0);
  for (; !words.empty(); words.pop_back()) {
    const IndicatorToken& last = words.back();
    if (!last.is_any(fillers) && !last.is(TokenSign::enumeration)) break;
    if (last.is(Word::edge) && words.size() == 2 && characters(words, 0, 1) == 1) break;  // 次均
    phrase.of = phrase.of || last.is(Word::of);
    phrase.etc = phrase.etc || last.is(Word::etc);
    phrase.change = phrase.change || last.is(Word::change);
    phrase.prep = phrase.prep || last.is(Word::prep);
    if (last.is(Word::prep)) words.resize(1);  // 免费为500名老人…: the thing counted follows
  }
}

// Words before 等 and 的 say which one, not what: 西环路、五横路等断头路 → 断头路. A verb before them stays.
void cut_attributes(Words& words) {
  for (std::size_t i = words.size(); i-- > 1;) {
    if (!words[i].is_any(one_of(Word::of, Word::etc))) continue;
    if (characters(words, i + 1, words.size()) < shortest_head) continue;
    const bool verb_stays = words[i].is(Word::etc) && words.front().is(Word::verb);
    words.erase(words.begin() + (verb_stays ? 1 : 0), words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return;
  }
}

// 为农村中小学更换终端 → 更换终端; 热线、信箱受理诉求 → 受理诉求.
void cut_before_verb(Words& words, std::size_t from) {
  for (std::size_t i = from; i + 1 < words.size(); ++i) {
    if (is_action(words[i]) && words[i].range.size() > 1) return erase_front(words, i);
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

bool opens_relation(const Words& tokens, std::size_t begin, std::size_t end, Dimension dimension) {
  const bool share = dimension == Dimension::share || dimension == Dimension::multiple;
  bool filler = false;  // 为计划的, 是任务的
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].is(Word::relation)) return true;
    if (tokens[i].is(Word::drop)) continue;
    filler = filler || tokens[i].is_any(one_of(Word::goal, Word::prep, Word::bound, Word::edge));
    if (!tokens[i].is_any(one_of(Word::goal, Word::bound, Word::edge))) break;
  }
  return share && filler && tokens[end - 1].is(Word::of);
}

}  // namespace

std::size_t characters(const Words& words, std::size_t begin, std::size_t end) noexcept {
  std::size_t count = 0;
  for (std::size_t i = begin; i < end; ++i) count += words[i].range.size();
  return count;
}

void read_phrase_before(const Words& tokens, std::size_t begin, std::size_t end, Dimension dimension,
                        IndicatorPhrase& phrase) {
  phrase.part = phrase.prep = phrase.change = phrase.of = phrase.etc = false;
  phrase.relation = opens_relation(tokens, begin, end, dimension);
  const std::uint32_t kinds = keep_words(tokens, begin, end, phrase.words);
  strip_back(phrase, true, !phrase.relation);
  if (phrase.relation) {
    Words& words = phrase.words;
    std::size_t fillers = 0;
    while (fillers + 1 < words.size() && words[fillers].is(Word::edge)) ++fillers;
    if (!words.empty() && !words.back().is(Word::goal)) erase_front(words, fillers);
  } else {
    strip_front(phrase, true);
  }
  if (!phrase.relation) {
    if ((kinds & one_of(Word::of, Word::etc)) != 0) cut_attributes(phrase.words);
    if (phrase.prep || (kinds & one_of(Word::none)) != 0) cut_subject(phrase);
  }
  find_verbs(phrase);
}

void read_phrase_after(const Words& tokens, std::size_t begin, std::size_t end, IndicatorPhrase& phrase) {
  phrase.part = phrase.prep = phrase.relation = phrase.change = phrase.of = phrase.etc = false;
  keep_words(tokens, begin, end, phrase.words);
  strip_back(phrase, false, false);
  const std::size_t size = phrase.words.size();
  strip_front(phrase, false);
  phrase.adverb = phrase.words.size() < size || (begin < end && tokens[begin].is(Word::drop));
  phrase.lead = phrase.trail = 0;
  phrase.list = false;
}

}  // namespace gongbao
