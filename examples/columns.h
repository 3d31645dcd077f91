// Tables that a page shows by blanks alone.
#pragma once

#include <string>
#include <string_view>

// text: UTF-8 as pdftotext -layout writes it, columns kept apart by two blanks or more. Where lines near each other
// have the same three or more columns, each row becomes one line with bars between its cells; cells that go over
// several lines are put together. All else stays as it is.
std::string mark_columns(std::string_view text);
