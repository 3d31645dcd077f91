#include "convert.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "columns.h"

extern char** environ;

namespace {

namespace fs = std::filesystem;
using gongbao::FileType;
using Clock = std::chrono::steady_clock;

constexpr std::string_view no_converter = "needs-converter";
constexpr std::string_view failed = "converter-failed";
constexpr std::chrono::milliseconds between_looks{20};

// Gone with all that is in it when it goes out of scope.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "gongbao-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category());
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

// A program of that name in PATH; empty where there is none. Relative folders are passed over.
fs::path find_program(std::string_view name) {
  const char* const variable = std::getenv("PATH");
  std::string_view rest = variable != nullptr ? variable : "";
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    fs::path candidate = fs::path(rest.substr(0, colon)) / name;
    std::error_code error;
    if (candidate.is_absolute() && fs::is_regular_file(candidate, error) && access(candidate.c_str(), X_OK) == 0) {
      return candidate;
    }
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return {};
}

enum class End { well, badly, too_slow, too_long };

// The bytes of all files in a folder, as far as they can be counted while a program writes them.
std::size_t size_of(const fs::path& folder) {
  std::size_t size = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    const std::uintmax_t bytes = at->is_regular_file(gone) ? at->file_size(gone) : 0;
    if (!gone) size += bytes;
  }
  return size;
}

// Starts a program in a process group of its own, which can be ended with all it starts. Neither input nor output.
std::optional<pid_t> start(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setpgroup(&attributes, 0);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);  // which this program ignores
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  pid_t child = 0;
  const int error = posix_spawn(&child, argv[0], &actions, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? std::optional(child) : std::nullopt;
}

// Waits for the program, and ends it where it goes beyond the limits.
End run(const std::vector<std::string>& arguments, const fs::path& folder, const ConvertLimits& limits) {
  const std::optional<pid_t> child = start(arguments);
  if (!child) return End::badly;
  const Clock::time_point latest = Clock::now() + limits.time;
  const std::size_t most = limits.bytes + size_of(folder);
  for (;;) {
    int status = 0;
    const pid_t ended = waitpid(*child, &status, WNOHANG);
    const bool done = ended == *child || (ended < 0 && errno != EINTR);
    const bool slow = Clock::now() > latest;
    const bool long_output = size_of(folder) > most;
    if (done || slow || long_output) kill(-*child, SIGKILL);  // the group, also what the program left behind
    if (done && !long_output)
      return ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? End::well : End::badly;
    if (slow || long_output) {
      if (!done) waitpid(*child, &status, 0);
      return long_output ? End::too_long : End::too_slow;
    }
    std::this_thread::sleep_for(between_looks);
  }
}

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// How one kind of file is converted.
struct Way {
  std::vector<std::string_view> programs;  // the first that is installed is taken
  std::string_view missing;                // the message where none is
  std::string_view ending;                 // of the input, which LibreOffice goes by
  std::string_view output;                 // the ending of what it becomes
};

Way way_of(FileType type) {
  constexpr std::string_view office = "It can be read once LibreOffice is installed (Debian: libreoffice-nogui).";
  switch (type) {
    case FileType::pdf:
      return {{"pdftotext"}, "It can be read once pdftotext is installed (Debian: poppler-utils).", "pdf", "txt"};
    case FileType::doc: return {{"soffice", "libreoffice"}, office, "doc", "docx"};
    case FileType::rtf: return {{"soffice", "libreoffice"}, office, "rtf", "docx"};
    case FileType::xls: return {{"soffice", "libreoffice"}, office, "xls", "xlsx"};
    default: return {{}, "No program is known that converts OFD. Save it as PDF or docx first.", "", ""};
  }
}

std::vector<std::string> arguments_for(const fs::path& program, const Way& way, const fs::path& folder,
                                       const fs::path& input, const fs::path& output) {
  if (way.output == "txt") return {program, "-q", "-layout", "-enc", "UTF-8", input, output};
  // With a profile of its own, or it would hand the work to a LibreOffice that is open on the screen.
  return {program,        "-env:UserInstallation=file://" + (folder / "profile").string(),
          "--headless",   "--norestore",
          "--convert-to", std::string(way.output),
          "--outdir",     folder,
          input};
}

std::string_view message_of(End end) {
  switch (end) {
    case End::too_slow: return "The converter took too long and was stopped.";
    case End::too_long: return "The converter wrote more than the limit and was stopped.";
    default: return "The converter failed.";
  }
}

}  // namespace

Converted convert(std::string_view file, FileType type, const ConvertLimits& limits) {
  const Way way = way_of(type);
  fs::path program;
  for (const std::string_view name : way.programs)
    if (program.empty()) program = find_program(name);
  if (program.empty()) return {"", no_converter, way.missing, ""};
  const std::string name = program.filename().string();
  try {
    const TemporaryFolder folder;
    const fs::path input = folder.path() / ("input." + std::string(way.ending));
    const fs::path output = folder.path() / ("input." + std::string(way.output));
    if (!std::ofstream(input, std::ios::binary).write(file.data(), static_cast<std::streamsize>(file.size())).flush()) {
      return {"", failed, "The file cannot be written for the converter.", name};
    }
    const End end = run(arguments_for(program, way, folder.path(), input, output), folder.path(), limits);
    // LibreOffice ends well where it could not read the file; then there is no output.
    std::error_code error;
    if (end != End::well || !fs::is_regular_file(output, error)) return {"", failed, message_of(end), name};
    std::string bytes = read_all(output);
    if (way.output == "txt") bytes = mark_columns(bytes);
    return {std::move(bytes), "", "", ""};
  } catch (const std::system_error& error) {
    return {"", failed, "The file cannot be written for the converter.", error.code().message()};
  }
}
