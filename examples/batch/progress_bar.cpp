#include "progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <boost/locale.hpp>
#include <cstdio>
#include <string>

#include "../terminal.h"

namespace {

namespace bl = boost::locale;

constexpr int bar_width = 20;

std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(seconds);
  char text[32];
  std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
  return text;
}

// "{1} documents" and the like.
template <typename Number>
std::string counted(const char* one, const char* many, Number count) {
  return (bl::format(bl::translate(one, many, static_cast<int>(count))) % count).str(std::locale());
}

std::string counts_text(const Counts& counts) {
  return counted("{1,num} document", "{1,num} documents", counts.documents) + "  " +
         counted("{1,num} figure", "{1,num} figures", counts.records) + "  " +
         (bl::format(bl::translate("{1,num} failed")) % counts.quarantined).str(std::locale());
}

bool on_terminal() { return isatty(STDERR_FILENO) != 0; }

void draw(const std::string& text) {
  std::fprintf(stderr, "\r\033[K%s", printable(text, terminal_width(stderr) - 1).c_str());
}

}  // namespace

void show_step(std::string_view message) {
  if (on_terminal()) draw(bl::translate(std::string(message)).str());
}

void show_end(const Counts& counts, const std::string& folder) {
  if (!on_terminal()) return;
  draw(counts_text(counts) + "  " + folder);
  std::fputs("\n", stderr);
}

ProgressBar::ProgressBar(std::uint64_t total, std::uint64_t consumed, const Counts& counts)
    : visible_(on_terminal()), total_(total), consumed_before_(consumed), counts_before_(counts) {}

void ProgressBar::show(const Counts& counts, std::uint64_t consumed) {
  constexpr std::chrono::milliseconds interval(100);
  const Clock::time_point now = Clock::now();
  if (!visible_ || now - drawn_ < interval) return;
  drawn_ = now;
  on_screen_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  draw(figures(counts, consumed, seconds));
}

void ProgressBar::clear() {
  if (on_screen_) std::fputs("\r\033[K", stderr);
  on_screen_ = false;
}

std::string ProgressBar::figures(const Counts& counts, std::uint64_t consumed, double seconds) const {
  constexpr double megabyte = 1e6;
  const std::locale locale;
  std::string text;
  const double share = total_ == 0 ? 0 : std::min(1.0, static_cast<double>(consumed) / static_cast<double>(total_));
  if (total_ > 0) {
    const auto filled = static_cast<std::size_t>(share * bar_width);
    text = '[' + std::string(filled, '#') + std::string(bar_width - filled, '.') + "] ";
    text += (bl::format("{1,num=fix,precision=0}%") % (share * 100)).str(locale) + "  ";
  }
  const double speed = static_cast<double>(counts.bytes - counts_before_.bytes) / megabyte / std::max(seconds, 0.001);
  text += (bl::format("{1,num=fix,precision=1} MB/s") % speed).str(locale) + "  " + counts_text(counts);
  const double read = static_cast<double>(consumed - consumed_before_);
  if (total_ > consumed && read > 0) {
    const double left = seconds * static_cast<double>(total_ - consumed) / read;
    text += "  " + (bl::format(bl::translate("{1} left")) % clock_text(left)).str(locale);
  }
  return text;
}
