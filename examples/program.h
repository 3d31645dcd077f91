// What the programs have in common: files, complaints, the words a user adds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gongbao/diagnostic.h"
#include "gongbao/lexicon.h"

// What kept a file from being read. The message is English and one of the catalogue's.
struct Failure {
  std::string_view code;
  std::string_view message;
  std::string detail;  // of the system
};
Failure failure_of(int error);  // of the system
Failure failure_of(gongbao::Error error);
// The failure's message and detail in the user's language.
std::string translated(const Failure& failure);

std::string translated(std::string_view message);

// "PROGRAM: SUBJECT: MESSAGE" on standard error.
void complain(std::string_view program, std::string_view subject, std::string_view message);

// Standard output. Throws std::system_error where it cannot be written: a full disk, a reader that is gone.
class StandardOutput {
 public:
  void write(std::string_view bytes);
  void close();
};

// Of a lexicon's file, and what gongbao-evaluate reads.
constexpr std::size_t most_bytes_of_file = std::size_t{1} << 30;

// Reads a file, - being standard input, but not many more bytes than `limit`. Returns 0 or the system's error.
int read_file(const std::string& path, std::size_t limit, std::string& bytes);

// --lexicon TABLE=FILE: what is wrong with the argument, and the words added. An error in one of the files is an error
// of use, since a word that silently is not there would make the output wrong: it is complained of, and the result is
// false.
std::string check_lexicon(const std::string& argument);
bool add_lexicons(std::string_view program, gongbao::Lexicon& lexicon, const std::vector<std::string>& arguments);
