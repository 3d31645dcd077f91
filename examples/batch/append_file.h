// A file that only grows, and that can be taken back to a size it had.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

class AppendFile {
 public:
  // Opens or creates the file and cuts it to `size` bytes. Throws std::system_error, as everything here; also where
  // the file is shorter than that.
  AppendFile(const std::string& path, std::uint64_t size);
  ~AppendFile();
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&&) = delete;

  void write(std::string_view bytes);
  // All that was written is on the disk afterwards.
  void sync();
  std::uint64_t size() const noexcept { return size_ + buffer_.size(); }

 private:
  void flush();

  int descriptor_;
  std::uint64_t size_;
  std::string buffer_;
};

// Writes all bytes to a descriptor. Throws std::system_error.
void write_all(int descriptor, std::string_view bytes);

// A new file with this content appears under the name, or none. On the disk afterwards.
void write_file(const std::string& path, std::string_view bytes);
// What was renamed or removed in a folder is so on the disk afterwards.
void sync_folder(const std::string& path);
