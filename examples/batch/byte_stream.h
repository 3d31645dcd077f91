// The bytes of a file or of standard input, decompressed where they are compressed (gzip, bzip2, xz, zstd; found by
// content). Read by libarchive, block by block.
#pragma once

#include <archive.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// A libarchive reader that closes itself.
struct ArchiveClose {
  void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};
using ArchivePointer = std::unique_ptr<archive, ArchiveClose>;

// Opens a file ("-" is standard input) for a reader whose formats and filters are chosen. Throws InputError.
void open_archive(archive* reader, const std::string& path);
// The InputError of what the reader last complained about.
[[noreturn]] void throw_input_error(archive* reader);
// A reader that gives plain decompressed bytes.
ArchivePointer raw_reader();

// What is left of a stream of which `limit` was wanted at most.
enum class Taken : std::uint8_t { all, too_long, end };

class ByteStream {
 public:
  // Throws InputError, as everything here.
  explicit ByteStream(const std::string& path);

  // Reads to the next line break, which is not part of the line. A line longer than `limit` is passed over, and
  // `line` holds its beginning. `end`: there was no more line.
  Taken read_line(std::string& line, std::size_t limit);
  // Reads `size` bytes; `end`: there were fewer. Where they are more than `limit` they are passed over.
  Taken read(std::string& bytes, std::uint64_t size, std::size_t limit);
  // Reads to the end.
  Taken read_all(std::string& bytes, std::size_t limit);

  // Bytes of the file read so far, as they are there.
  std::uint64_t consumed() const { return static_cast<std::uint64_t>(archive_filter_bytes(reader_.get(), -1)); }

 private:
  bool fill();  // false at the end

  ArchivePointer reader_;
  bool empty_ = false;      // not a single byte
  std::string_view block_;  // libarchive's; what of it was not taken yet
};
