// The figures of an evaluation, as a table for people and as JSON.
#pragma once

#include <string>
#include <vector>

#include "score/score.h"

struct EvaluatedBulletin {
  std::string name;
  std::string layout;  // of the annotation; empty where it says none
  evaluation::Figures figures;
  std::vector<evaluation::Miss> misses;
};

// A row a bulletin, then a row a layout, then all. With `errors` the misses below each bulletin's row, each with the
// sentence it stands in.
void append_table(std::string& out, const std::vector<EvaluatedBulletin>& bulletins, bool errors);

// One object: the figures of all bulletins, and the same by "layouts" and by "bulletins". In percent with two decimals
// at most, null where nothing was asked and nothing said. `errors` adds "misses" to each bulletin.
void append_json(std::string& out, const std::vector<EvaluatedBulletin>& bulletins, bool errors);
