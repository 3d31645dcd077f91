#include "score/score.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <locale>
#include <set>
#include <sstream>

#include "score/align.h"

namespace evaluation {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t item_tolerance = 2;  // characters an item may begin beside its annotated place

bool same_number(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});  // as printed: 0.1 is no double
}

bool same_amount(const Amount& wanted, const Amount& got) {
  if (wanted.high.has_value() != got.high.has_value()) return false;
  return same_number(wanted.value, got.value) && (!wanted.high || same_number(*wanted.high, *got.high)) &&
         wanted.unit == got.unit;
}

bool fits(const Quantity& quantity, const Record& record) {
  return record.amount && same_amount(quantity.amount, *record.amount);
}

bool contains(const std::vector<std::string>& accepted, const std::string& said) {
  return std::find(accepted.begin(), accepted.end(), said) != accepted.end();
}

// --- Words for misses ---

std::string print(double value) {
  std::ostringstream digits;
  digits.imbue(std::locale::classic());
  digits << std::setprecision(15) << value;
  return digits.str();
}

std::string print(const Amount& amount) {
  return print(amount.value) + (amount.high ? "-" + print(*amount.high) : "") + amount.unit;
}

std::string print(const std::vector<std::string>& accepted) {
  std::string all;
  for (const std::string& one : accepted) all += (all.empty() ? "" : "/") + one;
  return all;
}

std::string print(const Heading& heading) {
  return heading.label ? utf8(*heading.label) + " " + utf8(heading.title) : utf8(heading.title);
}

std::string print(const std::optional<Meta::Period>& period) { return period ? period->from + "/" + period->to : "-"; }

std::string name(const Quantity& quantity) {
  return utf8(quantity.text) + " (" + print(quantity.amount) + ", " + print(quantity.roles) + ")";
}

std::string name(const Record& record) {
  return utf8(record.text) + " (" + (record.amount ? print(*record.amount) : "-") + ", " + record.role + ")";
}

// --- Scoring ---

class Scorer {
 public:
  Scorer(const Annotation& annotation, const Characters& text, const Output& output, const Note& note)
      : gold_(annotation), text_(text), output_(output), note_(note), place_in_output_(text, output.text) {}

  Figures score() {
    if (!output_.error.empty()) say(Miss::Kind::unread, "", output_.error, "");
    check_texts();
    match_quantities();
    score_quantities();
    score_pairs();
    score_sections();
    score_items();
    score_meta();
    return figures_;
  }

  Verdicts judge() {
    match_quantities();
    Verdicts verdicts;
    for (std::size_t r = 0; r < gold_of_.size(); ++r) {
      const bool known = gold_of_[r] != none;
      verdicts.quantities.push_back(known ? std::optional(gold_of_[r]) : std::nullopt);
      verdicts.records.push_back(known ? judge(gold_.quantities[gold_of_[r]], output_.records[r]) : Verdict::wrong);
    }
    for (const RecordPair& pair : output_.pairs)
      verdicts.pairs.push_back(judge(Ends{gold_of_[pair.target], gold_of_[pair.achievement]}));
    return verdicts;
  }

 private:
  using Kind = Miss::Kind;
  using Ends = std::pair<std::size_t, std::size_t>;

  void say(Kind kind, std::string wanted, std::string got, std::string sentence) const {
    if (note_) note_({kind, std::move(wanted), std::move(got), std::move(sentence)});
  }
  std::string around(const Quantity& quantity) const { return note_ ? sentence_around(text_, quantity.place) : ""; }
  std::string around_output(Range place) const { return note_ ? sentence_around(output_.text, place) : ""; }

  void check_texts() const {
    for (const Record& record : output_.records) {
      const Characters there = output_.text.substr(record.place.begin, record.place.end - record.place.begin);
      if (there != record.text) say(Kind::wrong_text, utf8(there), utf8(record.text), around_output(record.place));
    }
  }

  std::optional<Range> wanted_place(const Quantity& quantity) const {
    const auto first = place_in_output_(quantity.place.begin);
    const auto last = place_in_output_(quantity.place.end - 1);
    return first && last ? std::optional(Range{*first, *last + 1}) : std::nullopt;
  }

  // Each annotated quantity with the record that overlaps it, the fitting one first.
  void match_quantities() {
    std::vector<std::optional<Range>> wanted;
    for (const Quantity& quantity : gold_.quantities) wanted.push_back(wanted_place(quantity));
    record_of_.assign(gold_.quantities.size(), none);
    gold_of_.assign(output_.records.size(), none);
    for (const bool strict : {true, false}) {
      for (std::size_t q = 0; q < wanted.size(); ++q) {
        if (wanted[q]) match_quantity(q, *wanted[q], strict);
      }
    }
  }

