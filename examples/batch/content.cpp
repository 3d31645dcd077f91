#include "content.h"

#include <unicode/uchar.h>
#include <xxhash.h>

#include <algorithm>
#include <memory>
#include <new>

#include "../terminal.h"

namespace {

using gongbao::Document;
using gongbao::Span;

// The hash of letters and digits in a row, each as four bytes.
class Folded {
 public:
  Folded() : state_(XXH3_createState()) {
    if (!state_) throw std::bad_alloc();
    XXH3_128bits_reset(state_.get());
  }

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      UChar32 c = next_character(text, at);
      if (!u_isalnum(c)) continue;
      constexpr UChar32 first_full_width = 0xFF01, last_full_width = 0xFF5E, full_width_shift = 0xFEE0;
      if (c >= first_full_width && c <= last_full_width) c -= full_width_shift;
      add(static_cast<std::uint32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
    }
    add(std::uint32_t{0});  // "ab", "c" is not "a", "bc"
  }

  ContentHash hash() const {
    const XXH128_hash_t value = XXH3_128bits_digest(state_.get());
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, value);
    ContentHash result;
    std::copy(std::begin(bytes.digest), std::end(bytes.digest), result.begin());
    return result;
  }

 private:
  void add(std::uint32_t c) { XXH3_128bits_update(state_.get(), &c, sizeof c); }

  struct Free {
    void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

constexpr UChar32 ideographic_blank = 0x3000;
constexpr UChar32 ideographic_stop = 0x3002;
constexpr UChar32 full_width_exclamation = 0xFF01;
constexpr UChar32 full_width_question = 0xFF1F;
constexpr UChar32 full_width_semicolon = 0xFF1B;

bool ends_sentence(UChar32 c) {
  return c == ideographic_stop || c == full_width_exclamation || c == full_width_question ||
         c == full_width_semicolon || c == '!' || c == '?' || c == ';';
}

// What may follow the end mark and still belongs to the sentence.
bool closes(UChar32 c) { return ends_sentence(c) || (U_GET_GC_MASK(c) & (U_GC_PE_MASK | U_GC_PF_MASK)) != 0; }

bool is_blank(UChar32 c) { return c <= ' ' || c == ideographic_blank || c == 0xA0 || c == 0xFEFF; }

// Cuts the text and calls back with the span of each sentence, blanks at its ends cut off.
template <typename Callback>
void for_each_sentence(std::string_view text, Callback callback) {
  std::size_t begin = text.size();  // of the first character that is no blank; the text's end before there is one
  std::size_t end = 0;              // of the last
  bool ended = false;
  const auto give = [&] {
    if (begin < end) callback(Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = text.size();
    end = 0;
    ended = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const UChar32 c = next_character(text, at);
    if (c == '\n' || c == '\r' || (ended && !closes(c))) give();
    if (is_blank(c)) continue;
    begin = std::min(begin, start);
    end = at;
    ended = ended || ends_sentence(c);
  }
  give();
}

}  // namespace

ContentHash content_hash(const Document& document) {
  Folded folded;
  if (document.items.empty() && document.records.empty()) {
    folded.add(document.text());
    return folded.hash();
  }
  if (document.period) folded.add(document.period->from.to_string() + document.period->to.to_string());
  for (const gongbao::Section& section : document.sections) folded.add(section.title);
  for (const gongbao::Item& item : document.items) folded.add(document.text(item.span));
  for (const gongbao::Record& record : document.records) {
    folded.add(record.indicator);
    folded.add(record.value.to_string());
    folded.add(record.unit);
  }
  return folded.hash();
}

std::string hexadecimal(const ContentHash& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  for (const char byte : hash) {
    const auto value = static_cast<std::uint8_t>(byte);
    result += digits[value >> 4];
    result += digits[value & 15];
  }
  return result;
}

std::vector<Sentence> sentences(const Document& document) {
  std::vector<Sentence> result;
  std::uint32_t item = 0;  // the first that does not end before the sentence
  for_each_sentence(document.text(), [&](Span span) {
    while (item < document.items.size() && document.items[item].span.end <= span.begin) ++item;
    Sentence& sentence = result.emplace_back(Sentence{span, std::nullopt});
    if (item < document.items.size() && document.items[item].span.overlaps(span)) sentence.item = item;
  });
  return result;
}
