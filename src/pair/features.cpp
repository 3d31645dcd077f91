#include "pair/features.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "lexicon/dimension.h"

namespace gongbao {

namespace {

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

int said_stage(const Traits& traits) { return traits.stage < 0 ? unsaid_stage : traits.stage; }

bool is_rate(const Quantity& quantity) {
  return quantity.dimension == Dimension::share || quantity.dimension == Dimension::points;
}

}  // namespace

Candidates::Candidates(const std::vector<Statement>& statements, std::vector<Traits> targets,
                       std::vector<Traits> achievements, const Lexicon::Impl& lexicon)
    : statements_(&statements), targets_(std::move(targets)), achievements_(std::move(achievements)) {
  weigh_words(lexicon.stages);
  fold_targets();
  carry_subjects();
  weigh_words(lexicon.stages);  // some have got the words of others
  find_places();
  find_overtaken();
  carry_years();
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    for (std::size_t a = 0; a < achievements_.size(); ++a) likeness_.push_back(likeness(t, a));
  }
}

void Candidates::weigh_words(const Table<StageRow>& stages) {
  TokenCounts counts;
  for (const auto* side : {&targets_, &achievements_}) {
    for (const Traits& traits : *side) traits.all.count(counts);
  }
  for (auto* side : {&targets_, &achievements_}) {
    for (Traits& traits : *side) {
      for (Words* words : {&traits.indicator, &traits.near, &traits.wide, &traits.all}) words->weigh(counts, stages);
    }
  }
}

// Of the yearly and the interim target in two columns of one row, and of a target and the one that replaced it, only
// one is to be answered. The other's words say what that one counts too.
void Candidates::fold_targets() {
  folded_.assign(targets_.size(), 0);
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const std::size_t final = final_target(i);
    if (final == i) continue;
    folded_[i] = 1;
    targets_[final].indicator.add(targets_[i].indicator);
    targets_[final].near.add(targets_[i].near);
    targets_[final].all.add(targets_[i].all);
  }
}

// The target that stands for targets_[target]: itself, or the one it leads to.
std::size_t Candidates::final_target(std::size_t target) const {
  const Traits& own = targets_[target];
  std::size_t best = target;
  double best_shared = 0;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const Traits& other = targets_[i];
    if (i == target || other.unit.base != own.unit.base || folded_[i] != 0) continue;
    const bool beside = statement(other).sentence == statement(own).sentence;
    if (i > target && beside) return other.has(Sign::raised) || own.has(Sign::old) ? i : best;
    if (i > target) break;
    if (own.has(Sign::old) && beside) best = i;
    if (!is_step_to(own, other)) continue;
    const double words = other.all.shared(own.all);
    if (best != target && words <= best_shared) continue;
    best = i;
    best_shared = words;
  }
  return best;
}

// Whether `own` is an interim target (一季度…, or in a column behind) of `other`, which is no smaller; no achievement
// stands between the two.
bool Candidates::is_step_to(const Traits& own, const Traits& other) const {
  const Statement& from = statement(own);
  const Statement& to = statement(other);
  const bool in_column = to.column != 0 && to.column < from.column;
  const bool in_words = own.has(Sign::interim) && !other.has(Sign::interim) && own.statement == other.statement + 1;
  if ((!in_column && !in_words) || to.quantity.value < from.quantity.value) return false;
  return std::none_of(achievements_.begin(), achievements_.end(),
                      [&](const Traits& a) { return other.statement < a.statement && a.statement < own.statement; });
}

// 35个小区开工，6个完工: an achievement whose words no target of its unit knows continues the one before it.
void Candidates::carry_subjects() {
  for (std::size_t i = 1; i < achievements_.size(); ++i) {
    const Traits& before = achievements_[i - 1];
    Traits& own = achievements_[i];
    if (before.unit.base != own.unit.base || statement(before).sentence != statement(own).sentence) continue;
    const bool known = std::any_of(targets_.begin(), targets_.end(), [&](const Traits& t) {
      return t.unit.base == own.unit.base && t.all.contained(own.all) >= least_known;
    });
    if (known) continue;
    own.indicator.add(before.indicator);
    own.all.add(before.all);
  }
}