  void match_quantity(std::size_t q, Range wanted, bool strict) {
    for (std::size_t r = 0; r < gold_of_.size() && record_of_[q] == none; ++r) {
      const Record& record = output_.records[r];
      if (gold_of_[r] != none || record.place.begin >= wanted.end || wanted.begin >= record.place.end) continue;
      if (strict && !fits(gold_.quantities[q], record)) continue;
      record_of_[q] = r;
      gold_of_[r] = q;
    }
  }

  void score_quantities() {
    for (std::size_t q = 0; q < record_of_.size(); ++q) {
      const Quantity& quantity = gold_.quantities[q];
      if (quantity.optional) continue;
      if (record_of_[q] != none) {
        score_quantity(quantity, output_.records[record_of_[q]]);
        continue;
      }
      say(Kind::missed_quantity, name(quantity), "", around(quantity));
      ++figures_.quantity.missed;
      ++figures_.record.missed;
    }
    for (std::size_t r = 0; r < gold_of_.size(); ++r) {
      if (gold_of_[r] != none) continue;
      const Record& record = output_.records[r];
      say(Kind::spurious_quantity, "", name(record), around_output(record.place));
      ++figures_.quantity.spurious;
      ++figures_.record.spurious;
    }
  }

  void score_quantity(const Quantity& quantity, const Record& record) {
    const bool right = fits(quantity, record);
    count(figures_.quantity, right);
    if (!right) {
      say(Kind::wrong_quantity, name(quantity), name(record), around(quantity));
      count(figures_.record, false);
      return;
    }
    const bool bound_right = contains(quantity.bounds, record.bound);
    const bool role_right = contains(quantity.roles, record.role);
    figures_.bound.see(bound_right ? 1 : 0);
    figures_.role.see(role_right ? 1 : 0);
    if (!bound_right)
      say(Kind::wrong_bound, name(quantity) + " " + print(quantity.bounds), record.bound, around(quantity));
    if (!role_right) say(Kind::wrong_role, name(quantity), record.role, around(quantity));
    score_indicator(quantity, record);
    count(figures_.record, bound_right && role_right);
  }

  static Verdict judge(const Quantity& quantity, const Record& record) {
    if (quantity.optional) return Verdict::open;
    const bool right =
        fits(quantity, record) && contains(quantity.bounds, record.bound) && contains(quantity.roles, record.role);
    return right ? Verdict::right : Verdict::wrong;
  }

  Verdict judge(Ends ends) const {
    if (ends.first == none || ends.second == none) return Verdict::wrong;
    const auto pair = std::find_if(gold_.pairs.begin(), gold_.pairs.end(), [&](const Answer& answer) {
      return answer.target == ends.first && answer.achievement == ends.second;
    });
    if (pair != gold_.pairs.end()) return pair->sure ? Verdict::right : Verdict::open;
    return optional_end(ends) ? Verdict::open : Verdict::wrong;
  }

  // Something else at the place of what was asked is both a miss and an invention.
  static void count(Tally& tally, bool right) {
    tally.hit += right ? 1 : 0;
    tally.missed += right ? 0 : 1;
    tally.spurious += right ? 0 : 1;
  }

  void score_indicator(const Quantity& quantity, const Record& record) {
    const bool context_only =
        std::all_of(quantity.roles.begin(), quantity.roles.end(), [](const auto& role) { return role == "context"; });
    if (context_only) return;
    double best = 0;
    for (const Characters& words : quantity.indicators) best = std::max(best, overlap(words, record.indicator));
    figures_.indicator.see(best);
  }

  void score_pairs() {
    std::set<Ends> sure;
    std::set<Ends> fair;
    for (const Answer& pair : gold_.pairs) {
      fair.insert({pair.target, pair.achievement});
      if (pair.sure) sure.insert({pair.target, pair.achievement});
    }
    const std::set<Ends> said = said_pairs();
    for (const Ends& ends : said) {
      if (sure.count(ends) != 0) {
        ++figures_.pair.hit;
      } else if (fair.count(ends) == 0 && !optional_end(ends)) {
        ++figures_.pair.spurious;
        say_pair(Kind::spurious_pair, ends);
      }
    }
    for (const Ends& ends : sure) {
      if (said.count(ends) != 0 || optional_end(ends)) continue;
      ++figures_.pair.missed;
      say_pair(Kind::missed_pair, ends);
    }
  }

  // The output's pairs by annotated quantity. One with an end that is no such quantity is wrong.
  std::set<Ends> said_pairs() {
    std::set<Ends> said;
    for (const RecordPair& pair : output_.pairs) {
      const Ends ends{gold_of_[pair.target], gold_of_[pair.achievement]};
      if (ends.first != none && ends.second != none) {
        said.insert(ends);
        continue;
      }
      ++figures_.pair.spurious;
      const Record& target = output_.records[pair.target];
      const Record& achievement = output_.records[pair.achievement];
      say(Kind::spurious_pair, "", name(target) + " - " + name(achievement), around_output(target.place));
    }
    return said;
  }

