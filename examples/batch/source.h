// The documents of all inputs, one after the other, as bytes.
//
// Every document has an id that is the same in every run: the path of a file, ARCHIVE!MEMBER, what a line of NDJSON
// says or FILE:LINE, and WARC_FILE!RECORD_ID for a page of a web archive.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "failure.h"
#include "input_list.h"

// How far a batch has read. Enough to go on from there, and to notice an input that is another one now.
struct Position {
  std::uint64_t input = 0;      // the one being read, as a number of the list
  std::uint64_t documents = 0;  // read of it
  std::uint64_t hash = 0;       // over the ids and bytes of these
};

struct Raw {
  std::string id;     // UTF-8; of an NDJSON line only where it says none itself
  std::string url;    // of a page of a web archive
  std::string bytes;  // of the document, or of the NDJSON line that holds it
  bool is_line = false;
  std::optional<Failure> failure;  // why there are no bytes
  // Set by Source:
  Position after;
  std::uint64_t consumed = 0;  // bytes of the input files read until then
};

// What a single input consists of. Its functions throw InputError.
class Container {
 public:
  virtual ~Container() = default;
  virtual std::optional<Raw> next() = 0;
  virtual std::uint64_t consumed() const = 0;  // bytes of the file
};

// A document with more than `limit` bytes is one with a failure.
std::unique_ptr<Container> open_container(const Input& input, std::size_t limit);
std::unique_ptr<Container> open_warc(const std::string& path, std::size_t limit);

Failure too_long(std::size_t limit);

// The text as UTF-8 where it is none: old ZIP files and file systems have names in GB18030.
std::string utf8_name(std::string_view name);

class Source {
 public:
  // Throws Stop where `from` is inside an input that no longer begins as it did.
  Source(InputList& inputs, std::size_t limit, const Position& from);

  // An input that cannot be read, or not to its end, is a document with a failure. Throws Stop where an input that
  // was there is gone together with its folder, as if a disk had been taken away.
  std::optional<Raw> next();

  // Bytes of the input files read so far.
  std::uint64_t consumed() const { return consumed_ + (container_ ? container_->consumed() : 0); }

 private:
  std::optional<Raw> next_of_input();
  Raw failed_input(const InputError& error);
  void skip_to(const Position& position);

  InputList& inputs_;
  const std::size_t limit_;
  std::optional<Input> input_;
  std::unique_ptr<Container> container_;
  Position position_;
  std::uint64_t consumed_ = 0;  // by the inputs before this one
};
