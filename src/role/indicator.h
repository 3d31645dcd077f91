// The words that say what a quantity counts.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/body_words.h"
#include "quantity/quantity.h"

namespace gongbao {

struct Indicator {
  std::string text;  // UTF-8, of the document's own characters
  Range run;         // the body's characters that are the text, folded; empty where it is put together of several runs
};

// Reads one paragraph of a document after the other and keeps its memory, and what it read of the last heading, from
// one to the next. `text` and `words` must outlive it.
class IndicatorFinder {
 public:
  IndicatorFinder(std::string_view text, const BodyWords& words);
  ~IndicatorFinder();

  // Sets `indicators`: for each quantity of the body's `paragraph` the words that say what is counted, mostly verb and
  // noun (新增就业, 幼儿园增加学位): at most 20 characters, without number, unit and
  // filler words; what a list leaves out (新建幼儿园3所、小学2所) is supplied from the words before. Never empty where
  // the paragraph or the heading has any words. `heading`: the item's own heading, used where the sentence says too
  // little; may be empty.
  void find(Range paragraph, Range heading, std::span<const Quantity> quantities, std::vector<Indicator>& indicators);

 private:
  class Finder;
  std::unique_ptr<Finder> finder_;
};

}  // namespace gongbao
