// An annotated bulletin: NAME.gold.json as corpus/GUIDELINES.md describes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "score/characters.h"

namespace evaluation {

// Words that are compared are kept as they are compared: labels with plain digits, titles and indicators without
// blanks.
struct Meta {
  struct Period {
    std::string from;
    std::string to;
    friend bool operator==(const Period&, const Period&) = default;
  };
  std::optional<Characters> title;
  std::optional<std::string> published;
  std::optional<Period> period;
};

struct Heading {
  std::optional<Characters> label;
  Characters title;
  friend auto operator<=>(const Heading&, const Heading&) = default;
};

struct Work {  // an item
  std::size_t begin = 0;
  std::optional<Characters> label;
  std::optional<Characters> section;  // its title
};

struct Amount {
  double value = 0;
  std::optional<double> high;
  std::string unit;
};

struct Quantity {
  Characters text;
  Range place;
  Amount amount;
  std::vector<std::string> bounds;  // any of them is right
  std::vector<std::string> roles;
  std::vector<Characters> indicators;
  bool optional = false;
};

struct Answer {  // a pair, of indexes into the quantities
  std::size_t target = 0;
  std::size_t achievement = 0;
  bool sure = true;
};

struct Annotation {
  std::string layout;  // empty where it is not said
  Meta meta;
  std::vector<Heading> sections;
  std::vector<Work> items;
  std::vector<Quantity> quantities;
  std::vector<Answer> pairs;
};

// `text`: the bulletin the annotation is of. Throws FormatError, also where a quantity or an item is not in the text.
Annotation read_annotation(std::string_view json, const Characters& text);

}  // namespace evaluation
