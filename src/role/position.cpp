#include "role/position.h"

#include <algorithm>
#include <array>

#include "role/evidence.h"

namespace gongbao {
namespace {

constexpr int labelled = 60;               // a field label outweighs all words
constexpr int new_paragraph = 3;           // a change where a paragraph begins
constexpr int usual_paragraph = 15;        // ... where the document's other items change there too
constexpr int no_promise = -20;            // an item that only reports among items that promise first
constexpr int no_report = -3;              // an item that only promises among them
constexpr int nothing_answered = -6;       // a change after which no figure is restated
constexpr int nothing_promised = -5;       // a change before which there is no figure
constexpr int new_part = 30;               // a change where the parts ① ② begin after figures
constexpr int same_paragraph = 8;          // what stands under a target's label, where nothing is labelled as progress
constexpr int opened = -25;                // 截至目前 at the start of a sentence
constexpr int promises_outside = 4;        // weight of a sentence outside the items that makes it a promise
constexpr int one_more_choice = -2;        // per item, for the freedom of choosing the place
constexpr int said_by_title = 4;           // per item
constexpr std::size_t most_compared = 60;  // quantities of an item (and sentences) that are compared with each other

struct Split {
  int score = 0;
  std::size_t first_report = 0;  // segments before it promise
};

class Positioner {
 public:
  Positioner(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
             const std::vector<std::vector<Quantity>>& quantities, const Lexicon::Impl& lexicon)
      : page_(page), outline_(outline), segments_(segments), quantities_(quantities) {
    items_.resize(outline.items.size());
    reports_labelled_.resize(outline.items.size(), false);
    for (const OutlineSection& section : outline.sections) plans_.push_back(is_plan(section.title, lexicon));
    for (const Segment& s : segments_) {
      const auto item = outline_.stretches[s.stretch].item;
      if (item && s.field == Field::progress) reports_labelled_[*item] = true;
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) weights_.push_back(weigh(i, lexicon));
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const Stretch& stretch = outline_.stretches[segments_[i].stretch];
      if (stretch.item && !stretch.cell) items_[outline_.items[*stretch.item].block].push_back(i);
    }
  }

  Positions find() {
    Positions positions;
    positions.base.assign(segments_.size(), Role::achievement);
    if (outline_.layout == Layout::items) {
      std::vector<Split> splits;
      for (const auto& item : items_) splits.push_back(best_split(item));
      if (changes_with_paragraphs(splits)) {
        at_paragraph_ = usual_paragraph;
        for (std::size_t i = 0; i < items_.size(); ++i) splits[i] = best_split(items_[i]);
      }
      positions.shape = choose_shape(splits);
      for (std::size_t i = 0; i < items_.size(); ++i) place(items_[i], splits[i], positions);
    }
    for (std::size_t i = 0; i < segments_.size(); ++i) place_outside(i, positions);
    return positions;
  }

 private:
  // 四、下一步建议
  bool is_plan(Range title, const Lexicon::Impl& lexicon) const {
    if (!title.empty() && page_.body[title.end - 1] == u'?') return false;
    for (std::uint32_t at = title.begin; at < title.end; ++at) {
      const auto cue = lexicon.cues.longest(page_.body.view(at, title.end));
      if (cue && cue->reach == CueReach::onward && cue->role == Role::target) return true;
    }
    return false;
  }

  int weigh(std::size_t index, const Lexicon::Impl& lexicon) {
    const Segment& segment = segments_[index];
    if (segment.field == Field::plan) return -labelled;  // stands among the progress
    if (const auto role = labelled_role(index)) return *role == Role::target ? labelled : -labelled;
    if (segment.field == Field::agency) return 0;
    if (opens_report(segment, lexicon)) return opened;
    const int words = weigh_segment(page_, segment, quantities_[segment.stretch], lexicon);
    const bool after_opening = index > 0 && opened_in_ == segment.stretch;
    return segment.field == Field::target && !after_opening ? words + same_paragraph : words;
  }

