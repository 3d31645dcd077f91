#include "html/limits.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "html/tags.h"

namespace gongbao {
namespace {

constexpr std::size_t deepest = 256;                       // open elements; browsers stop at 200 to 512
constexpr std::size_t most_formats = 48;                   // of them such as <b>, which a parser opens again
constexpr std::size_t most_pieces = std::size_t{1} << 20;  // tags and attributes of one page
constexpr std::size_t most_attributes = 256;               // of one tag
constexpr std::size_t most_repairs = 1000;                 // elements moved out of tables, overlapping <b>

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

struct Tag {
  GumboTag name = GUMBO_TAG_UNKNOWN;
  bool closes = false;
  bool empty = false;  // <br/>
  std::size_t begin = 0;
  std::size_t end = 0;  // behind the '>'
  std::size_t attributes = 0;
};

// Keeps the list of open elements about as a parser does, and never shorter.
class Limiter {
 public:
  explicit Limiter(std::string_view html) : html_(html) {}

  LimitedHtml run() {
    std::size_t at = 0;
    while (at < html_.size()) {
      const std::size_t begin = std::min(html_.find('<', at), html_.size());
      see_text(at, begin);
      if (begin + 1 >= html_.size()) break;
      at = read(begin);
      if (pieces_ <= most_pieces) continue;
      result_.cut = true;
      change().resize(at);
      break;
    }
    return std::move(result_);
  }

 private:
  // Reads what begins with the '<' at `begin`; returns where it ends.
  std::size_t read(std::size_t begin) {
    const char next = html_[begin + 1];
    if (next == '!' || next == '?') return end_of_comment(begin);
    const bool closes = next == '/';
    const std::size_t name = begin + (closes ? 2 : 1);
    if (name >= html_.size() || !is_letter(html_[name])) return begin + 1;
    const Tag tag = read_tag(begin, name, closes);
    pieces_ += 1 + tag.attributes;
    if (tag.attributes > most_attributes) {
      blank(tag);
    } else if (closes) {
      close(tag);
    } else {
      open(tag);
      if (is_raw_text(tag.name) && !in_foreign_rules()) return end_of_raw_text(tag);
    }
    return tag.end;
  }

  std::size_t end_of_comment(std::size_t begin) const {
    if (html_.substr(begin, 4) != "<!--") return behind(html_.find('>', begin));
    if (html_.substr(begin + 4, 1) == ">" || html_.substr(begin + 4, 2) == "->") return behind(html_.find('>', begin));
    const std::size_t end = html_.find("--", begin + 4);
    for (std::size_t at = end; at != html_.npos; at = html_.find("--", at + 1)) {
      std::size_t close = at + 2;
      if (close < html_.size() && html_[close] == '!') ++close;
      if (close < html_.size() && html_[close] == '>') return close + 1;
    }
    return html_.size();
  }

  std::size_t behind(std::size_t at) const { return at == html_.npos ? html_.size() : at + 1; }

  Tag read_tag(std::size_t begin, std::size_t name, bool closes) const {
    Tag tag;
    tag.begin = begin;
    tag.closes = closes;
    std::size_t at = name;
    while (at < html_.size() && !is_space(html_[at]) && html_[at] != '/' && html_[at] != '>') ++at;
    tag.name = gumbo_tagn_enum(html_.data() + name, static_cast<unsigned>(at - name));
    while (at < html_.size() && html_[at] != '>') {
      if (is_space(html_[at]) || html_[at] == '/') {
        tag.empty = html_[at] == '/';
        ++at;
        continue;
      }
      tag.empty = false;
      ++tag.attributes;
      at = end_of_attribute(at);
    }
    tag.end = at < html_.size() ? at + 1 : at;
    return tag;
  }

  std::size_t end_of_attribute(std::size_t at) const {
    ++at;  // a name may begin with '='
    while (at < html_.size() && !is_space(html_[at]) && html_[at] != '/' && html_[at] != '>' && html_[at] != '=') ++at;
    std::size_t value = at;
    while (value < html_.size() && is_space(html_[value])) ++value;
    if (value >= html_.size() || html_[value] != '=') return at;
    do ++value;
    while (value < html_.size() && is_space(html_[value]));
    if (value >= html_.size()) return value;
    const char quote = html_[value];
    if (quote == '"' || quote == '\'') return behind(html_.find(quote, value + 1));
    while (value < html_.size() && !is_space(html_[value]) && html_[value] != '>') ++value;
    return value;
  }

  // Behind the text of <script> and the like, which holds no tags; its own end tag is read next.
  std::size_t end_of_raw_text(const Tag& tag) {
    const std::string_view name = gumbo_normalized_tagname(tag.name);
    for (std::size_t at = html_.find("</", tag.end); at != html_.npos; at = html_.find("</", at + 1)) {
      const std::string_view found = html_.substr(at + 2, name.size());
      if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                     [](char a, char b) { return (a | 0x20) == b; }))
        return at;
    }
    return html_.size();
  }

