#include "train/role_fit.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <span>

#include "lexicon/builtin_data.h"
#include "lexicon/lexicon_impl.h"
#include "lexicon/tsv.h"
#include "text/fold.h"

namespace gongbao::train {
namespace {

constexpr double tenth = 0.1;
constexpr std::size_t cap = static_cast<std::size_t>(RoleWeight::cap);

// What is no weight of a place, and the labels, which no weighing is to touch.
bool is_fixed(std::size_t parameter) {
  return parameter == static_cast<std::size_t>(RoleWeight::labelled) ||
         (parameter >= static_cast<std::size_t>(RoleWeight::one_more_choice) && parameter < role_weight_count);
}

std::vector<Choice::Part> parts(std::span<const Share> shares, const Table<CueRow>& cues) {
  std::vector<Choice::Part> result;
  for (const Share& share : shares) {
    const std::size_t parameter = share.cue != nullptr
                                      ? role_weight_count + static_cast<std::size_t>(share.cue - cues.rows().data())
                                      : static_cast<std::size_t>(share.weight);
    result.push_back({parameter, static_cast<double>(share.times)});
  }
  return result;
}

double sum(const std::vector<Choice::Part>& all, const Vector& weights) {
  double total = 0;
  for (const Choice::Part& part : all) total += part.times * weights[part.parameter];
  return total;
}

void push(const std::vector<Choice::Part>& all, double by, Vector& gradient) {
  for (const Choice::Part& part : all) gradient[part.parameter] += by * part.times;
}

double score(const Choice::Sentence& sentence, const Vector& weights) {
  return std::clamp(sum(sentence.capped, weights), -weights[cap], weights[cap]) + sum(sentence.free, weights);
}

void push(const Choice::Sentence& sentence, double by, const Vector& weights, Vector& gradient) {
  push(sentence.free, by, gradient);
  const double words = sum(sentence.capped, weights);
  if (std::abs(words) <= weights[cap]) return push(sentence.capped, by, gradient);
  gradient[cap] += words > 0 ? by : -by;
}

// The chances of the places.
Vector chances(const Choice& choice, const Vector& weights, double sharpness) {
  Vector scores;
  double sentences = 0;
  for (const Choice::Sentence& sentence : choice.sentences) sentences -= score(sentence, weights);
  std::size_t promised = 0;
  for (const Choice::Place& place : choice.places) {
    for (; promised < place.promised; ++promised) sentences += 2 * score(choice.sentences[promised], weights);
    scores.push_back(sharpness * (sentences + sum(place.parts, weights)));
  }
  const double best = *std::max_element(scores.begin(), scores.end());
  double total = 0;
  for (double& s : scores) total += s = std::exp(s - best);
  for (double& s : scores) s /= total;
  return scores;
}

std::string decimal(double weight) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", weight);
  std::string result = text;
  if (result.ends_with(".0")) result.resize(result.size() - 2);
  return result == "-0" ? "0" : result;
}

// Which places of an item agree with the most annotated roles; empty where it has none.
std::vector<bool> right_places(const Bulletin& bulletin, const Reading& reading, const ItemPlaces& item) {
  const auto segments = reading.findings.roles.positions.segments(item);
  std::vector<int> promised(segments.size());  // by sentence
  std::vector<int> reported(segments.size());
  std::map<std::size_t, std::size_t> place_of;
  for (std::size_t i = 0; i < segments.size(); ++i) place_of[segments[i]] = i;
  int total = 0;
  for (std::size_t r = 0; r < reading.document.records.size(); ++r) {
    const auto place = place_of.find(reading.findings.decisions[r].segment);
    const std::optional<Role> role = gold_role(bulletin, reading, r);
    if (place == place_of.end() || !role || *role == Role::context) continue;
    ++(*role == Role::target ? promised : reported)[place->second];
    ++total;
  }
  if (total == 0) return {};
  int agreeing = 0;
  for (const int n : reported) agreeing += n;
  std::vector<int> all = {agreeing};
  for (std::size_t i = 0; i < promised.size(); ++i) all.push_back(agreeing += promised[i] - reported[i]);
  const int best = *std::max_element(all.begin(), all.end());
  std::vector<bool> right;
  for (const int n : all) right.push_back(n == best);
  return right;
}

// Whether a bulletin's items promise and report, so that they change somewhere.
bool has_both(const Bulletin& bulletin, const Reading& reading) {
  constexpr double least = 0.15;
  double targets = 0;
  double all = 0;
  for (std::size_t r = 0; r < reading.document.records.size(); ++r) {
    const std::optional<Role> role = gold_role(bulletin, reading, r);
    if (!role || *role == Role::context || !reading.document.records[r].item) continue;
    all += 1;
    targets += *role == Role::target ? 1 : 0;
  }
  return targets > least * all && targets < (1 - least) * all;
}

}  // namespace

