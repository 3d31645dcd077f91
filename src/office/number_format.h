// How a spreadsheet shows a number: what makes 0.85 read as 85% and 44927 as a day.
#pragma once

#include <string>
#include <string_view>

namespace gongbao {

struct NumberFormat {
  enum class Kind { plain, percent, date, month } kind = Kind::plain;
  int decimals = -1;   // that are shown; -1: as many as there are
  std::string suffix;  // words behind the number: 0.0"万元"
};

// code: ECMA-376, 18.8.31, such as 0.00% or yyyy"年"m"月"; only the part for positive numbers counts.
NumberFormat read_number_format(std::string_view code);
// The formats that have an id and no code.
NumberFormat builtin_number_format(unsigned id);

// stored: a cell's value as in the file. With up to 15 significant digits, as spreadsheets show: files hold
// 85.299999999999997 for 85.3. computed: the value comes from a formula; only then is it rounded to the decimals that
// are shown, since nobody chose the others. What is no number is given back as it is.
std::string show_number(std::string_view stored, const NumberFormat& format, bool computed, bool from_1904);

}  // namespace gongbao
