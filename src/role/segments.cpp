#include "role/segments.h"

#include <algorithm>

#include "page/dates.h"
#include "text/fold.h"
#include "text/marks.h"

namespace gongbao {
namespace {

struct FoundLabel {
  Field field = Field::target;
  Range words;
  std::uint32_t begin = 0;  // with the mark before it
  std::uint32_t end = 0;    // after the mark that follows it
};

bool may_precede_label(char16_t c) noexcept {
  return mark::ends_sentence(c) || is_blank(c) || c == u')' || c == mark::close_lens || c == u',' || c == u':';
}

// 5月份：, 1-5月：, 9月底: a stretch of the year names what was done in it.
std::optional<FoundLabel> month_label_at(const Chars& body, Range paragraph, std::uint32_t at) {
  constexpr std::uint32_t longest = 8;
  bool month = false;
  for (std::uint32_t end = at; end < paragraph.end && end - at < longest; ++end) {
    if (body[end] == u':')
      return month ? std::optional(FoundLabel{Field::progress, {at, end}, at, end + 1}) : std::nullopt;
    month = month || body[end] == mark::month;
    if (!is_digit(body[end]) && !is_han(body[end]) && body[end] != u'-' && body[end] != u'~') return std::nullopt;
  }
  return std::nullopt;
}

// A form's name of the work promises it; its serial number says nothing.
Field said_by(Field field) noexcept {
  if (field == Field::name) return Field::target;
  return field == Field::serial ? Field::agency : field;
}

bool may_begin_label(const Chars& body, Range paragraph, std::uint32_t at) noexcept {
  return at == paragraph.begin || may_precede_label(body[at - 1]) || body[at] == mark::open_lens;
}

// A field label at `at`, where one may begin: in 【】, or followed by a colon; at the start of a paragraph or after a
// blank also by a blank or the paragraph's end.
std::optional<FoundLabel> label_at(const Chars& body, Range paragraph, std::uint32_t at, const Lexicon::Impl& lexicon) {
  const bool start = at == paragraph.begin;
  const bool lens = body[at] == mark::open_lens || body[at] == u'[';
  const std::uint32_t begin = lens ? at + 1 : at;
  if (is_digit(body[at])) return month_label_at(body, paragraph, at);
  const auto label = lexicon.labels.longest(body.view(begin, paragraph.end));
  if (!label) return std::nullopt;
  if (label->field == Field::this_year || label->field == Field::last_year) return std::nullopt;
  const std::uint32_t end = begin + label.length;
  const char16_t next = end < paragraph.end ? body[end] : u' ';
  const bool blank_suffices = start || is_blank(body[at - 1]);
  const bool closed =
      lens ? (next == mark::close_lens || next == u']') : next == u':' || (blank_suffices && is_blank(next));
  if (!closed) return std::nullopt;
  return FoundLabel{said_by(label->field), {begin, end}, at, end < paragraph.end ? end + 1 : end};
}

// A sentence that opens with a year, or 去年 and 今年: 2021年，…
struct YearLead {
  int year = 0;  // 0: none; this_year and last_year stand for the words
  std::uint32_t end = 0;
};
constexpr int this_year = 10'000;
constexpr int last_year = this_year - 1;

YearLead year_lead(const Chars& body, Range sentence, const Lexicon::Impl& lexicon) {
  const std::u16string_view text = body.view(sentence.begin, sentence.end);
  YearLead lead;
  if (const FoundYear found = year_at(text, 0); found.year != 0) {
    lead = {found.year, sentence.begin + static_cast<std::uint32_t>(found.end)};
  } else if (const auto word = lexicon.labels.longest(text)) {
    if (word->field == Field::this_year) lead = {this_year, sentence.begin + word.length};
    if (word->field == Field::last_year) lead = {last_year, sentence.begin + word.length};
  }
  return lead.end < sentence.end && body[lead.end] == u',' ? lead : YearLead{};
}

// The years a report of several years tells of: what was done in the earlier ones, what is planned for the last.
struct YearsTold {
  int first = 0;
  int last = 0;
  int named = 0;  // the latest that is printed as a number: 今年 means it
  int resolve(int year) const noexcept { return named != 0 && year >= last_year ? named - (this_year - year) : year; }
  bool several() const noexcept { return first != 0 && first != last; }
};

YearsTold years_told(const Page& page, const Outline& outline, const Lexicon::Impl& lexicon) {
  YearsTold years;
  std::vector<int> told;
  for (const Stretch& stretch : outline.stretches) {
    const int year = year_lead(page.body, stretch.range, lexicon).year;
    if (year != 0 && stretch.item) told.push_back(year);
    if (year < last_year) years.named = std::max(years.named, year);
  }
  for (const int year : told) {
    years.first = years.first == 0 ? years.resolve(year) : std::min(years.first, years.resolve(year));
    years.last = std::max(years.last, years.resolve(year));
  }
  return years;
}

class Splitter {
 public:
  Splitter(const BodyWords& words, YearsTold years, bool items, const Lexicon::Impl& lexicon, std::vector<Segment>& out)
      : body_(words.body), words_(words), years_(years), items_(items), lexicon_(lexicon), out_(out) {}

