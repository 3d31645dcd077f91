// Numbers that answer others one by one: 新增就业2578人、再就业4398人，分别完成53%、59%.
#pragma once

#include <optional>
#include <vector>

#include "role/indicator_heading.h"
#include "role/indicator_pieces.h"

namespace gongbao {

class IndicatorOrder {
 public:
  struct Answer {
    IndicatorWords base;   // what is answered
    IndicatorWords whole;  // with the words of the answer: 完成
  };

  IndicatorOrder(const std::vector<IndicatorToken>& tokens, const std::vector<IndicatorSaid>& saids,
                 IndicatorHeading& heading, IndicatorPieces& pieces)
      : tokens_(tokens), saids_(saids), heading_(heading), pieces_(pieces) {}

  // Begins the answers: tokens[order] is 分别 or the like, tokens[quantity] the first number after it, tokens[begin]
  // the first word of the phrase. False where nothing is found that they answer.
  bool open(std::size_t begin, std::size_t order, std::size_t quantity, std::uint32_t sentence);
  // What the next number answers, or nothing where all are used up.
  std::optional<Answer> next();
  void close() noexcept { members_.clear(); }

 private:
  IndicatorTokens tokens(std::size_t begin, std::size_t end) const noexcept {
    return IndicatorTokens(tokens_).subspan(begin, end - begin);
  }
  std::size_t count_from(std::size_t quantity) const noexcept;
  void read_subject(std::size_t begin, std::size_t end, std::size_t count);
  void read_before(std::size_t count, std::uint32_t sentence);
  bool collect(std::size_t count, const std::uint32_t* sentence, bool distinct);

  const std::vector<IndicatorToken>& tokens_;
  const std::vector<IndicatorSaid>& saids_;
  IndicatorHeading& heading_;
  IndicatorPieces& pieces_;
  IndicatorPhrase phrase_;
  std::vector<IndicatorWords> members_;
  IndicatorWords tail_;
  std::size_t next_ = 0;
};

}  // namespace gongbao
