#include "terminal.h"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <boost/locale.hpp>
#include <boost/locale/gnu_gettext.hpp>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <vector>

namespace {

namespace bl = boost::locale;

constexpr unsigned char chinese[] = {
#include "messages/zh.inc"
};

// Stands in for the files that the message facet looks for, such as /zh/LC_MESSAGES/gongbao.mo.
std::vector<char> catalogue(const std::string& path, const std::string&) {
  const bool found = path.find("/zh/") != path.npos;
  return found ? std::vector<char>(std::begin(chinese), std::end(chinese)) : std::vector<char>();
}

// "zh_CN.UTF-8" of the environment. The output is UTF-8 everywhere, whatever the encoding there.
std::string locale_name() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view name(value);
    const std::string language(name.substr(0, name.find_first_of(".@")));
    return (language == "C" || language == "POSIX" ? "en_US" : language) + ".UTF-8";
  }
  return "en_US.UTF-8";
}

bool is_blank(UChar32 c) { return c == ' ' || (c >= '\t' && c <= '\r') || u_isUWhiteSpace(c); }

// Control characters, marks of direction and the like.
bool is_control(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_CC_MASK | U_GC_CF_MASK)) != 0; }

// Columns a character takes in a terminal; none for marks that combine with the one before.
int width_of(UChar32 c) {
  if ((U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

void append(std::string& out, UChar32 c) {
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes;
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(reinterpret_cast<const char*>(bytes.data()), size);
}

}  // namespace

UChar32 next_character(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  const auto rest = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, U8_MAX_LENGTH));
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, used, rest, c);
  at += static_cast<std::size_t>(used);
  return c;
}

std::locale user_locale() {
  const std::string name = locale_name();
  const std::locale base = bl::generator()(name);
  const auto& facts = std::use_facet<bl::info>(base);
  bl::gnu_gettext::messages_info messages;
  messages.language = facts.language();
  messages.country = facts.country();
  messages.encoding = facts.encoding();
  messages.domains.emplace_back("gongbao");
  messages.paths.emplace_back("");
  messages.callback = catalogue;
  return std::locale(base, bl::gnu_gettext::create_messages_facet<char>(messages));
}

int terminal_width(std::FILE* stream) {
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  constexpr int usual = 80;
  const char* variable = std::getenv("COLUMNS");
  if (variable == nullptr) return usual;
  const std::string_view text(variable);
  int width = 0;
  std::from_chars(text.data(), text.data() + text.size(), width);
  return width > 0 ? width : usual;
}

int columns(std::string_view text) {
  int result = 0;
  for (std::size_t at = 0; at < text.size();) result += width_of(next_character(text, at));
  return result;
}

std::string printable(std::string_view text, int width) {
  std::string result;
  std::size_t room_for_ellipsis = 0;  // where to cut if the rest does not fit
  int used = 0;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    if (is_blank(c)) {
      blank = !result.empty();
      continue;
    }
    if (is_control(c)) continue;
    used += width_of(c) + (blank ? 1 : 0);
    if (used > width) return result.erase(room_for_ellipsis).append("…");
    if (blank) result += ' ';
    append(result, c);
    blank = false;
    if (used < width) room_for_ellipsis = result.size();
  }
  return result;
}

std::string printable(std::string_view text) { return printable(text, std::numeric_limits<int>::max() / 2); }
