// Bulletins as web pages: the corpus' texts in the skeletons of several content systems, made by the tests themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"

namespace gongbao::tests {

struct Skeleton {
  const char* name;
  // The page around the lines of the text. `plain`: what the text alone says (its title, its date).
  std::string (*page)(const std::vector<std::string>& lines, const Document& plain);
};

// Written after what each system's pages look like, in our own words.
const std::vector<Skeleton>& skeletons();

// The text of a bulletin as a page. label: what its <meta charset> says, with none where it is empty.
std::string html_page(const Skeleton& skeleton, std::string_view text, const Document& plain,
                      const std::string& label = "utf-8");

// A page of tests/property/pages: {{title}} and {{date}} are what the text alone says, {{body:p}} its lines below the
// title, in one of several ways to write paragraphs.
std::string page_of_template(std::string page, std::string_view text, const Document& plain);

// All that a document says, without its places, in the words that are shown.
std::string shown_of(const Document& document);

// What HTML of these pages shows: without tags, entities decoded, without blanks and cell borders.
std::string shown(std::string_view html);

}  // namespace gongbao::tests
