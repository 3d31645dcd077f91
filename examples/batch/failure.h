// What kept one document or one input from being read, and what ends a whole batch.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

// Of one document: it goes to the quarantine, and the batch goes on.
struct Failure {
  std::string_view code;  // stable, such as "not-found"; a literal
  std::string message;    // one English sentence
};

// Thrown by a reader of an input that cannot go on: the rest of the input is lost, the batch goes on with the next.
class InputError : public std::runtime_error {
 public:
  InputError(std::string_view code, const std::string& message) : std::runtime_error(message), code_(code) {}
  Failure failure() const { return {code_, what()}; }

 private:
  std::string_view code_;
};

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
