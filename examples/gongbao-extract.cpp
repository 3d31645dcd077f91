// Reads bulletins and writes what they say: for people on a terminal, for programs as JSON or CSV.
//
//   gongbao-extract page.txt                          a summary
//   gongbao-extract --format csv pages/*.txt > a.csv  one table of all figures
//   gongbao-extract --text page.html                  what was read as the bulletin
//   curl ... | gongbao-extract --format json -        standard input
//
// Text in any usual encoding, docx and xlsx are read by the library; PDF, doc, xls and RTF through a converter, where
// one is installed.
//
// Exit status: 0 all read; 1 a file could not be read (the others are written all the same), or the output could not
// be written; 2 wrong use.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <locale>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "gongbao/lexicon.h"
#include "gongbao/parser.h"
#include "gongbao/write.h"
#include "parse_file.h"
#include "program.h"
#include "summary.h"
#include "terminal.h"

namespace {

enum class Format { jsonl, json, csv, summary, text };

struct Settings {
  Format format = Format::jsonl;
  bool with_text = false;
  bool explain = false;
  std::vector<std::string> lexicons;  // TABLE=FILE
  std::vector<std::string> files;
};

constexpr std::string_view program = "gongbao-extract";

// Writes documents and failures in one of the formats.
class Report {
 public:
  explicit Report(const Settings& settings) : format_(settings.format) {
    json_.with_text = settings.with_text;
    json_.explain = settings.explain;
    json_.pretty = format_ == Format::json;
    summary_.width = terminal_width(stdout);
    summary_.explain = settings.explain;
  }

  void begin() {
    if (format_ == Format::json) buffer_ = "[\n";
    if (format_ == Format::csv) gongbao::append_csv_header(buffer_);
  }

  void document(const gongbao::Document& document, std::string_view source) {
    json_.source = source;
    separate();
    if (format_ == Format::csv) {
      append_csv(buffer_, document, source);
    } else if (format_ == Format::text) {
      buffer_ += document.body;
    } else if (format_ == Format::summary) {
      append_summary(buffer_, document, source, summary_);
    } else {
      append_json(buffer_, document, json_);
    }
    flush();
  }

  void failure(const Failure& failure, std::string_view source) {
    const std::string_view shown = source == "-" ? std::string_view(standard_input_) : source;
    const std::string detail = failure.detail.empty() ? "" : " (" + failure.detail + ")";
    complain(program, shown, translated(failure));
    if (is_for_people()) return;
    json_.source = source;
    if (format_ == Format::csv) {
      gongbao::append_csv_error(buffer_, failure.code, source);
    } else {
      separate();
      gongbao::append_json_error(buffer_, failure.code, std::string(failure.message) + detail, json_);
    }
    flush();
  }

  void end() {
    if (format_ == Format::json) output_.write("\n]\n");
    output_.close();
  }

 private:
  bool is_for_people() const { return format_ == Format::summary || format_ == Format::text; }

  void separate() {
    if (!first_ && format_ == Format::json) buffer_ += ",\n";
    if (!first_ && is_for_people()) buffer_ += format_ == Format::text ? "\n" : "\n\n";
    first_ = false;
  }

  void flush() {
    if (format_ == Format::jsonl) buffer_ += '\n';
    output_.write(buffer_);
    buffer_.clear();
  }

  Format format_;
  gongbao::JsonOptions json_;
  SummaryOptions summary_;
  std::string standard_input_ = translated("standard input");
  std::string buffer_;
  bool first_ = true;
  StandardOutput output_;
};

// Returns the exit status where there is nothing more to do: after --help, or after wrong use.
std::optional<int> read_arguments(int argc, char** argv, Settings& settings) {
  static const std::map<std::string, Format> formats = {
      {"jsonl", Format::jsonl}, {"json", Format::json}, {"csv", Format::csv}, {"summary", Format::summary}};
  std::string format = isatty(STDOUT_FILENO) != 0 ? "summary" : "jsonl";
  CLI::App app("Reads Chinese progress bulletins and writes what was promised and what was done.");
  app.set_version_flag("--version", "gongbao-extract " GONGBAO_VERSION);
  CLI::Option* const format_option =
      app.add_option("--format", format,
                     "jsonl: one object a line. json: one array of all documents. csv: one figure a row.\n"
                     "summary: for people. Without it: summary on a terminal, jsonl elsewhere")
          ->check(CLI::IsMember(&formats))
          ->type_name("jsonl|json|csv|summary");
  bool text = false;
  app.add_flag("--text", text,
               "Write what was read as the bulletin, for a person to check: its title, paragraphs, tables")
      ->excludes(format_option);
  app.add_flag("--with-text", settings.with_text, "JSON: add the text that all spans point into");
  app.add_flag("--explain", settings.explain, "JSON, summary: say of each figure what decided its role");
  app.add_option("--lexicon", settings.lexicons, "Add the words of a file to a table of the lexicon; may be repeated")
      ->allow_extra_args(false)
      ->check(check_lexicon)
      ->type_name("TABLE=FILE");
  app.add_option("FILE", settings.files, "Bulletins; - is standard input")->required()->type_name("");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  settings.format = text ? Format::text : formats.at(format);
  return std::nullopt;
}

int extract(const Settings& settings) {
  gongbao::Lexicon lexicon = gongbao::Lexicon::builtin();
  if (!add_lexicons(program, lexicon, settings.lexicons)) return 2;
  const gongbao::Options options;
  const gongbao::Parser parser(std::move(lexicon), options);
  Report report(settings);
  int status = 0;
  std::string bytes;
  report.begin();
  for (const std::string& file : settings.files) {
    ParsedFile parsed;
    if (const int error = read_file(file, options.max_bytes, bytes); error != 0) {
      parsed.failure = failure_of(error);
    } else {
      parsed = parse_file(bytes, parser);
    }
    if (parsed.failure) {
      report.failure(*parsed.failure, file);
      status = 1;
    } else {
      report.document(*parsed.document, file);
    }
  }
  report.end();
  return status;
}

}  // namespace

int main(int argc, char** argv) try {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that is gone is an error of writing like others
  std::locale::global(user_locale());
  Settings settings;
  const std::optional<int> status = read_arguments(argc, argv, settings);
  return status ? *status : extract(settings);
} catch (const std::system_error& error) {
  std::cerr << program << ": " << translated("The output cannot be written.") << " (" << error.code().message()
            << ")\n";
  return 1;
} catch (const std::exception& error) {
  std::cerr << program << ": " << error.what() << '\n';
  return 1;
}
