#include "score/align.h"

#include <algorithm>
#include <unordered_map>

namespace evaluation {
namespace {

struct Block {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t size = 0;
};

struct Window {
  Range from;
  Range to;
};

class Matcher {
 public:
  Matcher(const Characters& from, const Characters& to) : from_(from), before_(to.size() + 1), now_(to.size() + 1) {
    for (std::size_t i = 0; i < to.size(); ++i) places_of_[to[i]].push_back(i);
  }

  // The longest equal piece inside the window; of several the first in `from`, then the first in `to`.
  Block longest(const Window& window) {
    Block best{window.from.begin, window.to.begin, 0};
    std::vector<std::size_t> touched_before;
    std::vector<std::size_t> touched;
    for (std::size_t i = window.from.begin; i < window.from.end; ++i) {
      extend(window, i, touched, best);
      for (const std::size_t j : touched_before) before_[j] = 0;
      touched_before.clear();
      before_.swap(now_);
      touched_before.swap(touched);
    }
    for (const std::size_t j : touched_before) before_[j] = 0;
    return best;
  }

 private:
  // now_[j + 1]: how many characters before and with from_[i] equal those before and with to[j].
  void extend(const Window& window, std::size_t i, std::vector<std::size_t>& touched, Block& best) {
    const auto found = places_of_.find(from_[i]);
    if (found == places_of_.end()) return;
    const std::vector<std::size_t>& places = found->second;
    for (auto j = std::lower_bound(places.begin(), places.end(), window.to.begin);
         j != places.end() && *j < window.to.end; ++j) {
      const std::size_t size = now_[*j + 1] = before_[*j] + 1;
      touched.push_back(*j + 1);
      if (size > best.size) best = {i + 1 - size, *j + 1 - size, size};
    }
  }

  const Characters& from_;
  std::unordered_map<char32_t, std::vector<std::size_t>> places_of_;
  std::vector<std::size_t> before_;
  std::vector<std::size_t> now_;
};

}  // namespace

Alignment::Alignment(const Characters& from, const Characters& to) : places_(from.size()) {
  if (from == to) {
    for (std::size_t i = 0; i < from.size(); ++i) places_[i] = i;
    return;
  }
  Matcher matcher(from, to);
  std::vector<Window> rest{{{0, from.size()}, {0, to.size()}}};
  while (!rest.empty()) {
    const Window window = rest.back();
    rest.pop_back();
    const Block block = matcher.longest(window);
    if (block.size == 0) continue;
    for (std::size_t i = 0; i < block.size; ++i) places_[block.from + i] = block.to + i;
    rest.push_back({{window.from.begin, block.from}, {window.to.begin, block.to}});
    rest.push_back({{block.from + block.size, window.from.end}, {block.to + block.size, window.to.end}});
  }
}

std::optional<std::size_t> Alignment::operator()(std::size_t at) const {
  return at < places_.size() ? places_[at] : std::nullopt;
}

}  // namespace evaluation