  bool optional_end(Ends ends) const {
    return gold_.quantities[ends.first].optional || gold_.quantities[ends.second].optional;
  }

  void say_pair(Kind kind, Ends ends) const {
    const Quantity& target = gold_.quantities[ends.first];
    std::string names = name(target) + " - " + name(gold_.quantities[ends.second]);
    const bool missed = kind == Kind::missed_pair;
    say(kind, missed ? names : "", missed ? "" : names, around(target));
  }

  void score_sections() {
    std::multiset<Heading> got(output_.sections.begin(), output_.sections.end());
    for (const Heading& heading : gold_.sections) {
      const auto found = got.find(heading);
      if (found != got.end()) {
        got.erase(found);
        ++figures_.section.hit;
      } else {
        ++figures_.section.missed;
        say(Kind::missed_section, print(heading), "", "");
      }
    }
    figures_.section.spurious += got.size();
    for (const Heading& heading : got) say(Kind::spurious_section, "", print(heading), "");
  }

  void score_items() {
    std::vector<Work> free = output_.items;
    for (const Work& wanted : gold_.items) {
      const auto place = place_in_output_(wanted.begin);
      const auto found = std::find_if(free.begin(), free.end(), [&](const Work& work) {
        const std::size_t distance = !place ? none : work.begin < *place ? *place - work.begin : work.begin - *place;
        return distance <= item_tolerance && work.label == wanted.label && work.section == wanted.section;
      });
      if (found != free.end()) {
        free.erase(found);
        ++figures_.item.hit;
      } else {
        ++figures_.item.missed;
        say_item(Kind::missed_item, wanted, text_);
      }
    }
    figures_.item.spurious += free.size();
    for (const Work& work : free) say_item(Kind::spurious_item, work, output_.text);
  }

  void say_item(Kind kind, const Work& work, const Characters& text) const {
    if (!note_) return;
    std::string name = (work.label ? utf8(*work.label) : "-") + (work.section ? " < " + utf8(*work.section) : "");
    const bool missed = kind == Kind::missed_item;
    say(kind, missed ? name : "", missed ? "" : name, sentence_around(text, {work.begin, work.begin}));
  }

  void score_meta() {
    const Meta& wanted = gold_.meta;
    const Meta& got = output_.meta;
    if (wanted.title)
      see_meta(wanted.title == (got.title ? got.title : Characters()), "title: " + utf8(*wanted.title),
               utf8(got.title.value_or(U"-")));
    if (wanted.published)
      see_meta(wanted.published == got.published, "published: " + *wanted.published, got.published.value_or("-"));
    if (wanted.period) see_meta(wanted.period == got.period, "period: " + print(wanted.period), print(got.period));
  }

  void see_meta(bool right, const std::string& wanted, const std::string& got) {
    figures_.meta.see(right ? 1 : 0);
    if (!right) say(Kind::wrong_meta, wanted, got, "");
  }

  const Annotation& gold_;
  const Characters& text_;
  const Output& output_;
  const Note& note_;
  const Alignment place_in_output_;
  std::vector<std::size_t> record_of_;  // by quantity
  std::vector<std::size_t> gold_of_;    // by record
  Figures figures_;
};

}  // namespace

void Tally::add(const Tally& other) {
  hit += other.hit;
  spurious += other.spurious;
  missed += other.missed;
}

std::optional<double> Tally::f() const {
  const std::size_t total = 2 * hit + spurious + missed;
  if (total == 0) return std::nullopt;
  return 200.0 * static_cast<double>(hit) / static_cast<double>(total);
}

void Mean::see(double value) {
  sum += value;
  ++count;
}

void Mean::add(const Mean& other) {
  sum += other.sum;
  count += other.count;
}

std::optional<double> Mean::f() const {
  if (count == 0) return std::nullopt;
  return 100.0 * sum / static_cast<double>(count);
}

void Figures::add(const Figures& other) {
  for (Tally Figures::*const figure :
       {&Figures::record, &Figures::quantity, &Figures::pair, &Figures::section, &Figures::item})
    (this->*figure).add(other.*figure);
  for (Mean Figures::*const figure : {&Figures::bound, &Figures::role, &Figures::indicator, &Figures::meta})
    (this->*figure).add(other.*figure);
}

std::vector<std::pair<std::string_view, std::optional<double>>> Figures::percents() const {
  return {{"record", record.f()},   {"quantity", quantity.f()},   {"bound", bound.f()},
          {"role", role.f()},       {"indicator", indicator.f()}, {"pair", pair.f()},
          {"section", section.f()}, {"item", item.f()},           {"meta", meta.f()}};
}

Figures score(const Annotation& annotation, const Characters& text, const Output& output, const Note& note) {
  return Scorer(annotation, text, output, note).score();
}

Verdicts judge(const Annotation& annotation, const Characters& text, const Output& output) {
  const Note silent;
  return Scorer(annotation, text, output, silent).judge();
}

}  // namespace evaluation
