#include "journal.h"

#include "database_output.h"
#include "failure.h"

namespace {

constexpr const char* create_journal = R"(
CREATE TABLE state(fingerprint TEXT, phase INTEGER, input INTEGER, within INTEGER, hash INTEGER,
  documents INTEGER, quarantined INTEGER, duplicates INTEGER, records INTEGER, pairs INTEGER, bytes INTEGER,
  size0 INTEGER, size1 INTEGER, size2 INTEGER, size3 INTEGER, size4 INTEGER);
CREATE TABLE seen(content BLOB PRIMARY KEY, document INTEGER, id TEXT) WITHOUT ROWID;
)";

std::int64_t stored(std::uint64_t value) { return static_cast<std::int64_t>(value); }

}  // namespace

void Counts::add(const Reading& reading) {
  ++documents;
  bytes += reading.bytes;
  if (reading.failure) ++quarantined;
  if (!reading.document) return;
  records += reading.document->records.size();
  pairs += reading.document->pairs.size();
}

Journal::Journal(const std::string& folder, const std::string& output, const std::string& fingerprint)
    : database_(folder + "/journal.sqlite") {
  database_.execute("PRAGMA cache_size = -500; PRAGMA synchronous = FULL");
  resumed_ = Statement(database_, "SELECT 1 FROM sqlite_schema WHERE name = 'state'").step();
  if (resumed_) load(folder, fingerprint);
  if (saved_.phase == Phase::publishing) return;
  if (!output.empty()) {
    const std::string path = folder + '/' + output;
    Statement(database_, "ATTACH ? AS out").bind(path).run();
    database_.execute("PRAGMA out.cache_size = -1000; PRAGMA out.synchronous = FULL");
  }
  database_.execute("BEGIN IMMEDIATE");
  if (!resumed_) create(!output.empty(), fingerprint);
  prepare();
}

void Journal::create(bool with_output, const std::string& fingerprint) {
  database_.execute(create_journal);
  if (with_output) database_.execute(database_tables);
  Statement(database_, "INSERT INTO state VALUES (?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)")
      .bind(fingerprint)
      .run();
}

void Journal::prepare() {
  find_.emplace(database_, "SELECT document, id FROM seen WHERE content = ?");
  remember_.emplace(database_, "INSERT INTO seen VALUES (?, ?, ?)");
  save_.emplace(database_,
                "UPDATE state SET phase = ?, input = ?, within = ?, hash = ?, documents = ?, quarantined = ?,"
                " duplicates = ?, records = ?, pairs = ?, bytes = ?, size0 = ?, size1 = ?, size2 = ?, size3 = ?,"
                " size4 = ?");
}

void Journal::load(const std::string& folder, const std::string& fingerprint) {
  Statement state(database_, "SELECT * FROM state");
  state.step();
  if (state.text(0) != fingerprint) {
    throw WrongUse(folder,
                   "The batch there was begun with other inputs or options, or by another version. "
                   "--restart begins anew.");
  }
  int column = 1;
  const auto next = [&] { return static_cast<std::uint64_t>(state.integer(column++)); };
  saved_.phase = static_cast<Phase>(next());
  Counts& counts = saved_.counts;
  for (std::uint64_t* const value :
       {&saved_.position.input, &saved_.position.documents, &saved_.position.hash, &counts.documents,
        &counts.quarantined, &counts.duplicates, &counts.records, &counts.pairs, &counts.bytes}) {
    *value = next();
  }
  for (std::uint64_t& size : saved_.sizes) size = next();
}

std::optional<Origin> Journal::seen(const ContentHash& content, const Origin& origin) {
  const std::string_view key(content.data(), content.size());
  find_->bind_blob(key);
  if (find_->step()) {
    Origin first{find_->integer(0), std::string(find_->text(1))};
    find_->reset();
    return first;
  }
  remember_->bind_blob(key).bind(origin.number).bind(origin.id).run();
  return std::nullopt;
}

void Journal::save(const Progress& progress) {
  const Position& position = progress.position;
  const Counts& counts = progress.counts;
  save_->bind(static_cast<std::int64_t>(progress.phase));
  for (const std::uint64_t value :
       {position.input, position.documents, position.hash, counts.documents, counts.quarantined, counts.duplicates,
        counts.records, counts.pairs, counts.bytes}) {
    save_->bind(stored(value));
  }
  for (const std::uint64_t size : progress.sizes) save_->bind(stored(size));
  save_->run();
  database_.execute("COMMIT");
  saved_ = progress;
  database_.execute("BEGIN IMMEDIATE");
}
