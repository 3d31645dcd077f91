#include "input_list.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

#include "failure.h"

namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_input = "-";

struct Ending {
  std::string_view name;
  InputKind kind;
};
constexpr std::array endings = {
    Ending{".tar", InputKind::archive}, Ending{".tgz", InputKind::archive},   Ending{".tbz2", InputKind::archive},
    Ending{".txz", InputKind::archive}, Ending{".tzst", InputKind::archive},  Ending{".zip", InputKind::archive},
    Ending{".7z", InputKind::archive},  Ending{".rar", InputKind::archive},   Ending{".warc", InputKind::warc},
    Ending{".wet", InputKind::warc},    Ending{".ndjson", InputKind::ndjson}, Ending{".jsonl", InputKind::ndjson},
};
constexpr std::array<std::string_view, 4> compressions = {".gz", ".bz2", ".xz", ".zst"};

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return result;
}

// Puts paths into the table `found`, and hashes those that the user named.
class Finder {
 public:
  // insert: of argument, path, size, kind; null where only the hash is wanted.
  Finder(const InputArguments& arguments, Statement* insert) : arguments_(arguments), insert_(insert) {}

  std::uint64_t find() {
    for (const std::string& path : arguments_.paths) add_argument(path);
    for (const std::string& list : arguments_.lists) read_list(list);
    for (const std::string& path : arguments_.ndjson) {
      named(path);
      if (insert_ == nullptr) continue;
      if (path != standard_input && !fs::exists(path)) throw WrongUse(path, "There is no such file.");
      add_file(path, InputKind::ndjson);
    }
    return hash_;
  }

 private:
  void named(std::string_view path) {
    ++argument_;
    hash_ = XXH3_64bits_withSeed(path.data(), path.size(), hash_);
  }

  void add_argument(const std::string& path) {
    named(path);
    if (insert_ == nullptr) return;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) throw WrongUse(path, "There is no such file.");
    add_path(path, status);
  }

  void add_path(const std::string& path, const fs::file_status& status) {
    if (fs::is_directory(status)) {
      add_folder(path);
    } else if (fs::exists(status)) {
      add_file(path, kind_of_name(path));
    } else {
      add(path, 0, InputKind::missing);
    }
  }

  // A folder that cannot be looked into is an input that is missing, so that somebody hears of it.
  void add_folder(const fs::path& folder) {
    std::error_code error;
    if (!arguments_.output.empty() && fs::equivalent(folder, arguments_.output, error)) return;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      if (entry->path().filename().native().front() == '.') continue;
      const fs::path& path = entry->path();
      std::error_code gone;
      if (entry->is_directory(gone) && !entry->is_symlink(gone)) {
        add_folder(path);
      } else if (entry->is_regular_file(gone)) {
        add_file(path.native(), kind_of_name(path.native()));
      }
    }
    if (error) add(folder.native(), 0, InputKind::missing);
  }

  void read_list(const std::string& name) {
    std::ifstream file;
    if (name != standard_input) {
      file.open(name, std::ios::binary);
      if (!file) throw WrongUse(name, "The file cannot be read.", std::generic_category().message(errno));
    }
    std::istream& stream = name == standard_input ? std::cin : file;
    // No path is longer than this, so a list of NUL-terminated paths has a NUL in it.
    std::string block(PATH_MAX + 1, '\0');
    std::string path;
    std::optional<char> separator;
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())), stream.gcount() > 0) {
      const std::string_view bytes(block.data(), static_cast<std::size_t>(stream.gcount()));
      if (!separator) separator = bytes.find('\0') == bytes.npos ? '\n' : '\0';
      for (const char c : bytes) {
        if (c != *separator) {
          path += c;
          continue;
        }
        add_listed(path);
        path.clear();
      }
    }
    add_listed(path);
    if (stream.bad()) throw WrongUse(name, "The file cannot be read.", std::generic_category().message(errno));
  }

  void add_listed(const std::string& path) {
    if (path.empty()) return;
    named(path);
    std::error_code error;
    if (insert_ != nullptr) add_path(path, fs::status(path, error));
  }

  void add_file(const std::string& path, InputKind kind) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    add(path, error ? 0 : size, kind);
  }

  void add(const std::string& path, std::uintmax_t size, InputKind kind) {
    insert_->bind(argument_).bind_blob(path).bind(static_cast<std::int64_t>(size));
    insert_->bind(static_cast<std::int64_t>(kind)).run();
  }

  const InputArguments& arguments_;
  Statement* insert_;
  std::int64_t argument_ = 0;
  std::uint64_t hash_ = 0;
};

}  // namespace

InputKind kind_of_name(std::string_view path) {
  std::string name = lower_case(path.substr(path.rfind('/') + 1));
  for (const std::string_view compression : compressions) {
    if (name.ends_with(compression)) {
      name.resize(name.size() - compression.size());
      break;
    }
  }
  const auto* const ending =
      std::find_if(endings.begin(), endings.end(), [&](const Ending& known) { return name.ends_with(known.name); });
  return ending == endings.end() ? InputKind::file : ending->kind;
}

std::uint64_t fingerprint_of(const InputArguments& arguments) { return Finder(arguments, nullptr).find(); }

InputList::InputList(const std::string& file, const InputArguments& arguments) : database_(file) {
  database_.execute("PRAGMA cache_size = -500; PRAGMA temp.cache_size = -500");
  if (Statement(database_, "SELECT 1 FROM sqlite_schema WHERE name = 'input'").step()) {
    fingerprint_ = fingerprint_of(arguments);
  } else {
    list(arguments);
  }
  Statement totals(database_, "SELECT count(*), coalesce(sum(size), 0) FROM input");
  totals.step();
  files_ = static_cast<std::uint64_t>(totals.integer(0));
  bytes_ = static_cast<std::uint64_t>(totals.integer(1));
  seek(0);
}

void InputList::list(const InputArguments& arguments) {
  database_.execute(
      "CREATE TEMP TABLE found(path BLOB PRIMARY KEY, argument INTEGER, size INTEGER, kind INTEGER) WITHOUT ROWID;"
      "BEGIN");
  {
    Statement insert(database_, "INSERT OR IGNORE INTO found(argument, path, size, kind) VALUES (?, ?, ?, ?)");
    fingerprint_ = Finder(arguments, &insert).find();
  }
  database_.execute(
      "CREATE TABLE input(number INTEGER PRIMARY KEY, path BLOB, size INTEGER, kind INTEGER);"
      "INSERT INTO input(path, size, kind) SELECT path, size, kind FROM found ORDER BY argument, path;"
      "COMMIT; DROP TABLE found");
  sqlite3_db_release_memory(database_.handle());
}

void InputList::seek(std::uint64_t number) {
  rows_.emplace(database_, "SELECT number - 1, path, size, kind FROM input WHERE number > ? ORDER BY number");
  rows_->bind(static_cast<std::int64_t>(number));
}

std::optional<Input> InputList::next() {
  if (!rows_ || !rows_->step()) {
    rows_.reset();
    return std::nullopt;
  }
  return Input{static_cast<std::uint64_t>(rows_->integer(0)), std::string(rows_->text(1)),
               static_cast<std::uint64_t>(rows_->integer(2)), static_cast<InputKind>(rows_->integer(3))};
}
