// Web archives (WARC 1.0 and 1.1, and the WET files of Common Crawl): each page that was fetched is a document.
//
// A page is a record of type `response` with status 200, `resource` or `conversion`, whose media type can hold a
// bulletin. All other records (requests, metadata, pictures, scripts, errors of servers) are no documents. libarchive
// would read WARC too, but keeps neither the record's id nor the address, and leaves HTTP's headers in the page.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "byte_stream.h"
#include "source.h"

namespace {

constexpr std::size_t longest_header_line = 64 * 1024;
constexpr std::size_t longest_http_head = 256 * 1024;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// The value of a line `name: value`; nothing where the line has another name.
std::optional<std::string_view> value_of(std::string_view line, std::string_view name) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos || !same_word(trimmed(line.substr(0, colon)), name)) return std::nullopt;
  return trimmed(line.substr(colon + 1));
}

std::optional<std::uint64_t> number(std::string_view text, int base) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

// Text, web pages and office documents; and what the server knew no type for.
bool may_be_bulletin(std::string_view type) {
  type = trimmed(type.substr(0, type.find(';')));
  constexpr std::array<std::string_view, 3> others = {"text/css", "text/javascript", "text/xml"};
  constexpr std::array<std::string_view, 6> documents = {"application/xhtml+xml",    "application/pdf",
                                                         "application/msword",       "application/vnd.ms-excel",
                                                         "application/octet-stream", "application/rtf"};
  const auto is_type = [&](std::string_view known) { return same_word(type, known); };
  if (type.empty() || std::any_of(documents.begin(), documents.end(), is_type)) return true;
  if (type.starts_with("application/vnd.openxmlformats-officedocument")) return true;
  return type.size() > 5 && same_word(type.substr(0, 5), "text/") &&
         std::none_of(others.begin(), others.end(), is_type);
}

// What a WARC or HTTP header says that matters here.
struct Header {
  std::string type;  // of the WARC record
  std::string id, url;
  std::optional<std::uint64_t> length;
  std::string media_type;
  bool chunked = false;
  bool compressed = false;

  void read_line(std::string_view line) {
    if (const auto value = value_of(line, "WARC-Type")) type = *value;
    if (const auto value = value_of(line, "WARC-Record-ID")) id = without_brackets(*value);
    if (const auto value = value_of(line, "WARC-Target-URI")) url = without_brackets(*value);
    if (const auto value = value_of(line, "Content-Length")) length = number(*value, 10);
    if (const auto value = value_of(line, "Content-Type")) media_type = *value;
    if (const auto value = value_of(line, "Transfer-Encoding")) chunked = same_word(*value, "chunked");
    if (const auto value = value_of(line, "Content-Encoding")) compressed = !same_word(*value, "identity");
  }

 private:
  static std::string_view without_brackets(std::string_view value) {
    return value.starts_with('<') && value.ends_with('>') ? value.substr(1, value.size() - 2) : value;
  }
};

// A body in HTTP's chunks as one. Crawlers often store it as one and leave the header that says otherwise; such a body
// does not read as chunks and stays as it is.
std::string without_chunks(std::string_view body) {
  std::string result;
  for (std::string_view rest = body;;) {
    const std::size_t end = rest.find("\r\n");
    const std::optional<std::uint64_t> size = number(rest.substr(0, std::min(end, rest.size())), 16);
    if (end == rest.npos || !size || *size > rest.size() - end - 2) return std::string(body);
    if (*size == 0) return result;
    result += rest.substr(end + 2, *size);
    rest.remove_prefix(std::min(rest.size(), end + 2 + *size + 2));
  }
}

// A gzipped body as it was. One in a compression that libarchive does not know stays as it is.
std::optional<std::string> decompressed(const std::string& body, std::size_t limit) {
  const ArchivePointer reader = raw_reader();
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(reader.get(), body.data(), body.size()) != ARCHIVE_OK) return body;
  if (archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK) return body;
  std::string result;
  for (;;) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int code = archive_read_data_block(reader.get(), &bytes, &size, &offset);
    if (code == ARCHIVE_EOF) return result;
    if (code < ARCHIVE_WARN) return body;
    if (size > limit - result.size()) return std::nullopt;
    result.append(static_cast<const char*>(bytes), size);
  }
}

class WarcContainer : public Container {
 public:
  WarcContainer(const std::string& path, std::size_t limit) : name_(utf8_name(path)), limit_(limit), stream_(path) {}

  std::optional<Raw> next() override {
    while (std::optional<Header> header = read_header()) {
      Raw raw;
      raw.id = name_ + '!' + utf8_name(header->id);
      raw.url = utf8_name(header->url);
      const Taken taken = stream_.read(raw.bytes, *header->length, limit_ + longest_http_head);
      if (taken == Taken::end) throw InputError(damaged_input("it ends in the middle of a record"));
      if (is_page(*header, raw, taken)) return raw;
    }
    return std::nullopt;
  }
  std::uint64_t consumed() const override { return stream_.consumed(); }

 private:
  // The header of the next record; none at the end.
  std::optional<Header> read_header() {
    do {
      if (stream_.read_line(line_, longest_header_line) == Taken::end) return std::nullopt;
    } while (trimmed(line_).empty());
    if (!line_.starts_with("WARC/")) throw InputError(damaged_input("no web archive"));
    Header header;
    while (stream_.read_line(line_, longest_header_line) != Taken::end && !trimmed(line_).empty()) {
      header.read_line(line_);
    }
    if (!header.length) throw InputError(damaged_input("a record without a length"));
    return header;
  }

  // Turns a record's content into a page's. False where the record is none.
  bool is_page(const Header& record, Raw& raw, Taken taken) const {
    if (record.type == "response") return is_fetched_page(raw, taken);
    if (record.type != "resource" && record.type != "conversion") return false;
    if (taken == Taken::too_long) raw.failure = too_long(limit_);
    return may_be_bulletin(record.media_type);
  }

  bool is_fetched_page(Raw& raw, Taken taken) const {
    if (taken == Taken::too_long) {
      raw.failure = too_long(limit_);
      return true;
    }
    std::size_t body = 0;
    const std::optional<Header> http = read_http_head(raw.bytes, body);
    if (!http || !may_be_bulletin(http->media_type)) return false;
    raw.bytes.erase(0, body);
    if (http->chunked) raw.bytes = without_chunks(raw.bytes);
    std::optional<std::string> page = http->compressed ? decompressed(raw.bytes, limit_) : std::move(raw.bytes);
    if (!page || page->size() > limit_) {
      raw.failure = too_long(limit_);
      raw.bytes.clear();
    } else {
      raw.bytes = *std::move(page);
    }
    return true;
  }

  // Sets where the body begins. Nothing unless the server answered with a page.
  static std::optional<Header> read_http_head(std::string_view content, std::size_t& body) {
    Header header;
    for (std::size_t line = 0, end = 0; (end = content.find('\n', line)) != content.npos; line = end + 1) {
      const std::string_view text = trimmed(content.substr(line, end - line));
      if (line == 0 && (!text.starts_with("HTTP/") || text.find(" 200") == text.npos)) return std::nullopt;
      if (text.empty()) {
        body = end + 1;
        return header;
      }
      header.read_line(text);
    }
    return std::nullopt;
  }

  const std::string name_;
  const std::size_t limit_;
  ByteStream stream_;
  std::string line_;
};

}  // namespace

std::unique_ptr<Container> open_warc(const std::string& path, std::size_t limit) {
  return std::make_unique<WarcContainer>(path, limit);
}