  void split(const Stretch& stretch, std::uint32_t index, std::span<const Quantity> quantities) {
    const Range paragraph = stretch.range;
    stretch_ = index;
    next_ = 0;
    // A label on a line of its own names what follows in the item, down to the next one.
    const bool carried = label_alone_ && stretch.item == item_;
    if (!carried) set_label({}, {});
    label_alone_ = carried && stretch.item;
    item_ = stretch.item;
    in_text_ = stretch.item && !stretch.cell && items_;
    if (stretch.label) {
      set_label(said_by(*stretch.label), paragraph);
      label_alone_ = true;
      return;
    }
    std::uint32_t stop = words_.sentence_ends.next(paragraph.begin, paragraph.end);
    for (std::uint32_t begin = paragraph.begin; begin < paragraph.end;) {
      read_year(paragraph, begin);
      if (stop < begin) stop = words_.sentence_ends.next(begin, paragraph.end);
      if (const auto label = find_label(paragraph, {begin, stop})) {
        close({begin, label->begin}, quantities);
        set_label(label->field, label->words);
        label_alone_ = false;
        begin = label->end;
      } else {
        const std::uint32_t end = std::min(stop + 1, paragraph.end);
        close_sentence({begin, end}, quantities);
        begin = end;
      }
    }
  }

  // An item that is one long sentence changes from promise to report at a comma: takes its clauses apart.
  void split_clauses(std::size_t from, std::span<const Quantity> quantities) {
    const auto told = std::count_if(out_.begin() + static_cast<std::ptrdiff_t>(from), out_.end(),
                                    [](const Segment& s) { return s.first < s.last; });
    if (told != 1) return;
    const auto whole = std::find_if(out_.begin() + static_cast<std::ptrdiff_t>(from), out_.end(),
                                    [](const Segment& s) { return s.first < s.last; });
    const Segment sentence = *whole;
    if (sentence.field || sentence.last - sentence.first < fewest_in_run_on) return;
    const std::vector<Segment> after(whole + 1, out_.end());
    out_.erase(whole, out_.end());
    next_ = sentence.first;
    int brackets = 0;
    std::uint32_t begin = sentence.range.begin;
    for (std::uint32_t at = begin; at < sentence.range.end; ++at) {
      const char16_t c = body_[at];
      brackets += c == u'(' ? 1 : c == u')' && brackets > 0 ? -1 : 0;
      if (c != u',' || brackets > 0 || !ends_clause(body_, at)) continue;
      close({begin, at + 1}, quantities);
      begin = at + 1;
    }
    close({begin, sentence.range.end}, quantities);
    out_.insert(out_.end(), after.begin(), after.end());
  }

 private:
  static constexpr std::uint32_t fewest_in_run_on = 3;
  static constexpr std::uint32_t most_between = 20;  // figures between a promise and its answer in one sentence
  static constexpr std::uint32_t longest_clause = 160;

  void set_label(std::optional<Field> field, Range words) {
    field_ = field;
    label_ = words;
  }

  void read_year(Range paragraph, std::uint32_t at) {
    if (!years_.several()) return;
    const YearLead lead = year_lead(body_, {at, paragraph.end}, lexicon_);
    if (lead.year != 0)
      set_label(years_.resolve(lead.year) == years_.last ? Field::target : Field::progress, {at, lead.end});
  }

  // The first label in a sentence of the paragraph: at its begin, or at a mark or behind one. Where no mark stands in
  // it that may close a label, one is closed by the paragraph's end, and stands alone in it or behind a blank.
  std::optional<FoundLabel> find_label(Range paragraph, Range sentence) const {
    const bool closes = has_label_mark(sentence);
    const bool opens = sentence.begin == paragraph.begin || is_blank(body_[sentence.begin - 1]);
    if (!closes && !opens) return std::nullopt;
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      if (may_begin_label(body_, paragraph, at)) {
        if (const auto label = label_at(body_, paragraph, at, lexicon_)) return label;
      }
      if (!closes) break;
      at = words_.signs.has(at) ? at + 1 : words_.signs.next(at, sentence.end);
    }
    return std::nullopt;
  }

