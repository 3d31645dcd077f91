#include "tables.h"

#include <array>
#include <cmath>
#include <optional>

#include "reading.h"

namespace {

using gongbao::Document;
using gongbao::Record;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Appends a row cell by cell.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  ~Row() { out_ += "\r\n"; }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  Row& text(std::string_view cell) {
    separate();
    const bool quoted = cell.find_first_of(",\"\r\n") != cell.npos;
    if (quoted) out_ += '"';
    if (starts_formula(cell)) out_ += '\'';
    for (const char c : cell) out_.append(c == '"' ? 2 : 1, c);
    if (quoted) out_ += '"';
    return *this;
  }
  Row& number(std::uint64_t value) { return plain(std::to_string(value)); }
  Row& number(const std::optional<gongbao::Decimal>& value) { return plain(value ? value->to_string() : ""); }
  Row& number(const std::optional<std::uint32_t>& value) { return plain(value ? std::to_string(*value) : ""); }
  // A share from 0 to 1 in steps of 0.01.
  Row& number(double value) { return number(gongbao::Decimal(std::lround(value * 100), -2)); }
  Row& plain(std::string_view cell) {
    separate();
    out_ += cell;
    return *this;
  }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  static bool starts_formula(std::string_view cell) {
    static constexpr std::array<std::string_view, 11> marks = {"=",  "+",      "-",      "@",      "\t",    "\r",
                                                               "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    for (const std::string_view mark : marks) {
      if (cell.starts_with(mark)) return true;
    }
    return false;
  }

  std::string& out_;
  bool first_ = true;
};

void append_head(Row& row, const Document& document) {
  row.text(document.title).plain(document.published ? document.published->to_string() : "");
  row.plain(document.period ? document.period->from.to_string() : "");
  row.plain(document.period ? document.period->to.to_string() : "");
}

void append_record(Row& row, const Document& document, std::uint32_t id) {
  const Record& record = document.records[id];
  row.number(std::uint64_t{id}).text(record.indicator).number(record.value).number(record.high).text(record.unit);
  row.plain(name(record.bound)).text(document.text(record.span));
  row.number(std::uint64_t{record.span.begin}).number(std::uint64_t{record.span.end});
}

}  // namespace

void append_documents_csv_header(std::string& out) {
  out.append(byte_order_mark)
      .append(
          "source,url,title,published,period_from,period_to,bytes,items,records,pairs,content,duplicate_of,error,"
          "message\r\n");
}

void append_documents_csv(std::string& out, const Reading& reading, std::string_view duplicate_of) {
  Row row(out);
  row.text(reading.id).text(reading.url);
  const Document none;
  const Document& document = reading.document ? *reading.document : none;
  append_head(row, document);
  row.number(std::uint64_t{reading.bytes}).number(std::uint64_t{document.items.size()});
  row.number(std::uint64_t{document.records.size()}).number(std::uint64_t{document.pairs.size()});
  row.plain(reading.document ? hexadecimal(reading.content) : "").text(duplicate_of);
  row.plain(reading.failure ? reading.failure->code : "").text(reading.failure ? in_english(*reading.failure) : "");
}

void append_pairs_csv_header(std::string& out) {
  out.append(byte_order_mark).append("source,title,published,period_from,period_to,section_title,item_id,item_label");
  for (const std::string_view side : {"target", "achievement"}) {
    for (const std::string_view column :
         {"id", "indicator", "value", "high", "unit", "bound", "text", "begin", "end"}) {
      out.append(",").append(side).append("_").append(column);
    }
  }
  out.append(",ratio,met,confidence,item_status\r\n");
}

void append_pairs_csv(std::string& out, const Document& document, std::string_view source) {
  for (const gongbao::Pair& pair : document.pairs) {
    Row row(out);
    row.text(source);
    append_head(row, document);
    const std::optional<std::uint32_t> id = document.records[pair.target].item;
    const gongbao::Item none;
    const gongbao::Item& item = id ? document.items[*id] : none;
    row.text(item.section ? document.sections[*item.section].title : "").number(id).text(item.label);
    append_record(row, document, pair.target);
    append_record(row, document, pair.achievement);
    row.number(pair.ratio).plain(!pair.met ? "" : *pair.met ? "true" : "false").number(pair.confidence);
    row.plain(id ? name(item.status.status) : "");
  }
}
