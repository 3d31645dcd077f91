#include "role/position.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace gongbao {
namespace {

constexpr std::size_t most_compared = 60;  // quantities of an item (and sentences) that are compared with each other

Share one(RoleWeight weight, int times = 1) { return {nullptr, weight, times}; }

class Positioner {
 public:
  Positioner(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
             const std::vector<std::vector<Quantity>>& quantities, const RoleWeights& weights, const BodyWords& words)
      : page_(page), outline_(outline), segments_(segments), quantities_(quantities), weights_(weights), words_(words) {
    positions_.items.resize(outline.items.size());
    reports_labelled_.resize(outline.items.size(), false);
    plans_.reserve(outline.sections.size());
    for (const OutlineSection& section : outline.sections) plans_.push_back(is_plan(section.title, words));
    for (const Segment& s : segments_) {
      const auto item = outline_.stretches[s.stretch].item;
      if (item && s.field == Field::progress) reports_labelled_[*item] = true;
    }
    positions_.evidence.reserve(segments_.size());
    scores_.reserve(segments_.size());
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      positions_.evidence.push_back(read(i, words));
      scores_.push_back(score(positions_.evidence.back(), weights_));
    }
    share_out_segments();
  }

  Positions find() {
    positions_.base.assign(segments_.size(), Role::achievement);
    positions_.margins.assign(segments_.size(), 0);
    if (outline_.layout == Layout::items) {
      for (ItemPlaces& item : positions_.items) {
        read_places(item);
        choose(item);
      }
      if (changes_with_paragraphs()) {
        for (ItemPlaces& item : positions_.items) {
          expect_change_at_paragraphs(item);
          choose(item);
        }
      }
      choose_shape();
      if (positions_.shape == ItemShape::mixed) {
        for (ItemPlaces& item : positions_.items) {
          item.places = mixed_places(item);
          choose(item);
        }
      }
      for (const ItemPlaces& item : positions_.items) place(item);
    } else {
      place_digest();
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) place_outside(i);
    return std::move(positions_);
  }

 private:
  // Gives each item those of its running text.
  void share_out_segments() {
    std::vector<std::size_t> counts(positions_.items.size());
    const auto for_each = [this](auto use) {
      for (std::size_t i = 0; i < segments_.size(); ++i) {
        const Stretch& stretch = outline_.stretches[segments_[i].stretch];
        if (stretch.item && !stretch.cell) use(outline_.items[*stretch.item].block, i);
      }
    };
    for_each([&](std::size_t item, std::size_t) { ++counts[item]; });
    for (std::size_t item = 0; item < counts.size(); ++item) positions_.items[item].segments.reserve(counts[item]);
    for_each([&](std::size_t item, std::size_t i) { positions_.items[item].segments.push_back(i); });
  }

  // 四、下一步建议
  bool is_plan(Range title, const BodyWords& words) const {
    if (!title.empty() && page_.body[title.end - 1] == u'?') return false;
    for (auto cue = words.cues.next(title.begin, title.end); cue; cue = words.cues.next(cue.at + 1, title.end)) {
      if (cue->reach == CueReach::onward && cue->role == Role::target) return true;
    }
    return false;
  }

  Evidence read(std::size_t index, const BodyWords& words) {
    const Segment& segment = segments_[index];
    if (segment.field == Field::plan) return {{}, {one(RoleWeight::labelled, -1)}};  // stands among the progress
    if (const auto role = labelled_role(index))
      return {{}, {one(RoleWeight::labelled, *role == Role::target ? 1 : -1)}};
    if (segment.field == Field::agency) return {};
    if (opens_report(segment, words)) return {{}, {one(RoleWeight::opened)}};
    shares_.clear();
    read_evidence(words, segment, quantities_[segment.stretch], shares_);
    Evidence evidence = {shares_, {}};
    const bool after_opening = index > 0 && opened_in_ == segment.stretch;
    if (segment.field == Field::target && !after_opening) evidence.free.push_back(one(RoleWeight::same_paragraph));
    return evidence;
  }

  // 截至目前，…
  bool opens_report(const Segment& segment, const BodyWords& words) {
    const auto cue = words.cues.longest(segment.range.begin, segment.range.end);
    if (!cue || cue->reach != CueReach::onward || cue->role != Role::achievement) return false;
    opened_in_ = segment.stretch;
    return true;
  }

  // What the field label over a segment says. A target's label alone does not reach beyond its first sentence: where no
  // label opens the progress, the text runs on into it.
  std::optional<Role> labelled_role(std::size_t index) const {
    const Segment& segment = segments_[index];
    if (!segment.field || segment.field == Field::agency) return std::nullopt;
    if (segment.field == Field::plan) return Role::target;
    if (segment.field != Field::target) return Role::achievement;
    const auto item = outline_.stretches[segment.stretch].item;
    const bool first =
        index == 0 || segments_[index - 1].stretch != segment.stretch || segments_[index - 1].field != Field::target;
    if (item && !reports_labelled_[*item] && !first) return std::nullopt;
    return Role::target;
  }

