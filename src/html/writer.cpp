#include "html/writer.h"

#include <algorithm>

#include "text/utf8.h"

namespace gongbao {
namespace {

bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) noexcept { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }
bool is_wide(char c) noexcept { return static_cast<unsigned char>(c) >= 0xE2; }  // begins a character of three bytes

// What the parser passes over inside a text: tags without effect, comments.
bool is_markup(std::string_view html, std::size_t at) noexcept {
  if (html[at] != '<' || at + 1 >= html.size()) return false;
  const char next = html[at + 1];
  return is_letter(next) || next == '/' || next == '!' || next == '?';
}

std::size_t end_of_markup(std::string_view html, std::size_t at) noexcept {
  char quote = 0;
  for (++at; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return at + 1;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    }
  }
  return html.size();
}

std::size_t count_letters(std::string_view text) noexcept {
  std::size_t count = 0;
  while (count < text.size() && (is_letter(text[count]) || is_digit(text[count]))) ++count;
  return count;
}

// Where the entity at `at` ends, which stands for the first character of `text`, `length` bytes.
std::size_t end_of_entity(std::string_view html, std::size_t at, std::string_view text, std::size_t length) noexcept {
  const auto closed = [&](std::size_t end) { return end < html.size() && html[end] == ';' ? end + 1 : end; };
  std::size_t end = at + 1;
  if (end < html.size() && html[end] == '#') {
    const bool hex = end + 1 < html.size() && (html[end + 1] | 0x20) == 'x';
    end += hex ? 2 : 1;
    while (end < html.size() && (hex ? is_hex_digit(html[end]) : is_digit(html[end]))) ++end;
    return closed(end);
  }
  if (text[0] == '&') {  // &amp; &amp or a bare &
    const bool named = html.substr(end, 3) == "amp" || html.substr(end, 3) == "AMP";
    return named ? closed(end + 3) : end;
  }
  end += count_letters(html.substr(end));
  if (end < html.size() && html[end] == ';') return end + 1;
  // Old names need no semicolon (&nbsp2021): the letters that are text end them.
  return end - std::min(end - at - 1, count_letters(text.substr(length)));
}

}  // namespace

// The parser's text and the HTML it came from, read side by side.
struct HtmlWriter::Reading {
  std::string_view text;
  std::string_view html;  // ends where the node does
  std::size_t at = 0;     // in text
  std::size_t source = 0;
  bool preformatted = false;

  void pass_markup() noexcept {
    while (source < html.size() && is_markup(html, source)) source = end_of_markup(html, source);
  }
};

void HtmlWriter::begin_line(bool in_cell) {
  line_ = size();
  in_cell_ = in_cell;
  blank_ = false;
  line_break_ = false;
}

void HtmlWriter::append(const HtmlNode& node) {
  const GumboText& text = node.gumbo->v.text;
  Reading reading;
  reading.text = text.text;
  reading.source = static_cast<std::size_t>(text.original_text.data - html_.data());
  reading.html = html_.substr(0, reading.source + text.original_text.length);
  reading.preformatted = node.preformatted;
  moved_ = node.moved;
  line_break_ = false;  // one at the border of two nodes is a blank
  while (reading.at < reading.text.size()) {
    reading.pass_markup();
    if (is_space(reading.text[reading.at])) {
      read_blank(reading);
    } else {
      const bool wide = is_wide(reading.text[reading.at]);
      write_blank(wide && !text_.empty() && static_cast<unsigned char>(text_.back()) >= 0x80);
      read_run(reading);
    }
  }
  line_break_ = false;
}

void HtmlWriter::read_blank(Reading& reading) {
  const char c = reading.text[reading.at++];
  const std::size_t begin = std::min(reading.source, reading.html.size());
  if (begin < reading.html.size() && reading.html[begin] == '&') {
    reading.source = end_of_entity(reading.html, begin, reading.text.substr(reading.at - 1), 1);
  } else if (begin < reading.html.size()) {
    reading.source = begin + (reading.html.substr(begin, 2) == "\r\n" ? 2 : 1);
  }
  if (reading.preformatted && !in_cell_) {
    put(std::string_view(&c, 1), begin, reading.source);
    return;
  }
  if (!blank_) blank_begin_ = begin;
  blank_ = true;
  line_break_ = line_break_ || (c == '\n' && reading.at > 1);
}

void HtmlWriter::write_blank(bool between_chinese) {
  if (blank_ && size() > line_ && !(line_break_ && between_chinese)) put(" ", blank_begin_, blank_begin_ + 1);
  blank_ = false;
  line_break_ = false;
}

// As many bytes as are the same on both sides, or one character that is written otherwise in HTML.
void HtmlWriter::read_run(Reading& reading) {
  const std::size_t most = std::min(reading.text.size() - reading.at, reading.html.size() - reading.source);
  const char* const text = reading.text.data() + reading.at;
  const char* const html = reading.html.data() + reading.source;
  std::size_t length = 0;
  while (length < most && text[length] == html[length] && !is_space(text[length]) && text[length] != '&' &&
         (text[length] != '<' || length == 0))
    ++length;
  if (length == 0) return read_other(reading);
  put({text, length}, reading.source, reading.source + length);
  reading.at += length;
  reading.source += length;
}

void HtmlWriter::read_other(Reading& reading) {
  const std::string_view rest = reading.text.substr(reading.at);
  const std::string_view character = rest.substr(0, utf8_at(rest, 0).length);
  const std::size_t begin = std::min(reading.source, reading.html.size());
  if (begin < reading.html.size()) {
    if (is_space(reading.html[begin])) {  // a line break that the parser drops
      ++reading.source;
      return;
    }
    if (reading.html[begin] == '&') {
      reading.source = end_of_entity(reading.html, begin, rest, character.size());
    } else if (character == "\xEF\xBF\xBD") {  // for a control character
      reading.source = begin + utf8_at(reading.html, begin).length;
    }  // else the second character of an entity that stands for two
  }
  put(character, begin, reading.source);
  reading.at += character.size();
}

void HtmlWriter::put(std::string_view text, std::size_t begin, std::size_t end) {
  if (moved_) begin = end = source_;
  begin = std::max(begin, source_);
  end = std::max(begin, end);
  if (!in_step_ || begin != source_) {
    if (!anchors_.empty()) anchors_.push_back({size(), static_cast<std::uint32_t>(source_)});
    if (anchors_.empty() || begin != source_) anchors_.push_back({size(), static_cast<std::uint32_t>(begin)});
  }
  in_step_ = text.size() == end - begin;
  if (!in_step_ && anchors_.back().text != size()) anchors_.push_back({size(), static_cast<std::uint32_t>(begin)});
  text_ += text;
  source_ = end;
}

void HtmlWriter::append_own(std::string_view words) {
  moved_ = false;
  put(words, source_, source_);
}

void HtmlWriter::resize(std::uint32_t size) {
  text_.resize(size);
  // What follows has its source further on: the source of what is taken back stays passed over.
  while (!anchors_.empty() && anchors_.back().text > size) anchors_.pop_back();
  in_step_ = false;
}

std::vector<SourceAnchor> HtmlWriter::take_anchors() {
  if (anchors_.empty()) anchors_.push_back({0, 0});
  anchors_.push_back({size(), static_cast<std::uint32_t>(source_)});
  return std::move(anchors_);
}

}  // namespace gongbao
