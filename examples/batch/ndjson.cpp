#include "ndjson.h"

#include <rapidjson/document.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace {

using Value = rapidjson::Value;

const Value* member(const Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string_view string_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

std::string id_of(const Value& value) {
  if (value.IsString()) return std::string(string_of(value));
  if (value.IsUint64()) return std::to_string(value.GetUint64());
  if (value.IsInt64()) return std::to_string(value.GetInt64());
  return {};
}

// What each base64 character stands for; -1 for all others. Both alphabets, + / and - _.
constexpr std::array<int, 256> base64_values() {
  std::array<int, 256> values{};
  values.fill(-1);
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    values[static_cast<std::uint8_t>(alphabet[i])] = static_cast<int>(i);
  values['+'] = values['-'] = 62;
  values['/'] = values['_'] = 63;
  return values;
}

std::optional<std::string> from_base64(std::string_view text) {
  static constexpr std::array<int, 256> values = base64_values();
  while (text.ends_with('=')) text.remove_suffix(1);
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = values[static_cast<std::uint8_t>(c)];
    if (value < 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::optional<std::string> bytes_of(const Value& line) {
  for (const char* const key : {"text", "html"}) {
    if (const Value* const value = member(line, key); value != nullptr && value->IsString()) {
      return std::string(string_of(*value));
    }
  }
  const Value* const value = member(line, "bytes");
  return value != nullptr && value->IsString() ? from_base64(string_of(*value)) : std::nullopt;
}

}  // namespace

void read_ndjson_line(Raw& raw) {
  const std::string line = std::move(raw.bytes);
  raw.bytes.clear();
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
  std::optional<std::string> bytes;
  if (!json.HasParseError() && json.IsObject()) {
    if (const Value* const id = member(json, "id"); id != nullptr && !id_of(*id).empty()) raw.id = id_of(*id);
    if (const Value* const url = member(json, "url"); url != nullptr && url->IsString()) raw.url = string_of(*url);
    bytes = bytes_of(json);
  }
  if (bytes) {
    raw.bytes = *std::move(bytes);
  } else {
    raw.failure = Failure{"bad-line", "The line is no JSON object with text, html or bytes (base64).", ""};
  }
}
