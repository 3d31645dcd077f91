// One document from its bytes to all that is written of it: what a worker does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content.h"
#include "failure.h"
#include "gongbao/parser.h"
#include "gongbao/write.h"
#include "source.h"

struct ReadingOptions {
  bool with_text = false;
  bool explain = false;
  bool csv = false;        // records_csv and pairs_csv are wanted
  bool sentences = false;  // sentences are wanted
};

struct Reading {
  std::string id;
  std::string url;
  std::size_t bytes = 0;  // of the document as it came
  Position after;
  std::uint64_t consumed = 0;

  // Either of the two:
  std::optional<Failure> failure;
  std::optional<gongbao::Document> document;

  ContentHash content{};
  std::string json;         // an open object: whoever writes it adds keys and the brace
  std::string records_csv;  // rows
  std::string pairs_csv;    // rows
  std::vector<Sentence> sentences;
};

// The failure in a sentence, the same in every locale.
std::string in_english(const Failure& failure);

// Throws for no document, not even where memory runs out on it.
Reading read_document(Raw&& raw, const gongbao::Parser& parser, const ReadingOptions& options) noexcept;
