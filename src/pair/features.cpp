#include "pair/features.h"

#include <algorithm>
#include <cmath>

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

double factor(const UnitForm& unit) {
  return static_cast<double>(unit.numerator) / static_cast<double>(unit.denominator);
}

int said_stage(const Mention& mention) { return mention.traits->stage < 0 ? unsaid_stage : mention.traits->stage; }

}  // namespace

// Takes the values in the order of PairFeature.
class Candidates::List {
 public:
  explicit List(std::vector<FeatureValue>& values) : values_(values) {}
  void add(PairFeature feature, double value) {
    if (value != 0) values_.push_back({feature, value});
  }
  void add_if(bool holds, PairFeature feature) {
    if (holds) values_.push_back({feature, 1});
  }

 private:
  std::vector<FeatureValue>& values_;
};

Candidates::Candidates(const Chars& chars, const std::vector<Statement>& statements, const std::vector<Traits>& traits,
                       const Lexicon::Impl& lexicon)
    : chars_(chars), statements_(statements), traits_(traits), words_(lexicon.stages) {}

bool Candidates::read(const std::uint32_t* first, const std::uint32_t* last) {
  mentions_.clear();
  mentions_.reserve(static_cast<std::size_t>(last - first));
  targets_.clear();
  achievements_.clear();
  for (; first != last; ++first) add_mention(*first);
  if (!find_alike()) return false;
  read_words();
  united_ = false;
  fold_targets();
  carry_subjects();
  if (united_) weigh_words();
  find_places();
  find_overtaken();
  carry_years();
  find_likeness();
  return true;
}

void Candidates::add_mention(std::uint32_t statement) {
  const bool is_target = statements_[statement].role == Role::target;
  const Quantity& quantity = statements_[statement].quantity;
  (is_target ? targets_ : achievements_).push_back(static_cast<std::uint32_t>(mentions_.size()));
  Mention& own = mentions_.emplace_back();
  own.statement = statement;
  own.traits = &traits_[statement];
  own.base = own.traits->unit->base;
  own.year = own.traits->year;
  own.amount = (is_target && quantity.high ? *quantity.high : quantity.value).to_double() * factor(*own.traits->unit);
}

bool Candidates::units_allow(const Mention& target, const Mention& achievement) const {
  if (target.base == achievement.base) return true;
  // Different measure words may count the same things; other units that cannot be converted measure something else.
  const Dimension dimension = statement(target).quantity.dimension;
  return dimension == statement(achievement).quantity.dimension && dimension != Dimension::rate &&
         dimension != Dimension::physical && dimension != Dimension::money;
}

// Finds which units can be compared; false where no pair can be made, not even with a rate of completion.
bool Candidates::find_alike() {
  alike_.assign(targets_.size() * achievements_.size(), 0);
  bool any = false;
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    for (std::size_t a = 0; a < achievements_.size(); ++a) {
      if (!units_allow(target(t), achievement(a))) continue;
      alike_[cell(t, a)] = 1;
      mentions_[targets_[t]].compared = mentions_[achievements_[a]].compared = any = true;
    }
  }
  const auto may_be_completion = [&](std::uint32_t a) {
    const Dimension dimension = statement(mentions_[a]).quantity.dimension;
    return dimension == Dimension::share || dimension == Dimension::multiple;
  };
  return any || (!targets_.empty() && std::any_of(achievements_.begin(), achievements_.end(), may_be_completion));
}

void Candidates::read_words() {
  constexpr std::size_t sets_of_mention = 7;  // three of them where it gets the words of another
  words_.clear(sets_of_mention * mentions_.size());
  const Mention* before = nullptr;
  for (Mention& own : mentions_) {
    own.indicator = words_.add();
    words_.unite(own.indicator, statement(own).indicator);
    read_near(own);
    own.all = words_.add(own.indicator, own.near);
    if (own.compared) read_wide(own, before);
    before = &own;
  }
  weigh_words();
}

void Candidates::weigh_words() {
  counted_.clear();
  for (const Mention& own : mentions_) counted_.push_back(own.all);
  words_.weigh(counted_);
}

// The words before the number often are the indicator.
void Candidates::read_near(Mention& own) {
  const Surroundings& around = own.traits->around;
  const bool same = own.traits->left_is_indicator;
  own.near = same && around.right.empty() ? own.indicator : words_.add();
  if (same) {
    words_.unite(own.near, own.indicator);
  } else {
    unite(own.near, around.left);
  }
  unite(own.near, around.right);
}

// The sentence before it mostly begins with that before the last mention and ends with what is near.
void Candidates::read_wide(Mention& own, const Mention* before) {
  own.wide = words_.add();
  const Surroundings& around = own.traits->around;
  Range rest = around.wide;
  if (before != nullptr && before->compared && before->traits->around.wide.begin == rest.begin) {
    words_.unite(own.wide, before->wide);
    // One character more here and there, for the pair of characters on the border.
    rest.begin = std::max(rest.begin + 1, before->traits->around.wide.end) - 1;
  }
  if (!around.left.empty() && around.left.begin >= rest.begin) {
    words_.unite(own.wide, own.near);
    rest.end = around.left.begin + 1;
  } else {
    unite(own.wide, around.right);
  }
  unite(own.wide, rest);
}

