// gongbao-train: fits the weights of the lexicon to annotated bulletins and tells what they are worth.
//
//   gongbao-train [--fit roles,pairs] [--out FOLDER] [--test FOLDER]... FOLDER...
//   gongbao-train --leave-one-out [--fit ...] FOLDER...
//
// A folder holds NAME.txt with NAME.gold.json. Bulletins of one place (the name up to its first '-') are left out
// together.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "train/confidence_fit.h"
#include "train/trainer.h"

namespace gongbao::train {
namespace {

struct Settings {
  std::vector<std::filesystem::path> folders;
  std::vector<std::filesystem::path> tests;
  std::string out;
  What what{false, false};
  bool leave_one_out = false;
};

std::string percent(const std::optional<double>& figure) {
  char text[16];
  std::snprintf(text, sizeof text, "%8.1f", figure.value_or(0));
  return figure ? text : std::string(7, ' ') + '-';
}

// Figures by layout, and of all bulletins under "all".
class Summary {
 public:
  void add(const std::string& layout, const evaluation::Figures& figures) {
    by_layout_[layout].add(figures);
    all_.add(figures);
  }
  std::string line(const std::string& name, const std::string& layout) const {
    const evaluation::Figures& f = layout == "all" ? all_ : by_layout_.at(layout);
    return name + std::string(name.size() < 24 ? 24 - name.size() : 1, ' ') + percent(f.record.f()) +
           percent(f.quantity.f()) + percent(f.role.f()) + percent(f.indicator.f()) + percent(f.pair.f()) + '\n';
  }
  std::vector<std::string> layouts() const {
    std::vector<std::string> names;
    for (const auto& [name, figures] : by_layout_) names.push_back(name);
    names.emplace_back("all");
    return names;
  }

