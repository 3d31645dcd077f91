// Ctrl-C and its like (SIGINT, SIGTERM, SIGHUP) while documents are being read.
#pragma once

// While it lives, the first such signal only asks the batch to stop, so that it can save and say so; a second one ends
// the program at once, as do all where there is no such object. Not more than one at a time.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
};

// True once the batch was asked to stop.
bool interrupted();
