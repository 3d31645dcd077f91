// Reads bulletins by the thousand: folders, lists of files, archives, web archives, NDJSON.
//
//   gongbao-batch -o out pages/ old.zip crawl.warc.gz   NDJSON, CSV and SQLite in the folder `out`
//   find . -name '*.html' -print0 | gongbao-batch -o out --files-from -
//   producer | gongbao-batch --ndjson - | consumer      a filter: one line in, one line out, in order
//
// How it works: this thread reads documents as bytes (Source), `jobs` threads turn them into what is to be written
// (read_document), one thread writes, in the order of the input (BatchOutput, or standard output). So neither order
// nor bytes of the output depend on the number of threads. The queue between them is bounded (OrderedPool). While a
// batch is unfinished its folder holds a journal (Journal) from which it goes on after it was killed.
//
// Exit status: 0 all documents were read; 1 some could not be read (quarantine.ndjson, or error lines, name them);
// 2 wrong use, nothing was done; 3 stopped before the end: a full disk, a reader that is gone, an input that vanished.
// What was finished then is kept, and the same command goes on.
#include <rapidjson/document.h>
#include <unistd.h>
#include <xxhash.h>

#include <boost/locale.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <locale>
#include <optional>
#include <string>
#include <system_error>

#include "batch/append_file.h"
#include "batch/batch_folder.h"
#include "batch/batch_output.h"
#include "batch/event_log.h"
#include "batch/failure.h"
#include "batch/input_list.h"
#include "batch/interrupt.h"
#include "batch/json_text.h"
#include "batch/ordered_pool.h"
#include "batch/progress_bar.h"
#include "batch/reading.h"
#include "batch/settings.h"
#include "batch/source.h"
#include "gongbao/parser.h"
#include "program.h"
#include "terminal.h"

