#include "append_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 18;
constexpr mode_t usual_mode = 0666;

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category()); }
[[noreturn]] void fail(const std::string& path) { throw std::system_error(errno, std::generic_category(), path); }

}  // namespace

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      fail();
    }
  }
}

AppendFile::AppendFile(const std::string& path, std::uint64_t size)
    : descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, usual_mode)), size_(size) {
  if (descriptor_ < 0) fail(path);
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) fail(path);
  if (static_cast<std::uint64_t>(status.st_size) < size) {
    throw std::system_error(std::make_error_code(std::errc::invalid_seek), path);
  }
  if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) fail(path);
}

AppendFile::~AppendFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), buffer_(std::move(other.buffer_)) {}

void AppendFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void AppendFile::flush() {
  write_all(descriptor_, buffer_);
  size_ += buffer_.size();
  buffer_.clear();
}

void AppendFile::sync() {
  flush();
  if (::fdatasync(descriptor_) != 0) fail();
}

void write_file(const std::string& path, std::string_view bytes) {
  const std::string unfinished = path + ".unfinished";
  {
    AppendFile file(unfinished, 0);
    file.write(bytes);
    file.sync();
  }
  if (std::rename(unfinished.c_str(), path.c_str()) != 0) fail(path);
}

void sync_folder(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(path);
  const int result = ::fsync(descriptor);
  ::close(descriptor);
  if (result != 0) fail(path);
}
