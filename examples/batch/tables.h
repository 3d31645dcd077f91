// The CSV tables besides gongbao's own of records: documents, one a row, and pairs, one a row. CSV as in
// gongbao/write.h: RFC 4180, UTF-8 with a byte order mark, cells that look like a formula prefixed by an apostrophe.
#pragma once

#include <string>
#include <string_view>

#include "gongbao/document.h"

struct Reading;

// source url title published period_from period_to bytes items records pairs content duplicate_of error message
void append_documents_csv_header(std::string& out);
void append_documents_csv(std::string& out, const Reading& reading, std::string_view duplicate_of);

// source title published period_from period_to section_title item_id item_label
// target_id target_indicator target_value target_high target_unit target_bound target_text target_begin target_end
// achievement_id … (the same nine) ratio met confidence item_status
void append_pairs_csv_header(std::string& out);
void append_pairs_csv(std::string& out, const gongbao::Document& document, std::string_view source);
