#include "score/json.h"

#include <rapidjson/error/en.h>

namespace evaluation {

rapidjson::Document parse_json(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  if (!document.HasParseError()) return document;
  throw FormatError("no JSON at byte " + std::to_string(document.GetErrorOffset()) + ": " +
                    rapidjson::GetParseError_En(document.GetParseError()));
}

Node Node::operator[](const char* key) const {
  if (!value_->IsObject()) fail("is no object");
  const auto found = value_->FindMember(key);
  if (found == value_->MemberEnd()) fail("has no \"" + std::string(key) + "\"");
  return {found->value, place_.empty() ? key : place_ + "." + key};
}

std::optional<Node> Node::find(const char* key) const {
  if (!value_->IsObject()) fail("is no object");
  const auto found = value_->FindMember(key);
  if (found == value_->MemberEnd() || found->value.IsNull()) return std::nullopt;
  return (*this)[key];
}

std::vector<Node> Node::list() const {
  if (!value_->IsArray()) fail("is no list");
  std::vector<Node> nodes;
  for (const rapidjson::Value& value : value_->GetArray())
    nodes.push_back({value, place_ + "[" + std::to_string(nodes.size()) + "]"});
  return nodes;
}

std::vector<Node> Node::one_or_list() const {
  if (!value_->IsArray()) return {*this};
  if (value_->Empty()) fail("is an empty list");
  return list();
}

std::string Node::string() const {
  if (!value_->IsString()) fail("is no string");
  return {value_->GetString(), value_->GetStringLength()};
}

double Node::number() const {
  if (!value_->IsNumber()) fail("is no number");
  return value_->GetDouble();
}

std::size_t Node::index() const {
  if (!value_->IsUint()) fail("is no index");
  return value_->GetUint();
}

bool Node::boolean() const {
  if (!value_->IsBool()) fail("is neither true nor false");
  return value_->GetBool();
}

void Node::fail(const std::string& what) const { throw FormatError((place_.empty() ? "it" : place_) + " " + what); }

}  // namespace evaluation
