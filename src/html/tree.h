// The page's elements and texts that a reader sees, as one list in document order.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "html/arena.h"
#include "lexicon/lexicon_impl.h"

namespace gongbao {

struct HtmlNode {
  const GumboNode* gumbo = nullptr;
  std::uint32_t parent = 0;          // index; the first node is its own
  std::uint32_t end = 0;             // its descendants are the nodes from the next one to here
  GumboTag tag = GUMBO_TAG_UNKNOWN;  // of an element
  bool text = false;                 // a text node
  bool block = false;                // begins and ends a line
  bool linked = false;               // inside a link
  bool preformatted = false;         // blanks and line breaks count
  bool article = false;              // known by its name to hold the article
  bool nests = false;                // a table with another table in it
  bool moved = false;                // a text that the markup has later than the texts behind it
};

// gumbo's tree and what it points into.
struct HtmlTree {
  Arena arena;
  std::string changed;    // the HTML, where it had to be changed before it was parsed
  std::string_view html;  // what was parsed: each byte at its place in the input
  bool cut = false;       // the page has more tags than are read
  std::vector<HtmlNode> nodes;
  // Of the head: the words of known meta tags, and of <title>.
  std::string meta_title;
  std::string meta_published;
  std::string head_title;
};

// html: UTF-8, which must outlive the tree.
std::unique_ptr<HtmlTree> read_tree(std::string_view html, const Lexicon::Impl& lexicon);

}  // namespace gongbao
