#include "lexicon/word_index.h"

#include <algorithm>
#include <utility>

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
  if (std::exchange(compiled_, true)) return;
  std::stable_sort(words_.begin(), words_.end(),
                   [](const Word& a, const Word& b) { return a.text != b.text ? a.text < b.text : a.table < b.table; });
  add_filters();
  nodes_.assign(1, {0, 1, 0});
  labels_.assign(1, 0);
  entries_.clear();
  std::vector<Run> level;
  divide({0, words_.size(), 0}, 0, 0, level);
  make_starts();
  for (std::size_t depth = 1; !level.empty(); ++depth) {
    std::vector<Run> next;
    for (const Run run : level) {
      const auto node = static_cast<std::uint32_t>(nodes_.size());
      const auto first_child = static_cast<std::uint32_t>(labels_.size());
      nodes_.push_back({0, first_child, static_cast<std::uint32_t>(entries_.size())});
      divide(run, depth, node, next);
      for (std::size_t child = first_child; child < labels_.size(); ++child)
        nodes_[node].labels |= std::uint64_t{1} << labels_[child] % word_bits;
      add_entries(run, depth);
      if (depth == 1 && words_[run.begin].text.size() == 1)
        starts_[slot_of(labels_[node], 0)] = {labels_[node], 0, node};
      if (depth == 2) starts_[slot_of(labels_[run.parent], labels_[node])] = {labels_[run.parent], labels_[node], node};
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
      set_bit(pairs_, hash(word.text[0], word.text[1]) >> 16U);
    }
  }
}

// Room for the nodes of the first two levels.
void WordIndex::make_starts() {
  constexpr unsigned bits = 32;
  starts_shift_ = bits - 4;
  while ((std::size_t{1} << (bits - starts_shift_)) < 3 * words_.size()) --starts_shift_;
  starts_.assign(std::size_t{1} << (bits - starts_shift_), {});
}

// The words of a run share `depth` characters. Those that share one more are a run of the next level, and a node.
void WordIndex::divide(Run run, std::size_t depth, std::uint32_t node, std::vector<Run>& next) {
  std::size_t begin = run.begin;
  while (begin < run.end && words_[begin].text.size() == depth) ++begin;
  while (begin < run.end) {
    const char16_t label = words_[begin].text[depth];
    std::size_t end = begin;
    while (end < run.end && words_[end].text[depth] == label) ++end;
    labels_.push_back(label);
    next.push_back({begin, end, node});
    begin = end;
  }
}

// The words of `length` characters at the run's begin, of equal ones of a table the last; and those on the way to it,
// of other tables.
void WordIndex::add_entries(Run run, std::size_t length) {
  const std::size_t first = entries_.size();
  std::size_t end = run.begin;
  for (; end < run.end && words_[end].text.size() == length; ++end) {
    const Word& word = words_[end];
    if (entries_.size() > first && entries_.back().table == word.table) entries_.pop_back();
    entries_.push_back({word.row, static_cast<std::uint32_t>(length), word.table});
  }
  if (run.parent == 0) return;
  for (std::uint32_t at = nodes_[run.parent].first_entry; at < nodes_[run.parent + 1].first_entry; ++at) {
    const Entry above = entries_[at];
    const auto same = [&](const Entry& own) { return own.table == above.table; };
    if (std::none_of(entries_.begin() + static_cast<std::ptrdiff_t>(first), entries_.end(), same))
      entries_.push_back(above);
  }
}

}  // namespace gongbao