 private:
  std::map<std::string, evaluation::Figures> by_layout_;
  evaluation::Figures all_;
};

void print(const std::vector<std::pair<std::string, Summary>>& summaries) {
  std::cout << "layout                       record quantity    role  indic.    pair\n";
  for (const std::string& layout : summaries.front().second.layouts()) {
    for (const auto& [name, summary] : summaries) std::cout << summary.line(layout + ' ' + name, layout);
  }
}

void print(const AllSaid& all) {
  std::cout << "records\n" << reliability_table(all.records) << "pairs\n" << reliability_table(all.pairs);
}

Summary summarise(const std::vector<Bulletin>& bulletins, const std::vector<Reading>& readings) {
  Summary summary;
  for (std::size_t b = 0; b < bulletins.size(); ++b) summary.add(bulletins[b].gold.layout, readings[b].figures);
  return summary;
}

std::vector<Reading> read_all(const std::vector<Bulletin>& bulletins, const Lexicon& lexicon) {
  std::vector<Reading> readings;
  for (const Bulletin& bulletin : bulletins) readings.push_back(read(bulletin, lexicon));
  return readings;
}

void print_idle_words(const Trainer& trainer) {
  std::cout << "\nCue words that would weigh hardly anything, or the other way, if they were held loosely:\n";
  for (const Trainer::IdleWord& idle : trainer.idle_words())
    std::printf("  %s %.1f -> %.1f in %d items\n", idle.word.c_str(), idle.before, idle.after, idle.times);
  std::fflush(stdout);
}

std::vector<Outcomes> outcomes_of_all(const std::vector<Bulletin>& bulletins, std::vector<Reading> readings) {
  std::vector<Outcomes> all;
  for (std::size_t b = 0; b < bulletins.size(); ++b) all.push_back(outcomes_of(bulletins[b], std::move(readings[b])));
  return all;
}

std::vector<const Outcomes*> pointers(const std::vector<Outcomes>& all) {
  std::vector<const Outcomes*> result;
  for (const Outcomes& outcomes : all) result.push_back(&outcomes);
  return result;
}

// Each bulletin is read with weights from those of all other places.
std::vector<Reading> read_left_out(const std::vector<Bulletin>& bulletins, const Trainer& trainer,
                                   const Lexicon& lexicon, What what) {
  std::map<std::string, Lexicon> lexicons;
  std::vector<Reading> readings;
  for (const Bulletin& bulletin : bulletins) {
    auto found = lexicons.find(bulletin.place);
    if (found == lexicons.end()) {
      found = lexicons.emplace(bulletin.place, with_rows(lexicon, trainer.fit(what, bulletin.place))).first;
    }
    readings.push_back(read(bulletin, found->second));
  }
  return readings;
}

void write(const std::string& folder, const Rows& rows) {
  std::filesystem::create_directories(folder);
  for (const auto& [table, tsv] : rows) {
    std::ofstream file(std::filesystem::path(folder) / (table + ".tsv"), std::ios::binary);
    file << tsv;
    if (!file.flush()) throw std::runtime_error("cannot write to " + folder);
  }
}

void run(const Settings& settings) {
  const std::vector<Bulletin> bulletins = read_bulletins(settings.folders);
  const Lexicon lexicon = Lexicon::builtin();
  Trainer trainer(bulletins, lexicon);
  trainer.choose_priors(settings.what);
  std::cout << trainer.describe() << "\n\n";
  const bool trains = settings.what.roles || settings.what.pairs;
  std::vector<std::pair<std::string, Summary>> summaries = {{"built-in", summarise(bulletins, trainer.readings())}};
  std::vector<Reading> left_out = settings.leave_one_out && trains
                                      ? read_left_out(bulletins, trainer, lexicon, settings.what)
                                      : read_all(bulletins, lexicon);
  if (settings.leave_one_out && trains) summaries.emplace_back("left out", summarise(bulletins, left_out));
  Rows rows = trainer.fit(settings.what);
  const Lexicon trained = with_rows(lexicon, rows);
  if (trains) summaries.emplace_back("trained", summarise(bulletins, read_all(bulletins, trained)));
  print(summaries);
  if (settings.what.roles) print_idle_words(trainer);

  const std::vector<Outcomes> outcomes = outcomes_of_all(bulletins, std::move(left_out));
  const ConfidenceWeights confidence = fit_confidence(pointers(outcomes));
  rows["confidence"] = confidence_rows(confidence);
  AllSaid present;
  AllSaid said;
  std::map<std::string, ConfidenceWeights> by_place;
  for (const Outcomes& each : outcomes) {
    if (by_place.count(each.place) == 0) by_place[each.place] = fit_confidence(pointers(outcomes), each.place);
    say(each, by_place[each.place], said);
    say(each, confidence_parameters(lexicon), present);
  }
  std::cout << "\nConfidence of the built-in weights\n";
  print(present);
  std::cout << "\nConfidence of weights from the bulletins of other places\n";
  print(said);
  if (!settings.out.empty()) write(settings.out, rows);

  for (const auto& folder : settings.tests) {
    const std::vector<Bulletin> unseen = read_bulletins({folder});
    std::cout << '\n' << folder.string() << ", " << unseen.size() << " bulletins\n";
    std::vector<Reading> readings = read_all(unseen, trained);
    print({{"built-in", summarise(unseen, read_all(unseen, lexicon))}, {"trained", summarise(unseen, readings)}});
    AllSaid there;
    for (const Outcomes& each : outcomes_of_all(unseen, std::move(readings))) say(each, confidence, there);
    print(there);
  }
}

}  // namespace
}  // namespace gongbao::train

int main(int argc, char** argv) try {
  gongbao::train::Settings settings;
  std::vector<std::string> fit;
  CLI::App app("Fits the weights of the lexicon to annotated bulletins.");
  app.add_option("--fit", fit, "What is fitted besides confidence: roles, pairs, both or nothing")->delimiter(',');
  app.add_option("--out", settings.out, "Writes the fitted rows there, one TSV file a table");
  app.add_option("--test", settings.tests, "Also scores the bulletins of this folder; may be repeated")
      ->allow_extra_args(false);
  app.add_flag("--leave-one-out", settings.leave_one_out, "Scores each bulletin with weights from all other places");
  app.add_option("FOLDER", settings.folders, "Folders of NAME.txt with NAME.gold.json")->required();
  CLI11_PARSE(app, argc, argv);
  for (const std::string& what : fit) {
    settings.what.roles |= what == "roles";
    settings.what.pairs |= what == "pairs";
  }
  gongbao::train::run(settings);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "gongbao-train: " << error.what() << '\n';
  return 1;
}
