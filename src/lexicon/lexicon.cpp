#include "gongbao/lexicon.h"

#include "lexicon/builtin_data.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {
namespace {

using Impl = Lexicon::Impl;

struct TableEntry {
  std::string_view name;
  std::vector<LexiconError> (*add)(Impl&, std::string_view);
};

template <auto Member>
std::vector<LexiconError> add_to(Impl& impl, std::string_view tsv) {
  return (impl.*Member).add(tsv);
}

// Sorted by name.
constexpr TableEntry entries[] = {
    {"bounds", add_to<&Impl::bounds>},
    {"columns", add_to<&Impl::columns>},
    {"confidence", add_to<&Impl::confidence>},
    {"cues", add_to<&Impl::cues>},
    {"directions", add_to<&Impl::directions>},
    {"furniture", add_to<&Impl::furniture>},
    {"html_marks", add_to<&Impl::html_marks>},
    {"indicator_words", add_to<&Impl::indicator_words>},
    {"labels", add_to<&Impl::labels>},
    {"numerals", add_to<&Impl::numerals>},
    {"ordinals", add_to<&Impl::ordinals>},
    {"pair_weights", add_to<&Impl::pair_weights>},
    {"patterns", add_to<&Impl::patterns>},
    {"periods", add_to<&Impl::periods>},
    {"plan_words", add_to<&Impl::plan_words>},
    {"role_weights", add_to<&Impl::role_weights>},
    {"set_phrases", add_to<&Impl::set_phrases>},
    {"spam", add_to<&Impl::spam>},
    {"stages", add_to<&Impl::stages>},
    {"statuses", add_to<&Impl::statuses>},
    {"title_words", add_to<&Impl::title_words>},
    {"unit_factors", add_to<&Impl::unit_factors>},
    {"units", add_to<&Impl::units>},
};

}  // namespace

Lexicon::Lexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lexicon::Lexicon(const Lexicon& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(const Lexicon& other) {
  impl_ = std::make_unique<Impl>(*other.impl_);
  return *this;
}
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Lexicon Lexicon::builtin() {
  auto impl = std::make_unique<Impl>();
  for (const TableEntry& entry : entries) entry.add(*impl, builtin_table(entry.name));
  return Lexicon(std::move(impl));
}

std::vector<LexiconError> Lexicon::add(std::string_view table, std::string_view tsv) {
  for (const TableEntry& entry : entries) {
    if (entry.name == table) return entry.add(*impl_, tsv);
  }
  return {{0, "there is no table '" + std::string(table) + "'"}};
}

std::vector<std::string_view> Lexicon::tables() {
  std::vector<std::string_view> names;
  for (const TableEntry& entry : entries) names.push_back(entry.name);
  return names;
}

}  // namespace gongbao
