// What a document says, apart from how it is written down and from the page around it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/document.h"

// Equal for two copies of a bulletin on two addresses: it is made from the period, the sections' and items' words and
// the records, and so neither from the title, which sites decorate, nor from navigation, dates of posting and counters
// of visits. Words count by their letters and digits alone, so blanks, line breaks, punctuation and full-width forms
// make no difference. A document without items and records counts with its whole text.
using ContentHash = std::array<char, 16>;
ContentHash content_hash(const gongbao::Document& document);
std::string hexadecimal(const ContentHash& hash);

// A sentence of the text and the item it stands in. A sentence ends behind 。！？； and their ASCII forms but the
// full stop, and at a line break. Blanks at its ends are not part of it.
struct Sentence {
  gongbao::Span span;
  std::optional<std::uint32_t> item;
};
std::vector<Sentence> sentences(const gongbao::Document& document);