std::vector<Choice> read_choices(const Bulletin& bulletin, const Reading& reading, const Lexicon& lexicon) {
  std::vector<Choice> choices;
  const bool both = has_both(bulletin, reading);
  const Table<CueRow>& cues = lexicon.impl().cues;
  const Positions& positions = reading.findings.roles.positions;
  for (const ItemPlaces& item : positions.items) {
    const bool chosen = positions.place_count(item) > 0;
    const std::vector<bool> right = chosen ? right_places(bulletin, reading, item) : std::vector<bool>();
    if (right.empty()) continue;
    Choice choice;
    for (const std::size_t s : positions.segments(item)) {
      const Evidence evidence = positions.evidence(s);
      choice.sentences.push_back({parts(evidence.capped, cues), parts(evidence.free, cues)});
    }
    for (std::size_t k = 0; both && k < right.size(); ++k)
      choice.places.push_back({k, parts(positions.place(item, k), cues), right[k]});
    if (!both) choice.places = {{0, {}, right.front()}, {item.count, {}, right.back()}};
    if (both || right.front() != right.back()) choices.push_back(std::move(choice));
  }
  return choices;
}

Vector role_parameters(const Lexicon& lexicon) {
  Vector weights;
  const RoleWeights named(lexicon.impl());
  for (std::size_t i = 0; i < role_weight_count; ++i) weights.push_back(tenth * named[static_cast<RoleWeight>(i)]);
  for (const CueRow& row : lexicon.impl().cues.rows()) weights.push_back(tenth * row.tenths);
  return weights;
}

double loss(const Choice& choice, const Vector& weights, double sharpness, Vector* gradient) {
  const Vector all = chances(choice, weights, sharpness);
  double right = 1e-12;
  for (std::size_t k = 0; k < all.size(); ++k) right += choice.places[k].right ? all[k] : 0;
  if (gradient == nullptr) return -std::log(right);
  double behind = 0;  // how much more the places from k on should get, together
  for (std::size_t k = all.size(); k-- > 0;) {
    const Choice::Place& place = choice.places[k];
    const double more = (place.right ? all[k] / right : 0) - all[k];
    push(place.parts, -sharpness * more, *gradient);
    behind += more;
    // The sentences before place k, but for those before the one before it, promise in all of them; all shares sum to
    // 0, so the others lose as much.
    for (std::size_t i = k > 0 ? choice.places[k - 1].promised : place.promised; i < place.promised; ++i)
      push(choice.sentences[i], -sharpness * 2 * behind, weights, *gradient);
  }
  return -std::log(right);
}

double loss(const std::vector<const Choice*>& choices, const Vector& weights, double sharpness) {
  double total = 0;
  for (const Choice* choice : choices) total += loss(*choice, weights, sharpness, nullptr);
  return total;
}

Vector fit_roles(const std::vector<const Choice*>& choices, const Vector& start, const RolePrior& prior) {
  const auto function = [&](const Vector& at, Vector& gradient) {
    double total = 0;
    for (const Choice* choice : choices) total += loss(*choice, at, prior.sharpness, &gradient);
    for (std::size_t i = 0; i < at.size(); ++i) {
      const double moved = at[i] - start[i];
      total += prior.strength * moved * moved / 2;
      gradient[i] = is_fixed(i) ? 0 : gradient[i] + prior.strength * moved;
    }
    return total;
  };
  return minimise(function, start);
}

std::string role_weight_rows(const Vector& weights, const Vector& start) {
  std::string rows;
  for (std::size_t i = 0; i < role_weight_count; ++i) {
    if (decimal(weights[i]) == decimal(start[i])) continue;
    const std::u16string_view name = role_weight_names[i];
    rows += std::string(name.begin(), name.end()) + '\t' + decimal(weights[i]) + '\n';
  }
  return rows;
}

std::vector<CueWord> cue_words(const Lexicon& lexicon) {
  std::vector<CueWord> words;
  const Table<CueRow>& cues = lexicon.impl().cues;
  for (const TsvRow& row : read_tsv(builtin_table("cues"))) {
    const CueRow* const found = cues.find(fold(row.cells[0]));
    words.push_back({std::string(row.cells[0]),
                     '\t' + std::string(row.cells[1]) + '\t' + std::string(row.cells[2]) + '\t',
                     role_weight_count + static_cast<std::size_t>(found - cues.rows().data())});
  }
  return words;
}

std::string cue_rows(const Vector& weights, const Vector& start, const Lexicon& lexicon) {
  std::string rows;
  for (const CueWord& cue : cue_words(lexicon)) {
    const std::string weight = decimal(std::clamp(weights[cue.parameter], 0.0, 9.0));
    if (weight != decimal(start[cue.parameter])) rows += cue.word + cue.kinds + weight + '\n';
  }
  return rows;
}

}  // namespace gongbao::train
