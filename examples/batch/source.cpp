#include "source.h"

#include <archive_entry.h>
#include <fcntl.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "byte_stream.h"

namespace {

namespace fs = std::filesystem;

class FileContainer : public Container {
 public:
  FileContainer(const std::string& path, std::size_t limit) : path_(path), limit_(limit), stream_(path) {}

  std::optional<Raw> next() override {
    if (read_) return std::nullopt;
    read_ = true;
    Raw raw;
    raw.id = utf8_name(path_);
    if (stream_.read_all(raw.bytes, limit_) == Taken::too_long) raw.failure = too_long(limit_);
    return raw;
  }
  std::uint64_t consumed() const override { return stream_.consumed(); }

 private:
  const std::string path_;
  const std::size_t limit_;
  ByteStream stream_;
  bool read_ = false;
};

class LinesContainer : public Container {
 public:
  LinesContainer(const std::string& path, std::size_t limit)
      : name_(path == "-" ? "stdin" : utf8_name(path)), limit_(limit), stream_(path) {}

  // Blank lines are no documents.
  std::optional<Raw> next() override {
    for (;;) {
      Raw raw;
      const Taken taken = stream_.read_line(raw.bytes, limit_);
      if (taken == Taken::end) return std::nullopt;
      ++line_;
      if (raw.bytes.find_first_not_of(" \t\r") == raw.bytes.npos) continue;
      raw.is_line = true;
      raw.id = name_ + ':' + std::to_string(line_);
      if (taken == Taken::too_long) raw.failure = too_long(limit_);
      return raw;
    }
  }
  std::uint64_t consumed() const override { return stream_.consumed(); }

 private:
  const std::string name_;
  const std::size_t limit_;
  ByteStream stream_;
  std::uint64_t line_ = 0;
};

// Also what macOS adds to its archives: __MACOSX/._page.html
bool is_hidden(const fs::path& member) {
  return std::any_of(member.begin(), member.end(), [](const fs::path& part) {
    return part.native().size() > 1 && part.native().front() == '.' && part != "..";
  });
}

class ArchiveContainer : public Container {
 public:
  ArchiveContainer(const std::string& path, std::size_t limit) : name_(utf8_name(path)), limit_(limit) {
    reader_.reset(archive_read_new());
    archive_read_support_filter_all(reader_.get());
    archive_read_support_format_tar(reader_.get());
    archive_read_support_format_zip(reader_.get());
    archive_read_support_format_7zip(reader_.get());
    archive_read_support_format_rar(reader_.get());
    archive_read_support_format_rar5(reader_.get());
    open_archive(reader_.get(), path);
  }

  std::optional<Raw> next() override {
    for (;;) {
      archive_entry* entry = nullptr;
      const int code = archive_read_next_header(reader_.get(), &entry);
      if (code == ARCHIVE_EOF) return std::nullopt;
      if (code < ARCHIVE_WARN) throw_input_error(reader_.get());
      const std::string member = member_name(entry);
      if (archive_entry_filetype(entry) != AE_IFREG || is_hidden(member)) continue;
      Raw raw;
      raw.id = name_ + '!' + member;
      read_member(raw);
      return raw;
    }
  }
  std::uint64_t consumed() const override {
    return static_cast<std::uint64_t>(archive_filter_bytes(reader_.get(), -1));
  }

 private:
  static std::string member_name(archive_entry* entry) {
    const char* name = archive_entry_pathname(entry);  // nothing where this locale could not spell it
    if (name == nullptr) name = archive_entry_pathname_utf8(entry);
    return name == nullptr ? std::string() : utf8_name(name);
  }

  void read_member(Raw& raw) {
    constexpr std::size_t step = std::size_t{1} << 16;
    for (;;) {
      const std::size_t size = raw.bytes.size();
      raw.bytes.resize(size + step);
      const la_ssize_t count = archive_read_data(reader_.get(), raw.bytes.data() + size, step);
      raw.bytes.resize(size + static_cast<std::size_t>(count > 0 ? count : 0));
      if (count == 0) return;
      if (count == ARCHIVE_FATAL) throw_input_error(reader_.get());
      if (count < 0 || raw.bytes.size() > limit_) {
        raw.failure = count < 0 ? unreadable_member() : too_long(limit_);
        raw.bytes.clear();
        return;
      }
    }
  }

