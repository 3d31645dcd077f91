// The table of the indicator stage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao {

// indicator_words.tsv: the words beside a number, by what they do in the phrase that says what is counted.
enum class IndicatorWord : std::uint8_t {
  noun,      // part of the phrase; listed only where a shorter word would be seen in it
  drop,      // says nothing of what is counted, wherever it stands
  edge,      // the same, at the beginning or the end of a phrase
  bound,     // the same, at the end of a phrase: 不少于, 达到
  goal,      // the same, where nothing is compared: 计划, 任务
  verb,      // what is done; needs a noun
  stage,     // how far it is; needs a noun
  effect,    // what comes of it; needs none: 惠及
  aspect,    // belongs to the verb before it
  relation,  // opens a comparison with another number
  change,    // from one number to the next: 提高到
  prep,      // opens a phrase of which the number is the first word: 为, 对
  order,     // the numbers that follow answer those before, one by one: 分别
  part,      // the numbers that follow are parts of the one before: 其中
  of,        // the particle before a noun: 的
  etc,       // ends an enumeration: 等
  joint,     // joins two nouns: 和
  numeral,   // a digit of a date
  date,      // a unit of time after a number
  after,     // may follow a date: 底, 以来
  rate,      // ends the name of a share: 率, 比例
  work,      // a unit of promised works themselves: 项
  stop,      // opens another clause: 因
  none,      // no word of the table is that: what a mark or a quantity is
};

// Kinds of words, as a bit for each.
constexpr std::uint32_t one_of() noexcept { return 0; }
template <class... Others>
constexpr std::uint32_t one_of(IndicatorWord first, Others... others) noexcept {
  return 1U << static_cast<unsigned>(first) | one_of(others...);
}

struct IndicatorWordRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  IndicatorWord kind = IndicatorWord::noun;
};

}  // namespace gongbao