  bool has_label_mark(Range sentence) const noexcept {
    for (std::uint32_t at = sentence.begin; (at = words_.signs.next(at, sentence.end)) < sentence.end; ++at) {
      const char16_t c = body_[at];
      if (c == u':' || is_blank(c) || c == mark::close_lens || c == u']') return true;
    }
    return false;
  }

  // 更新公交车50辆，到位50辆。 promises and reports in one sentence: it is taken apart at the comma.
  void close_sentence(Range range, std::span<const Quantity> quantities) {
    const std::uint32_t answer = in_text_ && !field_ ? find_answer(range, quantities) : range.end;
    close({range.begin, answer}, quantities);
    close({answer, range.end}, quantities);
    if (answer < range.end) out_.back().answers = true;
  }

  // The first clause with a word of report and a figure in the unit of one before it of which nothing is reported, or
  // the sentence's end.
  std::uint32_t find_answer(Range sentence, std::span<const Quantity> quantities) const {
    for (std::uint32_t q = next_ + 1; q < quantities.size() && quantities[q].range.begin < sentence.end; ++q) {
      if (quantities[q].dimension == Dimension::share) continue;
      const std::uint32_t clause = clause_begin(sentence.begin, quantities[q]);
      const bool answers = clause > sentence.begin && body_[clause - 1] == u',' &&
                           clause >= quantities[q - 1].range.end && reports(clause, quantities[q].range.begin);
      if (!answers) continue;
      const std::uint32_t first = q - std::min(q - next_, most_between);
      const bool asked = std::any_of(quantities.begin() + first, quantities.begin() + q, [&](const Quantity& earlier) {
        return earlier.unit == quantities[q].unit &&
               !reports(clause_begin(sentence.begin, earlier), earlier.range.begin);
      });
      if (asked) return clause;
    }
    return sentence.end;
  }

  std::uint32_t clause_begin(std::uint32_t first, const Quantity& quantity) const {
    const std::uint32_t end = quantity.range.begin;
    const std::uint32_t begin = words_.clause_ends.behind_last(end - std::min(end - first, longest_clause), end);
    for (std::uint32_t at = end; (at = words_.clause_borders.behind_last(begin, at)) > begin; --at) {
      if (body_[at - 1] == u'(') return at;
    }
    return begin;
  }

  bool reports(std::uint32_t begin, std::uint32_t end) const {
    for (auto cue = words_.cues.next(begin, end); cue; cue = words_.cues.next(cue.end(), end)) {
      const bool weighs = cue->reach == CueReach::clause || cue->reach == CueReach::sentence;
      if (!weighs || cue->role != Role::achievement) continue;
      if (!lexicon_.periods.longest(body_.view(cue.at, end))) return true;  // 一季度700人
    }
    return false;
  }

  void close(Range range, std::span<const Quantity> quantities) {
    if (range.empty()) return;
    const std::uint32_t first = next_;
    while (next_ < quantities.size() && quantities[next_].range.begin < range.end) ++next_;
    out_.push_back({range, stretch_, field_, label_, first, next_});
  }

  const Chars& body_;
  const BodyWords& words_;
  const YearsTold years_;
  const bool items_;  // the document's items change from promise to report
  const Lexicon::Impl& lexicon_;
  std::vector<Segment>& out_;
  std::uint32_t stretch_ = 0;
  std::optional<std::uint32_t> item_;
  std::optional<Field> field_;
  Range label_;
  bool label_alone_ = false;
  bool in_text_ = false;  // of an item
  std::uint32_t next_ = 0;
};

}  // namespace

std::vector<Segment> split_segments(const Page& page, const Outline& outline, const QuantityLists& quantities,
                                    const BodyWords& words, const Lexicon::Impl& lexicon) {
  std::vector<Segment> segments;
  segments.reserve(outline.stretches.size() * 2);
  Splitter splitter(words, years_told(page, outline, lexicon), outline.layout == Layout::items, lexicon, segments);
  const std::vector<Stretch>& all = outline.stretches;
  for (std::uint32_t s = 0; s < all.size(); ++s) {
    const std::size_t from = segments.size();
    splitter.split(all[s], s, quantities[s]);
    const bool alone = all[s].item && !all[s].cell && (s == 0 || all[s - 1].item != all[s].item) &&
                       (s + 1 == all.size() || all[s + 1].item != all[s].item);
    if (alone && outline.layout == Layout::items) splitter.split_clauses(from, quantities[s]);
  }
  return segments;
}

}  // namespace gongbao
