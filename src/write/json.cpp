// The format "gongbao/1", written by RapidJSON.
#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <vector>

#include "gongbao/write.h"
#include "write/valid_utf8.h"

namespace gongbao {
namespace {

// A RapidJSON output stream that appends to a string. It keeps the string larger than what is written and writes
// through pointers, because one push_back a character would be most of the time of writing; the destructor cuts the
// string to size.
class StringAppender {
 public:
  using Ch = char;

  explicit StringAppender(std::string& out) : out_(out) { set_room(out.size()); }
  StringAppender(const StringAppender&) = delete;
  StringAppender& operator=(const StringAppender&) = delete;
  ~StringAppender() { out_.resize(written()); }

  void Put(char c) {
    reserve(1);
    *next_++ = c;
  }
  void Append(const char* begin, std::size_t count) {
    reserve(count);
    std::memcpy(next_, begin, count);
    next_ += count;
  }
  void Flush() {}

 private:
  void reserve(std::size_t count) {
    if (static_cast<std::size_t>(limit_ - next_) < count) grow(count);
  }
  std::size_t written() const { return static_cast<std::size_t>(next_ - out_.data()); }
  void set_room(std::size_t size) {
    next_ = out_.data() + size;
    limit_ = out_.data() + out_.size();
  }
  [[gnu::noinline]] void grow(std::size_t count) {
    constexpr std::size_t least_growth = 1024;
    const std::size_t size = written();
    out_.resize(std::max({size + count, size + size / 2 + least_growth, out_.capacity()}));
    set_room(size);
  }

  std::string& out_;
  char* next_ = nullptr;
  char* limit_ = nullptr;
};

bool needs_escape(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// The same for any of eight characters at once (the "has a zero byte" and "has a byte less than n" of bit twiddling).
bool any_needs_escape(const char* eight) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101;
  std::uint64_t bytes;
  std::memcpy(&bytes, eight, sizeof bytes);
  const std::uint64_t quotes = bytes ^ (ones * '"');
  const std::uint64_t backslashes = bytes ^ (ones * '\\');
  const std::uint64_t found =
      ((bytes - ones * 0x20) & ~bytes) | ((quotes - ones) & ~quotes) | ((backslashes - ones) & ~backslashes);
  return (found & (ones * 0x80)) != 0;
}

}  // namespace
}  // namespace gongbao

namespace rapidjson {

// RapidJSON's own point of specialisation: copies the stretch up to the next character to escape in one piece, where
// the general version writes each byte by itself.
template <>
inline bool Writer<gongbao::StringAppender>::ScanWriteUnescapedString(StringStream& in, std::size_t length) {
  const char* const end = in.head_ + length;
  const char* stop = in.src_;
  while (end - stop >= 8 && !gongbao::any_needs_escape(stop)) stop += 8;
  while (stop != end && !gongbao::needs_escape(*stop)) ++stop;
  os_->Append(in.src_, static_cast<std::size_t>(stop - in.src_));
  in.src_ = stop;
  return stop != end;
}

// The same for what is JSON already.
template <>
inline bool Writer<gongbao::StringAppender>::WriteRawValue(const char* json, std::size_t length) {
  os_->Append(json, length);
  return true;
}

}  // namespace rapidjson

namespace gongbao {
namespace {

using LineWriter = rapidjson::Writer<StringAppender>;
using PrettyWriter = rapidjson::PrettyWriter<StringAppender>;

// The name of a member with its quotes, made by the compiler: half of the strings written are keys.
class Key {
 public:
  template <std::size_t size>
  consteval Key(const char (&name)[size]) : size_(size + 1) {
    static_assert(size + 1 <= sizeof quoted_);
    quoted_[0] = '"';
    std::copy_n(name, size - 1, quoted_ + 1);
    quoted_[size] = '"';
  }
  const char* data() const { return quoted_; }
  std::size_t size() const { return size_; }

 private:
  char quoted_[24] = {};
  std::size_t size_;
};

// Writes the objects of the format with either writer.
template <class Writer>
class JsonDocument {
 public:
  JsonDocument(Writer& writer, const JsonOptions& options) : writer_(writer), options_(options) {}

  void write(const Document& document) {
    writer_.StartObject();
    head(document);
    list("sections", document.sections, [&](std::size_t id, const Section& section) { members(id, section); });
    list("items", document.items, [&](std::size_t id, const Item& item) { members(id, item, document); });
    list("records", document.records, [&](std::size_t id, const Record& record) { members(id, record, document); });
    list("pairs", document.pairs, [&](std::size_t, const Pair& pair) { members(pair); });
    list("diagnostics", document.diagnostics, [&](std::size_t, const Diagnostic& found) { members(found); });
    if (options_.with_text) member("text", document.text());
    writer_.EndObject();
  }

  void write_error(std::string_view code, std::string_view message) {
    writer_.StartObject();
    schema_and_source();
    key("error");
    writer_.StartObject();
    member("code", valid_utf8(code));
    member("message", valid_utf8(message));
    writer_.EndObject();
    writer_.EndObject();
  }

 private:
  void schema_and_source() {
    member("schema", "gongbao/1");
    member("source", valid_utf8(options_.source));
  }

  void head(const Document& document) {
    schema_and_source();
    member("encoding", document.encoding);
    member_or_null("title", document.title);
    member("published", document.published);
    key("period");
    if (document.period) {
      writer_.StartObject();
      member("from", document.period->from);
      member("to", document.period->to);
      writer_.EndObject();
    } else {
      writer_.Null();
    }
  }

  void members(std::size_t id, const Section& section) {
    member("id", static_cast<std::uint32_t>(id));
    member_or_null("label", section.label);
    member_or_null("title", section.title);
    member("span", section.span);
  }