// Of the yearly and the interim target in two columns of one row, and of a target and the one that replaced it, only
// one is to be answered. The other's words say what that one counts too.
void Candidates::fold_targets() {
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const std::size_t final = final_target(i);
    if (final == i) continue;
    mentions_[targets_[i]].folded = true;
    Mention& heir = mentions_[targets_[final]];
    heir.indicator = words_.add(heir.indicator, target(i).indicator);
    heir.near = words_.add(heir.near, target(i).near);
    heir.all = words_.add(heir.all, target(i).all);
    united_ = true;
  }
}

// The target that stands for this one: itself, or the one it leads to.
std::size_t Candidates::final_target(std::size_t t) const {
  const Mention& own = target(t);
  std::size_t best = t;
  double best_shared = 0;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const Mention& other = target(i);
    if (i == t || other.base != own.base || other.folded) continue;
    const bool beside = statement(other).sentence == statement(own).sentence;
    if (i > t && beside) return other.traits->has(Sign::raised) || own.traits->has(Sign::old) ? i : best;
    if (i > t) break;
    if (own.traits->has(Sign::old) && beside) best = i;
    if (!is_step_to(own, other)) continue;
    const double words = words_.shared(other.all, own.all);
    if (best != t && words <= best_shared) continue;
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
  return std::none_of(achievements_.begin(), achievements_.end(), [&](std::uint32_t a) {
    return other.statement < mentions_[a].statement && mentions_[a].statement < own.statement;
  });
}

// 35个小区开工，6个完工: an achievement whose words no target of its unit knows continues the one before it.
void Candidates::carry_subjects() {
  for (std::size_t i = 1; i < achievements_.size(); ++i) {
    const Mention& before = achievement(i - 1);
    Mention& own = mentions_[achievements_[i]];
    if (before.base != own.base || statement(before).sentence != statement(own).sentence) continue;
    const bool known = std::any_of(targets_.begin(), targets_.end(), [&](std::uint32_t t) {
      return mentions_[t].base == own.base && words_.likeness(mentions_[t].all, own.all).contained >= least_known;
    });
    if (known) continue;
    own.indicator = words_.add(own.indicator, before.indicator);
    own.all = words_.add(own.all, before.all);
    united_ = true;
  }
}

void Candidates::find_places() {
  for (Mention& own : mentions_) {
    if (!own.compared) continue;
    const Role role = statement(own).role;
    int before = 0;
    int all = 0;
    for (const Mention& other : mentions_) {
      if (other.base != own.base) continue;
      const bool earlier = other.statement < own.statement;
      own.position += earlier ? 1 : 0;
      if (statement(other).role != role) continue;
      before += earlier ? 1 : 0;
      ++all;
    }
    own.order = (before + middle) / all;
    own.alone = all == 1;
  }
}

void Candidates::find_overtaken() {
  for (std::size_t i = 0; i < achievements_.size(); ++i) {
    Mention& own = mentions_[achievements_[i]];
    if (!own.traits->has(Sign::early)) continue;
    for (std::size_t j = i + 1; j < achievements_.size(); ++j) {
      const Mention& other = achievement(j);
      if (statement(other).sentence != statement(own).sentence) break;
      own.overtaken = own.overtaken || (other.base == own.base && other.traits->stage > own.traits->stage);
    }
  }
}

// A year that opens a sentence holds for the sentences after it too.
void Candidates::carry_years() {
  int year = 0;
  for (Mention& own : mentions_) {
    if (own.traits->opens_year) year = own.year;
    if (own.year == 0) own.year = year;
  }
}

WordSets::Likeness Candidates::likeness(std::size_t t, std::size_t a) const {
  return words_.likeness(target(t).all, achievement(a).all);
}

void Candidates::find_likeness() {
  likeness_.resize(alike_.size());
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    for (std::size_t a = 0; a < achievements_.size(); ++a) {
      if (comparable(t, a)) likeness_[cell(t, a)] = likeness(t, a);
    }
  }
}

void Candidates::add_features(std::size_t target_index, std::size_t achievement_index,
                              std::vector<FeatureValue>& values) const {
  const Mention& t = target(target_index);
  const Mention& a = achievement(achievement_index);
  List list(values);
  list.add_if(true, PairFeature::bias);
  list.add_if(t.base == a.base, PairFeature::same_unit);
  list.add_if(t.base != a.base, PairFeature::other_unit);
  add_words(target_index, achievement_index, list);
  add_place(t, a, list);
  add_stage(target_index, achievement_index, list);
  add_signs(t, a, list);
  add_kind(t, a, list);
  add_size(t, a, list);
}

