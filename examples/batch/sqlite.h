// SQLite for C++: a connection and a prepared statement that close themselves; errors are thrown.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

class SqliteError : public std::runtime_error {
 public:
  SqliteError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  int code() const noexcept { return code_; }  // the primary result code, such as SQLITE_FULL

 private:
  int code_;
};

class Database {
 public:
  // Opens or creates a database; an empty path is one that lives in a temporary file.
  explicit Database(const std::string& path);

  void execute(const char* sql);
  sqlite3* handle() const noexcept { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

// Sets the count of transactions in the header of a database that nobody has open. It is the only thing in the file
// that tells how often a batch was killed; with it fixed, equal content is equal bytes. Throws std::system_error.
void forget_transactions(const std::string& path);

class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  // Binds the next parameter. Text and blobs are not copied: they must live until the statement has run.
  Statement& bind(std::int64_t value);
  Statement& bind(double value);
  Statement& bind(std::string_view text);
  Statement& bind_blob(std::string_view bytes);
  Statement& bind_null();
  template <typename Value>
  Statement& bind(const std::optional<Value>& value) {
    return value ? bind(*value) : bind_null();
  }

  // Runs to the next row; false where there is none, and then the statement may be bound again.
  bool step();
  // Runs a statement that gives no rows, and makes it ready to be bound again.
  void run();
  // Forgets the rows that are left.
  void reset();

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  std::string_view text(int column) const;

 private:
  void check(int code) const;

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};
