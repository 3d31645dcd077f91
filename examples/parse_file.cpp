#include "parse_file.h"

#include <utility>

#include "convert.h"
#include "gongbao/file_type.h"

using gongbao::ErrorCode;

ParsedFile parse_file(std::string_view bytes, const gongbao::Parser& parser) {
  gongbao::Result result = parser.parse(bytes);
  if (!result && result.error().code == ErrorCode::needs_converter) {
    const Converted converted = convert(bytes, gongbao::file_type(bytes));
    if (!converted.code.empty()) return {{}, Failure{converted.code, converted.message, converted.detail}};
    result = parser.parse(converted.bytes);
    if (!result && result.error().code == ErrorCode::empty_input) {
      return {{}, Failure{"no-text", "It holds no text, perhaps pictures of pages.", ""}};
    }
  }
  if (!result) return {{}, failure_of(result.error())};
  return {*std::move(result), {}};
}
