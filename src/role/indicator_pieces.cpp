#include "role/indicator_pieces.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::uint32_t most_pieces = 32;  // of an indicator, so that comparisons of comparisons do not grow

}  // namespace

IndicatorWords IndicatorPieces::add(const std::vector<IndicatorToken>& tokens, std::size_t begin, std::size_t end) {
  IndicatorWords words{static_cast<std::uint32_t>(pool_.size()), 0};
  for (std::size_t i = begin; i < end; ++i) pool_.push_back(tokens[i].range);
  words.end = static_cast<std::uint32_t>(pool_.size());
  return words;
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

std::string IndicatorPieces::text(IndicatorWords words, std::string_view document, std::size_t limit) const {
  std::string out;
  std::size_t left = size(words);
  out.reserve(std::min(left, limit) * 3);
  for (; left > limit && words.begin + 1 < words.end; ++words.begin) left -= pool_[words.begin].size();
  Span run;  // bytes that are printed one after the other
  const auto append_run = [&] { out += document.substr(run.begin, run.size()); };
  for (std::uint32_t i = words.begin; i < words.end; ++i) {
    const std::size_t skipped = std::min<std::size_t>(left > limit ? left - limit : 0, pool_[i].size());
    left -= pool_[i].size();
    for (auto c = pool_[i].begin + static_cast<std::uint32_t>(skipped); c < pool_[i].end; ++c) {
      if (is_blank(chars_[c])) continue;
      const Span printed = chars_.span(c, c + 1);
      const bool entity = printed.size() > 1 && document[printed.begin] == '&';
      if (printed.begin == run.end && !entity) {
        run.end = printed.end;
        continue;
      }
      append_run();
      run = entity ? Span{} : printed;
      if (entity) append_utf8(out, chars_[c]);
    }
  }
  append_run();
  return out;
}

}  // namespace gongbao
