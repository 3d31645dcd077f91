#include "pair/features.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "lexicon/dimension.h"

namespace gongbao {

namespace {

constexpr std::size_t max_indicator = 40;  // characters
constexpr int last_stage = 10;
constexpr int unsaid_stage = 8;  // a count without a stage is one of finished work
constexpr double middle = 0.5;
constexpr double about_as_like = 0.6;
constexpr double least_known = 0.15;
constexpr double high_ratio = 1.6;
constexpr double low_ratio = 0.03;
constexpr double far_ratio = 20;
constexpr double least_ratio = 0.002;

double& at(FeatureValues& values, PairFeature feature) { return values[static_cast<std::size_t>(feature)]; }

void set(FeatureValues& values, PairFeature feature, bool holds) { at(values, feature) = holds ? 1 : 0; }

double factor(const UnitForm& unit) {
  return static_cast<double>(unit.numerator) / static_cast<double>(unit.denominator);
}

int said_stage(const Mention& mention) { return mention.traits->stage < 0 ? unsaid_stage : mention.traits->stage; }

bool is_rate(const Quantity& quantity) {
  return quantity.dimension == Dimension::share || quantity.dimension == Dimension::points;
}

}  // namespace

Candidates::Candidates(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
                       const Lexicon::Impl& lexicon)
    : chars_(chars), statements_(statements), traits_(traits), words_(chars, lexicon.stages) {}

bool Candidates::read(const std::uint32_t* first, const std::uint32_t* last) {
  const auto is_target = [&](std::uint32_t s) { return statements_[s].role == Role::target; };
  const auto targets = std::count_if(first, last, is_target);
  if (targets == 0 || targets == last - first) return false;
  words_.clear();
  targets_.clear();
  achievements_.clear();
  counted_.clear();
  united_ = false;
  for (; first != last; ++first) {
    (is_target(*first) ? targets_ : achievements_).push_back(mention(*first));
    counted_.push_back((is_target(*first) ? targets_ : achievements_).back().all);
  }
  words_.fix();
  words_.weigh(counted_);
  fold_targets();
  carry_subjects();
  if (united_) words_.weigh(counted_);
  find_places();
  find_overtaken();
  carry_years();
  likeness_.clear();
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    for (std::size_t a = 0; a < achievements_.size(); ++a) likeness_.push_back(likeness(t, a));
  }
  return true;
}

// What is near is mostly a part of it and read already.
WordSets::Set Candidates::wide_words(const Surroundings& around, WordSets::Set near) {
  if (around.left.empty() || around.left.begin < around.wide.begin) return words_.add(around.wide, around.right);
  // One character more, for the pair of characters on the border.
  return words_.add({around.wide.begin, around.left.begin + 1}, near);
}

Mention Candidates::mention(std::uint32_t statement) {
  const Surroundings& around = traits_[statement].around;
  Mention mention;
  mention.statement = statement;
  mention.traits = &traits_[statement];
  mention.year = mention.traits->year;
  mention.indicator = words_.add(std::u16string_view(statements_[statement].indicator).substr(0, max_indicator));
  mention.near = words_.add(around.left, around.right);
  mention.wide = wide_words(around, mention.near);
  mention.all = words_.add_union(mention.indicator, mention.near);
  return mention;
}

// Of the yearly and the interim target in two columns of one row, and of a target and the one that replaced it, only
// one is to be answered. The other's words say what that one counts too.
void Candidates::fold_targets() {
  folded_.assign(targets_.size(), 0);
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const std::size_t final = final_target(i);
    if (final == i) continue;
    folded_[i] = 1;
    words_.unite(targets_[final].indicator, targets_[i].indicator);
    words_.unite(targets_[final].near, targets_[i].near);
    words_.unite(targets_[final].all, targets_[i].all);
    united_ = true;
  }
}

// The target that stands for targets_[target]: itself, or the one it leads to.
std::size_t Candidates::final_target(std::size_t target) const {
  const Mention& own = targets_[target];
  std::size_t best = target;
  double best_shared = 0;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const Mention& other = targets_[i];
    if (i == target || other.traits->base != own.traits->base || folded_[i] != 0) continue;
    const bool beside = statement(other).sentence == statement(own).sentence;
    if (i > target && beside) return other.traits->has(Sign::raised) || own.traits->has(Sign::old) ? i : best;
    if (i > target) break;
    if (own.traits->has(Sign::old) && beside) best = i;
    if (!is_step_to(own, other)) continue;
    const double words = words_.shared(other.all, own.all);
    if (best != target && words <= best_shared) continue;
    best = i;
    best_shared = words;
  }
  return best;
}

// Whether `own` is an interim target (一季度…, or in a column behind) of `other`, which is no smaller; no achievement
// stands between the two.
bool Candidates::is_step_to(const Mention& own, const Mention& other) const {
  const Statement& from = statement(own);
  const Statement& to = statement(other);
  const bool in_column = to.column != 0 && to.column < from.column;
  const bool in_words =
      own.traits->has(Sign::interim) && !other.traits->has(Sign::interim) && own.statement == other.statement + 1;
  if ((!in_column && !in_words) || to.quantity.value < from.quantity.value) return false;
  return std::none_of(achievements_.begin(), achievements_.end(),
                      [&](const Mention& a) { return other.statement < a.statement && a.statement < own.statement; });
}