  std::size_t count_figures(std::size_t segment) const { return segments_[segment].last - segments_[segment].first; }

  bool opens_parts(const Segment& segment) const {
    const char16_t first = page_.body[segment.range.begin];
    return first == 0x2460;  // ①
  }

  // What speaks for each place of an item besides its sentences.
  void read_places(ItemPlaces& item) {
    const std::vector<std::size_t>& all = item.segments;
    if (all.empty()) return;
    read_figures(all);
    const bool compared = figures_.size() <= most_compared && all.size() <= most_compared;
    if (compared) find_restated();
    std::size_t before = 0;  // figures before the change
    item.places.resize(all.size() + 1);
    item.places.front() = {one(RoleWeight::no_promise)};
    for (std::size_t k = 1; k < all.size(); ++k) {
      before += segments_[all[k - 1]].last - segments_[all[k - 1]].first;
      FewShares& place = item.places[k];
      if (is_paragraph_start(all, k)) place.push_back(one(RoleWeight::new_paragraph));
      if (segments_[all[k]].answers) place.push_back(one(RoleWeight::inside_sentence));
      if (before == 0 && !figures_.empty()) place.push_back(one(RoleWeight::nothing_promised));
      if (opens_parts(segments_[all[k]]) && before > 0) place.push_back(one(RoleWeight::new_part));
      if (!compared) continue;
      const int repeats = count_repeats(before);
      place.push_back(repeats == 0 ? one(RoleWeight::nothing_answered) : one(RoleWeight::repeated, repeats));
    }
    item.places.back() = {one(RoleWeight::no_report)};
  }

  void read_figures(const std::vector<std::size_t>& item) {
    figures_.clear();
    for (const std::size_t i : item) {
      const Segment& s = segments_[i];
      for (std::uint32_t q = s.first; q < s.last; ++q)
        figures_.push_back(read_counted(words_, quantities_[s.stretch][q]));
    }
  }

  // For each figure the first one that it restates, or itself.
  void find_restated() {
    restated_.clear();
    for (std::size_t later = 0; later < figures_.size(); ++later) {
      std::size_t first = 0;
      while (first < later && !restates(page_.body, figures_[later], figures_[first])) ++first;
      restated_.push_back(first);
    }
  }

  // How many figures behind the first `before` ones restate one of those.
  int count_repeats(std::size_t before) const {
    return static_cast<int>(std::count_if(restated_.begin() + static_cast<std::ptrdiff_t>(before), restated_.end(),
                                          [=](std::size_t first) { return first < before; }));
  }

  static void expect_change_at_paragraphs(ItemPlaces& item) {
    for (FewShares& place : item.places) {
      for (Share& share : place) {
        if (share.weight == RoleWeight::new_paragraph) share.weight = RoleWeight::usual_paragraph;
      }
    }
  }

  // The same where only some items promise: one need not, but one that promises has to report.
  std::vector<FewShares> mixed_places(const ItemPlaces& item) const {
    const bool digest = outline_.layout == Layout::digest;
    std::vector<FewShares> places = item.places;
    if (places.empty()) return places;
    for (FewShares& place : places)
      place.push_back(one(digest ? RoleWeight::digest_promise : RoleWeight::mixed_promise));
    places.front() = {};
    places.back() = {one(digest ? RoleWeight::digest_no_report : RoleWeight::mixed_no_report)};
    return places;
  }

  // The scores of an item's places, until the next call.
  const std::vector<int>& place_scores(const ItemPlaces& item, const std::vector<FewShares>& places) {
    place_scores_.clear();
    int sentences = 0;
    for (const std::size_t s : item.segments) sentences -= scores_[s];
    for (std::size_t k = 0; k < places.size(); ++k) {
      if (k > 0) sentences += 2 * scores_[item.segments[k - 1]];
      place_scores_.push_back(sentences + sum(places[k], weights_));
    }
    return place_scores_;
  }

  // Takes the best place. A segment's margin is the distance to the best place on the other side of it.
  void choose(ItemPlaces& item) {
    const std::vector<int>& scores = place_scores(item, item.places);
    if (scores.empty()) return;
    item.chosen = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    behind_ = scores;  // the best from each place on
    for (std::size_t k = behind_.size() - 1; k > 0; --k) behind_[k - 1] = std::max(behind_[k - 1], behind_[k]);
    int before = scores[0];  // the best up to a segment: it reports
    for (std::size_t i = 0; i < item.segments.size(); ++i) {
      before = std::max(before, scores[i]);
      positions_.margins[item.segments[i]] = std::abs(before - behind_[i + 1]);
    }
  }

  bool is_paragraph_start(const std::vector<std::size_t>& item, std::size_t k) const {
    return segments_[item[k]].stretch != segments_[item[k - 1]].stretch;
  }

