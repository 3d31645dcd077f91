// How far an output agrees with an annotated bulletin.
//
//   const Characters text = text_of_lines(bytes);
//   const Annotation annotation = read_annotation(gold, text);
//   const Figures figures = score(annotation, text, read_output(Node(parse_json(json)), bytes));
//   std::cout << figures.record.f().value_or(0);
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "score/annotation.h"
#include "score/output.h"

namespace evaluation {

// Right and wrong counts of one figure.
struct Tally {
  std::size_t hit = 0;
  std::size_t spurious = 0;
  std::size_t missed = 0;

  void add(const Tally& other);
  // The harmonic mean of precision and recall in percent; none where nothing was asked and nothing said.
  std::optional<double> f() const;
};

struct Mean {
  double sum = 0;
  std::size_t count = 0;

  void see(double value);
  void add(const Mean& other);
  std::optional<double> f() const;  // in percent
};

struct Figures {
  Tally record;    // a quantity counts only with value, unit, bound and role all right
  Tally quantity;  // found, with value and unit right
  Mean bound;      // accuracy on those
  Mean role;
  Mean indicator;  // overlap of characters with the annotated words
  Tally pair;
  Tally section;
  Tally item;
  Mean meta;  // title, date of publication, period

  void add(const Figures& other);
  // All of them in percent, by name, in the order above.
  std::vector<std::pair<std::string_view, std::optional<double>>> percents() const;
};

// One thing that is not as annotated.
struct Miss {
  enum class Kind {
    unread,           // the extractor could not read the bulletin
    missed_quantity,  // the record F's misses ...
    wrong_quantity,
    wrong_bound,
    wrong_role,
    spurious_quantity,
    missed_pair,
    spurious_pair,
    missed_section,
    spurious_section,
    missed_item,
    spurious_item,
    wrong_meta,
    wrong_text,  // a record's text is not what stands at its span; no figure counts it
  };
  Kind kind;
  std::string wanted;    // empty where nothing was
  std::string got;       // empty where there is nothing
  std::string sentence;  // what stands around; empty where the miss has no place
};
using Note = std::function<void(const Miss&)>;

// `text`: the annotated text. `note` is called with each miss.
Figures score(const Annotation& annotation, const Characters& text, const Output& output, const Note& note = {});

// What became of an output's records and pairs, by their places in its lists.
enum class Verdict {
  right,
  wrong,
  open,  // the annotation leaves it open
};
struct Verdicts {
  std::vector<Verdict> records;                        // right: value, unit, bound and role are
  std::vector<std::optional<std::size_t>> quantities;  // the annotated quantity at the place of each record
  std::vector<Verdict> pairs;
};
Verdicts judge(const Annotation& annotation, const Characters& text, const Output& output);

}  // namespace evaluation
