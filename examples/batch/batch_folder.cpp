#include "batch_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "append_file.h"
#include "failure.h"

namespace {

namespace fs = std::filesystem;

constexpr const char* unfinished = "unfinished";
constexpr const char* discarded = "discarded";
constexpr const char* report_name = "batch.json";

}  // namespace

BatchFolder::BatchFolder(std::string path, bool restart) : path_(std::move(path)), restart_(restart) {
  std::error_code error;
  created_ = fs::create_directories(path_, error);
  if (error) throw WrongUse(path_, "The output cannot be written.", error.message());
  lock_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0) throw std::system_error(errno, std::generic_category(), path_);
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) throw WrongUse(path_, "Another batch is writing there.");
  if (restart_) fs::remove(fs::path(path_) / report_name);
  if (restart_ || report()) discard();
}

// In one step, so that a half of it is never taken for an unfinished batch.
void BatchFolder::discard() {
  const fs::path folder(path_);
  fs::remove_all(folder / discarded);
  if (!fs::exists(folder / unfinished)) return;
  fs::rename(folder / unfinished, folder / discarded);
  fs::remove_all(folder / discarded);
}

// What came not even as far as its journal leaves nothing behind.
BatchFolder::~BatchFolder() {
  std::error_code error;
  const fs::path folder = fs::path(path_) / unfinished;
  if (!fs::exists(folder / "journal.sqlite", error)) fs::remove_all(folder, error);
  if (created_) fs::remove(path_, error);  // where it is empty
  ::close(lock_);
}

bool BatchFolder::is_begun(const std::string& path) { return !path.empty() && fs::exists(fs::path(path) / unfinished); }

std::optional<std::string> BatchFolder::report() const {
  std::ifstream file(path_ + '/' + report_name, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string BatchFolder::begin(const std::vector<std::string_view>& outputs) {
  const fs::path folder = fs::path(path_) / unfinished;
  if (!fs::exists(folder)) {
    for (const std::string_view output : outputs) {
      const fs::path path = fs::path(path_) / output;
      if (!restart_ && fs::exists(path)) {
        throw WrongUse(path.native(), "The file is there already. --restart replaces it.");
      }
    }
    fs::create_directory(folder);
  }
  return folder.native();
}

void BatchFolder::publish(const std::vector<std::string_view>& outputs, std::string_view report) {
  const fs::path folder = fs::path(path_) / unfinished;
  for (const std::string_view output : outputs) {
    if (fs::exists(folder / output)) fs::rename(folder / output, fs::path(path_) / output);
  }
  sync_folder(path_);
  write_file(path_ + '/' + report_name, report);
  sync_folder(path_);
  discard();
}
