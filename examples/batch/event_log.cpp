#include "event_log.h"

#include <cerrno>
#include <ctime>
#include <system_error>

#include "failure.h"

namespace {

// The keys that all events have.
void begin_event(JsonObject& object, std::string_view name) {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[sizeof "2000-01-01T00:00:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  object.text("time", text).text("event", name);
}

}  // namespace

void append_counts(JsonObject& object, const Counts& counts) {
  object.number("documents", counts.documents).number("bytes", counts.bytes).number("records", counts.records);
  object.number("pairs", counts.pairs).number("quarantined", counts.quarantined);
  object.number("duplicates", counts.duplicates);
}

EventLog::EventLog(const std::string& path) {
  if (path.empty()) return;
  file_.open(path, std::ios::app | std::ios::binary);
  if (!file_) throw WrongUse(path, "The output cannot be written.", std::generic_category().message(errno));
}

void EventLog::write(JsonObject& object) {
  if (file_.is_open()) file_ << object.take() << std::endl;
}

void EventLog::start(std::uint64_t inputs, std::uint64_t input_bytes, unsigned jobs, std::uint64_t resumed) {
  JsonObject object;
  begin_event(object, "start");
  object.number("inputs", inputs).number("input_bytes", input_bytes).number("jobs", jobs).number("resumed", resumed);
  write(object);
}

void EventLog::quarantine(const std::string& id, std::string_view code) {
  JsonObject object;
  begin_event(object, "quarantine");
  object.text("id", id).text("code", code);
  write(object);
}

void EventLog::counts(std::string_view name, const Counts& counts) {
  JsonObject object;
  begin_event(object, name);
  append_counts(object, counts);
  object.seconds("seconds", std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count());
  write(object);
}

void EventLog::stop(std::string_view message) {
  JsonObject object;
  begin_event(object, "stop");
  object.text("message", message);
  write(object);
}
