#include "office/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <initializer_list>

namespace gongbao {
namespace {

constexpr int significant_digits = 15;
constexpr double largest_shown = 1e15;     // beyond, digits would be made up
constexpr double largest_serial = 109574;  // 2199-12-31

// The decimals of a number without its needless zeros.
void trim_zeros(std::string& number) {
  if (number.find('.') == number.npos) return;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.') number.pop_back();
}

std::string fixed(double value, int decimals) {
  std::array<char, 64> buffer;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::string fifteen_digits(double value) {
  const double size = std::abs(value);
  const int before_point = size < 1 ? 0 : static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string number = fixed(value, significant_digits - before_point);
  trim_zeros(number);
  return number;
}

// The day of a serial number. Serial 60 is 1900-02-29, which never was: before it the count is one lower.
std::string day(double serial, bool from_1904, bool only_month) {
  const int whole = static_cast<int>(serial) + (from_1904 ? 1462 : serial < 60 ? 1 : 0);
  const std::chrono::sys_days origin = std::chrono::year(1899) / 12 / 30;
  const std::chrono::year_month_day date(origin + std::chrono::days(whole));
  std::array<char, 16> text;
  std::snprintf(text.data(), text.size(), only_month ? "%04d-%02u" : "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text.data();
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

NumberFormat read_number_format(std::string_view code) {
  NumberFormat format;
  bool year = false;
  bool month = false;
  bool day_shown = false;
  bool digits = false;
  bool point = false;
  int decimals = 0;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = lower(code[at]);
    if (c == '"') {
      const std::size_t end = std::min(code.find('"', at + 1), code.size());
      if (digits) format.suffix += code.substr(at + 1, end - at - 1);
      at = end;
    } else if (c == '[') {
      at = std::min(code.find(']', at), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;  // one character as such, a gap, a filling
    } else if (c == '0' || c == '#' || c == '?') {
      digits = true;
      decimals += point ? 1 : 0;
    } else if (c == '.') {
      point = true;
    } else if (c == '%') {
      format.kind = NumberFormat::Kind::percent;
    } else {
      year |= c == 'y' || c == 'e';
      month |= c == 'm';
      day_shown |= c == 'd';
    }
  }
  if (digits) {
    format.decimals = decimals;
  } else if (day_shown && month) {
    format = {NumberFormat::Kind::date, -1, {}};
  } else if (year && month) {
    format = {NumberFormat::Kind::month, -1, {}};
  }
  return format;
}

NumberFormat builtin_number_format(unsigned id) {
  using Kind = NumberFormat::Kind;
  const auto is = [&](std::initializer_list<unsigned> ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  // From 27 on they are those of the Chinese edition.
  if (is({17, 27, 36, 50, 52, 57})) return {Kind::month, -1, {}};
  if (is({14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58})) return {Kind::date, -1, {}};
  if (is({9, 10})) return {Kind::percent, id == 9 ? 0 : 2, {}};
  if (is({1, 3})) return {Kind::plain, 0, {}};
  if (is({2, 4})) return {Kind::plain, 2, {}};
  return {};
}

std::string show_number(std::string_view stored, const NumberFormat& format, bool computed, bool from_1904) {
  double value = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  const bool number = error == std::errc() && end == stored.data() + stored.size();
  if (!number || !(std::abs(value) < largest_shown)) return std::string(stored);
  using Kind = NumberFormat::Kind;
  if (format.kind == Kind::date || format.kind == Kind::month) {
    if (value < 1 || value > largest_serial) return std::string(stored);
    return day(value, from_1904, format.kind == Kind::month);
  }
  const bool percent = format.kind == Kind::percent;
  // Times 100 moves the point; fifteen digits hide what the multiplication adds.
  const double shown = percent ? value * 100 : value;
  std::string text = computed && format.decimals >= 0 ? fixed(shown, format.decimals) : fifteen_digits(shown);
  if (percent) text += '%';
  return text + format.suffix;
}

}  // namespace gongbao
