#include "train/bulletins.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "build.h"
#include "decode/decode.h"
#include "golden/corpus.h"
#include "gongbao/write.h"

namespace gongbao::train {

std::vector<Bulletin> read_bulletins(const std::vector<std::filesystem::path>& folders) {
  std::vector<Bulletin> bulletins;
  std::set<std::string> known;
  for (const auto& folder : folders) {
    for (auto path : tests::files_in(folder, ".txt")) {
      const std::string name = path.stem().string();
      if (!std::filesystem::exists(folder / (name + ".gold.json")) || !known.insert(name).second) continue;
      Bulletin bulletin;
      bulletin.name = name;
      bulletin.place = name.substr(0, name.find('-'));
      bulletin.text = tests::read_file(path);
      bulletin.gold = evaluation::read_annotation(tests::read_file(folder / (name + ".gold.json")),
                                                  evaluation::text_of_lines(bulletin.text));
      bulletins.push_back(std::move(bulletin));
    }
  }
  return bulletins;
}

Reading read(const Bulletin& bulletin, const Lexicon& lexicon) {
  auto decoded = decode(bulletin.text);
  if (std::holds_alternative<Error>(decoded)) throw std::runtime_error(bulletin.name + " cannot be read");
  Reading reading;
  constexpr std::size_t all_diagnostics = 1'000'000;
  reading.document =
      build_document(std::get<Text>(std::move(decoded)), lexicon.impl(), all_diagnostics, &reading.findings);
  reading.record_values =
      record_values(reading.findings, reading.document, reading.document.diagnostics, lexicon.impl());
  std::string json;
  append_json(json, reading.document, {});
  const rapidjson::Document parsed = evaluation::parse_json(json);
  const evaluation::Output output = evaluation::read_output(evaluation::Node(parsed), bulletin.text);
  const evaluation::Characters text = evaluation::text_of_lines(bulletin.text);
  reading.verdicts = evaluation::judge(bulletin.gold, text, output);
  reading.figures = evaluation::score(bulletin.gold, text, output);
  return reading;
}

std::optional<Role> gold_role(const Bulletin& bulletin, const Reading& reading, std::size_t record) {
  const auto quantity = reading.verdicts.quantities[record];
  if (!quantity) return std::nullopt;
  const evaluation::Quantity& gold = bulletin.gold.quantities[*quantity];
  if (gold.optional || gold.roles.size() != 1) return std::nullopt;
  for (const Role each : {Role::target, Role::achievement, Role::context}) {
    if (name(each) == gold.roles.front()) return each;
  }
  return std::nullopt;
}

}  // namespace gongbao::train
