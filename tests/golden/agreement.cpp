#include "golden/agreement.h"

#include "golden/corpus.h"

namespace gongbao::tests {

evaluation::Figures agreement(const std::filesystem::path& bulletin, const std::string& text, std::string_view json) {
  std::filesystem::path gold = bulletin;
  const std::string annotation = read_file(gold.replace_extension(".gold.json"));
  const evaluation::Characters characters = evaluation::text_of_lines(text);
  const rapidjson::Document output = evaluation::parse_json(json);
  return score(evaluation::read_annotation(annotation, characters), characters,
               evaluation::read_output(evaluation::Node(output), text));
}

}  // namespace gongbao::tests