void Candidates::find_places() {
  target_places_.resize(targets_.size());
  achievement_places_.resize(achievements_.size());
  std::map<std::string, std::vector<std::pair<std::uint32_t, Place*>>> classes;
  const auto place_side = [&](const std::vector<Traits>& side, std::vector<Place>& places) {
    std::map<std::string, std::vector<Place*>> of_side;
    for (std::size_t i = 0; i < side.size(); ++i) {
      of_side[side[i].unit.base].push_back(&places[i]);
      classes[side[i].unit.base].emplace_back(side[i].statement, &places[i]);
    }
    for (const auto& [unit, list] : of_side) {
      for (std::size_t i = 0; i < list.size(); ++i) {
        list[i]->order = (static_cast<double>(i) + middle) / static_cast<double>(list.size());
        list[i]->alone = list.size() == 1;
      }
    }
  };
  place_side(targets_, target_places_);
  place_side(achievements_, achievement_places_);
  for (auto& [unit, list] : classes) {
    std::sort(list.begin(), list.end());
    for (std::size_t i = 0; i < list.size(); ++i) list[i].second->class_position = static_cast<std::uint32_t>(i);
  }
}

void Candidates::find_overtaken() {
  for (std::size_t i = 0; i < achievements_.size(); ++i) {
    const Traits& own = achievements_[i];
    if (!own.has(Sign::early)) continue;
    for (std::size_t j = i + 1; j < achievements_.size(); ++j) {
      const Traits& other = achievements_[j];
      if (statement(other).sentence != statement(own).sentence) break;
      const bool farther = other.unit.base == own.unit.base && other.stage > own.stage;
      achievement_places_[i].overtaken = achievement_places_[i].overtaken || farther;
    }
  }
}

// A year that opens a sentence holds for the sentences after it too.
void Candidates::carry_years() {
  std::vector<Traits*> all;
  for (auto* side : {&targets_, &achievements_}) {
    for (Traits& traits : *side) all.push_back(&traits);
  }
  std::sort(all.begin(), all.end(), [](const Traits* a, const Traits* b) { return a->statement < b->statement; });
  int year = 0;
  for (Traits* traits : all) {
    if (traits->opens_year) year = traits->year;
    if (traits->year == 0) traits->year = year;
  }
}

bool Candidates::comparable(std::size_t target, std::size_t achievement) const {
  if (folded(target)) return false;
  const Traits& t = targets_[target];
  const Traits& a = achievements_[achievement];
  if (t.unit.base == a.unit.base) return true;
  // Different measure words may count the same things; other units that cannot be converted measure something else.
  const Dimension dimension = statement(t).quantity.dimension;
  return dimension == statement(a).quantity.dimension && dimension != Dimension::rate &&
         dimension != Dimension::physical && dimension != Dimension::money;
}

double Candidates::likeness(std::size_t target, std::size_t achievement) const {
  return targets_[target].all.contained(achievements_[achievement].all);
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
  const Traits& t = targets_[target];
  const Traits& a = achievements_[achievement];
  at(values, PairFeature::indicator_overlap) = t.indicator.overlap(a.indicator);
  at(values, PairFeature::indicator_contained) = t.indicator.contained(a.indicator);
  at(values, PairFeature::near_overlap) = t.near.overlap(a.near);
  at(values, PairFeature::all_contained) = likeness_[target * achievements_.size() + achievement];
  at(values, PairFeature::wide_overlap) = t.wide.overlap(a.wide);
}

