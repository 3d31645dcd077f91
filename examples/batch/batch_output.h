// Everything a batch writes into its folder, in the order of the documents.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "append_file.h"
#include "database_output.h"
#include "journal.h"
#include "reading.h"

struct Formats {
  bool ndjson = true;
  bool csv = true;
  bool sqlite = true;
};

constexpr std::string_view database_name = "bulletins.sqlite";

// The names of the outputs.
std::vector<std::string_view> output_names(const Formats& formats);

class BatchOutput {
 public:
  // folder: that of the unfinished batch; one that was begun is gone on with. save_every: how much work may be lost
  // when the batch is killed.
  BatchOutput(const std::string& folder, const Formats& formats, const std::string& fingerprint,
              std::chrono::duration<double> save_every);

  // Where to read on, and what is done already.
  const Progress& saved() const noexcept { return journal_.saved(); }
  bool resumed() const noexcept { return journal_.resumed(); }

  // True where progress was saved.
  bool write(const Reading& reading);
  void save();
  // Makes the indexes. Returns the final counts; after that the object is good for nothing.
  Counts finish();
  const Counts& counts() const noexcept { return progress_.counts; }

 private:
  enum File : std::size_t { documents_ndjson, quarantine, documents_csv, records_csv, pairs_csv };

  void open_files(const std::string& folder);
  void append(File file, std::string_view bytes);
  void append_document(const Reading& reading, const std::string& duplicate_of);

  Formats formats_;
  std::chrono::duration<double> save_every_;
  Journal journal_;
  std::array<std::optional<AppendFile>, output_files> files_;  // by File; some are not wanted
  std::optional<DatabaseOutput> database_;
  Progress progress_;
  std::chrono::steady_clock::time_point last_saved_;
};
