// How far an output agrees with an annotated bulletin: the figures of score.py, which annotators use, for outputs whose
// text is the annotated text itself.
//
//   const Figures figures = score(read_gold(path), text, read_json(output));
//   std::cout << figures.record.f().value_or(0);
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::tests {

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
  std::optional<double> f() const;
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
};

// JSON whose numbers are kept as they are printed, so that decimals stay exact. Throws where it is no JSON.
rapidjson::Document read_json(const std::string& json);
// The annotation NAME.gold.json beside NAME.txt.
rapidjson::Document read_gold(const std::filesystem::path& text_path);

// Called with each miss, in English.
using Note = std::function<void(const std::string&)>;

// `gold`: an annotation as the guidelines define it; `output`: one document of schema gongbao/1; both over `text`.
Figures score(const rapidjson::Value& gold, std::string_view text, const rapidjson::Value& output,
              const Note& note = {});

// What became of an output's records and pairs.
enum class Verdict : std::uint8_t {
  right,
  wrong,
  unjudged,  // the annotation leaves it open
};
struct Verdicts {
  std::vector<Verdict> records;
  std::vector<std::optional<std::size_t>> quantities;  // the annotated quantity at the place of each record
  std::vector<Verdict> pairs;
};
Verdicts judge(const rapidjson::Value& gold, std::string_view text, const rapidjson::Value& output);

}  // namespace gongbao::tests
