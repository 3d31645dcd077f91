// A bulletin for the eyes: title and dates, for each section the items with what was promised, what was done and the
// completion, and at the end the counts. Items without figures are left out.
#pragma once

#include <locale>
#include <string>
#include <string_view>

#include "gongbao/document.h"

struct SummaryOptions {
  std::locale locale;    // of user_locale()
  int width = 80;        // columns of the terminal
  bool explain = false;  // adds below each figure what decided its role, and the figures that have none of the two
};

void append_summary(std::string& out, const gongbao::Document& document, std::string_view source,
                    const SummaryOptions& options);