void Candidates::add_words(std::size_t target_index, std::size_t achievement_index, List& values) const {
  const Mention& t = target(target_index);
  const Mention& a = achievement(achievement_index);
  const WordSets::Likeness& all = likeness_[cell(target_index, achievement_index)];
  const auto likeness = [&](WordSets::Set Mention::*words) {
    return t.*words == t.all && a.*words == a.all ? all : words_.likeness(t.*words, a.*words);
  };
  if (all.overlap != 0) {
    const auto [overlap, contained] = likeness(&Mention::indicator);
    values.add(PairFeature::indicator_overlap, overlap);
    values.add(PairFeature::indicator_contained, contained);
    values.add(PairFeature::near_overlap, likeness(&Mention::near).overlap);
    values.add(PairFeature::all_contained, all.contained);
  }
  values.add(PairFeature::wide_overlap, words_.likeness(t.wide, a.wide).overlap);
}

void Candidates::add_place(const Mention& t, const Mention& a, List& values) const {
  // Where there is only one, its place among its like says nothing.
  values.add(PairFeature::order, t.alone || a.alone ? middle : 1 - std::abs(t.order - a.order));
  values.add_if(t.alone, PairFeature::lone_target);
  values.add_if(a.alone, PairFeature::lone_achievement);
  const bool same_sentence = statement(t).sentence == statement(a).sentence;
  const bool first = a.statement < t.statement;
  const std::uint32_t apart = first ? t.position - a.position : a.position - t.position;
  values.add_if(same_sentence && apart == 1, PairFeature::next);
  values.add_if(same_sentence, PairFeature::same_sentence);
  values.add_if(first, PairFeature::achievement_first);
  values.add_if(first && t.traits->has(Sign::goal), PairFeature::goal_behind);
}

// By how much another achievement that answers the target about as well is nearer to completion.
double Candidates::stage_behind(std::size_t t, std::size_t a) const {
  const WordSets::Likeness* const likeness = &likeness_[cell(t, 0)];
  const int own = said_stage(achievement(a));
  int best = own;
  for (std::size_t i = 0; i < achievements_.size(); ++i) {
    if (!comparable(t, i) || likeness[i].contained < about_as_like * likeness[a].contained) continue;
    best = std::max(best, said_stage(achievement(i)));
  }
  return static_cast<double>(best - own) / last_stage;
}

void Candidates::add_stage(std::size_t target_index, std::size_t achievement_index, List& values) const {
  const Mention& a = achievement(achievement_index);
  const int promised = target(target_index).traits->stage;
  const int reported = a.traits->stage;
  const bool both = promised >= 0 && reported >= 0;
  values.add(PairFeature::stage, static_cast<double>(said_stage(a)) / last_stage);
  values.add(PairFeature::stage_behind, stage_behind(target_index, achievement_index));
  values.add_if(a.overtaken, PairFeature::overtaken);
  values.add_if(both && promised == reported, PairFeature::stage_agrees);
  values.add_if(both && reported < promised, PairFeature::stage_short);
  values.add_if(reported == 0, PairFeature::not_begun);
}

void Candidates::add_signs(const Mention& t, const Mention& a, List& values) {
  const bool part = t.traits->has(Sign::part);
  values.add_if(part && a.traits->has(Sign::part), PairFeature::part_agrees);
  values.add_if(part != a.traits->has(Sign::part), PairFeature::part_differs);
  values.add_if(t.traits->has(Sign::each) != a.traits->has(Sign::each), PairFeature::each_differs);
  values.add_if(a.traits->has(Sign::rest), PairFeature::rest);
  values.add_if(a.traits->has(Sign::total), PairFeature::total);
  values.add_if(t.traits->has(Sign::old), PairFeature::old_target);
  values.add_if(t.traits->has(Sign::raised), PairFeature::raised_target);
  values.add_if(t.traits->has(Sign::plan) || t.traits->has(Sign::rest), PairFeature::plan);
}

void Candidates::add_kind(const Mention& t, const Mention& a, List& values) const {
  const Quantity& promised = statement(t).quantity;
  const bool share = is_rate(promised);
  const bool early = a.traits->stage >= 0 && a.traits->stage < unsaid_stage;
  const bool last = a.year == Traits::last_year && t.year != Traits::last_year;
  values.add_if(share, PairFeature::share);
  values.add_if(share && a.traits->has(Sign::rate) != t.traits->has(Sign::rate), PairFeature::rate_for_share);
  values.add_if(share && early && t.traits->stage != a.traits->stage, PairFeature::early_share);
  values.add_if(a.traits->has(Sign::compare) || t.traits->has(Sign::compare), PairFeature::compare);
  values.add_if(last || (t.year != 0 && a.year != 0 && t.year != a.year), PairFeature::other_year);
  values.add_if(promised.dimension == Dimension::money, PairFeature::money);
  values.add_if(promised.dimension == Dimension::duration || promised.dimension == Dimension::age,
                PairFeature::duration);
}

void Candidates::add_size(const Mention& t, const Mention& a, List& values) {
  const double ratio = t.amount > 0 ? a.amount / t.amount : 1;
  values.add(PairFeature::close, ratio > 0 ? std::min(ratio, 1 / ratio) : 0);
  values.add_if(ratio > high_ratio, PairFeature::high);
  values.add_if(ratio < low_ratio, PairFeature::low);
  values.add_if(ratio > far_ratio || ratio < least_ratio, PairFeature::far);
}

}  // namespace gongbao
