// The few pieces of JSON that the batch writes itself: quarantine lines, log events, keys added to a document's line.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

// One JSON object without line breaks, key by key. Strings must be valid UTF-8.
class JsonObject {
 public:
  JsonObject() { writer_.StartObject(); }

  JsonObject& text(std::string_view key, std::string_view value) {
    name(key);
    writer_.String(value.data() == nullptr ? "" : value.data(), static_cast<rapidjson::SizeType>(value.size()));
    return *this;
  }
  // null where it is empty
  JsonObject& text_or_null(std::string_view key, std::string_view value) {
    if (!value.empty()) return text(key, value);
    name(key);
    writer_.Null();
    return *this;
  }
  JsonObject& number(std::string_view key, std::uint64_t value) {
    name(key);
    writer_.Uint64(value);
    return *this;
  }
  JsonObject& seconds(std::string_view key, double value) {
    name(key);
    writer_.SetMaxDecimalPlaces(3);
    writer_.Double(value);
    return *this;
  }

  // Ends the object.
  std::string_view take() {
    writer_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void name(std::string_view key) { writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size())); }

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};
