#include "role/indicator_pieces.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::uint32_t most_pieces = 32;  // of an indicator, so that comparisons of comparisons do not grow

}  // namespace

IndicatorWords IndicatorPieces::add(IndicatorTokens tokens) {
  const auto first = static_cast<std::uint32_t>(pool_.size());
  for (const IndicatorToken& token : tokens) pool_.push_back(token.range);
  return {first, static_cast<std::uint32_t>(pool_.size())};
}

IndicatorWords IndicatorPieces::add(const IndicatorToken& token) {
  const auto at = static_cast<std::uint32_t>(pool_.size());
  pool_.push_back(token.range);
  return {at, at + 1};
}

IndicatorWords IndicatorPieces::join(IndicatorWords a, IndicatorWords b, IndicatorWords c) {
  IndicatorWords words{static_cast<std::uint32_t>(pool_.size()), 0};
  for (const IndicatorWords part : {a, b, c}) {
    for (std::uint32_t i = part.begin; i < part.end && pool_.size() < words.begin + most_pieces; ++i) {
      const Range range = pool_[i];
      pool_.push_back(range);
    }
  }
  words.end = static_cast<std::uint32_t>(pool_.size());
  return words;
}

std::pair<IndicatorWords, IndicatorWords> IndicatorPieces::split(IndicatorWords words, std::size_t length) {
  IndicatorWords parts[2];
  for (int part = 0; part < 2; ++part) {
    parts[part].begin = static_cast<std::uint32_t>(pool_.size());
    auto left = static_cast<std::uint32_t>(length);
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const Range piece = pool_[i];
      const std::uint32_t cut = piece.begin + std::min(left, piece.size());
      const Range half = part == 0 ? Range{piece.begin, cut} : Range{cut, piece.end};
      left -= cut - piece.begin;
      if (!half.empty()) pool_.push_back(half);
    }
    parts[part].end = static_cast<std::uint32_t>(pool_.size());
  }
  return {parts[0], parts[1]};
}

std::size_t IndicatorPieces::size(IndicatorWords words) const noexcept {
  std::size_t count = 0;
  for (std::uint32_t i = words.begin; i < words.end; ++i) count += pool_[i].size();
  return count;
}

bool IndicatorPieces::contains(IndicatorWords words, IndicatorWords part) const noexcept {
  for (std::uint32_t p = part.begin; p < part.end; ++p) {
    const auto piece = chars_.view(pool_[p].begin, pool_[p].end);
    bool found = false;
    for (std::uint32_t w = words.begin; w < words.end && !found; ++w) {
      found = chars_.view(pool_[w].begin, pool_[w].end).find(piece) != std::u16string_view::npos;
    }
    if (!found) return false;
  }
  return true;
}

bool IndicatorPieces::ends_alike(IndicatorWords a, IndicatorWords b) const noexcept {
  return !a.empty() && !b.empty() && chars_[pool_[a.end - 1].end - 1] == chars_[pool_[b.end - 1].end - 1];
}

void IndicatorPieces::write(IndicatorWords words, std::string_view document, std::size_t limit,
                            Indicator& indicator) const {
  std::size_t left = size(words);
  indicator.text.reserve(std::min(left, limit) * 3);
  for (; left > limit && words.begin + 1 < words.end; ++words.begin) left -= pool_[words.begin].size();
  if (words.empty()) return;
  Range run = pool_[words.begin];  // pieces that are neighbours in the text
  if (left > limit) run.begin += std::min(static_cast<std::uint32_t>(left - limit), run.size());
  bool whole = true;
  for (std::uint32_t i = words.begin + 1; i < words.end; ++i) {
    const Range piece = pool_[i];
    if (piece.begin != run.end) {
      append_printed(run, document, indicator.text);
      run.begin = piece.begin;
      whole = false;
    }
    run.end = piece.end;
  }
  const bool plain = append_printed(run, document, indicator.text);
  if (whole && plain) indicator.run = run;
}

// Without blanks, and entities (&lt;) as the characters that they are. Returns whether neither is among them: both are
// signs.
bool IndicatorPieces::append_printed(Range range, std::string_view document, std::string& out) const {
  const bool plain = signs_.next(range.begin, range.end) == range.end;
  if (plain && !range.empty() && chars_.is_contiguous(range.begin, range.end)) {
    const Span bytes = chars_.span(range.begin, range.end);
    out += document.substr(bytes.begin, bytes.size());
    return plain;
  }
  for (std::uint32_t c = range.begin; c < range.end; ++c) {
    if (is_blank(chars_[c])) continue;
    const std::string_view printed = chars_.printed(document, c);
    if (printed.size() > 1 && printed.front() == '&')
      append_utf8(out, chars_[c]);
    else
      out += printed;
  }
  return plain;
}

}  // namespace gongbao