// 35个小区开工，6个完工: an achievement whose words no target of its unit knows continues the one before it.
void Candidates::carry_subjects() {
  for (std::size_t i = 1; i < achievements_.size(); ++i) {
    const Mention& before = achievements_[i - 1];
    Mention& own = achievements_[i];
    if (before.traits->base != own.traits->base || statement(before).sentence != statement(own).sentence) continue;
    const bool known = std::any_of(targets_.begin(), targets_.end(), [&](const Mention& t) {
      return t.traits->base == own.traits->base && words_.contained(t.all, own.all) >= least_known;
    });
    if (known) continue;
    words_.unite(own.indicator, before.indicator);
    words_.unite(own.all, before.all);
    united_ = true;
  }
}

void Candidates::find_places() {
  place_side(targets_, target_places_);
  place_side(achievements_, achievement_places_);
  // Among all candidates of its unit: both sides are in the reading order.
  const auto base = [](const Mention& m) { return m.traits->base; };
  const auto before = [&](const std::vector<Mention>& side, const Mention& own) {
    return std::count_if(side.begin(), side.end(), [&](const Mention& other) {
      return base(other) == base(own) && other.statement < own.statement;
    });
  };
  const auto position = [&](const Mention& own) {
    return static_cast<std::uint32_t>(before(targets_, own) + before(achievements_, own));
  };
  for (std::size_t i = 0; i < targets_.size(); ++i) target_places_[i].class_position = position(targets_[i]);
  for (std::size_t i = 0; i < achievements_.size(); ++i)
    achievement_places_[i].class_position = position(achievements_[i]);
}

void Candidates::place_side(const std::vector<Mention>& side, std::vector<Place>& places) {
  places.assign(side.size(), {});
  for (std::size_t i = 0; i < side.size(); ++i) {
    const auto like = [&](const Mention& other) { return other.traits->base == side[i].traits->base; };
    const auto before = std::count_if(side.begin(), side.begin() + static_cast<std::ptrdiff_t>(i), like);
    const auto all = std::count_if(side.begin(), side.end(), like);
    places[i].order = (static_cast<double>(before) + middle) / static_cast<double>(all);
    places[i].alone = all == 1;
  }
}

void Candidates::find_overtaken() {
  for (std::size_t i = 0; i < achievements_.size(); ++i) {
    const Mention& own = achievements_[i];
    if (!own.traits->has(Sign::early)) continue;
    for (std::size_t j = i + 1; j < achievements_.size(); ++j) {
      const Mention& other = achievements_[j];
      if (statement(other).sentence != statement(own).sentence) break;
      const bool farther = other.traits->base == own.traits->base && other.traits->stage > own.traits->stage;
      achievement_places_[i].overtaken = achievement_places_[i].overtaken || farther;
    }
  }
}

// A year that opens a sentence holds for the sentences after it too.
void Candidates::carry_years() {
  int year = 0;
  for (std::size_t t = 0, a = 0; t < targets_.size() || a < achievements_.size();) {
    const bool target =
        a == achievements_.size() || (t < targets_.size() && targets_[t].statement < achievements_[a].statement);
    Mention& next = target ? targets_[t++] : achievements_[a++];
    if (next.traits->opens_year) year = next.year;
    if (next.year == 0) next.year = year;
  }
}

bool Candidates::comparable(std::size_t target, std::size_t achievement) const {
  if (folded(target)) return false;
  const Mention& t = targets_[target];
  const Mention& a = achievements_[achievement];
  if (t.traits->base == a.traits->base) return true;
  // Different measure words may count the same things; other units that cannot be converted measure something else.
  const Dimension dimension = statement(t).quantity.dimension;
  return dimension == statement(a).quantity.dimension && dimension != Dimension::rate &&
         dimension != Dimension::physical && dimension != Dimension::money;
}

double Candidates::likeness(std::size_t target, std::size_t achievement) const {
  return words_.contained(targets_[target].all, achievements_[achievement].all);
}

FeatureValues Candidates::features(std::size_t target, std::size_t achievement) const {
  FeatureValues values{};
  at(values, PairFeature::bias) = 1;
  add_words(target, achievement, values);
  add_place(target, achievement, values);
  add_stage(target, achievement, values);
  add_signs(targets_[target], achievements_[achievement], values);
  add_measure(targets_[target], achievements_[achievement], values);
  return values;
}

void Candidates::add_words(std::size_t target, std::size_t achievement, FeatureValues& values) const {
  const Mention& t = targets_[target];
  const Mention& a = achievements_[achievement];
  at(values, PairFeature::indicator_overlap) = words_.overlap(t.indicator, a.indicator);
  at(values, PairFeature::indicator_contained) = words_.contained(t.indicator, a.indicator);
  at(values, PairFeature::near_overlap) = words_.overlap(t.near, a.near);
  at(values, PairFeature::all_contained) = likeness_[target * achievements_.size() + achievement];
  at(values, PairFeature::wide_overlap) = words_.overlap(t.wide, a.wide);
}

