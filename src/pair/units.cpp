#include "pair/units.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace gongbao {
namespace {

constexpr std::int64_t max_factor = 100'000'000;  // of a whole unit: keeps the products of ratio.h below 128 bits
constexpr std::string_view dot = "\xC2\xB7";

struct Form {
  std::string base;
  std::int64_t numerator = 1;
  std::int64_t denominator = 1;
};

Form part_form(std::string_view word, const UnitFactorRow* row) {
  if (row == nullptr) return {std::string(word), 1, 1};
  return {row->base, row->numerator, row->denominator};
}

// The words of a unit between its '/' and '·'; the first is what is counted, the others are what it is counted by.
std::vector<std::string_view> unit_words(std::string_view unit) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= unit.size();) {
    const bool slash = at == unit.size() || unit[at] == '/';
    const bool middle_dot = !slash && unit.compare(at, dot.size(), dot) == 0;
    if (slash || middle_dot) {
      words.push_back(unit.substr(begin, at - begin));
      begin = at + (middle_dot ? dot.size() : 1);
    }
    at = slash || middle_dot ? std::max(begin, at + 1) : at + 1;
  }
  return words;
}

Form unit_form(const std::string& unit, const Lexicon::Impl& lexicon) {
  Form form;
  std::vector<std::string> by;
  const std::vector<std::string_view> words = unit_words(unit);
  for (std::size_t i = 0; i < words.size(); ++i) {
    Form part = part_form(words[i], lexicon.unit_factors.find(fold(words[i])));
    if (i == 0) {
      form = std::move(part);
      continue;
    }
    form.numerator *= part.denominator;
    form.denominator *= part.numerator;
    by.push_back(std::move(part.base));
    if (form.numerator > max_factor || form.denominator > max_factor) return {unit, 1, 1};
  }
  std::sort(by.begin(), by.end());
  for (const std::string& base : by) form.base += "/" + base;
  return form;
}

}  // namespace

Units::Entry& Units::entry(const std::string& name) {
  const auto [found, is_new] = entries_.try_emplace(name);
  if (is_new) found->second.number = static_cast<std::uint32_t>(entries_.size());
  return found->second;
}

const UnitForm& Units::of(const std::string& name, const Lexicon::Impl& lexicon) {
  Entry& known = entry(name);
  if (known.unit) return *known.unit;
  const std::u16string folded = fold(name);
  const UnitFactorRow* const row = lexicon.unit_factors.find(folded);
  const auto first = lexicon.units.longest(folded);
  const bool plain = name.find('/') == name.npos && name.find(dot) == name.npos;
  const Form form = plain ? part_form(name, row) : unit_form(name, lexicon);
  const std::uint32_t base = form.base == name ? known.number : entry(form.base).number;
  known.unit = {base, form.numerator, form.denominator, row,
                first && !first->label ? std::optional(first->dimension) : std::nullopt};
  return *known.unit;
}

}  // namespace gongbao