  // 截至目前，…
  bool opens_report(const Segment& segment, const Lexicon::Impl& lexicon) {
    const auto cue = lexicon.cues.longest(page_.body.view(segment.range.begin, segment.range.end));
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

  std::vector<const Quantity*> figures(const std::vector<std::size_t>& item, std::size_t from, std::size_t to) const {
    std::vector<const Quantity*> found;
    for (std::size_t i = from; i < to; ++i) {
      const Segment& s = segments_[item[i]];
      for (std::uint32_t q = s.first; q < s.last; ++q) found.push_back(&quantities_[s.stretch][q]);
    }
    return found;
  }

  bool opens_parts(const Segment& segment) const {
    const char16_t first = page_.body[segment.range.begin];
    return first == 0x2460;  // ①
  }

  Split best_split(const std::vector<std::size_t>& item) const {
    int score = 0;
    for (const std::size_t s : item) score -= weights_[s];
    Split best{score + no_promise, 0};
    std::size_t all = 0;
    for (const std::size_t s : item) all += count_figures(s);
    std::size_t before = 0;  // figures before the change
    for (std::size_t k = 1; k <= item.size(); ++k) {
      score += 2 * weights_[item[k - 1]];
      before += count_figures(item[k - 1]);
      int total = score + (k == item.size() ? no_report : 0);
      if (k < item.size()) {
        if (is_paragraph_start(item, k)) total += at_paragraph_;
        if (before == 0 && all > 0) total += nothing_promised;
        if (opens_parts(segments_[item[k]]) && before > 0) total += new_part;
        if (all <= most_compared && item.size() <= most_compared) {
          const int repeats = count_repeats(page_.body, figures(item, 0, k), figures(item, k, item.size()));
          total += repeats == 0 ? nothing_answered : evidence_weights.repeated * repeats;
        }
      }
      if (total > best.score) best = {total, k};
    }
    return best;
  }

  bool is_paragraph_start(const std::vector<std::size_t>& item, std::size_t k) const {
    return segments_[item[k]].stretch != segments_[item[k - 1]].stretch;
  }

  // Whether most items of several paragraphs promise in the first of them and report in the others.
  bool changes_with_paragraphs(const std::vector<Split>& splits) const {
    std::size_t several = 0;
    std::size_t there = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const auto& item = items_[i];
      if (item.empty() || segments_[item.front()].stretch == segments_[item.back()].stretch) continue;
      ++several;
      const std::size_t k = splits[i].first_report;
      there += k > 0 && k < item.size() && is_paragraph_start(item, k) ? 1 : 0;
    }
    return several >= 3 && there * 2 > several;
  }

  ItemShape choose_shape(const std::vector<Split>& splits) const {
    std::array<int, 3> scores = {0, 0, 0};
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].empty()) continue;
      int all = 0;
      for (const std::size_t s : items_[i]) all += weights_[s];
      scores[0] += splits[i].score + one_more_choice;
      scores[1] -= all;
      scores[2] += all;
    }
    const int titled = said_by_title * static_cast<int>(items_.size());
    if (page_.announces_targets) scores[2] += titled;
    return static_cast<ItemShape>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  void place(const std::vector<std::size_t>& item, const Split& split, Positions& positions) const {
    for (std::size_t i = 0; i < item.size(); ++i) {
      Role role = i < split.first_report ? Role::target : Role::achievement;
      if (positions.shape == ItemShape::reports) role = Role::achievement;
      if (positions.shape == ItemShape::promises) role = Role::target;
      positions.base[item[i]] = labelled_role(item[i]).value_or(role);
    }
  }

  // Outside the items: what follows the last of them plans, unless its words report.
  void place_outside(std::size_t i, Positions& positions) const {
    const Stretch& stretch = outline_.stretches[segments_[i].stretch];
    if (stretch.cell) {
      positions.base[i] = by_column(stretch.cell->kind, segments_[i].field);
      return;
    }
    if (stretch.item && outline_.layout != Layout::digest) return;
    if (segments_[i].field == Field::plan || (stretch.section && plans_[*stretch.section])) {
      positions.base[i] = Role::target;
    }
    if (stretch.item) return;
    if (positions.shape == ItemShape::promises || weights_[i] > promises_outside) positions.base[i] = Role::target;
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
  std::optional<std::uint32_t> opened_in_;  // the last stretch in which a sentence opened the report
  int at_paragraph_ = new_paragraph;
  std::vector<int> weights_;
  std::vector<bool> plans_;             // by section: its heading announces plans
  std::vector<bool> reports_labelled_;  // by item: a label opens its progress
  std::vector<std::vector<std::size_t>> items_;
};

}  // namespace

Positions find_positions(const Page& page, const Outline& outline, const std::vector<Segment>& segments,
                         const std::vector<std::vector<Quantity>>& quantities, const Lexicon::Impl& lexicon) {
  return Positioner(page, outline, segments, quantities, lexicon).find();
}

}  // namespace gongbao
