// What happens to a batch, for machines: one JSON object a line, each with "time" (UTC) and "event".
//
//   start       inputs, input_bytes, jobs; resumed: documents that an earlier run had finished
//   quarantine  id, code
//   save        documents, bytes, records, pairs, quarantined, duplicates, seconds since the start
//   finish      as save
//   stop        message
#pragma once

#include <chrono>
#include <fstream>
#include <string>

#include "journal.h"
#include "json_text.h"

// documents bytes records pairs quarantined duplicates
void append_counts(JsonObject& object, const Counts& counts);

class EventLog {
 public:
  // Appends to the file; an empty path is no log. Throws WrongUse.
  explicit EventLog(const std::string& path);

  void start(std::uint64_t inputs, std::uint64_t input_bytes, unsigned jobs, std::uint64_t resumed);
  void quarantine(const std::string& id, std::string_view code);
  void counts(std::string_view event, const Counts& counts);
  void stop(std::string_view message);

 private:
  void write(JsonObject& object);

  std::ofstream file_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};
