// JSON that others wrote, read with messages that say where it is wrong.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace evaluation {

// What is wrong with an annotation or an output, in English, with its place: "quantities[3].value is no number".
struct FormatError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws FormatError where it is no JSON.
rapidjson::Document parse_json(std::string_view json);

// A value and the way to it. What is asked of it throws FormatError where it is of another kind.
class Node {
 public:
  // The root. The value must outlive the node and all that come from it.
  explicit Node(const rapidjson::Value& value) : value_(&value) {}

  Node operator[](const char* key) const;
  // None where the key is missing or its value is null.
  std::optional<Node> find(const char* key) const;
  std::vector<Node> list() const;
  // The elements of a list, or the value itself: for fields that hold one or several.
  std::vector<Node> one_or_list() const;

  bool is_null() const { return value_->IsNull(); }
  std::string string() const;
  double number() const;
  std::size_t index() const;  // a whole number from 0 on
  bool boolean() const;

  [[noreturn]] void fail(const std::string& what) const;

 private:
  Node(const rapidjson::Value& value, std::string place) : value_(&value), place_(std::move(place)) {}

  const rapidjson::Value* value_;
  std::string place_;
};

}  // namespace evaluation
