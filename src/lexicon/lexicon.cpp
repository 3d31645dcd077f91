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

template <auto Member, Indexed Name>
std::vector<LexiconError> add_indexed(Impl& impl, std::string_view tsv) {
  return (impl.*Member).add(tsv, [&](std::u16string_view word, std::uint32_t row) { impl.index.add(word, Name, row); });
}

// Sorted by name.
constexpr TableEntry entries[] = {
    {"bounds", add_indexed<&Impl::bounds, Indexed::bounds>},
    {"columns", add_to<&Impl::columns>},
    {"confidence", add_to<&Impl::confidence>},
    {"cues", add_indexed<&Impl::cues, Indexed::cues>},
    {"directions", add_to<&Impl::directions>},
    {"furniture", add_to<&Impl::furniture>},
    {"html_marks", add_to<&Impl::html_marks>},
    {"indicator_words", add_indexed<&Impl::indicator_words, Indexed::indicator_words>},
    {"labels", add_to<&Impl::labels>},
    {"numerals", add_indexed<&Impl::numerals, Indexed::numerals>},
    {"ordinals", add_to<&Impl::ordinals>},
    {"pair_weights", add_to<&Impl::pair_weights>},
    {"patterns", add_to<&Impl::patterns>},
    {"periods", add_to<&Impl::periods>},
    {"plan_words", add_indexed<&Impl::plan_words, Indexed::plan_words>},
    {"role_weights", add_to<&Impl::role_weights>},
    {"set_phrases", add_indexed<&Impl::set_phrases, Indexed::set_phrases>},
    {"spam", add_to<&Impl::spam>},
    {"stages", add_indexed<&Impl::stages, Indexed::stages>},
    {"statuses", add_indexed<&Impl::statuses, Indexed::statuses>},
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
  impl->index.compile();
  return Lexicon(std::move(impl));
}

std::vector<LexiconError> Lexicon::add(std::string_view table, std::string_view tsv) {
  for (const TableEntry& entry : entries) {
    if (entry.name != table) continue;
    std::vector<LexiconError> errors = entry.add(*impl_, tsv);
    impl_->index.compile();
    return errors;
  }
  return {{0, "there is no table '" + std::string(table) + "'"}};
}

std::vector<std::string_view> Lexicon::tables() {
  std::vector<std::string_view> names;
  for (const TableEntry& entry : entries) names.push_back(entry.name);
  return names;
}

}  // namespace gongbao
