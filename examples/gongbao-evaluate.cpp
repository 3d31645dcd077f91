// Measures an extractor on annotated bulletins: gongbao itself, or any other whose output has the format gongbao/1.
//
//   gongbao-evaluate corpus/bulletins                      the figures of each bulletin, each layout and all
//   gongbao-evaluate --errors corpus/bulletins/x.txt       each miss too, with the sentence it stands in
//   other-extractor *.txt | gongbao-evaluate --output - .  another extractor, one JSON object a line
//
// An annotated bulletin is NAME.txt with NAME.gold.json beside it (corpus/GUIDELINES.md). Texts of a folder that have
// no annotation are mentioned and left out. The figures:
//   record     the headline: a quantity counts only with value, unit, bound and role all right
//   quantity   found, with value and unit right          bound, role   accuracy on those
//   indicator  mean overlap of characters with the annotated words
//   pair, section, item     as found                     meta   title, date of publication and period right
// record, quantity, pair, section and item are the harmonic mean of precision and recall, all in percent.
//
// Exit status: 0 the figures were written; 1 no figures, since a bulletin, an annotation or an output is missing or
// malformed (every one is complained of), or since they could not be written; 2 wrong use.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <locale>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "evaluation.h"
#include "gongbao/parser.h"
#include "gongbao/write.h"
#include "program.h"
#include "score/score.h"
#include "terminal.h"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view program = "gongbao-evaluate";
constexpr std::string_view gold_ending = ".gold.json";

struct Settings {
  std::string extension = "txt";
  std::string output;  // of another extractor; empty: gongbao is measured
  std::vector<std::string> lexicons;
  std::vector<std::string> paths;
  bool errors = false;
  bool json = false;
};

// Something is missing or malformed. The subject is a file, the message for people.
struct Problem : std::runtime_error {
  Problem(std::string about, const std::string& message) : std::runtime_error(message), subject(std::move(about)) {}
  std::string subject;
};

std::string read(const std::string& path) {
  std::string bytes;
  const int error = read_file(path, most_bytes_of_file, bytes);
  if (error != 0) throw Problem(path, translated(failure_of(error)));
  return bytes;
}

// --- The bulletins ---

struct Bulletin {
  std::string name;
  fs::path gold;
  fs::path text;   // the annotated text
  fs::path input;  // what the extractor reads: the text, or NAME with another ending
};

Bulletin bulletin_of(const fs::path& folder, const std::string& name, const std::string& extension) {
  return {name, folder / (name + std::string(gold_ending)), folder / (name + ".txt"),
          folder / (name + "." + extension)};
}

std::vector<fs::path> sorted_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Bulletin> bulletins_in(const fs::path& folder, const std::string& extension) {
  std::vector<Bulletin> bulletins;
  for (const fs::path& path : sorted_files(folder)) {
    const std::string file = path.filename().string();
    if (file.ends_with(gold_ending)) {
      Bulletin bulletin = bulletin_of(folder, file.substr(0, file.size() - gold_ending.size()), extension);
      if (fs::exists(bulletin.input)) bulletins.push_back(std::move(bulletin));
    } else if (path.extension() == "." + extension &&
               !fs::exists(bulletin_of(folder, path.stem().string(), extension).gold)) {
      complain(program, path.string(), translated("It has no annotation and is left out."));
    }
  }
  if (bulletins.empty()) throw Problem(folder.string(), translated("There are no annotated bulletins there."));
  return bulletins;
}

std::vector<Bulletin> bulletins_at(const fs::path& path, const std::string& extension) {
  if (fs::is_directory(path)) return bulletins_in(path, extension);
  Bulletin bulletin = bulletin_of(path.parent_path(), path.stem().string(), extension);
  if (!fs::exists(bulletin.input)) throw Problem(bulletin.input.string(), translated("There is no such file."));
  if (!fs::exists(bulletin.gold)) throw Problem(bulletin.gold.string(), translated("The annotation is missing."));
  return {std::move(bulletin)};
}

// --- What the extractors say ---

// gongbao's own output, by way of its JSON: whoever is measured is read alike.
class Extractor {
 public:
  explicit Extractor(gongbao::Parser parser) : parser_(std::move(parser)) {}

  rapidjson::Document operator()(const fs::path& input, std::string_view bytes) const {
    const std::string source = input.string();
    gongbao::JsonOptions options;
    options.source = source;
    options.with_text = true;
    std::string json;
    const gongbao::Result result = parser_.parse(bytes);
    if (result) {
      append_json(json, *result, options);
    } else {
      gongbao::append_json_error(json, name(result.error().code), describe(result.error().code), options);
    }
    return evaluation::parse_json(json);
  }

 private:
  gongbao::Parser parser_;
};

// The outputs in a file, one a line, found by their source: the path as it was given here, or else the file's name.
class OutputFile {
 public:
  explicit OutputFile(const std::string& path) : path_(path) {
    const std::string lines = read(path);
    for (std::size_t begin = 0, line = 1; begin < lines.size(); ++line) {
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      add(std::string_view(lines).substr(begin, end - begin), line);
      begin = end + 1;
    }
  }

  const rapidjson::Document& operator()(const fs::path& input) const {
    const auto exact = by_source_.find(input.string());
    if (exact != by_source_.end()) return exact->second;
    const rapidjson::Document* found = nullptr;
    for (const auto& [source, document] : by_source_) {
      if (fs::path(source).filename() != input.filename()) continue;
      if (found != nullptr) throw Problem(input.string(), translated("Several outputs have a source of that name."));
      found = &document;
    }
    if (found == nullptr) throw Problem(input.string(), translated("No output has that source."));
    return *found;
  }

