#include "batch/support.h"

#include <fcntl.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace batch_test {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "gongbao-batch-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

Folder::~Folder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::string Folder::write(const std::string& name, std::string_view bytes) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

namespace {

[[noreturn]] void become_program(const std::vector<std::string>& arguments, const RunOptions& options,
                                 const std::string& in, const std::string& out, const std::string& err) {
  const auto redirect = [](const std::string& path, int flags, int to) {
    constexpr int mode = 0600;
    dup2(open(path.c_str(), flags, mode), to);
  };
  redirect(in, O_RDONLY, STDIN_FILENO);
  redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(126);
  if (options.largest_file > 0) {
    const rlimit limit{options.largest_file, options.largest_file};
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, SIG_IGN);  // writing fails instead
  }
  setenv("LC_ALL", "C.UTF-8", 1);
  if (!options.path.empty()) setenv("PATH", options.path.c_str(), 1);
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

}  // namespace

Finished run(std::vector<std::string> arguments, const RunOptions& options) {
  const Folder folder;
  const std::string in = options.input_path.empty() ? folder.write("in", options.input) : options.input_path;
  const std::string out = folder / "out", err = folder / "err";
  arguments.insert(arguments.begin(), GONGBAO_BATCH);
  const pid_t child = fork();
  if (child == 0) become_program(arguments, options, in, out, err);
  if (options.kill_after) {
    std::this_thread::sleep_for(*options.kill_after);
    kill(child, SIGKILL);  // not yet waited for: it is no other process
  }
  if (options.meanwhile) options.meanwhile(child);
  int state = 0;
  rusage usage{};
  wait4(child, &state, 0, &usage);
  Finished result;
  result.status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
  result.out = read_file(out);
  result.err = read_file(err);
  result.peak_kilobytes = usage.ru_maxrss;
  return result;
}

std::vector<std::string> query(const std::string& database, const std::string& sql) {
  sqlite3* handle = nullptr;
  if (sqlite3_open_v2(database.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
    throw std::runtime_error("cannot open " + database);
  }
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> connection(handle, sqlite3_close);
  std::vector<std::string> rows;
  const auto add = [](void* to, int count, char** values, char**) {
    std::string row;
    for (int i = 0; i < count; ++i) row += (i > 0 ? "|" : "") + std::string(values[i] == nullptr ? "" : values[i]);
    static_cast<std::vector<std::string>*>(to)->push_back(std::move(row));
    return 0;
  };
  char* message = nullptr;
  if (sqlite3_exec(handle, sql.c_str(), add, &rows, &message) != SQLITE_OK) {
    throw std::runtime_error(sql + ": " + message);
  }
  return rows;
}

std::map<std::string, std::string> outputs(const std::string& folder) {
  std::map<std::string, std::string> result;
  if (!fs::exists(folder)) return result;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    result[name] = entry.is_directory() ? "a folder" : read_file(entry.path());
  }
  return result;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) result.push_back(line);
  return result;
}

std::vector<std::pair<std::string, std::string>> bulletins() {
  std::vector<std::pair<std::string, std::string>> result;
  for (const fs::directory_entry& entry : fs::directory_iterator(GONGBAO_SOURCE_DIR "/corpus/bulletins")) {
    if (entry.path().extension() == ".txt") result.emplace_back(entry.path().filename(), read_file(entry.path()));
  }
  std::sort(result.begin(), result.end());
  return result;
}

namespace {

std::string ndjson_line(const std::string& id, const char* key, std::string_view value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.StartObject();
  writer.Key("id");
  writer.String(id.c_str());
  writer.Key(key);
  writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

}  // namespace

std::string ndjson(const std::string& id, std::string_view text) { return ndjson_line(id, "text", text); }

std::string ndjson_bytes(const std::string& id, std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) group = group << 8 | (k < count ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) text += k <= count ? alphabet[group >> (18 - 6 * k) & 63] : '=';
  }
  return ndjson_line(id, "bytes", text);
}

std::string small_bulletin(int number) {
  const auto n = [&](int base, int period) { return std::to_string(base + number % period); };
  return n(2000, 25) + "年民生实事项目进展情况\n一、教育\n1、目标任务：新增学位" + std::to_string(4380 + number) +
         "个。进展情况：已新增学位" + n(1840, 1000) + "个，改造校舍" + n(3, 97) + "所。\n2、目标任务：新建公园" +
         n(20, 50) + "个。进展情况：已建成公园" + n(1, 13) + "个。\n";
}

}  // namespace batch_test
