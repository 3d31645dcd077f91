#include "outline/outline.h"

#include <algorithm>

#include "outline/plan.h"
#include "outline/table_rows.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

constexpr Ordinal no_ordinal{Scheme::bullet, 0, 0, 0, 0, false};  // of an item that opens without one

class OutlineBuilder {
 public:
  OutlineBuilder(const Page& page, const Lexicon::Impl& lexicon)
      : page_(page), lexicon_(lexicon), openings_(read_openings(page, lexicon)), plan_(make_plan(page, openings_)) {
    outline_.layout = plan_.digest ? Layout::digest : Layout::items;
    outline_.stretches.reserve(page.blocks.size());
    outline_.items.reserve(page.blocks.size());
  }

  Outline build() {
    for (std::size_t b = 0; b < page_.blocks.size(); ++b) {
      const Block& block = page_.blocks[b];
      if (block.kind == Block::Kind::table) {
        add_table(block.index);
      } else {
        add_paragraph(block.index);
      }
      last_paragraph_.reset();
      if (block.kind == Block::Kind::paragraph) last_paragraph_ = page_.paragraphs[block.index].range;
    }
    release_closing();
    drop_empty_items();
    return std::move(outline_);
  }

 private:
  void add_table(std::uint32_t table) {
    TableContext context;
    context.caption = last_paragraph_.value_or(Range{});
    context.section = section_;
    context.section_title = section_ ? outline_.sections[*section_].title : Range{};
    context.sections_in_rows = !plan_.section && !plan_.bare_sections;
    add_table_rows(page_, page_.tables[table], context, lexicon_, outline_);
    item_.reset();
  }

  void add_paragraph(std::uint32_t index) {
    const Range range = page_.paragraphs[index].range;
    const Opening& opening = openings_[index];
    if (opening.annex) {
      section_.reset();
      item_.reset();
    }
    if (plan_.form && (opening.serial || opening.name)) {
      add_form_field(range, opening);
      return;
    }
    if (opening.marks_field()) {
      add_stretches({range.begin + static_cast<std::uint32_t>(opening.ordinal->words), range.end}, false);
      return;
    }
    if (opening.ordinal && plan_.section == opening.ordinal->scheme) {
      open_section(range, *opening.ordinal);
    } else if (is_bare_heading(index)) {
      add_section({}, range);
    } else if (opening.ordinal && (plan_.item == opening.ordinal->scheme || plan_.also == opening.ordinal->scheme)) {
      open_item(range, *opening.ordinal, opening.heading);
    } else if (plan_.field_headings && heads_fields(openings_, index)) {
      open_item(range, no_ordinal, true);
    } else if (opening.ordinal && is_between(*opening.ordinal) && opening.heading) {
      item_.reset();  // a bare level between section and item
    } else if (plan_.digest && opening.report && opening.figure && !opening.note) {
      open_item(range, no_ordinal, false);
    } else {
      const bool listed = opening.ordinal && opening.ordinal->scheme == Scheme::arabic;  // in an item: 1、…；2、…
      add_stretches({range.begin + (listed ? static_cast<std::uint32_t>(opening.ordinal->words) : 0), range.end},
                    false);
      if (opening.alone && !outline_.stretches.empty()) outline_.stretches.back().label = opening.alone;
    }
  }

  // 序号：1 belongs to the name that follows; every name opens an item.
  void add_form_field(Range range, const Opening& opening) {
    if (opening.serial) {
      serial_ = after_marker(range);
      item_.reset();
      return;
    }
    open_item(range, no_ordinal, true);
    outline_.items.back().label = serial_;
    serial_ = {};
  }

  bool is_between(const Ordinal& ordinal) const noexcept {
    return plan_.section && plan_.item && ordinal.scheme != Scheme::circled && ordinal.scheme != Scheme::arabic_paren &&
           ordinal.scheme != Scheme::arabic;
  }

  bool is_bare_heading(std::uint32_t index) const {
    if (!plan_.bare_sections || index + 1 >= openings_.size()) return false;
    if (!openings_[index].bare_heading()) return false;
    const Opening& next = openings_[index + 1];
    return plan_.item ? next.ordinal && next.ordinal->scheme == *plan_.item : next.report;
  }

  Range trim(Range range) const noexcept {
    while (range.begin < range.end && is_blank(page_.body[range.begin])) ++range.begin;
    while (range.begin < range.end && is_blank(page_.body[range.end - 1])) --range.end;
    return range;
  }

  void add_section(Range label, Range title) {
    section_ = static_cast<std::uint32_t>(outline_.sections.size());
    outline_.sections.push_back({label, trim(title)});
    item_.reset();
  }

  // A heading on a line of its own, or one that runs on into text after its first stop.
  void open_section(Range range, const Ordinal& ordinal) {
    const auto at = [&](std::size_t i) { return range.begin + static_cast<std::uint32_t>(i); };
    if (ordinal.scheme == Scheme::lens) {
      add_section({}, {range.begin + 1, range.end - 1});
      return;
    }
    std::uint32_t end = at(ordinal.words);
    while (end < range.end && !mark::ends_sentence(page_.body[end])) ++end;
    const Range label = {at(ordinal.begin), at(ordinal.end)};
    const bool colon = end == range.end && page_.body[end - 1] == u':';
    add_section(label, {at(ordinal.words), colon ? end - 1 : end});
    if (end + 1 < range.end) add_stretches({end + 1, range.end}, false);
  }