void Candidates::add_place(std::size_t target, std::size_t achievement, FeatureValues& values) const {
  const Place& t = target_places_[target];
  const Place& a = achievement_places_[achievement];
  const Traits& t_traits = targets_[target];
  const Traits& a_traits = achievements_[achievement];
  // Where there is only one, its place among its like says nothing.
  at(values, PairFeature::order) = t.alone || a.alone ? middle : 1 - std::abs(t.order - a.order);
  set(values, PairFeature::lone_target, t.alone);
  set(values, PairFeature::lone_achievement, a.alone);
  const bool same_sentence = statement(t_traits).sentence == statement(a_traits).sentence;
  const bool first = a_traits.statement < t_traits.statement;
  const std::uint32_t apart = first ? t.class_position - a.class_position : a.class_position - t.class_position;
  set(values, PairFeature::same_sentence, same_sentence);
  set(values, PairFeature::next, same_sentence && apart == 1);
  set(values, PairFeature::achievement_first, first);
  set(values, PairFeature::goal_behind, first && t_traits.has(Sign::goal));
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
  const Traits& t = targets_[target];
  const Traits& a = achievements_[achievement];
  const bool both = t.stage >= 0 && a.stage >= 0;
  at(values, PairFeature::stage) = static_cast<double>(said_stage(a)) / last_stage;
  at(values, PairFeature::stage_behind) = stage_behind(target, achievement);
  set(values, PairFeature::overtaken, achievement_places_[achievement].overtaken);
  set(values, PairFeature::stage_agrees, both && t.stage == a.stage);
  set(values, PairFeature::stage_short, both && a.stage < t.stage);
  set(values, PairFeature::not_begun, a.stage == 0);
}

void Candidates::add_signs(const Traits& t, const Traits& a, FeatureValues& values) const {
  const bool part = t.has(Sign::part);
  set(values, PairFeature::part_agrees, part && a.has(Sign::part));
  set(values, PairFeature::part_differs, part != a.has(Sign::part));
  set(values, PairFeature::each_differs, t.has(Sign::each) != a.has(Sign::each));
  set(values, PairFeature::rest, a.has(Sign::rest));
  set(values, PairFeature::total, a.has(Sign::total));
  set(values, PairFeature::old_target, t.has(Sign::old));
  set(values, PairFeature::raised_target, t.has(Sign::raised));
  set(values, PairFeature::plan, t.has(Sign::plan) || t.has(Sign::rest));
  set(values, PairFeature::compare, a.has(Sign::compare) || t.has(Sign::compare));
  const bool last = a.year == Traits::last_year && t.year != Traits::last_year;
  set(values, PairFeature::other_year, last || (t.year != 0 && a.year != 0 && t.year != a.year));
}

void Candidates::add_measure(const Traits& t, const Traits& a, FeatureValues& values) const {
  const Quantity& target = statement(t).quantity;
  const Quantity& achievement = statement(a).quantity;
  const bool same = t.unit.base == a.unit.base;
  set(values, PairFeature::same_unit, same);
  set(values, PairFeature::other_unit, !same);
  set(values, PairFeature::share, is_rate(target));
  set(values, PairFeature::rate_for_share, is_rate(target) && a.has(Sign::rate) != t.has(Sign::rate));
  set(values, PairFeature::early_share,
      is_rate(target) && a.stage >= 0 && a.stage < unsaid_stage && t.stage != a.stage);
  set(values, PairFeature::money, target.dimension == Dimension::money);
  set(values, PairFeature::duration, target.dimension == Dimension::duration || target.dimension == Dimension::age);
  const double promised = (target.high ? *target.high : target.value).to_double() * factor(t.unit);
  const double ratio = promised > 0 ? achievement.value.to_double() * factor(a.unit) / promised : 1;
  at(values, PairFeature::close) = ratio > 0 ? std::min(ratio, 1 / ratio) : 0;
  set(values, PairFeature::high, ratio > high_ratio);
  set(values, PairFeature::low, ratio < low_ratio);
  set(values, PairFeature::far, ratio > far_ratio || ratio < least_ratio);
}

}  // namespace gongbao
