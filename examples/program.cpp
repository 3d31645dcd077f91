#include "program.h"

#include <algorithm>
#include <boost/locale/message.hpp>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "gongbao/parser.h"
#include "terminal.h"

namespace {

[[noreturn]] void fail_to_write() { throw std::system_error(errno, std::generic_category()); }

constexpr std::size_t least_read = 64 * 1024;

int read_stream(std::FILE* stream, std::size_t limit, std::string& bytes) {
  for (;;) {
    const std::size_t size = bytes.size();
    if (size > limit) return 0;
    bytes.resize(size + std::max(least_read, std::min(size, bytes.capacity() - size)));
    errno = 0;
    const std::size_t count = std::fread(bytes.data() + size, 1, bytes.size() - size, stream);
    bytes.resize(size + count);
    if (std::ferror(stream) != 0) return errno;
    if (count == 0) return 0;
  }
}

}  // namespace

Failure failure_of(int error) {
  if (error == ENOENT || error == ENOTDIR) return {"not-found", "There is no such file.", ""};
  if (error == EISDIR) return {"is-directory", "It is a directory.", ""};
  return {"unreadable", "The file cannot be read.", std::generic_category().message(error)};
}

Failure failure_of(gongbao::Error error) {
  Failure failure{name(error.code), describe(error.code), ""};
  if (error.code == gongbao::ErrorCode::input_too_long) {
    const auto mebibytes = [](std::size_t bytes) { return std::to_string(bytes >> 20U) + " MiB"; };
    const gongbao::Options limits;
    failure.detail = mebibytes(limits.max_bytes) + "; text: " + mebibytes(limits.max_text_bytes);
  }
  return failure;
}

std::string translated(std::string_view message) { return boost::locale::translate(std::string(message)).str(); }

std::string translated(const Failure& failure) {
  return translated(failure.message) + (failure.detail.empty() ? "" : " (" + failure.detail + ")");
}

void complain(std::string_view program, std::string_view subject, std::string_view message) {
  std::cerr << program << ": " << (subject.empty() ? "" : printable(subject) + ": ") << message << '\n';
}

void StandardOutput::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) fail_to_write();
}

void StandardOutput::close() {
  if (std::fclose(stdout) != 0) fail_to_write();
}

int read_file(const std::string& path, std::size_t limit, std::string& bytes) {
  bytes.clear();
  if (path == "-") return read_stream(stdin, limit, bytes);
  std::FILE* const stream = std::fopen(path.c_str(), "rb");
  if (stream == nullptr) return errno;
  std::error_code unknown;  // a pipe has no size
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  if (!unknown) bytes.reserve(std::min<std::uintmax_t>(size, limit) + least_read);
  const int error = read_stream(stream, limit, bytes);
  std::fclose(stream);
  return error;
}

// The part before the first equals sign must be a table.
std::string check_lexicon(const std::string& argument) {
  const std::vector<std::string_view> tables = gongbao::Lexicon::tables();
  const std::size_t equals = argument.find('=');
  if (equals == argument.npos) return "TABLE=FILE is wanted, not " + printable(argument);
  if (std::find(tables.begin(), tables.end(), argument.substr(0, equals)) != tables.end()) return {};
  std::string message = translated("There is no such table. The tables are:");
  for (const std::string_view table : tables) message.append(" ").append(table);
  return message;
}

bool add_lexicons(std::string_view program, gongbao::Lexicon& lexicon, const std::vector<std::string>& arguments) {
  bool good = true;
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    const std::string table = argument.substr(0, equals);
    const std::string path = argument.substr(equals + 1);
    std::string tsv;
    if (const int error = read_file(path, most_bytes_of_file, tsv); error != 0) {
      complain(program, path, translated(failure_of(error)));
      good = false;
      continue;
    }
    for (const gongbao::LexiconError& error : lexicon.add(table, tsv)) {
      complain(program, path + ':' + std::to_string(error.line), error.message);
      good = false;
    }
  }
  return good;
}
