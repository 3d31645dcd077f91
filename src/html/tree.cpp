#include "html/tree.h"

#include <algorithm>
#include <optional>

#include "html/limits.h"
#include "html/style.h"
#include "html/tags.h"

namespace gongbao {
namespace {

constexpr std::uint32_t white = 0xFFFFFF;
constexpr std::size_t longest_mark = 40;    // bytes of a name that may be a known one
constexpr std::size_t longest_title = 400;  // bytes of a title that is stated
constexpr std::uint32_t none = UINT32_MAX;

// What an element hands down to those inside it.
struct Inherited {
  bool linked = false;
  bool preformatted = false;
  bool in_colors = false;  // in a cell or a heading, whose background is often set by rules that are not looked at
  std::optional<std::uint32_t> color;
  std::optional<std::uint32_t> background;
  std::uint32_t table = none;

  // White on white, or any other color on itself.
  bool hides_text() const {
    if (!color) return false;
    return background ? *color == *background : *color == white && !in_colors;
  }
};

struct Frame {
  const GumboVector* children;
  unsigned next = 0;
  std::uint32_t node = none;  // of the tree, or none above it
  Inherited inherited;
};

const GumboVector& children_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

// As much of a title as any has, in whole characters.
std::string_view beginning(std::string_view title) {
  std::size_t length = std::min(title.size(), longest_title);
  while (length < title.size() && (static_cast<unsigned char>(title[length]) & 0xC0) == 0x80) --length;
  return title.substr(0, length);
}

// A name as html_marks.tsv has it: with its place, in small letters.
std::u16string mark_key(std::string_view place, std::string_view name) {
  std::string key(place);
  for (const char c : name) key += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return fold(key);
}

class TreeReader {
 public:
  TreeReader(HtmlTree& tree, const Lexicon::Impl& lexicon) : tree_(tree), marks_(lexicon.html_marks) {}

  void read(const GumboNode& document) {
    std::vector<Frame> open;
    open.push_back({&children_of(document), 0, none, {}});
    while (!open.empty()) {
      Frame& frame = open.back();
      if (frame.next == frame.children->length) {
        if (frame.node != none) tree_.nodes[frame.node].end = size();
        open.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(frame.children->data[frame.next++]);
      if (std::optional<Frame> inner = enter(child, frame)) open.push_back(*inner);
    }
    find_moved_texts();
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }

  std::optional<Frame> enter(const GumboNode& node, const Frame& above) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE: add_text(node, above); return std::nullopt;
      case GUMBO_NODE_COMMENT: see_comment(node, above); return std::nullopt;
      case GUMBO_NODE_ELEMENT: return enter_element(node, above);
      default: return std::nullopt;
    }
  }

  HtmlNode& add(const GumboNode& node, const Frame& above) {
    HtmlNode& added = tree_.nodes.emplace_back();
    added.gumbo = &node;
    added.parent = above.node == none ? 0 : above.node;
    added.end = size();
    added.linked = above.inherited.linked;
    added.preformatted = above.inherited.preformatted;
    return added;
  }

  void add_text(const GumboNode& node, const Frame& above) {
    if (above.node == none || above.inherited.hides_text()) return;
    const char* const begin = node.v.text.original_text.data;
    // The parser makes up a text of its own in one place (<isindex>).
    if (begin < tree_.html.data() || begin > tree_.html.data() + tree_.html.size()) return;
    add(node, above).text = true;
  }

  // <!--begin of the content-->: the element around it holds the article.
  void see_comment(const GumboNode& node, const Frame& above) {
    std::string_view words = node.v.text.text;
    if (above.node == none || words.size() > longest_mark) return;
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    if (known(mark_key("comment=", words)) == HtmlMark::article) tree_.nodes[above.node].article = true;
  }

  std::optional<Frame> enter_element(const GumboNode& node, const Frame& above) {
    const GumboElement& element = node.v.element;
    if (element.tag == GUMBO_TAG_META) read_meta(element);
    if (element.tag == GUMBO_TAG_TITLE) read_title(element);
    // The head's parts are looked at, but none of its text is shown.
    if (element.tag == GUMBO_TAG_HEAD) return Frame{&element.children, 0, none, {}};
    if (is_unseen(element.tag) || is_aside(element.tag)) return std::nullopt;
    Inherited inherited = above.inherited;
    bool article = false;
    bool block = is_block(element.tag);
    if (!read_attributes(element, inherited, article, block)) return std::nullopt;
    inherited.preformatted = inherited.preformatted || is_preformatted(element.tag);
    inherited.in_colors = inherited.in_colors || is_cell(element.tag) || is_heading(element.tag);
    const std::uint32_t index = size();
    HtmlNode& added = add(node, above);
    added.tag = element.tag;
    added.block = block;
    added.article = article;
    if (element.tag == GUMBO_TAG_TABLE) {
      if (inherited.table != none) tree_.nodes[inherited.table].nests = true;
      inherited.table = index;
    }
    return Frame{&element.children, 0, index, inherited};
  }

