#include "role/position.h"

#include <algorithm>
#include <array>

#include "role/evidence.h"

namespace gongbao {
namespace {

constexpr int labelled = 60;          // a field label outweighs all words
constexpr int new_paragraph = 3;      // a change where a paragraph begins
constexpr int no_promise = -6;        // an item that only reports among items that promise first
constexpr int no_report = -3;         // an item that only promises among them
constexpr int one_more_choice = -2;   // per item, for the freedom of choosing the place
constexpr int said_by_title = 8;
constexpr std::size_t most_compared = 60;  // quantities of an item that are compared with each other

struct Split {
  int score = 0;
  std::size_t first_report = 0;  // segments before it promise
};

class Positioner {
 public:
  Positioner(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
             const std::vector<std::vector<Quantity>>& quantities, const Lexicon::Impl& lexicon)
      : page_(page), outline_(outline), segments_(segments), quantities_(quantities) {
    for (const Segment& s : segments_) weights_.push_back(weigh(s, lexicon));
    items_.resize(outline.items.size());
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Stretch& stretch = outline_.stretches[segments_[i].stretch];
      if (stretch.item && !stretch.cell) items_[*stretch.item].push_back(i);
    }
  }

  Positions find() {
    Positions positions;
    positions.base.assign(segments_.size(), Role::achievement);
    if (outline_.layout == Layout::items) {
      std::vector<Split> splits;
      for (const auto& item : items_) splits.push_back(best_split(item));
      positions.shape = choose_shape(splits);
      for (std::size_t i = 0; i < items_.size(); ++i) place(items_[i], splits[i], positions);
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) place_outside(i, positions);
    return positions;
  }

 private:
  int weigh(const Segment& segment, const Lexicon::Impl& lexicon) const {
    if (segment.field == Field::target) return labelled;
    if (segment.field == Field::agency) return 0;
    if (segment.field) return -labelled;
    return weigh_segment(page_, segment, quantities_[segment.stretch], lexicon);
  }

  std::vector<const Quantity*> figures(const std::vector<std::size_t>& item, std::size_t from, std::size_t to) const {
    std::vector<const Quantity*> found;
    for (std::size_t i = from; i < to; ++i) {
      const Segment& s = segments_[item[i]];
      for (std::uint32_t q = s.first; q < s.last; ++q) found.push_back(&quantities_[s.stretch][q]);
    }
    return found;
  }

  Split best_split(const std::vector<std::size_t>& item) const {
    int score = 0;
    for (const std::size_t s : item) score -= weights_[s];
    Split best{score + no_promise, 0};
    const bool compare = figures(item, 0, item.size()).size() <= most_compared;
    for (std::size_t k = 1; k <= item.size(); ++k) {
      score += 2 * weights_[item[k - 1]];
      int total = score + (k == item.size() ? no_report : 0);
      if (k < item.size()) {
        if (segments_[item[k]].stretch != segments_[item[k - 1]].stretch) total += new_paragraph;
        if (compare) {
          total += evidence_weights.repeated *
                   count_repeats(page_.body, figures(item, 0, k), figures(item, k, item.size()));
        }
      }
      if (total > best.score) best = {total, k};
    }
    return best;
  }

  ItemShape choose_shape(const std::vector<Split>& splits) const {
    std::array<int, 3> scores = {0, 0, 0};
    for (std::size_t i = 0; i < items_.size(); ++i) {
      int all = 0;
      for (const std::size_t s : items_[i]) all += weights_[s];
      scores[0] += splits[i].score + one_more_choice;
      scores[1] -= all;
      scores[2] += all;
    }
    if (page_.title_kind == 'a') scores[1] += said_by_title;
    if (page_.title_kind == 't') scores[2] += said_by_title;
    return static_cast<ItemShape>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  void place(const std::vector<std::size_t>& item, const Split& split, Positions& positions) const {
    for (std::size_t i = 0; i < item.size(); ++i) {
      Role role = i < split.first_report ? Role::target : Role::achievement;
      if (positions.shape == ItemShape::reports) role = Role::achievement;
      if (positions.shape == ItemShape::promises) role = Role::target;
      const std::optional<Field> field = segments_[item[i]].field;
      if (field) role = *field == Field::target || *field == Field::plan ? Role::target : Role::achievement;
      positions.base[item[i]] = role;
    }
  }

  // Outside the items: what follows the last of them plans, unless its words report.
  void place_outside(std::size_t i, Positions& positions) const {
    const Stretch& stretch = outline_.stretches[segments_[i].stretch];
    if (stretch.cell) {
      positions.base[i] = by_column(stretch.cell->kind, segments_[i].field);
      return;
    }
    if (stretch.item) {
      if (outline_.layout == Layout::digest && segments_[i].field == Field::plan) positions.base[i] = Role::target;
      return;
    }
    if (positions.shape == ItemShape::promises || weights_[i] > 0) positions.base[i] = Role::target;
  }

  // A work's name promises (新改扩建公办幼儿园3所); what is no target's column reports.
  static Role by_column(Column kind, std::optional<Field> field) {
    if (field) return *field == Field::target || *field == Field::plan ? Role::target : Role::achievement;
    return kind == Column::target || kind == Column::name ? Role::target : Role::achievement;
  }

  const Page& page_;
  const Outline& outline_;
  const std::vector<Segment>& segments_;
  const std::vector<std::vector<Quantity>>& quantities_;
  std::vector<int> weights_;
  std::vector<std::vector<std::size_t>> items_;
};

}  // namespace

Positions find_positions(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
                         const std::vector<std::vector<Quantity>>& quantities, const Lexicon::Impl& lexicon) {
  return Positioner(page, outline, segments, quantities, lexicon).find();
}

}  // namespace gongbao
