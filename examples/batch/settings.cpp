#include "settings.h"

#include <xxhash.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "../program.h"
#include "gongbao/parser.h"

namespace {

constexpr double usual_save_every = 2;
constexpr std::uint64_t usual_max_document = std::uint64_t{64} << 20;
constexpr std::uint64_t most_max_document = std::uint64_t{1} << 30;

constexpr const char* description =
    "Reads Chinese progress bulletins by the thousand.\n"
    "With --output: NDJSON, CSV and SQLite in a folder, restartable. Without: NDJSON on standard output, in order.";

void add_input_options(CLI::App& app, Settings& settings) {
  app.add_option("PATH", settings.inputs.paths,
                 "Folders, documents (.gz .bz2 .xz .zst too), archives (.tar .zip .7z .rar), .warc, .ndjson")
      ->type_name("");
  app.add_option("--files-from", settings.inputs.lists,
                 "Read the paths in a file, one a line or NUL-terminated; - is standard input")
      ->allow_extra_args(false)
      ->option_text("FILE");
  app.add_option("--ndjson", settings.inputs.ndjson,
                 "Read documents from lines {\"id\", \"url\", \"text\"|\"html\"|\"bytes\"}; - is standard input")
      ->allow_extra_args(false)
      ->option_text("FILE");
  app.add_option("--max-document", settings.max_document, "A longer document is not read (default 64mb)")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::Range(std::uint64_t{1}, most_max_document))
      ->option_text("SIZE");
  app.add_option("--lexicon", settings.lexicons, "Add the words of a file to a table of the lexicon; may be repeated")
      ->allow_extra_args(false)
      ->check(check_lexicon)
      ->option_text("TABLE=FILE");
}

void add_output_options(CLI::App& app, Settings& settings, std::vector<std::string>& formats, double& save_every) {
  CLI::Option* const output =
      app.add_option("-o,--output", settings.inputs.output, "The folder to write into")->type_name("FOLDER");
  app.add_option("--write", formats, "What to write there: ndjson,csv,sqlite (default: all)")
      ->delimiter(',')
      ->check(CLI::IsMember({"ndjson", "csv", "sqlite"}))
      ->allow_extra_args(false)
      ->option_text("FORMAT,...")
      ->needs(output);
  app.add_flag("--restart", settings.restart, "Forget what an earlier batch did in that folder")->needs(output);
  app.add_option("--save-every", save_every, "Save progress that often (default 2)")
      ->check(CLI::Range(0.0, 86400.0))
      ->option_text("SECONDS")
      ->needs(output);
  app.add_flag("--with-text", settings.with_text, "NDJSON: add the text that all spans point into");
  app.add_flag("--explain", settings.explain, "NDJSON: say of each figure what decided its role");
}

std::optional<int> check(const CLI::App& app, const Settings& settings) {
  const InputArguments& inputs = settings.inputs;
  const auto complain = [&](const CLI::ParseError& error) { return app.exit(error) == 0 ? 0 : 2; };
  if (inputs.paths.empty() && inputs.lists.empty() && inputs.ndjson.empty()) {
    return complain(CLI::RequiredError("PATH, --files-from or --ndjson"));
  }
  const auto standard_inputs = std::count(inputs.lists.begin(), inputs.lists.end(), "-") +
                               std::count(inputs.ndjson.begin(), inputs.ndjson.end(), "-");
  if (standard_inputs > 1) return complain(CLI::ValidationError("-", "standard input can be read only once"));
  return std::nullopt;
}

}  // namespace

std::optional<int> read_arguments(int argc, char** argv, Settings& settings) {
  settings.jobs = std::max(1U, std::thread::hardware_concurrency());
  settings.max_document = usual_max_document;
  double save_every = usual_save_every;
  std::vector<std::string> formats;
  CLI::App app(description);
  app.set_version_flag("--version", "gongbao-batch " GONGBAO_VERSION);
  add_input_options(app, settings);
  add_output_options(app, settings, formats, save_every);
  app.add_option("-j,--jobs", settings.jobs, "Threads that read documents (default: one a core)")
      ->check(CLI::Range(1, 1024))
      ->option_text("N");
  app.add_option("--log", settings.log, "Append what happens to a file, as NDJSON")->type_name("FILE");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  settings.save_every = std::chrono::duration<double>(save_every);
  const auto wanted = [&](std::string_view format) {
    return formats.empty() || std::find(formats.begin(), formats.end(), format) != formats.end();
  };
  settings.formats = {wanted("ndjson"), wanted("csv"), wanted("sqlite")};
  return check(app, settings);
}

std::optional<gongbao::Lexicon> read_lexicon(const std::vector<std::string>& arguments, std::uint64_t& fingerprint) {
  gongbao::Lexicon lexicon = gongbao::Lexicon::builtin();
  if (!add_lexicons("gongbao-batch", lexicon, arguments)) return std::nullopt;
  for (const std::string& argument : arguments) {
    std::string tsv;
    read_file(argument.substr(argument.find('=') + 1), gongbao::Options().max_bytes, tsv);
    fingerprint = XXH3_64bits_withSeed(argument.data(), argument.size(), fingerprint);
    fingerprint = XXH3_64bits_withSeed(tsv.data(), tsv.size(), fingerprint);
  }
  return lexicon;
}
