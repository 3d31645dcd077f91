#include "build.h"

#include <algorithm>
#include <utility>

#include "completion/completion.h"
#include "confidence/confidence.h"
#include "document_access.h"
#include "outline/outline.h"
#include "page/body_text.h"
#include "page/page.h"
#include "pair/pair.h"
#include "quantity/lost.h"
#include "quantity/quantity.h"
#include "role/indicator.h"
#include "role/role.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr std::size_t longest_indicator = 20;  // characters
constexpr std::size_t most_figures = std::size_t{1}
                                     << 18;  // what is known of each comes to a kilobyte; no bulletin has more

// A label's characters as they are printed, in half width.
std::string label_text(std::string_view utf8, const Chars& body, Range range) {
  std::string text;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const char16_t c = body[at];
    if (is_blank(c)) continue;
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else {
      text += body.printed(utf8, at);
    }
  }
  return text;
}

Span span_of(const Chars& body, Range range) { return range.empty() ? Span{} : body.span(range.begin, range.end); }

// The clause around a quantity: to the next comma, stop or bracket on both sides.
Range clause_of(const BodyWords& words, Range paragraph, Range quantity) {
  constexpr std::uint32_t longest = 200;  // to either side
  const std::uint32_t first = quantity.begin - std::min(quantity.begin - paragraph.begin, longest);
  const std::uint32_t last = quantity.end + std::min(paragraph.end - quantity.end, longest);
  return {words.clause_borders.behind_last(first, quantity.begin), words.clause_borders.next(quantity.end, last)};
}

// Turns the stages' results, which speak of characters, into a Document, which speaks of bytes.
class DocumentBuilder {
 public:
  // `found` has a page and an outline, and gets what is found here.
  DocumentBuilder(const Text& text, Findings& found, const BodyWords& words)
      : utf8_(text.utf8),
        page_(found.page),
        body_(found.page.body),
        outline_(found.outline),
        words_(words),
        lexicon_(words.lexicon),
        finder_(text.utf8, words),
        found_(found) {}

  Document build(std::vector<Diagnostic>& diagnostics) {
    QuantityLists quantities = read_quantities(diagnostics);
    reserve(quantities.all().size());
    Roles roles = assign_roles(page_, outline_, quantities, words_);
    document_.title = page_.title;
    document_.published = page_.published;
    document_.period = page_.period;
    add_sections();
    add_items(roles);
    for (std::uint32_t s = 0; s < outline_.stretches.size(); ++s) {
      add_records(s, quantities[s], roles.decisions[s]);
    }
    found_.traits = read_traits(words_, found_.statements, found_.units);
    found_.pairs = pair_statements(body_, found_.statements, found_.traits, lexicon_);
    document_.pairs.reserve(found_.pairs.size());
    for (MadePair& made : found_.pairs) document_.pairs.push_back(std::move(made.pair));  // its numbers stay
    found_.roles = std::move(roles);
    return std::move(document_);
  }

 private:
  QuantityLists read_quantities(std::vector<Diagnostic>& diagnostics) const {
    QuantityLists quantities;
    constexpr std::size_t usual_way = 16;  // in characters, from figure to figure
    quantities.reserve(outline_.stretches.size(), body_.size() / usual_way);
    // What a row promises in words (新增320张养老床位), in its name or target: the unit of the figures behind it.
    std::optional<std::uint32_t> item;
    std::size_t named = 0;
    for (std::size_t s = 0; s < outline_.stretches.size(); ++s) {
      const Stretch& stretch = outline_.stretches[s];
      const std::size_t first = quantities.all().size();
      const Quantity* const promised = item == stretch.item && named < first ? &quantities.all()[named] : nullptr;
      if (first == most_figures) {
        quantities.open();
        continue;
      }
      if (std::optional<Quantity> figure = read_figure(stretch, promised)) {
        quantities.open();
        quantities.add(std::move(*figure));
      } else {
        find_quantities(words_, stretch.range, quantities, diagnostics);
        if (!stretch.cell) find_lost(words_, stretch.range, quantities[s], diagnostics);
      }
      const Column kind = stretch.cell ? stretch.cell->kind : Column::none;
      if ((kind == Column::name || kind == Column::target) && !quantities[s].empty()) {
        item = stretch.item;
        named = first;
      }
      // The rest of a bulletin of too many figures is not read.
      if (quantities.all().size() < most_figures) continue;
      quantities.shorten(most_figures);
      const auto end = static_cast<std::uint32_t>(utf8_.size());
      diagnostics.push_back({DiagnosticCode::text_truncated, {end, end}});
    }
    return quantities;
  }

  void reserve(std::size_t figures) {
    document_.records.reserve(figures);
    found_.indicators.reserve(figures * longest_indicator);  // the statements refer to them
    found_.statements.reserve(figures);
    found_.stretches.reserve(figures);
    found_.decisions.reserve(figures);
  }

