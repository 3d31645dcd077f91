// How far a batch has come, kept so that it can be killed at any moment.
//
// The journal is an SQLite file; the database output is attached to the same connection as `out`. save() first puts
// the other outputs on the disk and then commits one transaction over both databases: rows, sizes of the other
// outputs and the position in the input change together or not at all. A batch that is started again cuts the other
// outputs to the saved sizes and reads on from the saved position.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "content.h"
#include "reading.h"
#include "source.h"
#include "sqlite.h"

enum class Phase : std::uint8_t {
  reading,     // documents are being read
  indexing,    // all are read; indexes are being made
  publishing,  // all is made; files are getting their names
};

struct Counts {
  std::uint64_t documents = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t records = 0;
  std::uint64_t pairs = 0;
  std::uint64_t bytes = 0;

  void add(const Reading& reading);
};

constexpr std::size_t output_files = 5;

struct Progress {
  Phase phase = Phase::reading;
  Position position;
  Counts counts;
  std::array<std::uint64_t, output_files> sizes{};  // of the outputs that are plain files
};

// A document of the batch.
struct Origin {
  std::int64_t number = 0;
  std::string id;
};

class Journal {
 public:
  // folder: where the files are. output: the name of the database output there, or empty; in the last phase it may
  // have left and is not attached. Throws WrongUse where the journal there was begun with another fingerprint.
  Journal(const std::string& folder, const std::string& output, const std::string& fingerprint);

  Database& database() noexcept { return database_; }
  const Progress& saved() const noexcept { return saved_; }
  bool resumed() const noexcept { return resumed_; }

  // The first document with this content; none where this is the first, and then it is remembered.
  std::optional<Origin> seen(const ContentHash& content, const Origin& origin);
  // Commits what was done since the last time. A new transaction begins.
  void save(const Progress& progress);

 private:
  void load(const std::string& folder, const std::string& fingerprint);
  void create(bool with_output, const std::string& fingerprint);
  void prepare();

  Database database_;
  std::optional<Statement> find_, remember_, save_;
  Progress saved_;
  bool resumed_ = false;
};