 private:
  void add(std::string_view json, std::size_t line) {
    if (json.find_first_not_of(" \t\r") == json.npos) return;
    const std::string place = path_ + ":" + std::to_string(line);
    try {
      rapidjson::Document document = evaluation::parse_json(json);
      const std::string source = evaluation::Node(document)["source"].string();
      if (!by_source_.emplace(source, std::move(document)).second)
        throw evaluation::FormatError("a second output of " + source);
    } catch (const evaluation::FormatError& error) {
      throw Problem(place, error.what());
    }
  }

  std::string path_;
  std::map<std::string, rapidjson::Document> by_source_;
};

// --- The evaluation ---

// Runs what may throw FormatError and says which file is meant.
template <class Read>
auto naming(const std::string& subject, Read read_it) {
  try {
    return read_it();
  } catch (const evaluation::FormatError& error) {
    throw Problem(subject, error.what());
  }
}

class Evaluation {
 public:
  // Measures what stands in `outputs`, or without it the extractor. Both must outlive the evaluation.
  Evaluation(const Extractor& extractor, const std::optional<OutputFile>& outputs)
      : extractor_(extractor), outputs_(outputs) {}

  EvaluatedBulletin operator()(const Bulletin& bulletin) const {
    const std::string bytes = read(bulletin.text.string());
    const evaluation::Characters text = evaluation::text_of_lines(bytes);
    const std::string gold = read(bulletin.gold.string());
    const evaluation::Annotation annotation =
        naming(bulletin.gold.string(), [&] { return evaluation::read_annotation(gold, text); });
    EvaluatedBulletin evaluated{bulletin.name, annotation.layout, {}, {}};
    evaluated.figures = score(annotation, text, output_of(bulletin, bytes),
                              [&](const evaluation::Miss& miss) { evaluated.misses.push_back(miss); });
    return evaluated;
  }

 private:
  evaluation::Output output_of(const Bulletin& bulletin, const std::string& text) const {
    const auto read_it = [&](const rapidjson::Document& document) {
      return naming(bulletin.input.string(), [&] {
        try {
          return evaluation::read_output(evaluation::Node(document), text);
        } catch (const evaluation::FormatError& error) {
          throw evaluation::FormatError(translated("The output breaks the format:") + " " + error.what());
        }
      });
    };
    if (outputs_) return read_it((*outputs_)(bulletin.input));
    return read_it(extractor_(bulletin.input, read(bulletin.input.string())));
  }

  const Extractor& extractor_;
  const std::optional<OutputFile>& outputs_;
};

// Goes on where there is a problem, so that all of them are told at once; false if there was one.
template <class Values, class Do>
bool each(const Values& values, Do do_it) {
  bool good = true;
  for (const auto& value : values) {
    try {
      do_it(value);
    } catch (const Problem& problem) {
      complain(program, problem.subject, problem.what());
      good = false;
    }
  }
  return good;
}

int evaluate(const Settings& settings) {
  gongbao::Lexicon lexicon = gongbao::Lexicon::builtin();
  if (!add_lexicons(program, lexicon, settings.lexicons)) return 2;
  const Extractor extractor{gongbao::Parser(std::move(lexicon))};
  std::optional<OutputFile> outputs;
  if (!settings.output.empty()) outputs.emplace(settings.output);
  const Evaluation evaluation(extractor, outputs);

  std::vector<Bulletin> bulletins;
  bool good = each(settings.paths, [&](const std::string& path) {
    for (Bulletin& found : bulletins_at(path, settings.extension)) bulletins.push_back(std::move(found));
  });
  std::vector<EvaluatedBulletin> evaluated;
  good = each(bulletins, [&](const Bulletin& bulletin) { evaluated.push_back(evaluation(bulletin)); }) && good;
  if (!good) return 1;

  std::string text;
  settings.json ? append_json(text, evaluated, settings.errors) : append_table(text, evaluated, settings.errors);
  StandardOutput output;
  output.write(text);
  output.close();
  return 0;
}

// Returns the exit status where there is nothing more to do: after --help, or after wrong use.
std::optional<int> read_arguments(int argc, char** argv, Settings& settings) {
  CLI::App app("Measures how far an extractor agrees with annotated bulletins (NAME.txt with NAME.gold.json).");
  app.set_version_flag("--version", std::string(program) + " " GONGBAO_VERSION);
  app.add_flag("--errors", settings.errors, "Add each miss, with the sentence it stands in");
  app.add_flag("--json", settings.json, "Write one JSON object instead of a table");
  app.add_option("--ext", settings.extension, "Let the extractor read NAME.EXT; the annotation is of NAME.txt")
      ->type_name("EXT");
  auto* const lexicon = app.add_option("--lexicon", settings.lexicons,
                                       "Add the words of a file to a table of the lexicon; may be repeated")
                            ->allow_extra_args(false)
                            ->check(check_lexicon)
                            ->type_name("TABLE=FILE");
  app.add_option("--output", settings.output,
                 "Measure what another extractor wrote: one object of the format gongbao/1 a line, the bulletin's\n"
                 "path or file name as its \"source\"; - is standard input")
      ->excludes(lexicon)
      ->type_name("FILE");
  app.add_option("PATH", settings.paths, "Folders of annotated bulletins, or single ones")->required()->type_name("");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) try {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that is gone is an error of writing like others
  std::locale::global(user_locale());
  Settings settings;
  const std::optional<int> status = read_arguments(argc, argv, settings);
  return status ? *status : evaluate(settings);
} catch (const Problem& problem) {
  complain(program, problem.subject, problem.what());
  return 1;
} catch (const std::system_error& error) {
  std::cerr << program << ": " << translated("The output cannot be written.") << " (" << error.code().message()
            << ")\n";
  return 1;
} catch (const std::exception& error) {
  std::cerr << program << ": " << error.what() << '\n';
  return 1;
}
