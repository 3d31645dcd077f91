#include "batch_output.h"

#include "json_text.h"
#include "tables.h"

namespace {

constexpr std::array<std::string_view, output_files> file_names = {"documents.ndjson", "quarantine.ndjson",
                                                                   "documents.csv", "records.csv", "pairs.csv"};

std::array<bool, output_files> wanted_files(const Formats& formats) {
  return {formats.ndjson, true, formats.csv, formats.csv, formats.csv};
}

void append_quarantine(std::string& out, const Reading& reading) {
  JsonObject line;
  line.text("id", reading.id).text_or_null("url", reading.url).text("code", reading.failure->code);
  line.text("message", in_english(*reading.failure)).number("bytes", reading.bytes);
  out.append(line.take()).append("\n");
}

}  // namespace

std::vector<std::string_view> output_names(const Formats& formats) {
  std::vector<std::string_view> names;
  for (std::size_t file = 0; file < output_files; ++file) {
    if (wanted_files(formats)[file]) names.push_back(file_names[file]);
  }
  if (formats.sqlite) names.push_back(database_name);
  return names;
}

BatchOutput::BatchOutput(const std::string& folder, const Formats& formats, const std::string& fingerprint,
                         std::chrono::duration<double> save_every)
    : formats_(formats),
      save_every_(save_every),
      journal_(folder, std::string(formats.sqlite ? database_name : ""), fingerprint),
      progress_(journal_.saved()),
      last_saved_(std::chrono::steady_clock::now()) {
  if (progress_.phase == Phase::publishing) return;
  open_files(folder);
  if (formats_.sqlite) database_.emplace(journal_.database());
}

void BatchOutput::open_files(const std::string& folder) {
  for (std::size_t file = 0; file < output_files; ++file) {
    if (!wanted_files(formats_)[file]) continue;
    files_[file].emplace(folder + '/' + std::string(file_names[file]), progress_.sizes[file]);
  }
  if (!formats_.csv || progress_.sizes[documents_csv] != 0) return;
  std::string documents, records, pairs;
  append_documents_csv_header(documents);
  gongbao::append_csv_header(records);
  append_pairs_csv_header(pairs);
  append(documents_csv, documents);
  append(records_csv, records);
  append(pairs_csv, pairs);
}

void BatchOutput::append(File file, std::string_view bytes) {
  if (files_[file]) files_[file]->write(bytes);
}

bool BatchOutput::write(const Reading& reading) {
  const Origin origin{static_cast<std::int64_t>(progress_.counts.documents + 1), reading.id};
  std::optional<Origin> first;
  if (reading.document) first = journal_.seen(reading.content, origin);
  append_document(reading, first ? first->id : "");
  if (database_) {
    database_->write(reading, origin.number, first ? std::optional(first->number) : std::nullopt);
  }
  progress_.counts.add(reading);
  if (first) ++progress_.counts.duplicates;
  progress_.position = reading.after;
  if (std::chrono::steady_clock::now() - last_saved_ < save_every_) return false;
  save();
  return true;
}

void BatchOutput::append_document(const Reading& reading, const std::string& duplicate_of) {
  std::string text;
  if (reading.failure) {
    append_quarantine(text, reading);
    append(quarantine, text);
  } else {
    JsonObject keys;
    const std::string_view last = keys.text_or_null("duplicate_of", duplicate_of).take();
    text.append(reading.json).append(",").append(last.substr(1)).append("\n");
    append(documents_ndjson, text);
  }
  if (!formats_.csv) return;
  std::string row;
  append_documents_csv(row, reading, duplicate_of);
  append(documents_csv, row);
  append(records_csv, reading.records_csv);
  append(pairs_csv, reading.pairs_csv);
}

void BatchOutput::save() {
  for (std::size_t file = 0; file < output_files; ++file) {
    if (!files_[file]) continue;
    files_[file]->sync();
    progress_.sizes[file] = files_[file]->size();
  }
  journal_.save(progress_);
  last_saved_ = std::chrono::steady_clock::now();
}

Counts BatchOutput::finish() {
  if (progress_.phase == Phase::reading) {
    progress_.phase = Phase::indexing;
    save();
  }
  if (progress_.phase == Phase::indexing) {
    if (formats_.sqlite) journal_.database().execute(database_indexes);
    progress_.phase = Phase::publishing;
    save();
  }
  return progress_.counts;
}