namespace {

enum Status : int { all_read = 0, some_quarantined = 1, wrong_use = 2, stopped = 3 };

void tell(std::string_view subject, std::string_view message, std::string_view detail = {}) {
  const std::string more = detail.empty() ? "" : " (" + printable(detail) + ")";
  complain("gongbao-batch", subject, translated(message) + more);
}

// Everything that the output's bytes depend on, but the inputs' content: arguments, words, and the program itself.
std::string fingerprint_of(const Settings& settings, std::uint64_t lexicon, std::uint64_t inputs) {
  std::ifstream self("/proc/self/exe", std::ios::binary);
  const std::string program(std::istreambuf_iterator<char>(self), {});
  JsonObject object;
  object.text("version", GONGBAO_VERSION).number("program", XXH3_64bits(program.data(), program.size()));
  object.number("inputs", inputs).number("lexicon", lexicon).number("max_document", settings.max_document);
  object.number("formats", settings.formats.ndjson + 2U * settings.formats.csv + 4U * settings.formats.sqlite);
  object.number("with_text", settings.with_text).number("explain", settings.explain);
  return std::string(object.take());
}

// Runs all documents of the source through the workers into `consume`. What was read is consumed, even where the
// source then stops.
void run(Source& source, const gongbao::Parser& parser, const Settings& settings, const ReadingOptions& options,
         const std::function<void(Reading&&)>& consume) {
  constexpr std::size_t things_for_each_job = 16;
  PoolLimits limits;
  limits.jobs = settings.jobs;
  limits.things = settings.jobs * things_for_each_job;
  OrderedPool<Raw, Reading> pool(
      limits, [&](Raw&& raw) { return read_document(std::move(raw), parser, options); }, consume);
  try {
    for (std::optional<Raw> raw; (raw = source.next()) && !interrupted();) {
      const std::size_t weight = raw->bytes.size();
      pool.push(*std::move(raw), weight);
    }
    // Also behind the last document: the end of a pipe may be that of its writer, who had the same signal.
    if (interrupted()) throw Stop("", "It was interrupted.");
  } catch (const Stop&) {
    pool.finish();
    throw;
  }
  pool.finish();
}

int run_filter(const Settings& settings, const gongbao::Parser& parser, EventLog& log) {
  InputList inputs("", settings.inputs);
  log.start(inputs.files(), inputs.bytes(), settings.jobs, 0);
  Source source(inputs, settings.max_document, {});
  ReadingOptions options;
  options.with_text = settings.with_text;
  options.explain = settings.explain;
  Counts counts;
  run(source, parser, settings, options, [&](Reading&& reading) {
    reading.json += "}\n";
    write_all(STDOUT_FILENO, reading.json);
    counts.add(reading);
    if (reading.failure) log.quarantine(reading.id, reading.failure->code);
  });
  log.counts("finish", counts);
  return counts.quarantined == 0 ? all_read : some_quarantined;
}

// The report of a finished batch: what it was made from, what it found.
std::string report_of(const std::string& fingerprint, const Counts& counts) {
  JsonObject object;
  object.text("made_from", fingerprint);
  append_counts(object, counts);
  return std::string(object.take()) + '\n';
}

// The exit status of a batch that was finished before.
int finished_before(const std::string& folder, const std::string& report, const std::string& fingerprint) {
  rapidjson::Document json;
  json.Parse(report.data(), report.size());
  const bool is_report = !json.HasParseError() && json.IsObject() && json.HasMember("made_from") &&
                         json["made_from"].IsString() && json.HasMember("quarantined") &&
                         json["quarantined"].IsUint64();
  if (!is_report || json["made_from"].GetString() != fingerprint) {
    throw WrongUse(folder, "A finished batch with other inputs or options is there. --restart replaces it.");
  }
  tell(folder, "The batch is finished already. --restart does it again.");
  return json["quarantined"].GetUint64() == 0 ? all_read : some_quarantined;
}

void write_documents(const Settings& settings, const gongbao::Parser& parser, InputList& inputs, BatchOutput& output,
                     EventLog& log) {
  const InterruptGuard guard;
  const Progress from = output.saved();
  log.start(inputs.files(), inputs.bytes(), settings.jobs, from.counts.documents);
  Source source(inputs, settings.max_document, from.position);
  ProgressBar bar(inputs.bytes(), source.consumed(), from.counts);
  ReadingOptions options;
  options.with_text = settings.with_text;
  options.explain = settings.explain;
  options.csv = settings.formats.csv;
  options.sentences = settings.formats.sqlite;
  const auto consume = [&](Reading&& reading) {
    const bool saved = output.write(reading);
    if (reading.failure) log.quarantine(reading.id, reading.failure->code);
    if (saved) log.counts("save", output.counts());
    bar.show(output.counts(), reading.consumed);
  };
  try {
    run(source, parser, settings, options, consume);
  } catch (const Stop&) {
    output.save();
    throw;
  }
}

int run_batch(const Settings& settings, const gongbao::Parser& parser, std::uint64_t lexicon, EventLog& log) {
  BatchFolder folder(settings.inputs.output, settings.restart);
  if (const std::optional<std::string> report = folder.report()) {
    const std::uint64_t inputs = fingerprint_of(settings.inputs);
    return finished_before(settings.inputs.output, *report, fingerprint_of(settings, lexicon, inputs));
  }
  show_step("Looking for documents…");
  const std::vector<std::string_view> names = output_names(settings.formats);
  const std::string unfinished = folder.begin(names);
  setenv("SQLITE_TMPDIR", unfinished.c_str(), 1);  // sorting for an index may need room
  Counts counts;
  std::string fingerprint;
  {
    InputList inputs(unfinished + "/inputs.sqlite", settings.inputs);
    fingerprint = fingerprint_of(settings, lexicon, inputs.fingerprint());
    BatchOutput output(unfinished, settings.formats, fingerprint, settings.save_every);
    if (output.saved().phase == Phase::reading) write_documents(settings, parser, inputs, output, log);
    show_step("Making the indexes…");
    counts = output.finish();
  }
  const std::string database = unfinished + '/' + std::string(database_name);
  if (std::filesystem::exists(database)) forget_transactions(database);
  folder.publish(names, report_of(fingerprint, counts));
  log.counts("finish", counts);
  show_end(counts, settings.inputs.output);
  return counts.quarantined == 0 ? all_read : some_quarantined;
}

int run_command(const Settings& settings, EventLog& log) {
  std::uint64_t fingerprint = 0;
  gongbao::Options options;
  options.max_bytes = settings.max_document;
  std::optional<gongbao::Lexicon> lexicon = read_lexicon(settings.lexicons, fingerprint);
  if (!lexicon) return wrong_use;
  const gongbao::Parser parser(*std::move(lexicon), options);
  if (settings.inputs.output.empty()) return run_filter(settings, parser, log);
  return run_batch(settings, parser, fingerprint, log);
}

// Says why it stopped, and what remains of it.
int stop(const Settings& settings, EventLog& log, std::string_view subject, const std::string& message,
         const std::string& detail) {
  tell(subject, message, detail);
  log.stop(message);
  if (BatchFolder::is_begun(settings.inputs.output)) {
    tell(settings.inputs.output, "What was finished is kept there. The same command goes on from it.");
  }
  return stopped;
}

int run_and_explain(const Settings& settings, EventLog& log) try {
  return run_command(settings, log);
} catch (const WrongUse&) {
  throw;
} catch (const Stop& error) {
  return stop(settings, log, error.subject(), error.what(), error.detail());
} catch (const SqliteError& error) {
  return stop(settings, log, settings.inputs.output, "The output cannot be written.", error.what());
} catch (const std::system_error& error) {
  return stop(settings, log, settings.inputs.output, "The output cannot be written.", error.what());
}

}  // namespace

int main(int argc, char** argv) try {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that is gone is an error of writing like others
  std::locale::global(user_locale());
  Settings settings;
  if (const std::optional<int> status = read_arguments(argc, argv, settings)) return *status;
  EventLog log(settings.log);
  return run_and_explain(settings, log);
} catch (const WrongUse& error) {
  tell(error.subject(), error.what(), error.detail());
  return wrong_use;
} catch (const std::exception& error) {
  tell("", error.what());
  return stopped;
}
