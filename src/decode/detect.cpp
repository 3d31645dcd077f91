#include "decode/detect.h"

#include <unicode/ucnv.h>

#include <algorithm>

#include "decode/convert.h"
#include "decode/frequent.h"
#include "decode/label.h"
#include "text/utf8.h"

namespace gongbao {
namespace {

constexpr std::size_t sample_size = 64 * 1024;
// The share of usual characters among those beyond ASCII. In a wrong encoding it is about a fifth; in the right one,
// even in a text full of names, four fifths.
constexpr double least_share = 0.55;
constexpr double good_share = 0.9;       // no other reading comes near a good one
constexpr double share_of_label = 0.05;  // decides between readings that are equally good: a few signs, no words

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};
constexpr Mark marks[] = {
    {"\xEF\xBB\xBF", Encoding::utf8},
    {"\xFF\xFE", Encoding::utf16le},
    {"\xFE\xFF", Encoding::utf16be},
    {"\x84\x31\x95\x33", Encoding::gb18030},
};

std::size_t first_beyond_ascii(std::string_view input) noexcept {
  const auto* const found =
      std::find_if(input.begin(), input.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return static_cast<std::size_t>(found - input.begin());
}

bool is_utf16(Encoding encoding) noexcept { return encoding == Encoding::utf16le || encoding == Encoding::utf16be; }

// How much of `sample`, read in `encoding`, is as text is, from 0 to 1.
double share_of_usual(std::string_view sample, Encoding encoding, const Frequent& frequent) {
  const Text text = convert(sample, 0, encoding, frequent);
  std::size_t usual = 0;
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.utf8.size();) {
    const Utf8Char character = utf8_at(text.utf8, at);
    at += character.length;
    const Usage usage = frequent.usage(character.code);
    if (character.code < 0x80 && usage != Usage::alien) continue;
    ++all;
    // Bytes that only look like UTF-8 are rarer than any unusual word.
    const bool good = usage == Usage::usual || usage == Usage::alnum;
    usual += good || (encoding == Encoding::utf8 && character.code != 0xFFFD) ? 1 : 0;
  }
  if (all == 0) return is_utf16(encoding) ? 1 : 0;  // ASCII says nothing of encodings that contain it
  return static_cast<double>(usual) / static_cast<double>(all);
}

// The best of the encodings that a text beyond ASCII, and not valid in UTF-8, may be in.
std::optional<Encoding> by_content(std::string_view input, std::optional<Encoding> label, const Frequent& frequent,
                                   bool has_nul) {
  const std::size_t first = first_beyond_ascii(input);
  std::optional<Encoding> best;
  double best_share = least_share;
  for (const Encoding encoding :
       {Encoding::utf8, Encoding::gb18030, Encoding::big5, Encoding::utf16le, Encoding::utf16be}) {
    if (has_nul && !is_utf16(encoding)) continue;
    const std::size_t begin = is_utf16(encoding) ? 0 : first;  // what is ASCII elsewhere must make sense too
    double share = share_of_usual(input.substr(begin, sample_size), encoding, frequent);
    // Without a NUL there is not one character of ASCII in it. Then pairs of ASCII must not pass for Chinese.
    if (is_utf16(encoding) && !has_nul && share < good_share) continue;
    if (label == encoding) share += share_of_label;
    if (share <= best_share) continue;
    best_share = share;
    best = encoding;
    if (share >= good_share) break;
  }
  // A text of ASCII with a few damaged bytes.
  if (!best && !has_nul) return Encoding::utf8;
  return best;
}

// HZ looks like ASCII. Only a run that reads well says that it is none.
bool is_hz(std::string_view input, const Frequent& frequent) {
  const std::size_t open = input.find("~{");
  if (open == input.npos || first_beyond_ascii(input) < input.size()) return false;
  return share_of_usual(input.substr(open, sample_size), Encoding::hz, frequent) >= least_share;
}

bool is_wrong(const std::string& label, std::optional<Encoding> labelled, Encoding encoding) {
  if (label.empty()) return false;
  UErrorCode status = U_ZERO_ERROR;
  if (!labelled) return ucnv_countAliases(label.c_str(), &status) > 0;  // a name of nothing says nothing
  return *labelled != encoding;
}

}  // namespace

std::optional<Detected> detect(std::string_view input) {
  const std::string label = encoding_label(input);
  const std::optional<Encoding> labelled = label.empty() ? std::nullopt : encoding_of(label);
  const auto found = [&](Encoding encoding, std::size_t mark = 0, bool valid = false) {
    return Detected{encoding, static_cast<std::uint32_t>(mark), is_wrong(label, labelled, encoding), valid};
  };
  const Mark* const mark =
      std::find_if(std::begin(marks), std::end(marks), [&](const Mark& m) { return input.starts_with(m.bytes); });
  const bool has_nul = input.find('\0') != input.npos;  // no encoding but UTF-16 has such bytes
  if (mark != std::end(marks) && mark->encoding == Encoding::utf8) {
    if (has_nul) return std::nullopt;
    return found(Encoding::utf8, mark->bytes.size());
  }
  const bool utf8 = !has_nul && valid_length(input, 0) == input.size();
  if (utf8 && input.find("~{") == input.npos) return found(Encoding::utf8, 0, true);
  const Frequent frequent;
  if (utf8) return is_hz(input, frequent) ? found(Encoding::hz) : found(Encoding::utf8, 0, true);
  if (mark != std::end(marks)) {
    const std::string_view sample = input.substr(mark->bytes.size(), sample_size);
    if (share_of_usual(sample, mark->encoding, frequent) >= least_share)
      return found(mark->encoding, mark->bytes.size());
  }
  const std::optional<Encoding> encoding = by_content(input, labelled, frequent, has_nul);
  if (!encoding) return std::nullopt;
  return found(*encoding);
}

}  // namespace gongbao