  // False where the element is not seen, or is no part of the page's text.
  bool read_attributes(const GumboElement& element, Inherited& inherited, bool& article, bool& block) const {
    if (element.tag == GUMBO_TAG_UNKNOWN) article = known(mark_key("tag=", tag_name(element))) == HtmlMark::article;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string_view name = attribute.name;
      const std::string_view value = attribute.value;
      if (name == "style") {
        const HtmlStyle style = read_style(value);
        if (style.hidden) return false;
        block = block || style.block;
        if (style.color) inherited.color = style.color;
        if (style.background) inherited.background = style.background;
      } else if (name == "class" || name == "id" || name == "itemprop") {
        const HtmlMark mark = known_among(std::string(name) + "=", value);
        if (mark == HtmlMark::clutter) return false;
        article = article || mark == HtmlMark::article;
      } else if (name == "hidden") {
        return false;
      } else if (name == "href" && element.tag == GUMBO_TAG_A) {
        inherited.linked = true;
      } else if (name == "color" && element.tag == GUMBO_TAG_FONT) {
        inherited.color = read_color(value);
      } else if (name == "bgcolor") {
        inherited.background = read_color(value);
      }
    }
    return true;
  }

  static std::string_view tag_name(const GumboElement& element) {
    GumboStringPiece name = element.original_tag;
    if (name.data == nullptr || name.length == 0) return {};
    gumbo_tag_from_original_text(&name);
    return {name.data, name.length};
  }

  HtmlMark known(const std::u16string& key) const {
    const HtmlMarkRow* const row = marks_.find(key);
    return row == nullptr ? HtmlMark::none : row->kind;
  }

  // The names of a class attribute, separated by blanks.
  HtmlMark known_among(std::string_view place, std::string_view names) const {
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\r\n"), names.size());
      if (end > 0 && end <= longest_mark) {
        const HtmlMark mark = known(mark_key(place, names.substr(0, end)));
        if (mark != HtmlMark::none) return mark;
      }
      names.remove_prefix(std::min(end + 1, names.size()));
    }
    return HtmlMark::none;
  }

  void read_meta(const GumboElement& element) {
    const GumboAttribute* name = gumbo_get_attribute(&element.attributes, "name");
    if (name == nullptr) name = gumbo_get_attribute(&element.attributes, "property");
    const GumboAttribute* const content = gumbo_get_attribute(&element.attributes, "content");
    if (name == nullptr || content == nullptr) return;
    const HtmlMark mark = known_among("meta=", name->value);
    if (mark == HtmlMark::title && tree_.meta_title.empty()) tree_.meta_title = beginning(content->value);
    if (mark == HtmlMark::published && tree_.meta_published.empty()) tree_.meta_published = content->value;
  }

  void read_title(const GumboElement& element) {
    if (!tree_.head_title.empty() || element.children.length == 0) return;
    const auto& text = *static_cast<const GumboNode*>(element.children.data[0]);
    if (text.type == GUMBO_NODE_TEXT) tree_.head_title = beginning(text.v.text.text);
  }

  // Texts that the parser moved out of a table stand before what the markup has before them.
  void find_moved_texts() {
    const char* first = tree_.html.data() + tree_.html.size();
    for (auto node = tree_.nodes.rbegin(); node != tree_.nodes.rend(); ++node) {
      if (!node->text) continue;
      const char* const begin = node->gumbo->v.text.original_text.data;
      node->moved = begin > first;
      first = std::min(first, begin);
    }
  }

  HtmlTree& tree_;
  const Table<HtmlMarkRow>& marks_;
};

}  // namespace

std::unique_ptr<HtmlTree> read_tree(std::string_view html, const Lexicon::Impl& lexicon) {
  auto tree = std::make_unique<HtmlTree>();
  LimitedHtml limited = limit_html(html);
  tree->cut = limited.cut;
  tree->html = html;
  if (limited.changed) {
    tree->changed = std::move(*limited.changed);
    tree->html = tree->changed;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); };
  options.deallocator = [](void* arena, void* memory) { static_cast<Arena*>(arena)->release(memory); };
  options.userdata = &tree->arena;
  options.max_errors = 0;
  // The output belongs to the arena.
  const GumboOutput* const output = gumbo_parse_with_options(&options, tree->html.data(), tree->html.size());
  TreeReader(*tree, lexicon).read(*output->document);
  return tree;
}

}  // namespace gongbao