  Failure unreadable_member() const {
    const char* const text = archive_error_string(reader_.get());
    return damaged_input(text == nullptr ? "" : text);
  }

  const std::string name_;
  const std::size_t limit_;
  ArchivePointer reader_;
};

class MissingContainer : public Container {
 public:
  explicit MissingContainer(const std::string& path) : path_(path) {}

  std::optional<Raw> next() override {
    const int descriptor = ::open(path_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    const int error = descriptor < 0 ? errno : ENOENT;  // it was not there when the batch began
    if (descriptor >= 0) ::close(descriptor);
    throw InputError(failure_of(error));
  }
  std::uint64_t consumed() const override { return 0; }

 private:
  const std::string path_;
};

std::uint64_t chained(std::uint64_t hash, const Raw& raw) {
  hash = XXH3_64bits_withSeed(raw.id.data(), raw.id.size(), hash);
  return XXH3_64bits_withSeed(raw.bytes.data(), raw.bytes.size(), hash);
}

// A file may be taken out of a folder while a batch runs; a folder that is gone too was on a disk that is gone.
bool has_vanished(const Input& input) {
  if (input.kind == InputKind::missing || input.path == "-") return false;
  std::error_code error;
  const fs::path path = fs::absolute(input.path, error);
  return !fs::exists(path, error) && !fs::exists(path.parent_path(), error);
}

}  // namespace

std::unique_ptr<Container> open_container(const Input& input, std::size_t limit) {
  switch (input.kind) {
    case InputKind::file: return std::make_unique<FileContainer>(input.path, limit);
    case InputKind::archive: return std::make_unique<ArchiveContainer>(input.path, limit);
    case InputKind::warc: return open_warc(input.path, limit);
    case InputKind::ndjson: return std::make_unique<LinesContainer>(input.path, limit);
    case InputKind::missing: break;
  }
  return std::make_unique<MissingContainer>(input.path);
}

Failure too_long(std::size_t limit) {
  return {"input-too-long", "The input is longer than the limit.", std::to_string(limit) + " bytes"};
}

std::string utf8_name(std::string_view name) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(name.data());
  const auto size = static_cast<std::int32_t>(name.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c >= 0) continue;
    std::string converted;
    return icu::UnicodeString(name.data(), size, "GB18030").toUTF8String(converted);
  }
  return std::string(name);
}

Source::Source(InputList& inputs, std::size_t limit, const Position& from) : inputs_(inputs), limit_(limit) {
  if (from.input == 0 && from.documents == 0) return;
  inputs_.seek(0);
  while ((input_ = inputs_.next()) && input_->number < from.input) consumed_ += input_->size;
  position_.input = from.input;
  skip_to(from);
}

void Source::skip_to(const Position& position) {
  if (position.documents == 0) return;
  while (input_ && input_->number == position.input && position_.documents < position.documents) {
    if (!next_of_input()) break;
  }
  if (position_.documents != position.documents || position_.hash != position.hash) {
    throw Stop(input_ ? input_->path : "", "The input is no longer the one that this batch began to read.");
  }
}

std::optional<Raw> Source::next() {
  for (;;) {
    if (!input_) {
      input_ = inputs_.next();
      if (!input_) return std::nullopt;
      position_ = {input_->number, 0, 0};
    }
    if (std::optional<Raw> raw = next_of_input()) return raw;
  }
}

// The next document of the input at hand; none at its end, and then there is no input at hand any more.
std::optional<Raw> Source::next_of_input() {
  std::optional<Raw> raw;
  try {
    if (!container_ && position_.documents == 0) container_ = open_container(*input_, limit_);
    if (container_) raw = container_->next();
  } catch (const InputError& error) {
    raw = failed_input(error);
  }
  if (!raw) {
    consumed_ += input_->size;
    container_.reset();
    input_.reset();
    return raw;
  }
  ++position_.documents;
  position_.hash = chained(position_.hash, *raw);
  raw->after = position_;
  raw->consumed = consumed_ + (container_ ? container_->consumed() : input_->size);
  return raw;
}

// What is left of the input is lost.
Raw Source::failed_input(const InputError& error) {
  if (has_vanished(*input_)) throw Stop(input_->path, "The input has vanished.");
  container_.reset();
  Raw raw;
  raw.id = utf8_name(input_->path);
  raw.failure = error.failure();
  return raw;
}
