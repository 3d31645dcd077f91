// How a batch is getting on, on a terminal.
//
// Our own, since Debian 12 has no C++ library for it that shows more than a bar: Boost's progress_display prints stars
// and no figures, and FTXUI and indicators are not packaged.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "journal.h"

// On a terminal a line for what has no bar, until the next line takes its place.
void show_step(std::string_view message);
// On a terminal the line that stays: what was done.
void show_end(const Counts& counts, const std::string& folder);

class ProgressBar {
 public:
  // total: bytes of all inputs; 0 where it is not known, and then there are figures but no bar. consumed: what an
  // earlier run has read of them. Shows nothing unless standard error is a terminal.
  ProgressBar(std::uint64_t total, std::uint64_t consumed, const Counts& counts);
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // Draws at most ten times a second.
  void show(const Counts& counts, std::uint64_t consumed);
  // Takes the bar away, for messages.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  std::string figures(const Counts& counts, std::uint64_t consumed, double seconds) const;

  const bool visible_;
  const std::uint64_t total_;
  const std::uint64_t consumed_before_;
  const Counts counts_before_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_;
  bool on_screen_ = false;
};
