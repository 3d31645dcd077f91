#include "property/documents.h"

#include <algorithm>
#include <utility>

#include "document_access.h"
#include "golden/invariants.h"
#include "gongbao/write.h"

namespace gongbao::tests {

ExactBytes::ExactBytes(std::string_view bytes) : bytes_(new char[bytes.size()]), size_(bytes.size()) {
  std::copy(bytes.begin(), bytes.end(), bytes_.get());
}

std::string everything(const Result& result) {
  JsonOptions options;
  options.with_text = true;
  options.explain = true;
  options.pretty = true;
  std::string json;
  if (result) {
    append_json(json, *result, options);
  } else {
    append_json_error(json, name(result.error().code), describe(result.error().code), options);
  }
  return json;
}

Document moved(Document document, std::string text, const std::function<std::uint32_t(std::uint32_t)>& move) {
  const auto place = [&](Span& span) { span = {move(span.begin), move(span.end)}; };
  for (Section& section : document.sections) place(section.span);
  for (Item& item : document.items) {
    place(item.span);
    if (!item.status.cue.empty()) place(item.status.cue);
    for (auto* const part : {&item.target_span, &item.progress_span}) {
      if (*part) place(**part);
    }
  }
  for (Record& record : document.records) {
    place(record.span);
    if (!record.reason.cue.empty()) place(record.reason.cue);
  }
  for (Diagnostic& diagnostic : document.diagnostics) place(diagnostic.span);
  DocumentAccess::set_text(document, std::move(text));
  return document;
}

std::string broken(const Parser& parser, std::string_view input) {
  const ExactBytes exact(input);
  const Result result = parser.parse(exact.view());
  std::string all;
  if (!result) return all;
  for (const std::string& one : broken_invariants(*result, exact.view())) all += one + "\n";
  return all;
}

}  // namespace gongbao::tests
