// Documents as rows of an SQLite database, attached to a connection under the name `out`.
//
// Plain types and plain tables, so that DuckDB, pandas and R read it: documents, sections, items, records, pairs,
// diagnostics, sentences; the views record_rows and pair_rows join them into one row a figure and one row a pair;
// sentences_fts is the full-text index. The schema stands in database_schema.cpp. Ids are those of the JSON, unique in
// their document only; documents.document is the number of the document in the batch, from 1.
#pragma once

#include <cstdint>
#include <optional>

#include "reading.h"
#include "sqlite.h"

extern const char* const database_tables;   // made before the first row
extern const char* const database_indexes;  // indexes, views, the full-text index: made behind the last row

class DatabaseOutput {
 public:
  explicit DatabaseOutput(Database& database);

  void write(const Reading& reading, std::int64_t number, std::optional<std::int64_t> duplicate_of);

 private:
  void write_document(const Reading& reading, std::int64_t number, std::optional<std::int64_t> duplicate_of);
  void write_items(const gongbao::Document& document, std::int64_t number);
  void write_records(const gongbao::Document& document, std::int64_t number);
  void write_pairs(const gongbao::Document& document, std::int64_t number);
  void write_text(const Reading& reading, std::int64_t number);

  Statement document_, section_, item_, record_, pair_, diagnostic_, sentence_;
};
