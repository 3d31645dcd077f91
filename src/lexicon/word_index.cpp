#include "lexicon/word_index.h"

#include <algorithm>

namespace gongbao {
namespace {

constexpr std::size_t characters = 0x10000;
constexpr std::size_t word_bits = 64;

void set_bit(std::vector<std::uint64_t>& bits, std::uint32_t bit) {
  bits[bit / word_bits] |= std::uint64_t{1} << bit % word_bits;
}

}  // namespace

WordIndex::WordIndex() { compile(); }

void WordIndex::compile() {
  std::stable_sort(words_.begin(), words_.end(),
                   [](const Word& a, const Word& b) { return a.text != b.text ? a.text < b.text : a.table < b.table; });
  add_filters();
  nodes_.assign(1, {0, 1, 0});
  labels_.assign(1, 0);
  entries_.clear();
  std::vector<Run> level;
  divide({0, words_.size()}, 0, level);
  add_roots();
  for (std::size_t depth = 1; !level.empty(); ++depth) {
    std::vector<Run> next;
    for (const Run run : level) {
      Node node{0, static_cast<std::uint32_t>(labels_.size()), static_cast<std::uint32_t>(entries_.size())};
      divide(run, depth, next);
      for (std::size_t child = node.first_child; child < labels_.size(); ++child)
        node.labels |= std::uint64_t{1} << labels_[child] % word_bits;
      add_entries(run, depth);
      nodes_.push_back(node);
    }
    level = std::move(next);
  }
  nodes_.push_back({0, static_cast<std::uint32_t>(labels_.size()), static_cast<std::uint32_t>(entries_.size())});
  nodes_.front().first_child = nodes_[1].first_child;
}

void WordIndex::add_filters() {
  pairs_.assign(characters / word_bits, 0);
  singles_.assign(characters / word_bits, 0);
  for (const Word& word : words_) {
    if (word.text.size() == 1) {
      set_bit(singles_, word.text.front());
    } else {
      set_bit(pairs_, pair_bit(word.text[0], word.text[1]));
    }
  }
}

void WordIndex::add_roots() {
  pages_.assign(characters / page_size, 0);
  roots_.assign(page_size, 0);
  for (std::uint32_t node = 1; node < labels_.size(); ++node) {
    std::uint32_t& page = pages_[labels_[node] / page_size];
    if (page == 0) {
      page = static_cast<std::uint32_t>(roots_.size());
      roots_.resize(roots_.size() + page_size);
    }
    roots_[page + labels_[node] % page_size] = node;
  }
}

// The words of a run share `depth` characters. Those that share one more are a run of the next level, and a node.
void WordIndex::divide(Run run, std::size_t depth, std::vector<Run>& next) {
  std::size_t begin = run.begin;
  while (begin < run.end && words_[begin].text.size() == depth) ++begin;
  while (begin < run.end) {
    const char16_t label = words_[begin].text[depth];
    std::size_t end = begin;
    while (end < run.end && words_[end].text[depth] == label) ++end;
    labels_.push_back(label);
    next.push_back({begin, end});
    begin = end;
  }
}

// The words of `length` characters at the run's begin; of equal ones of a table the last.
void WordIndex::add_entries(Run run, std::size_t length) {
  for (std::size_t at = run.begin; at < run.end && words_[at].text.size() == length; ++at) {
    const bool again =
        at + 1 < run.end && words_[at + 1].text.size() == length && words_[at + 1].table == words_[at].table;
    if (!again) entries_.push_back({words_[at].row, words_[at].table});
  }
}

}  // namespace gongbao