  // Whether most items of several paragraphs promise in the first of them and report in the others.
  bool changes_with_paragraphs() const {
    std::size_t several = 0;
    std::size_t there = 0;
    for (const ItemPlaces& item : positions_.items) {
      const std::vector<std::size_t>& all = item.segments;
      if (all.empty() || segments_[all.front()].stretch == segments_[all.back()].stretch) continue;
      ++several;
      const std::size_t k = item.chosen;
      there += k > 0 && k < all.size() && is_paragraph_start(all, k) ? 1 : 0;
    }
    return several >= 3 && there * 2 > several;
  }

  void choose_shape() {
    std::array<int, 4> scores = {0, 0, 0, 0};
    for (const ItemPlaces& item : positions_.items) {
      if (item.segments.empty()) continue;
      int all = 0;
      for (const std::size_t s : item.segments) all += scores_[s];
      scores[0] += place_scores(item, item.places)[item.chosen] + weights_[RoleWeight::one_more_choice];
      scores[1] -= all;
      scores[2] += all;
      const std::vector<int>& mixed = place_scores(item, mixed_places(item));
      scores[3] += *std::max_element(mixed.begin(), mixed.end()) + weights_[RoleWeight::mixed_choice];
    }
    const int titled = weights_[RoleWeight::said_by_title] * static_cast<int>(positions_.items.size());
    if (page_.announces_targets) scores[2] += titled;
    const auto best = std::max_element(scores.begin(), scores.end());
    positions_.shape = static_cast<ItemShape>(best - scores.begin());
    std::sort(scores.begin(), scores.end());
    positions_.shape_margin = scores[3] - scores[2];
  }

  // The paragraphs of a digest report. Where that says too little of them, some promise first.
  void place_digest() {
    int gained = 0;
    for (ItemPlaces& item : positions_.items) {
      read_places(item);
      item.places = mixed_places(item);
      const std::vector<int>& scores = place_scores(item, item.places);
      if (scores.empty()) continue;
      gained += *std::max_element(scores.begin(), scores.end()) - scores.front() + weights_[RoleWeight::mixed_choice];
    }
    if (gained <= 0) {
      for (ItemPlaces& item : positions_.items) item.places.clear();
      return;
    }
    positions_.shape = ItemShape::mixed;
    for (ItemPlaces& item : positions_.items) {
      choose(item);
      place(item);
    }
  }

  void place(const ItemPlaces& item) {
    for (std::size_t i = 0; i < item.segments.size(); ++i) {
      Role role = i < item.chosen ? Role::target : Role::achievement;
      if (positions_.shape == ItemShape::reports) role = Role::achievement;
      if (positions_.shape == ItemShape::promises) role = Role::target;
      positions_.base[item.segments[i]] = labelled_role(item.segments[i]).value_or(role);
    }
  }

  // Outside the items: what follows the last of them plans, unless its words report.
  void place_outside(std::size_t i) {
    const Stretch& stretch = outline_.stretches[segments_[i].stretch];
    if (stretch.cell) {
      positions_.base[i] = by_column(stretch.cell->kind, segments_[i].field);
      return;
    }
    if (stretch.item && outline_.layout != Layout::digest) return;
    if (segments_[i].field == Field::plan || (stretch.section && plans_[*stretch.section])) {
      positions_.base[i] = Role::target;
    }
    if (stretch.item) return;
    if (positions_.shape == ItemShape::promises || scores_[i] > weights_[RoleWeight::promises_outside])
      positions_.base[i] = Role::target;
  }

  // A work's name promises (新改扩建公办幼儿园3所); what is no target's column reports.
  static Role by_column(Column kind, std::optional<Field> field) {
    if (field) return *field == Field::target || *field == Field::plan ? Role::target : Role::achievement;
    return kind == Column::target || kind == Column::name || kind == Column::plan ? Role::target : Role::achievement;
  }

  const Page& page_;
  const Outline& outline_;
  const std::vector<Segment>& segments_;
  const std::vector<std::vector<Quantity>>& quantities_;
  const RoleWeights& weights_;
  const BodyWords& words_;
  std::optional<std::uint32_t> opened_in_;  // the last stretch in which a sentence opened the report
  std::vector<bool> plans_;                 // by section: its heading announces plans
  std::vector<bool> reports_labelled_;      // by item: a label opens its progress
  std::vector<int> scores_;                 // by segment
  // Used again for one item after the other.
  std::vector<Share> shares_;
  std::vector<Counted> figures_;
  std::vector<std::size_t> restated_;
  std::vector<int> place_scores_;
  std::vector<int> behind_;
  Positions positions_;
};

}  // namespace

Positions find_positions(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
                         const std::vector<std::vector<Quantity>>& quantities, const RoleWeights& weights,
                         const BodyWords& words) {
  return Positioner(page, outline, segments, quantities, weights, words).find();
}

}  // namespace gongbao
