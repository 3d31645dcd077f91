#include "score/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace evaluation {
namespace {

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0 || (c >= 0x1C && c <= 0x1F); }

bool ends_sentence(char32_t c) { return c == U'\n' || c == U'。' || c == U'；' || c == U'！' || c == U'？'; }

}  // namespace

Characters characters(std::string_view utf8) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  Characters all;
  for (std::size_t at = 0; at < utf8.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, utf8.size(), c);
    all += static_cast<char32_t>(c);
  }
  return all;
}

std::string utf8(std::u32string_view text) {
  std::string all;
  for (const char32_t c : text) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(c));
    all.append(std::begin(bytes), std::begin(bytes) + size);
  }
  return all;
}

Characters clean(Characters words) {
  std::erase_if(words, is_blank);
  return words;
}

Characters plain(Characters label) {
  for (char32_t& c : label) {
    if (c >= U'０' && c <= U'９') c = c - U'０' + U'0';
  }
  return label;
}

bool is_decimal_digit(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER; }

Characters text_of_lines(std::string_view utf8) {
  Characters text = characters(utf8);
  std::size_t size = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n') continue;
    text[size++] = text[i] == U'\r' ? U'\n' : text[i];
  }
  text.resize(size);
  return text;
}

double overlap(Characters a, Characters b) {
  if (a.empty() || b.empty()) return 0;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  Characters common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

std::vector<std::size_t> character_starts(const Characters& text) {
  std::vector<std::size_t> starts;
  starts.reserve(text.size() + 1);
  std::size_t at = 0;
  for (const char32_t c : text) {
    starts.push_back(at);
    at += static_cast<std::size_t>(U8_LENGTH(c));
  }
  starts.push_back(at);
  return starts;
}

std::string sentence_around(const Characters& text, Range place) {
  constexpr std::size_t most = 30;  // on each side of the place's begin
  std::size_t begin = std::min(place.begin, text.size());
  std::size_t end = begin;
  const std::size_t first = begin - std::min(begin, most);
  const std::size_t last = std::min(text.size(), end + most);
  while (begin > first && !ends_sentence(text[begin - 1])) --begin;
  while (end < last && (end < place.end || !ends_sentence(text[end]))) ++end;
  Characters words = text.substr(begin, end - begin);
  std::replace_if(words.begin(), words.end(), is_blank, U' ');
  const bool cut_front = begin > 0 && !ends_sentence(text[begin - 1]);
  const bool cut_back = end < text.size() && !ends_sentence(text[end]);
  return utf8((cut_front ? U"…" : U"") + words + (cut_back ? U"…" : U""));
}

}  // namespace evaluation
