// Annotated bulletins, and what the library reads in them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "confidence/confidence.h"
#include "gongbao/document.h"
#include "gongbao/lexicon.h"
#include "score/score.h"

namespace gongbao::train {

struct Bulletin {
  std::string name;
  std::string place;  // the name up to its first '-': bulletins of one place are left out together
  std::string text;
  evaluation::Annotation gold;
};

// NAME.txt with NAME.gold.json of all folders; of equal names only the first. Throws where something cannot be read.
std::vector<Bulletin> read_bulletins(const std::vector<std::filesystem::path>& folders);

struct Reading {
  Document document;
  Findings findings;  // its cues are the lexicon's
  std::vector<RecordValues> record_values;
  evaluation::Verdicts verdicts;
  evaluation::Figures figures;
};

Reading read(const Bulletin& bulletin, const Lexicon& lexicon);

// The role the annotation gives a record; none where it gives none, several, or leaves the quantity open.
std::optional<Role> gold_role(const Bulletin& bulletin, const Reading& reading, std::size_t record);

}  // namespace gongbao::train
