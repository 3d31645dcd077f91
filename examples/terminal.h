// What a program needs to speak to a person: the language of the environment, and text that fits a terminal.
#pragma once

#include <unicode/umachine.h>

#include <cstdio>
#include <locale>
#include <string>
#include <string_view>

// The locale of the environment (LC_ALL, LC_MESSAGES, LANG) with the messages of the programs, Chinese or English.
// It needs nothing installed, and its strings are always UTF-8.
std::locale user_locale();

// Columns of the terminal behind a stream; without one, of the variable COLUMNS, or 80.
int terminal_width(std::FILE* stream);

// The character at `at`, which moves behind it; U+FFFD for bytes that are none. Precondition: at < text.size().
UChar32 next_character(std::string_view text, std::size_t& at);

// The columns a text takes: two for a wide character.
int columns(std::string_view text);

// The text without control characters, so that no bulletin and no file name can steer the terminal; blanks and line
// breaks are single spaces. Longer text is cut to `width` columns and ends in an ellipsis then.
std::string printable(std::string_view text, int width);
std::string printable(std::string_view text);
