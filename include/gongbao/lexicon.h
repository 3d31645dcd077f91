// The words the library knows, as data.
//
// Every Chinese word that decides anything stands in a table of src/lexicon, one TSV file each, compiled into the
// library. A program may add rows of its own at run time; the format is that of the built-in files, described at
// the head of each: UTF-8, `#` comments, one row a line, columns separated by one tab, the first column the word.
//
//   gongbao::Lexicon lexicon = gongbao::Lexicon::builtin();
//   std::vector<gongbao::LexiconError> errors = lexicon.add("units", "船次\tevents\t-\t-\n");
//   gongbao::Parser parser(std::move(lexicon));
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao {

struct LexiconError {
  std::size_t line = 0;  // 1-based, in the text given to add()
  std::string message;   // English
};

// A value: copies share nothing that changes. Reading from several threads is safe, adding is not.
class Lexicon {
 public:
  // The tables compiled into the library.
  static Lexicon builtin();

  Lexicon(const Lexicon&);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(const Lexicon&);
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // Adds the rows of `tsv` to a table ("units", "cues", ...: the file names of src/lexicon without ending). A row
  // whose word is already there replaces it (patterns, which have no words, are added). Rows with errors are left out
  // and reported; the others are added.
  std::vector<LexiconError> add(std::string_view table, std::string_view tsv);

  // The tables' names, sorted.
  static std::vector<std::string_view> tables();

  class Impl;
  const Impl& impl() const noexcept { return *impl_; }  // for the library's own stages

 private:
  explicit Lexicon(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongbao
