// Fits all weights from a set of bulletins, with or without some of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "train/bulletins.h"
#include "train/pair_fit.h"
#include "train/role_fit.h"

namespace gongbao::train {

struct What {
  bool roles = true;
  bool pairs = true;
};

// Rows for Lexicon::add, by table.
using Rows = std::map<std::string, std::string>;
Lexicon with_rows(Lexicon lexicon, const Rows& rows);  // throws where a row is refused

class Trainer {
 public:
  Trainer(const std::vector<Bulletin>& bulletins, const Lexicon& lexicon);

  // What the present weights read, by bulletin.
  const std::vector<Reading>& readings() const { return readings_; }

  // Chooses how strongly the weights are held: by the likelihood of bulletins left out, over all.
  void choose_priors(What what);

  // Weights from the bulletins of all other places.
  Rows fit(What what, const std::string& left_out = {}) const;

  Vector fit_role_weights(const std::string& left_out = {}) const;

  // Cue words that the bulletins do not need: what each would weigh if it were held but loosely. With enough places to
  // tell, and most pulled down first.
  struct IdleWord {
    std::string word;
    double before = 0;
    double after = 0;
    int times = 0;  // in how many items it weighs
  };
  std::vector<IdleWord> idle_words() const;
  std::string describe() const;

 private:
  template <class Element>
  std::vector<const Element*> gather(const std::vector<std::vector<Element>>& all, auto take) const;

  const std::vector<Bulletin>& bulletins_;
  const Lexicon& lexicon_;
  std::vector<Reading> readings_;
  std::vector<std::vector<Choice>> choices_;           // by bulletin
  std::vector<std::vector<PairChoice>> pair_choices_;  // by bulletin
  Vector role_start_;
  Vector pair_start_;
  RolePrior role_prior_;
  PairPrior pair_prior_;
};

}  // namespace gongbao::train