  // Inside <svg> and <select> other rules hold for raw text.
  bool in_foreign_rules() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](GumboTag t) { return t == GUMBO_TAG_SVG || t == GUMBO_TAG_MATH || t == GUMBO_TAG_SELECT; });
  }

  bool between_cells() const { return !open_.empty() && is_table_part(open_.back()); }

  void see_text(std::size_t begin, std::size_t end) {
    if (!between_cells()) return;
    const std::string_view text = html_.substr(begin, end - begin);
    if (std::all_of(text.begin(), text.end(), is_space)) return;
    if (++repairs_ > most_repairs) std::fill_n(change().begin() + static_cast<std::ptrdiff_t>(begin), text.size(), ' ');
  }

  void open(const Tag& tag) {
    if (between_cells() && tag.name == GUMBO_TAG_TABLE) close_to(GUMBO_TAG_TABLE);
    close_implied(tag.name);
    if (between_cells() && !belongs_between_cells(tag.name) && ++repairs_ > most_repairs) return blank(tag);
    if (is_void(tag.name) || (tag.empty && tag.name == GUMBO_TAG_UNKNOWN)) return;
    const bool format = is_format(tag.name);
    if (open_.size() >= deepest || (format && formats_ >= most_formats)) {
      ++left_out_[tag.name];
      return blank(tag);
    }
    open_.push_back(tag.name);
    formats_ += format ? 1 : 0;
  }

  // The elements that a start tag closes.
  void close_implied(GumboTag name) {
    if (closes_paragraph(name)) close_to(GUMBO_TAG_P);
    switch (name) {
      case GUMBO_TAG_A: close_to(name); break;
      case GUMBO_TAG_LI: close_list_item(name, name); break;
      case GUMBO_TAG_DT:
      case GUMBO_TAG_DD: close_list_item(GUMBO_TAG_DT, GUMBO_TAG_DD); break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        close_to(GUMBO_TAG_TD);
        close_to(GUMBO_TAG_TH);
        break;
      case GUMBO_TAG_TR:
      case GUMBO_TAG_TBODY:
      case GUMBO_TAG_THEAD:
      case GUMBO_TAG_TFOOT:
        close_to(GUMBO_TAG_TR);
        if (name == GUMBO_TAG_TR) break;
        for (const GumboTag part : {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT}) close_to(part);
        break;
      case GUMBO_TAG_OPTION:
        if (!open_.empty() && open_.back() == name) open_.pop_back();
        break;
      default: break;
    }
  }

  // The item before this one, unless another list has been opened in it.
  void close_list_item(GumboTag name, GumboTag other) {
    static constexpr TagSet passed = {GUMBO_TAG_ADDRESS, GUMBO_TAG_DIV, GUMBO_TAG_P};
    for (std::size_t at = open_.size(); at > 0; --at) {
      const GumboTag tag = open_[at - 1];
      if (tag == name || tag == other) return erase_from(at - 1);
      if (is_special(tag) && !passed.has(tag)) return;
    }
  }

  void close(const Tag& tag) {
    if (left_out_[tag.name] > 0) {
      --left_out_[tag.name];
      return blank(tag);
    }
    close_to(tag.name);
    // An element that overlaps another one (<b><p></b></p>) is taken apart by the parser.
    if (overlaps_ && ++repairs_ > most_repairs) blank(tag);
    overlaps_ = false;
  }

  void close_to(GumboTag name) {
    std::size_t at = open_.size();
    while (at > 0 && open_[at - 1] != name) {
      const GumboTag between = open_[--at];
      if (is_format(name) || !is_special(name)) {
        if (!is_special(between)) continue;
        overlaps_ = is_format(name) && std::find(open_.begin(), open_.end(), name) != open_.end();
        return;
      }
      if (is_table_part(name) || is_cell(name) ? between == GUMBO_TAG_TABLE : bounds_scope(between)) return;
    }
    if (at > 0) erase_from(at - 1);
  }

  // Formats that are still open outside the innermost cell are opened again behind the element.
  void erase_from(std::size_t at) {
    std::size_t kept = at;
    bool inside = is_format(open_[at]);  // the closed element itself goes
    if (inside) --formats_;
    bool in_cell = bounds_scope(open_[at]);
    for (std::size_t i = at + 1; i < open_.size(); ++i) {
      in_cell = in_cell || bounds_scope(open_[i]);
      if (!is_format(open_[i])) continue;
      if (in_cell) {
        --formats_;
      } else {
        open_[kept++] = open_[i];
        ++pieces_;
      }
    }
    open_.resize(kept);
  }

  std::string& change() {
    if (!result_.changed) result_.changed.emplace(html_);
    return *result_.changed;
  }

  void blank(const Tag& tag) {
    const auto begin = change().begin() + static_cast<std::ptrdiff_t>(tag.begin);
    std::fill(begin, begin + static_cast<std::ptrdiff_t>(tag.end - tag.begin), ' ');
    constexpr std::string_view line_end = "<br>";
    if (is_block(tag.name) && tag.end - tag.begin >= line_end.size())
      std::copy(line_end.begin(), line_end.end(), begin);
  }

  const std::string_view html_;
  LimitedHtml result_;
  std::vector<GumboTag> open_;
  std::array<std::uint32_t, GUMBO_TAG_LAST + 1> left_out_{};  // start tags, whose end tags are to be left out too
  std::size_t formats_ = 0;
  std::size_t repairs_ = 0;
  std::size_t pieces_ = 0;
  bool overlaps_ = false;
};

}  // namespace

LimitedHtml limit_html(std::string_view html) { return Limiter(html).run(); }

}  // namespace gongbao