  void open_item(Range range, const Ordinal& ordinal, bool heading) {
    add_item(range, ordinal);
    add_stretches({range.begin + static_cast<std::uint32_t>(ordinal.words), range.end}, heading);
  }

  // The words up to the first stop. Empty where a line holds only a label; the next paragraph then has the words.
  Range first_words(Range range) const {
    const Range words = after_marker(range);
    std::uint32_t end = words.begin;
    while (end < words.end && !mark::ends_sentence(page_.body[end])) ++end;
    return {words.begin, end};
  }

  void add_item(Range range, const Ordinal& ordinal) {
    const auto at = [&](std::size_t i) { return range.begin + static_cast<std::uint32_t>(i); };
    OutlineItem item;
    item.section = section_;
    item.label = {at(ordinal.begin), at(ordinal.end)};
    item.heading = first_words({at(ordinal.words), range.end});
    item_ = static_cast<std::uint32_t>(outline_.items.size());
    item.block = *item_;
    outline_.items.push_back(item);
  }

  // An item's own words begin after a field marker that follows its label at once: 1、目标任务：…
  Range after_marker(Range words) const {
    const auto label = lexicon_.labels.longest(page_.body.view(words.begin, words.end));
    if (label && page_.body.at(words.begin + label.length) == u':' && words.begin + label.length < words.end)
      words.begin += label.length + 1;
    return trim(words);
  }

  // Adds a paragraph's text. Items may open inside it: 其一，…。其二，…
  void add_stretches(Range range, bool heading) {
    std::uint32_t begin = range.begin;
    if (plan_.item == Scheme::prefix && item_) {
      const std::uint32_t block = outline_.items.back().block;
      for (std::uint32_t at = range.begin + 1; at < range.end; ++at) {
        if (!mark::ends_sentence(page_.body[at - 1])) continue;
        const auto ordinal = read_ordinal(page_.body.view(at, range.end), lexicon_);
        if (!ordinal || ordinal->scheme != Scheme::prefix) continue;
        add_stretch({begin, at}, heading);
        add_item({at, range.end}, *ordinal);
        outline_.items.back().block = block;
        begin = at + static_cast<std::uint32_t>(ordinal->words);
      }
    }
    add_stretch({begin, range.end}, heading);
  }

  void add_stretch(Range range, bool heading) {
    range = trim(range);
    if (range.empty()) return;
    if (item_ && outline_.items[*item_].heading.empty()) outline_.items[*item_].heading = first_words(range);
    outline_.stretches.push_back({range, section_, item_, heading, std::nullopt, std::nullopt});
  }

  // An ordinal with nothing behind it is no item: its (blank) text belongs to none.
  void drop_empty_items() {
    const auto is_empty = [](const OutlineItem& item) { return item.heading.empty(); };
    if (std::none_of(outline_.items.begin(), outline_.items.end(), is_empty)) return;
    std::vector<std::optional<std::uint32_t>> kept(outline_.items.size());
    std::vector<OutlineItem> items;
    for (std::size_t i = 0; i < outline_.items.size(); ++i) {
      OutlineItem item = outline_.items[i];
      if (is_empty(item)) continue;
      kept[i] = static_cast<std::uint32_t>(items.size());
      item.block = kept[item.block].value_or(*kept[i]);
      items.push_back(item);
    }
    outline_.items = std::move(items);
    for (Stretch& stretch : outline_.stretches) {
      if (stretch.item) stretch.item = kept[*stretch.item];
    }
  }

  // Paragraphs after the last item that are none of its parts: it has more of them than any other item.
  void release_closing() {
    if (plan_.digest || outline_.items.size() < 2) return;
    std::vector<std::size_t> unlabelled(outline_.items.size(), 0);
    for (const Stretch& s : outline_.stretches) {
      if (s.item && !is_labelled(s.range)) ++unlabelled[*s.item];
    }
    const std::size_t most = *std::max_element(unlabelled.begin(), unlabelled.end() - 1);
    const auto last = static_cast<std::uint32_t>(outline_.items.size() - 1);
    std::size_t seen = 0;
    bool released = false;
    for (Stretch& s : outline_.stretches) {
      if (s.item != last) continue;
      released = released || (!is_labelled(s.range) && ++seen > std::max<std::size_t>(most, 1));
      if (released) s.item.reset();
    }
  }

  bool is_labelled(Range range) const {
    const std::u16string_view text = page_.body.view(range.begin, range.end);
    const std::size_t begin = text.front() == mark::open_lens ? 1 : 0;
    const auto label = lexicon_.labels.longest(text.substr(begin));
    if (!label) return false;
    const char16_t next = begin + label.length < text.size() ? text[begin + label.length] : u':';
    return next == u':' || next == u' ' || next == mark::close_lens;
  }

  const Page& page_;
  const Lexicon::Impl& lexicon_;
  std::vector<Opening> openings_;
  Plan plan_;
  Outline outline_;
  std::optional<std::uint32_t> section_;
  std::optional<std::uint32_t> item_;
  std::optional<Range> last_paragraph_;
  Range serial_;  // in a form, the number of the work that is named next
};

}  // namespace

Outline read_outline(const Page& page, const Lexicon::Impl& lexicon) { return OutlineBuilder(page, lexicon).build(); }

}  // namespace gongbao
