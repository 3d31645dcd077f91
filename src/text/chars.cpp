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

}  // namespace

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
  Chars chars;
  const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
  chars.reserve(static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_character)));
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Char character = utf8_at(utf8, at);
    const auto begin = static_cast<std::uint32_t>(at);
    std::uint32_t length = character.length;
    char16_t folded = fold(character.code);
    if (character.code == u'&') {
      if (const Entity* entity = entity_at(utf8, at)) {
        folded = entity->character;
        length = static_cast<std::uint32_t>(entity->name.size()) + 1;
      }
    } else if (character.code == u'\r') {
      folded = u'\n';
      length = at + 1 < utf8.size() && utf8[at + 1] == '\n' ? 2 : 1;
    }
    if (folded != 0) chars.push_back(folded, begin, static_cast<std::uint8_t>(length));
    at += length;
  }
  return chars;
}

}  // namespace gongbao
