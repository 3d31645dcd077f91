#include "text/chars.h"

#include <algorithm>
#include <array>

#include "text/fold.h"
#include "text/utf8.h"

namespace gongbao {
namespace {

struct Entity {
  std::string_view name;
  char16_t character;
};

// The entities that copying and bad conversion leave in plain text.
constexpr std::array<Entity, 18> entities = {{
    {"nbsp;", u' '},
    {"ensp;", u' '},
    {"emsp;", u' '},
    {"mdash;", u'-'},
    {"ndash;", u'-'},
    {"ldquo;", 0x201C},
    {"rdquo;", 0x201D},
    {"lsquo;", 0x2018},
    {"rsquo;", 0x2019},
    {"gt;", u'>'},
    {"lt;", u'<'},
    {"amp;", u'&'},
    {"middot;", 0x00B7},
    {"hellip;", 0x2026},
    {"copy;", 0x00A9},
    {"quot;", u'"'},
    {"times;", 0x00D7},
    {"#160;", u' '},
}};

const Entity* entity_at(std::string_view text, std::size_t at) noexcept {
  const std::string_view rest = text.substr(at + 1, 8);
  const auto found = std::find_if(entities.begin(), entities.end(),
                                  [&](const Entity& e) { return rest.substr(0, e.name.size()) == e.name; });
  return found == entities.end() ? nullptr : &*found;
}

// A character of the folded text and the bytes it stands for.
struct Folded {
  char16_t character;  // 0: left out
  std::uint32_t length;
};

// What is no plain ASCII and no common triple. A byte that continues nothing is left out: no room is counted for it.
Folded fold_rare(std::string_view utf8, std::size_t at) noexcept {
  if (utf8[at] == '\r') return {u'\n', at + 1 < utf8.size() && utf8[at + 1] == '\n' ? 2U : 1U};
  if (utf8[at] == '&') {
    if (const Entity* entity = entity_at(utf8, at))
      return {entity->character, static_cast<std::uint32_t>(entity->name.size()) + 1};
  }
  const Utf8Char character = utf8_at(utf8, at);
  return {begins_character(utf8[at]) ? fold(character.code) : char16_t{0}, character.length};
}

}  // namespace

std::uint32_t Chars::count_wide(std::size_t begin, std::size_t end) const noexcept {
  std::uint32_t wide = 0;
  for (std::size_t i = begin; i < end; ++i) wide += lengths_[i] >= 3 ? 1 : 0;
  return wide;
}

void Chars::reserve(std::size_t characters) {
  folded_.reserve(characters);
  begins_.reserve(characters);
  lengths_.reserve(characters);
}

void Chars::append(const Chars& other, std::size_t begin, std::size_t end) {
  folded_.append(other.folded_, begin, end - begin);
  const auto from = static_cast<std::ptrdiff_t>(begin);
  const auto to = static_cast<std::ptrdiff_t>(end);
  begins_.insert(begins_.end(), other.begins_.begin() + from, other.begins_.begin() + to);
  lengths_.insert(lengths_.end(), other.lengths_.begin() + from, other.lengths_.begin() + to);
}

Chars fold_chars(std::string_view utf8) {
  const std::size_t most = count_characters(utf8) + 1;  // one that is left out is written all the same
  std::u16string folded(most, u'\0');
  std::vector<std::uint32_t> begins(most);
  std::vector<std::uint8_t> lengths(most);
  // By pointers, which stay in registers.
  char16_t* const to = folded.data();
  std::uint32_t* const begin = begins.data();
  std::uint8_t* const length = lengths.data();
  const char* const bytes = utf8.data();
  const std::size_t size = utf8.size();
  std::size_t count = 0;
  std::size_t at = 0;
  const auto put = [&](Folded read) {
    to[count] = read.character;
    begin[count] = static_cast<std::uint32_t>(at);
    length[count] = static_cast<std::uint8_t>(read.length);
    count += read.character != 0 ? 1 : 0;
    at += read.length;
  };
  while (at < size) {
    while (at + 4 <= size && utf8::is_triple(bytes + at)) put({folded_form(utf8::triple_at(bytes + at)), 3});
    if (at == size) break;
    const auto lead = static_cast<unsigned char>(bytes[at]);
    put(lead < 0x80 && lead != '&' && lead != '\r' ? Folded{lead, 1} : fold_rare(utf8, at));
  }
  folded.resize(count);
  begins.resize(count);
  lengths.resize(count);
  return {std::move(folded), std::move(begins), std::move(lengths)};
}

}  // namespace gongbao
