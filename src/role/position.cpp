#include "role/position.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>

namespace gongbao {
namespace {

constexpr std::size_t most_compared = 60;  // quantities of an item (and sentences) that are compared with each other

Share one(RoleWeight weight, int times = 1) { return {nullptr, weight, times}; }

class Positioner {
 public:
  Positioner(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
             const QuantityLists& quantities, const RoleWeights& weights, const BodyWords& words)
      : page_(page), outline_(outline), segments_(segments), quantities_(quantities), weights_(weights), words_(words) {
    reports_labelled_.resize(outline.items.size(), false);
    plans_.reserve(outline.sections.size());
    for (const OutlineSection& section : outline.sections) plans_.push_back(is_plan(section.title));
    count_segments();
    read_sentences();
  }

  Positions find() {
    positions_.base.assign(segments_.size(), Role::achievement);
    positions_.margins.assign(segments_.size(), 0);
    const std::size_t places = positions_.item_segments.size() + positions_.items.size();
    positions_.places.reserve(places, places * 2);
    figures_.reserve(most_compared);
    place_scores_.reserve(most_compared);
    for (ItemPlaces& item : positions_.items) read_places(item);
    if (outline_.layout == Layout::items) {
      choose_all();
      if (changes_with_paragraphs()) {
        expect_change_at_paragraphs();
        choose_all();
      }
      choose_shape();
      if (positions_.shape == ItemShape::mixed) {
        positions_.places = mixed_places();
        choose_all();
      }
      for (const ItemPlaces& item : positions_.items) place(item);
    } else {
      place_digest();
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) place_outside(i);
    return std::move(positions_);
  }

 private:
  // The item in whose running text a stretch stands, or null.
  ItemPlaces* item_of(const Stretch& stretch) {
    return stretch.item && !stretch.cell ? &positions_.items[outline_.items[*stretch.item].block] : nullptr;
  }

  // Makes room for the segments of each item's running text.
  void count_segments() {
    positions_.items.resize(outline_.items.size());
    for (const Segment& segment : segments_) {
      const Stretch& stretch = outline_.stretches[segment.stretch];
      if (stretch.item && segment.field == Field::progress) reports_labelled_[*stretch.item] = true;
      if (ItemPlaces* item = item_of(stretch)) ++item->count;
    }
    std::uint32_t all = 0;
    for (ItemPlaces& item : positions_.items) {
      item.first = all;
      all += item.count;
      item.count = 0;
    }
    positions_.item_segments.resize(all);
  }

  void read_sentences() {
    positions_.capped.reserve(segments_.size(), segments_.size() * 2);
    positions_.free.reserve(segments_.size(), segments_.size());
    scores_.reserve(segments_.size());
    for (std::uint32_t i = 0; i < segments_.size(); ++i) {
      positions_.capped.open();
      positions_.free.open();
      read_sentence(i);
      scores_.push_back(score(positions_.evidence(i), weights_));
      if (ItemPlaces* item = item_of(outline_.stretches[segments_[i].stretch]))
        positions_.item_segments[item->first + item->count++] = i;
    }
  }

  // 四、下一步建议
  bool is_plan(Range title) const {
    if (!title.empty() && page_.body[title.end - 1] == u'?') return false;
    for (auto cue = words_.cues.next(title.begin, title.end); cue; cue = words_.cues.next(cue.at + 1, title.end)) {
      if (cue->reach == CueReach::onward && cue->role == Role::target) return true;
    }
    return false;
  }

  void read_sentence(std::size_t index) {
    const Segment& segment = segments_[index];
    if (segment.field == Field::plan) return add_free(RoleWeight::labelled, -1);  // stands among the progress
    if (const auto role = labelled_role(index)) return add_free(RoleWeight::labelled, *role == Role::target ? 1 : -1);
    if (segment.field == Field::agency) return;
    if (opens_report(segment)) return add_free(RoleWeight::opened, 1);
    // Nobody asks for the score of what has no figure and belongs to no item's text.
    const bool asked = segment.first < segment.last || item_of(outline_.stretches[segment.stretch]) != nullptr;
    if (asked) read_evidence(words_, segment, quantities_[segment.stretch], positions_.capped);
    const bool after_opening = index > 0 && opened_in_ == segment.stretch;
    if (segment.field == Field::target && !after_opening) add_free(RoleWeight::same_paragraph, 1);
  }

