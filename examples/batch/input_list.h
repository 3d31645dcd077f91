// What a batch reads, in order: the files of the folders, of the lists, and those named one by one.
//
// The list is made once and kept in an SQLite file, so it needs no memory however long it is, and a batch that is
// started again reads what it began with, whatever came into the folders since. Inside a folder files are in the order
// of their paths' bytes. A path that comes twice is read once. Hidden files (.name) and what lies in the folder of the
// batch's own output are passed over; links to folders are not followed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite.h"

enum class InputKind : std::uint8_t {
  file,     // one document, perhaps compressed
  archive,  // tar, zip, 7z, rar: each member a document
  warc,     // each page a document
  ndjson,   // each line a document
  missing,  // was not there when the list was made, or could not be looked into
};

struct Input {
  std::uint64_t number = 0;  // position in the list
  std::string path;          // "-" is standard input
  std::uint64_t size = 0;    // in bytes; 0 where it is not known
  InputKind kind = InputKind::file;
};

// By the ending of the name, that of a compression (.gz .bz2 .xz .zst) aside.
InputKind kind_of_name(std::string_view path);

struct InputArguments {
  std::vector<std::string> paths;   // folders and files
  std::vector<std::string> lists;   // files of paths, one a line or NUL-terminated; "-" is standard input
  std::vector<std::string> ndjson;  // files of NDJSON, whatever their name; "-" is standard input
  std::string output;               // the folder of the output
};

// Of the paths that the arguments and the lists name, in order. Not of what is in their folders. Reads the lists.
std::uint64_t fingerprint_of(const InputArguments& arguments);

class InputList {
 public:
  // file: where the list is kept; empty is a temporary file. A list that is there is taken as it is. Throws WrongUse,
  // SqliteError.
  InputList(const std::string& file, const InputArguments& arguments);

  std::uint64_t files() const noexcept { return files_; }
  std::uint64_t bytes() const noexcept { return bytes_; }
  std::uint64_t fingerprint() const noexcept { return fingerprint_; }  // fingerprint_of(arguments)

  // The inputs from `number` on.
  void seek(std::uint64_t number);
  std::optional<Input> next();

 private:
  void list(const InputArguments& arguments);

  Database database_;
  std::optional<Statement> rows_;
  std::uint64_t files_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t fingerprint_ = 0;
};
