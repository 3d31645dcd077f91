// Fits the weights of the role stage: cues.tsv and role_weights.tsv.
//
// Each item is a choice among its places of change (role/position.h). The probability of a place is the softmax of the
// places' scores. In a bulletin that only promises, or only reports, an item does one or the other. The weights are the
// likeliest ones for the annotated places, given that they are near the present ones (a normal prior around these).
#pragma once

#include <string>
#include <vector>

#include "train/bulletins.h"
#include "train/optimise.h"

namespace gongbao::train {

// An item's choice. Parameters are numbered: the named weights first, then the rows of cues.tsv.
struct Choice {
  struct Part {
    std::size_t parameter;
    double times;
  };
  struct Sentence {
    std::vector<Part> capped;
    std::vector<Part> free;
  };
  struct Place {
    std::size_t promised = 0;  // so many sentences promise, the others report
    std::vector<Part> parts;   // what else speaks for it
    bool right = false;        // agrees with as many annotated roles as any other
  };
  std::vector<Sentence> sentences;
  std::vector<Place> places;  // in their order
};

std::vector<Choice> read_choices(const Bulletin& bulletin, const Reading& reading, const Lexicon& lexicon);

// The present weights of a lexicon, by parameter; in whole points.
Vector role_parameters(const Lexicon& lexicon);

// How strongly the weights are held where they are.
struct RolePrior {
  double strength = 1;     // 1 / variance of a weight in points
  double sharpness = 0.3;  // how much a point says: the softmax is of sharpness * score
};

// Minus the log likelihood of the annotated places.
double loss(const std::vector<const Choice*>& choices, const Vector& weights, double sharpness);
// Of one choice; adds to the gradient where there is one.
double loss(const Choice& choice, const Vector& weights, double sharpness, Vector* gradient);
// The likeliest weights.
Vector fit_roles(const std::vector<const Choice*>& choices, const Vector& start, const RolePrior& prior);

// Rows for Lexicon::add: those whose weight differs from `start`.
std::string role_weight_rows(const Vector& weights, const Vector& start);
std::string cue_rows(const Vector& weights, const Vector& start, const Lexicon& lexicon);

// The words of cues.tsv in the order of the file, with their parameters.
struct CueWord {
  std::string word;
  std::string kinds;  // the columns between word and weight, with a tab on both sides
  std::size_t parameter;
};
std::vector<CueWord> cue_words(const Lexicon& lexicon);

}  // namespace gongbao::train