void Candidates::add_place(std::size_t target, std::size_t achievement, FeatureValues& values) const {
  const Place& t = target_places_[target];
  const Place& a = achievement_places_[achievement];
  const Mention& t_mention = targets_[target];
  const Mention& a_mention = achievements_[achievement];
  // Where there is only one, its place among its like says nothing.
  at(values, PairFeature::order) = t.alone || a.alone ? middle : 1 - std::abs(t.order - a.order);
  set(values, PairFeature::lone_target, t.alone);
  set(values, PairFeature::lone_achievement, a.alone);
  const bool same_sentence = statement(t_mention).sentence == statement(a_mention).sentence;
  const bool first = a_mention.statement < t_mention.statement;
  const std::uint32_t apart = first ? t.class_position - a.class_position : a.class_position - t.class_position;
  set(values, PairFeature::same_sentence, same_sentence);
  set(values, PairFeature::next, same_sentence && apart == 1);
  set(values, PairFeature::achievement_first, first);
  set(values, PairFeature::goal_behind, first && t_mention.traits->has(Sign::goal));
}

// By how much another achievement that answers the target about as well is nearer to completion.
double Candidates::stage_behind(std::size_t target, std::size_t achievement) const {
  const double* const likeness = &likeness_[target * achievements_.size()];
  const int own = said_stage(achievements_[achievement]);
  int best = own;
  for (std::size_t i = 0; i < achievements_.size(); ++i) {
    if (likeness[i] < about_as_like * likeness[achievement] || !comparable(target, i)) continue;
    best = std::max(best, said_stage(achievements_[i]));
  }
  return static_cast<double>(best - own) / last_stage;
}

void Candidates::add_stage(std::size_t target, std::size_t achievement, FeatureValues& values) const {
  const Mention& t = targets_[target];
  const Mention& a = achievements_[achievement];
  const bool both = t.traits->stage >= 0 && a.traits->stage >= 0;
  at(values, PairFeature::stage) = static_cast<double>(said_stage(a)) / last_stage;
  at(values, PairFeature::stage_behind) = stage_behind(target, achievement);
  set(values, PairFeature::overtaken, achievement_places_[achievement].overtaken);
  set(values, PairFeature::stage_agrees, both && t.traits->stage == a.traits->stage);
  set(values, PairFeature::stage_short, both && a.traits->stage < t.traits->stage);
  set(values, PairFeature::not_begun, a.traits->stage == 0);
}

void Candidates::add_signs(const Mention& t, const Mention& a, FeatureValues& values) {
  const bool part = t.traits->has(Sign::part);
  set(values, PairFeature::part_agrees, part && a.traits->has(Sign::part));
  set(values, PairFeature::part_differs, part != a.traits->has(Sign::part));
  set(values, PairFeature::each_differs, t.traits->has(Sign::each) != a.traits->has(Sign::each));
  set(values, PairFeature::rest, a.traits->has(Sign::rest));
  set(values, PairFeature::total, a.traits->has(Sign::total));
  set(values, PairFeature::old_target, t.traits->has(Sign::old));
  set(values, PairFeature::raised_target, t.traits->has(Sign::raised));
  set(values, PairFeature::plan, t.traits->has(Sign::plan) || t.traits->has(Sign::rest));
  set(values, PairFeature::compare, a.traits->has(Sign::compare) || t.traits->has(Sign::compare));
  const bool last = a.year == Traits::last_year && t.year != Traits::last_year;
  set(values, PairFeature::other_year, last || (t.year != 0 && a.year != 0 && t.year != a.year));
}

void Candidates::add_measure(const Mention& t, const Mention& a, FeatureValues& values) const {
  const Quantity& target = statement(t).quantity;
  const Quantity& achievement = statement(a).quantity;
  const bool same = t.traits->base == a.traits->base;
  set(values, PairFeature::same_unit, same);
  set(values, PairFeature::other_unit, !same);
  set(values, PairFeature::share, is_rate(target));
  set(values, PairFeature::rate_for_share, is_rate(target) && a.traits->has(Sign::rate) != t.traits->has(Sign::rate));
  set(values, PairFeature::early_share,
      is_rate(target) && a.traits->stage >= 0 && a.traits->stage < unsaid_stage && t.traits->stage != a.traits->stage);
  set(values, PairFeature::money, target.dimension == Dimension::money);
  set(values, PairFeature::duration, target.dimension == Dimension::duration || target.dimension == Dimension::age);
  const double promised = (target.high ? *target.high : target.value).to_double() * factor(t.traits->unit);
  const double ratio = promised > 0 ? achievement.value.to_double() * factor(a.traits->unit) / promised : 1;
  at(values, PairFeature::close) = ratio > 0 ? std::min(ratio, 1 / ratio) : 0;
  set(values, PairFeature::high, ratio > high_ratio);
  set(values, PairFeature::low, ratio < low_ratio);
  set(values, PairFeature::far, ratio > far_ratio || ratio < least_ratio);
}

}  // namespace gongbao
