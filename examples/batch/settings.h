// The command line of gongbao-batch.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "batch_output.h"
#include "gongbao/lexicon.h"
#include "input_list.h"

struct Settings {
  InputArguments inputs;  // inputs.output is empty in filter mode
  Formats formats;
  unsigned jobs = 1;
  std::uint64_t max_document = 0;  // in bytes
  bool with_text = false;
  bool explain = false;
  bool restart = false;
  std::chrono::duration<double> save_every{};
  std::string log;
  std::vector<std::string> lexicons;  // TABLE=FILE
};

// Returns the exit status where there is nothing more to do: after --help, or after wrong use.
std::optional<int> read_arguments(int argc, char** argv, Settings& settings);

// The built-in lexicon with the files of --lexicon added. `fingerprint` is changed by what they hold. None where there
// is an error in them, which it then has complained of.
std::optional<gongbao::Lexicon> read_lexicon(const std::vector<std::string>& arguments, std::uint64_t& fingerprint);