  void members(std::size_t id, const Item& item, const Document& document) {
    member("id", static_cast<std::uint32_t>(id));
    member("section", item.section);
    member_or_null("label", item.label);
    member("span", item.span);
    member("target_span", item.target_span);
    member("progress_span", item.progress_span);
    status(item.status, document);
  }

  void status(const ItemStatus& status, const Document& document) {
    const bool has_cue = !status.cue.empty();
    key("status");
    if (status.status == Status::unknown) return void(writer_.Null());
    writer_.StartObject();
    member("state", name(status.status));
    member("rule", name(status.rule));
    member_or_null("cue", document.text(status.cue));
    member("cue_span", has_cue ? std::optional(status.cue) : std::nullopt);
    writer_.EndObject();
  }

  void members(std::size_t id, const Record& record, const Document& document) {
    member("id", static_cast<std::uint32_t>(id));
    member("item", record.item);
    member("role", name(record.role));
    member("indicator", record.indicator);
    member("value", record.value);
    member("high", record.high);
    member("unit", record.unit);
    member("bound", name(record.bound));
    member("text", document.text(record.span));
    member("span", record.span);
    member("confidence", record.confidence);
    member("dimension", name(record.dimension));
    member("rate_of", record.rate_of ? std::optional(name(*record.rate_of)) : std::nullopt);
    member("base_value", record.base_value);
    member("base_high", record.base_high);
    member_or_null("base_unit", record.base_unit);
    if (options_.explain) reason(record.reason, document);
  }

  void reason(const Reason& reason, const Document& document) {
    const bool has_cue = !reason.cue.empty();
    key("reason");
    writer_.StartObject();
    member("rule", name(reason.rule));
    member_or_null("cue", document.text(reason.cue));
    member("cue_span", has_cue ? std::optional(reason.cue) : std::nullopt);
    key("inherited");
    writer_.Bool(reason.inherited);
    writer_.EndObject();
  }

  void members(const Pair& pair) {
    member("target", pair.target);
    member("achievement", pair.achievement);
    member("ratio", pair.ratio);
    member("met", pair.met);
    member("confidence", pair.confidence);
    if (options_.explain) list("reason", pair.grounds, [&](std::size_t, const PairGround& ground) { members(ground); });
  }

  void members(const PairGround& ground) {
    member("ground", name(ground.ground));
    member("weight", ground.weight);
  }

  void members(const Diagnostic& diagnostic) {
    member("code", name(diagnostic.code));
    member("message", describe(diagnostic.code));
    member("span", diagnostic.span);
  }

  template <class Element, class WriteMembers>
  void list(const Key& name, const std::vector<Element>& elements, WriteMembers write_members) {
    key(name);
    writer_.StartArray();
    for (std::size_t id = 0; id < elements.size(); ++id) {
      writer_.StartObject();
      write_members(id, elements[id]);
      writer_.EndObject();
    }
    writer_.EndArray();
  }

  template <class Value>
  void member(const Key& name, const Value& member_value) {
    key(name);
    value(member_value);
  }

  void member_or_null(const Key& name, std::string_view text) {
    key(name);
    if (text.empty()) {
      writer_.Null();
    } else {
      value(text);
    }
  }

  void key(const Key& name) { writer_.RawValue(name.data(), name.size(), rapidjson::kStringType); }

  // RapidJSON wants a pointer, which an empty view need not have.
  void value(std::string_view text) {
    writer_.String(text.empty() ? "" : text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void value(std::same_as<bool> auto yes) { writer_.Bool(yes); }  // no literal decays to it
  void value(std::uint32_t number) {
    char digits[10];
    const char* const end = std::to_chars(digits, std::end(digits), number).ptr;
    writer_.RawValue(digits, static_cast<std::size_t>(end - digits), rapidjson::kNumberType);
  }
  void value(const Decimal& number) {
    const std::string digits = number.to_string();
    writer_.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
  }
  // Confidence and weights of grounds: never negative, two decimals.
  void value(double number) { value(Decimal(std::lround(100 * number), -2)); }
  void value(const Date& date) { value(date.to_string()); }
  // In one piece: the most frequent value, and it stays on one line in the indented form as well.
  void value(const Span& span) {
    constexpr std::size_t most_digits = 10;
    char array[2 * most_digits + 3];
    char* end = array;
    *end++ = '[';
    end = std::to_chars(end, end + most_digits, span.begin).ptr;
    *end++ = ',';
    end = std::to_chars(end, end + most_digits, span.end).ptr;
    *end++ = ']';
    writer_.RawValue(array, static_cast<std::size_t>(end - array), rapidjson::kArrayType);
  }
  template <class Value>
  void value(const std::optional<Value>& optional) {
    if (optional) {
      value(*optional);
    } else {
      writer_.Null();
    }
  }

  Writer& writer_;
  const JsonOptions& options_;
};

template <class Write>
void with_writer(std::string& out, const JsonOptions& options, Write write) {
  StringAppender stream(out);
  if (options.pretty) {
    PrettyWriter writer(stream);
    writer.SetIndent(' ', 2);
    write(JsonDocument<PrettyWriter>(writer, options));
  } else {
    LineWriter writer(stream);
    write(JsonDocument<LineWriter>(writer, options));
  }
}

}  // namespace

void append_json(std::string& out, const Document& document, const JsonOptions& options) {
  with_writer(out, options, [&](auto json) { json.write(document); });
}

void append_json_error(std::string& out, std::string_view code, std::string_view message, const JsonOptions& options) {
  with_writer(out, options, [&](auto json) { json.write_error(code, message); });
}

}  // namespace gongbao
