// What kept one document or one input from being read, and what ends a whole batch.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "../program.h"

// Thrown by a reader of an input that cannot go on: the rest of the input is lost, the batch goes on with the next. (A
// document that cannot be read has a Failure; it goes to the quarantine.)
class InputError : public std::runtime_error {
 public:
  explicit InputError(Failure failure)
      : std::runtime_error(std::string(failure.message)), failure_(std::move(failure)) {}
  const Failure& failure() const noexcept { return failure_; }

 private:
  Failure failure_;
};

inline Failure damaged_input(std::string detail) {
  return {"damaged-input", "The file is damaged or of no known format.", std::move(detail)};
}

// Ends the batch. What was finished is kept. The message is one of the catalogue's, the subject a path or the like.
class Stop : public std::runtime_error {
 public:
  Stop(std::string subject, const std::string& message, std::string detail = {})
      : std::runtime_error(message), subject_(std::move(subject)), detail_(std::move(detail)) {}
  const std::string& subject() const noexcept { return subject_; }
  const std::string& detail() const noexcept { return detail_; }

 private:
  std::string subject_;
  std::string detail_;
};

// The same, but nothing was begun: wrong arguments.
class WrongUse : public Stop {
  using Stop::Stop;
};
