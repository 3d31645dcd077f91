#include "byte_stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "failure.h"

namespace {

constexpr std::size_t block_size = 64 * 1024;

}  // namespace

void throw_input_error(archive* reader) {
  const int error = archive_errno(reader);
  const char* const text = archive_error_string(reader);
  const std::string message = text == nullptr ? "unknown error" : text;
  constexpr std::array of_system = {ENOENT, ENOTDIR, EISDIR, EACCES, EIO, ESTALE};
  const bool is_of_system = std::find(of_system.begin(), of_system.end(), error) != of_system.end();
  throw InputError(is_of_system ? failure_of(error) : damaged_input(message));
}

void open_archive(archive* reader, const std::string& path) {
  const char* const name = path == "-" ? nullptr : path.c_str();
  if (archive_read_open_filename(reader, name, block_size) != ARCHIVE_OK) throw_input_error(reader);
}

ArchivePointer raw_reader() {
  ArchivePointer reader(archive_read_new());
  archive_read_support_format_raw(reader.get());
  archive_read_support_format_empty(reader.get());
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_filter_bzip2(reader.get());
  archive_read_support_filter_xz(reader.get());
  archive_read_support_filter_zstd(reader.get());
  return reader;
}

ByteStream::ByteStream(const std::string& path) : reader_(raw_reader()) {
  open_archive(reader_.get(), path);
  archive_entry* entry = nullptr;
  const int code = archive_read_next_header(reader_.get(), &entry);
  if (code < ARCHIVE_WARN) throw_input_error(reader_.get());
  empty_ = code == ARCHIVE_EOF;
}

bool ByteStream::fill() {
  while (!empty_ && block_.empty()) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int code = archive_read_data_block(reader_.get(), &bytes, &size, &offset);
    if (code == ARCHIVE_EOF) return false;
    if (code < ARCHIVE_WARN) throw_input_error(reader_.get());
    block_ = std::string_view(static_cast<const char*>(bytes), size);
  }
  return !empty_;
}

Taken ByteStream::read_line(std::string& line, std::size_t limit) {
  line.clear();
  bool any = false;
  bool too_long = false;
  while (fill()) {
    any = true;
    const std::size_t end = std::min(block_.find('\n'), block_.size());
    const std::size_t taken = std::min(end, limit - line.size());
    line.append(block_, 0, taken);
    too_long = too_long || taken < end;
    const bool found = end < block_.size();
    block_.remove_prefix(found ? end + 1 : end);
    if (found) break;
  }
  if (!any) return Taken::end;
  return too_long ? Taken::too_long : Taken::all;
}

Taken ByteStream::read(std::string& bytes, std::uint64_t size, std::size_t limit) {
  bytes.clear();
  const bool wanted = size <= limit;
  while (size > 0) {
    if (!fill()) return Taken::end;
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(size, block_.size()));
    if (wanted) bytes.append(block_, 0, taken);
    block_.remove_prefix(taken);
    size -= taken;
  }
  return wanted ? Taken::all : Taken::too_long;
}

Taken ByteStream::read_all(std::string& bytes, std::size_t limit) {
  bytes.clear();
  while (fill()) {
    const std::size_t taken = std::min(block_.size(), limit - bytes.size());
    bytes.append(block_, 0, taken);
    if (taken < block_.size()) return Taken::too_long;
    block_ = {};
  }
  return Taken::all;
}
