// The lexicon compiler, a build tool: gongbao-lexicon-compile OUT.cpp TABLE.tsv...
//
// Writes C++ that defines what lexicon/builtin_data.h declares. Comments and blank lines are left out; the rows are
// checked when the tables are read, by the same reader that reads a user's files (and by a test).
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "text/fold_rules.h"

namespace {

struct Entry {
  std::string name;
  std::size_t begin;
  std::size_t size;
};

std::string read_rows(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::string rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') rows += line + '\n';
  }
  return rows;
}

template <class Numbers>
void write_array(std::ostream& out, const char* declaration, const Numbers& numbers) {
  out << declaration << " = {";
  std::size_t column = 0;
  for (const auto number : numbers) out << (column++ % 32 == 0 ? "\n" : "") << static_cast<unsigned>(number) << ',';
  out << "};\n";
}

void write_tables(std::ostream& out, const std::string& blob, const std::vector<Entry>& entries) {
  std::vector<std::uint8_t> bytes(blob.begin(), blob.end());
  write_array(out, "const unsigned char blob[]", bytes);
  out << "struct Entry { char name[24]; std::uint32_t begin; std::uint32_t size; };\n"
      << "const Entry entries[] = {\n";
  for (const Entry& e : entries) out << "{\"" << e.name << "\"," << e.begin << ',' << e.size << "},\n";
  out << "};\n";
}

// Of Chinese characters the simplified form, by ICU's Traditional-Simplified.
char16_t fold_han(const icu::Transliterator& to_simplified, char16_t c) {
  icu::UnicodeString text(static_cast<UChar32>(c));
  to_simplified.transliterate(text);
  return text.length() == 1 ? text.charAt(0) : c;
}

void write_folding(std::ostream& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_simplified(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no Traditional-Simplified transliterator");
  std::vector<std::uint16_t> distances;
  for (unsigned i = 0; i <= 0xFFFF; ++i) {
    const auto c = static_cast<char16_t>(i);
    const bool han = c >= 0x3400 && c <= 0x9FFF;
    const char16_t folded = han ? fold_han(*to_simplified, c) : gongbao::fold_by_rule(c);
    distances.push_back(static_cast<std::uint16_t>(folded - c));
  }
  write_array(out, "const std::uint16_t fold_distances[0x10000]", distances);
}

void compile(const std::string& out_path, const std::vector<std::filesystem::path>& tables) {
  std::string blob;
  std::vector<Entry> entries;
  for (const auto& path : tables) {
    const std::string rows = read_rows(path);
    entries.push_back({path.stem().string(), blob.size(), rows.size()});
    blob += rows;
  }
  std::ostringstream out;
  out << "// Written by gongbao-lexicon-compile.\n#include \"lexicon/builtin_data.h\"\n\nnamespace gongbao "
         "{\nnamespace {\n";
  write_tables(out, blob, entries);
  out << "}  // namespace\n\n"
         "std::string_view builtin_table(std::string_view name) noexcept {\n"
         "  for (const Entry& e : entries)\n"
         "    if (name == e.name) return {reinterpret_cast<const char*>(blob) + e.begin, e.size};\n"
         "  return {};\n}\n\n";
  write_folding(out);
  out << "}  // namespace gongbao\n";
  std::ofstream file(out_path, std::ios::binary);
  file << out.str();
  if (!file.flush()) throw std::runtime_error("cannot write " + out_path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: gongbao-lexicon-compile OUT.cpp TABLE.tsv...\n";
    return 2;
  }
  try {
    compile(argv[1], {argv + 2, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "gongbao-lexicon-compile: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