  // The bare number a cell consists of, its unit from the table: its headings, else what the row promises in words.
  std::optional<Quantity> read_figure(const Stretch& stretch, const Quantity* named) const {
    const Range cell = stretch.range;
    if (!stretch.cell || words_.figure_begins.next(cell.begin, cell.end) == cell.end) return std::nullopt;
    CellUnit unit;
    if (named != nullptr && stretch.cell->kind == Column::achievement)
      unit = {named->unit, named->dimension, 0, Bound::exact};
    if (stretch.cell->kind == Column::rate) unit = {"%", Dimension::share, 0, Bound::exact};
    for (const Range words : stretch.cell->units) {
      if (words.empty()) continue;
      if (const auto found = find_unit(words, stretch.cell->money)) {
        unit = *found;
        break;
      }
    }
    std::optional<Quantity> figure = read_cell(words_, cell, unit);
    if (figure && figure->unit.empty()) return std::nullopt;
    const Range what = stretch.cell->what;
    if (figure && figure->bound == Bound::exact && stretch.cell->kind == Column::target && !what.empty())
      figure->bound = bound_of_heading(body_.view(what.begin, what.end), lexicon_);
    return figure;
  }

  // "万元", or of several ("个、万元") the first that suits the column.
  std::optional<CellUnit> find_unit(Range words, bool money) const {
    std::optional<CellUnit> first;
    for (std::uint32_t begin = words.begin; begin < words.end;) {
      std::uint32_t end = begin;
      while (end < words.end && body_[end] != mark::enumeration && body_[end] != u',') ++end;
      if (auto unit = read_unit(body_.view(begin, end), lexicon_)) {
        if ((unit->dimension == Dimension::money) == money) return unit;
        if (!first) first = std::move(unit);
      }
      begin = end + 1;
    }
    return first;
  }

  // What a cell counts is said by the names of its row and column.
  std::string cell_indicator(const CellPlace& cell) const {
    std::string words;
    words.reserve(std::min(longest_indicator, std::size_t{cell.what.size()} + cell.stage.size()) * 3);
    std::size_t characters = 0;
    for (const Range range : {cell.what, cell.stage}) {
      for (std::uint32_t at = range.begin; at < range.end && characters < longest_indicator; ++at) {
        if (is_blank(body_[at])) continue;
        words += body_.printed(utf8_, at);
        ++characters;
      }
    }
    return words;
  }

  // 撤并村通畅工程（2013—2017年） without the bracket.
  Range without_remark(Range heading) const {
    if (heading.empty() || body_[heading.end - 1] != u')') return heading;
    Range words = heading;
    while (words.end > words.begin && body_[words.end - 1] != u'(') --words.end;
    return words.size() > 1 ? Range{words.begin, words.end - 1} : heading;
  }

  void read_indicators(const Stretch& stretch, std::span<const Quantity> quantities) {
    if (quantities.size() == 1 && stretch.is_whole_cell(quantities[0].range)) {
      const bool promised = promised_ != nullptr && promised_->item == stretch.item;
      indicators_.clear();
      indicators_.push_back({promised ? promised_->indicator : cell_indicator(*stretch.cell), {}});
      return;
    }
    Range heading = stretch.item ? without_remark(outline_.items[*stretch.item].heading) : Range{};
    if (stretch.cell) heading = stretch.cell->kind == Column::name ? Range{} : stretch.cell->what;
    finder_.find(stretch.range, heading, quantities, indicators_);
  }

  void add_sections() {
    for (const OutlineSection& s : outline_.sections) {
      Section section;
      section.label = label_text(utf8_, body_, s.label);
      const Span title = span_of(body_, s.title);
      section.title = std::string(utf8_.substr(title.begin, title.size()));
      section.span = s.label.empty() ? title : Span{body_.begin_byte(s.label.begin), title.end};
      document_.sections.push_back(std::move(section));
    }
  }

  void add_items(const Roles& roles) {
    for (std::uint32_t i = 0; i < outline_.items.size(); ++i) {
      Item item;
      item.section = outline_.items[i].section;
      item.label = label_text(utf8_, body_, outline_.items[i].label);
      item.span = span_of(body_, outline_.items[i].heading);
      const ItemParts& parts = roles.parts[i];
      if (parts.target) item.target_span = span_of(body_, *parts.target);
      if (parts.progress) item.progress_span = span_of(body_, *parts.progress);
      for (const auto& part : {item.target_span, item.progress_span}) {
        if (part) item.span.end = std::max(item.span.end, part->end);
      }
      document_.items.push_back(std::move(item));
    }
  }

  void add_records(std::uint32_t index, std::span<Quantity> quantities, std::span<const RoleDecision> decisions) {
    const Stretch& stretch = outline_.stretches[index];
    if (!quantities.empty()) read_indicators(stretch, quantities);
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      Quantity& quantity = quantities[q];
      count_sentences(stretch.range, quantity.range.begin);
      found_.stretches.push_back(index);
      found_.decisions.push_back(decisions[q]);
      Record& record = document_.records.emplace_back();
      record.item = stretch.item;
      record.role = decisions[q].role;
      record.bound = quantity.bound;
      record.value = quantity.value;
      record.high = quantity.high;
      record.unit = quantity.unit;
      record.indicator = std::move(indicators_[q].text);
      record.span = span_of(body_, quantity.range);
      record.reason = {decisions[q].rule, span_of(body_, decisions[q].cue), decisions[q].inherited};
      if (stretch.item && in_name(quantity.range, outline_.items[*stretch.item].heading)) promised_ = &record;
      add_statement(stretch, std::move(quantity), record, indicators_[q].run);
    }
    ++sentence_;
    counted_ = 0;
  }

  static bool in_name(Range quantity, Range name) noexcept {
    return quantity.begin >= name.begin && quantity.end <= name.end;
  }

  void count_sentences(Range paragraph, std::uint32_t to) {
    for (std::uint32_t at = std::max(counted_, paragraph.begin); (at = words_.sentence_ends.next(at, to)) < to; ++at)
      ++sentence_;
    counted_ = to;
  }

  // Pairs are made inside an item; outside the items among what stands in the same section, or before the first one.
  void add_statement(const Stretch& stretch, Quantity&& quantity, const Record& record, Range indicator) {
    const auto items = static_cast<std::uint32_t>(outline_.items.size());
    std::uint32_t group =
        stretch.item ? outline_.items[*stretch.item].block : items + (stretch.section ? *stretch.section + 1 : 0);
    if (stretch.cell) group = stretch.cell->group;
    Statement& statement = found_.statements.emplace_back();
    statement.clause = clause_of(words_, stretch.range, quantity.range);
    statement.quantity = std::move(quantity);
    statement.role = record.role;
    if (!indicator.empty())
      statement.indicator = body_.view(indicator.begin, indicator.end);
    else if (record.role != Role::context)
      statement.indicator = keep_folded(record.indicator);
    statement.group = group;
    statement.sentence = sentence_;
    if (stretch.cell) statement.column = static_cast<std::uint32_t>(&stretch - outline_.stretches.data()) + 1;
  }

  // Precondition: at most longest_indicator characters.
  std::u16string_view keep_folded(std::string_view words) {
    std::u16string& kept = found_.indicators;
    const std::size_t begin = kept.size();
    append_folded(kept, words);
    return std::u16string_view(kept).substr(begin);
  }

  const std::string_view utf8_;
  const Page& page_;
  const Chars& body_;
  const Outline& outline_;
  const BodyWords& words_;
  const Lexicon::Impl& lexicon_;
  IndicatorFinder finder_;
  std::vector<Indicator> indicators_;  // of the present stretch's quantities
  Document document_;
  Findings& found_;
  // What the last name promises in words (新增320张养老床位), for the figures of its row. Records are reserved, so it
  // stays where it is.
  const Record* promised_ = nullptr;
  std::uint32_t sentence_ = 0;
  std::uint32_t counted_ = 0;
};

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
}

void limit_diagnostics(std::vector<Diagnostic>& diagnostics, std::size_t most) {
  if (diagnostics.size() <= most) return;
  diagnostics.resize(most);
  if (most > 0) diagnostics.back().code = DiagnosticCode::text_truncated;
}

}  // namespace

Document build_document(Text text, const Lexicon::Impl& lexicon, std::size_t max_diagnostics, Findings* findings) {
  std::vector<Diagnostic> diagnostics = std::move(text.diagnostics);
  Findings found;
  found.page = read_page(text, lexicon, diagnostics);
  found.outline = read_outline(found.page, lexicon);
  const BodyWords words(found.page.body, lexicon);
  Document document = DocumentBuilder(text, found, words).build(diagnostics);
  document.body = body_text(found.page, text.utf8);
  sort_diagnostics(diagnostics);
  set_confidence(document, found, diagnostics, lexicon);
  set_completion(document, found, words, diagnostics);
  sort_diagnostics(diagnostics);
  if (findings != nullptr) *findings = std::move(found);
  limit_diagnostics(diagnostics, max_diagnostics);
  document.diagnostics = std::move(diagnostics);
  document.encoding = std::move(text.encoding);
  DocumentAccess::set_text(document, std::move(text.utf8));
  DocumentAccess::set_anchors(document, std::move(text.anchors));
  return document;
}

}  // namespace gongbao
