#include "reading.h"

#include <new>
#include <utility>

#include "../parse_file.h"
#include "json_text.h"
#include "ndjson.h"
#include "tables.h"

namespace {

// Adds keys to a finished object; the new ones have no closing brace yet.
void add_keys(std::string& json, JsonObject&& keys) {
  const std::string_view added = keys.take();
  json.back() = ',';  // was the brace
  json.append(added, 1, added.size() - 2);
}

void write(Reading& reading, const ReadingOptions& options) {
  gongbao::JsonOptions json;
  json.source = reading.id;
  json.with_text = options.with_text;
  json.explain = options.explain;
  JsonObject keys;
  keys.text_or_null("url", reading.url);
  if (reading.failure) {
    gongbao::append_json_error(reading.json, reading.failure->code, in_english(*reading.failure), json);
    if (options.csv) gongbao::append_csv_error(reading.records_csv, reading.failure->code, reading.id);
  } else {
    gongbao::append_json(reading.json, *reading.document, json);
    keys.text("content", hexadecimal(reading.content));
    if (options.csv) {
      gongbao::append_csv(reading.records_csv, *reading.document, reading.id);
      append_pairs_csv(reading.pairs_csv, *reading.document, reading.id);
    }
  }
  add_keys(reading.json, std::move(keys));
}

void read(Reading& reading, Raw& raw, const gongbao::Parser& parser, const ReadingOptions& options) {
  if (!raw.failure && raw.is_line) read_ndjson_line(raw);
  reading.id = raw.id;
  reading.url = raw.url;
  reading.bytes = raw.bytes.size();
  ParsedFile parsed = raw.failure ? ParsedFile{{}, std::move(raw.failure)} : parse_file(raw.bytes, parser);
  reading.failure = std::move(parsed.failure);
  reading.document = std::move(parsed.document);
  std::string().swap(raw.bytes);  // a long document's output needs the room
  if (reading.document) {
    reading.content = content_hash(*reading.document);
    if (options.sentences) reading.sentences = sentences(*reading.document);
  }
  write(reading, options);
}

Failure failure_of(const std::exception& error) {
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) {
    return {"out-of-memory", "There was not enough memory for it.", ""};
  }
  return {"internal-error", "Reading it failed.", error.what()};
}

}  // namespace

std::string in_english(const Failure& failure) {
  return std::string(failure.message) + (failure.detail.empty() ? "" : " (" + failure.detail + ")");
}

Reading read_document(Raw&& raw, const gongbao::Parser& parser, const ReadingOptions& options) noexcept {
  Reading reading;
  try {
    read(reading, raw, parser, options);
  } catch (const std::exception& error) {
    reading = Reading();
    reading.id = raw.id;
    reading.failure = failure_of(error);
    write(reading, options);
  }
  reading.after = raw.after;
  reading.consumed = raw.consumed;
  return reading;
}
