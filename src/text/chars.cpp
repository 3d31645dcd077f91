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
  const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
  std::u16string folded;
  std::vector<std::uint32_t> begins;
  std::vector<std::uint8_t> lengths;
  const auto resize = [&](std::size_t size) {
    folded.resize(size);
    begins.resize(size);
    lengths.resize(size);
  };
  resize(static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_character)));
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Utf8Char character = utf8_at(utf8, at);
    std::uint32_t length = character.length;
    char16_t c = fold(character.code);
    if (character.code == u'&') {
      if (const Entity* entity = entity_at(utf8, at)) {
        c = entity->character;
        length = static_cast<std::uint32_t>(entity->name.size()) + 1;
      }
    } else if (character.code == u'\r') {
      c = u'\n';
      length = at + 1 < utf8.size() && utf8[at + 1] == '\n' ? 2 : 1;
    }
    if (c != 0) {
      if (count == folded.size()) resize(2 * count + 1);  // stray bytes are characters too
      folded[count] = c;
      begins[count] = static_cast<std::uint32_t>(at);
      lengths[count] = static_cast<std::uint8_t>(length);
      ++count;
    }
    at += length;
  }
  resize(count);
  return {std::move(folded), std::move(begins), std::move(lengths)};
}

}  // namespace gongbao