  void add_free(RoleWeight weight, int times) { positions_.free.add(one(weight, times)); }

  // 截至目前，…
  bool opens_report(const Segment& segment) {
    const auto cue = words_.cues.longest(segment.range.begin, segment.range.end);
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

  bool opens_parts(const Segment& segment) const {
    const char16_t first = page_.body[segment.range.begin];
    return first == 0x2460;  // ①
  }

  // What speaks for each place of an item besides its sentences.
  void read_places(ItemPlaces& item) {
    Lists<Share>& places = positions_.places;
    item.places = static_cast<std::uint32_t>(places.size());
    const auto all = positions_.segments(item);
    if (all.empty()) return;
    std::size_t figures = 0;
    for (const std::uint32_t s : all) figures += count_figures(s);
    const bool compared = figures <= most_compared && all.size() <= most_compared;
    if (compared && all.size() > 1) count_repeats(all);
    places.open();
    places.add(one(RoleWeight::no_promise));
    std::size_t before = 0;  // figures before the change
    for (std::size_t k = 1; k < all.size(); ++k) {
      before += count_figures(all[k - 1]);
      places.open();
      if (is_paragraph_start(all, k)) places.add(one(RoleWeight::new_paragraph));
      if (segments_[all[k]].answers) places.add(one(RoleWeight::inside_sentence));
      if (before == 0 && figures > 0) places.add(one(RoleWeight::nothing_promised));
      if (opens_parts(segments_[all[k]]) && before > 0) places.add(one(RoleWeight::new_part));
      if (!compared) continue;
      places.add(repeats_[k] == 0 ? one(RoleWeight::nothing_answered) : one(RoleWeight::repeated, repeats_[k]));
    }
    places.open();
    places.add(one(RoleWeight::no_report));
  }

  std::size_t count_figures(std::size_t segment) const { return segments_[segment].last - segments_[segment].first; }

  // For each place of an item, how many figures behind it restate one before it. Of each figure the first one counts
  // that it restates: for the places between the two.
  void count_repeats(std::span<const std::uint32_t> all) {
    figures_.clear();
    repeats_.assign(all.size() + 1, 0);
    for (std::size_t k = 0; k < all.size(); ++k) {
      const Segment& s = segments_[all[k]];
      const auto quantities = quantities_[s.stretch];
      const std::size_t earlier = figures_.size();
      for (std::uint32_t q = s.first; q < s.last; ++q) {
        figures_.push_back({{&quantities[q], {}, 0}, k + 1});
        Counted& later = figures_.back().figure;
        const auto first = std::find_if(figures_.begin(), figures_.begin() + static_cast<std::ptrdiff_t>(earlier),
                                        [&](Told& told) { return restates(words_, later, told.figure); });
        if (first == figures_.begin() + static_cast<std::ptrdiff_t>(earlier)) continue;
        ++repeats_[first->place];
        --repeats_[k + 1];
      }
    }
    std::partial_sum(repeats_.begin(), repeats_.end(), repeats_.begin());
  }

  void expect_change_at_paragraphs() {
    for (Share& share : positions_.places.all()) {
      if (share.weight == RoleWeight::new_paragraph) share.weight = RoleWeight::usual_paragraph;
    }
  }

  // What is added to a place where only some items promise: one need not, but one that promises has to report.
  std::optional<RoleWeight> mixed_weight(const ItemPlaces& item, std::size_t k) const {
    const bool digest = outline_.layout == Layout::digest;
    if (k == 0) return std::nullopt;
    if (k == item.count) return digest ? RoleWeight::digest_no_report : RoleWeight::mixed_no_report;
    return digest ? RoleWeight::digest_promise : RoleWeight::mixed_promise;
  }

  // The places of all items in that case. The first and the last of an item lose what speaks for them else.
  Lists<Share> mixed_places() const {
    Lists<Share> places;
    places.reserve(positions_.places.size(), positions_.places.size() * 2);
    for (const ItemPlaces& item : positions_.items) {
      for (std::size_t k = 0; k < positions_.place_count(item); ++k) {
        places.open();
        if (k > 0 && k < item.count) {
          for (const Share& share : positions_.place(item, k)) places.add(share);
        }
        if (const auto weight = mixed_weight(item, k)) places.add(one(*weight));
      }
    }
    return places;
  }

  // The scores of an item's places, until the next call; `mixed`: as mixed_places() would have them.
  const std::vector<int>& place_scores(const ItemPlaces& item, bool mixed = false) {
    place_scores_.clear();
    int sentences = 0;
    const auto segments = positions_.segments(item);
    for (const std::uint32_t s : segments) sentences -= scores_[s];
    for (std::size_t k = 0; k < positions_.place_count(item); ++k) {
      if (k > 0) sentences += 2 * scores_[segments[k - 1]];
      int place = mixed && (k == 0 || k == item.count) ? 0 : sum(positions_.place(item, k), weights_);
      if (const auto weight = mixed ? mixed_weight(item, k) : std::nullopt) place += weights_[*weight];
      place_scores_.push_back(sentences + place);
    }
    return place_scores_;
  }

  void choose_all() {
    for (ItemPlaces& item : positions_.items) choose(item);
  }

  // Takes the best place. A segment's margin is the distance to the best place on the other side of it.
  void choose(ItemPlaces& item) {
    const std::vector<int>& scores = place_scores(item);
    if (scores.empty()) return;
    const auto best = std::max_element(scores.begin(), scores.end());
    item.chosen = static_cast<std::uint32_t>(best - scores.begin());
    item.score = *best;
    // On one side of each segment stands the best of all.
    const auto segments = positions_.segments(item);
    int other = scores.front();
    for (std::size_t i = 0; i < item.chosen; ++i) {
      other = std::max(other, scores[i]);
      positions_.margins[segments[i]] = item.score - other;
    }
    other = scores.back();
    for (std::size_t i = item.count; i-- > item.chosen;) {
      other = std::max(other, scores[i + 1]);
      positions_.margins[segments[i]] = item.score - other;
    }
  }

  bool is_paragraph_start(std::span<const std::uint32_t> item, std::size_t k) const {
    return segments_[item[k]].stretch != segments_[item[k - 1]].stretch;
  }

  // Whether most items of several paragraphs promise in the first of them and report in the others.
  bool changes_with_paragraphs() const {
    std::size_t several = 0;
    std::size_t there = 0;
    for (const ItemPlaces& item : positions_.items) {
      const auto all = positions_.segments(item);
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
      if (item.count == 0) continue;
      int all = 0;
      for (const std::uint32_t s : positions_.segments(item)) all += scores_[s];
      scores[0] += item.score + weights_[RoleWeight::one_more_choice];
      scores[1] -= all;
      scores[2] += all;
      const std::vector<int>& mixed = place_scores(item, true);
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
    positions_.places = mixed_places();
    int gained = 0;
    for (const ItemPlaces& item : positions_.items) {
      const std::vector<int>& scores = place_scores(item);
      if (scores.empty()) continue;
      gained += *std::max_element(scores.begin(), scores.end()) - scores.front() + weights_[RoleWeight::mixed_choice];
    }
    if (gained <= 0) return positions_.places.clear();
    positions_.shape = ItemShape::mixed;
    choose_all();
    for (const ItemPlaces& item : positions_.items) place(item);
  }

  void place(const ItemPlaces& item) {
    const auto segments = positions_.segments(item);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      Role role = i < item.chosen ? Role::target : Role::achievement;
      if (positions_.shape == ItemShape::reports) role = Role::achievement;
      if (positions_.shape == ItemShape::promises) role = Role::target;
      positions_.base[segments[i]] = labelled_role(segments[i]).value_or(role);
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
  const QuantityLists& quantities_;
  const RoleWeights& weights_;
  const BodyWords& words_;
  std::optional<std::uint32_t> opened_in_;  // the last stretch in which a sentence opened the report
  std::vector<bool> plans_;                 // by section: its heading announces plans
  std::vector<bool> reports_labelled_;      // by item: a label opens its progress
  std::vector<int> scores_;                 // by segment
  struct Told {
    Counted figure;
    std::size_t place = 0;  // behind its sentence
  };
  // Used again for one item after the other.
  std::vector<Told> figures_;
  std::vector<int> repeats_;
  std::vector<int> place_scores_;
  Positions positions_;
};

}  // namespace

Positions find_positions(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
                         const QuantityLists& quantities, const RoleWeights& weights, const BodyWords& words) {
  return Positioner(page, outline, segments, quantities, weights, words).find();
}

}  // namespace gongbao
