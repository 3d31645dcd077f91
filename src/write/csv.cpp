// One row a record, for spreadsheets and statistics programs.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

#include "gongbao/write.h"
#include "text/utf8.h"
#include "write/valid_utf8.h"

namespace gongbao {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view header =
    "source,title,published,period_from,period_to,"
    "section_label,section_title,item_id,item_label,item_title,"
    "record_id,role,indicator,value,high,unit,bound,text,begin,end,"
    "pair_count,partner_id,partner_value,partner_unit,partner_text,ratio,"
    "error,confidence,pair_confidence,"
    "dimension,rate_of,base_value,base_high,base_unit,met,item_status,item_status_rule,item_status_cue\r\n";
constexpr std::string_view row_end = "\r\n";
constexpr std::size_t document_columns = 5;
constexpr std::size_t place_columns = 5;
constexpr std::size_t record_columns = 10;
constexpr std::size_t pair_columns = 6;
constexpr std::size_t confidence_columns = 2;  // behind the error
constexpr std::size_t measure_columns = 5;
constexpr std::size_t status_columns = 4;  // with the pair's met
constexpr std::size_t item_title_characters = 20;

bool is_blank(char32_t c) noexcept { return c <= U' ' || c == U'\u00A0' || c == U'\u3000'; }

bool ends_clause(char32_t c) noexcept {
  constexpr std::u32string_view marks = U",;:!?\u3002\uFF0C\uFF1B\uFF1A\uFF01\uFF1F";
  return marks.find(c) != marks.npos;
}

bool starts_formula(std::string_view cell) noexcept {
  constexpr std::u32string_view marks = U"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
  return !cell.empty() && marks.find(utf8_at(cell, 0).code) != marks.npos;
}

// The first clause of an item's words. Blanks go, since a line break may stand anywhere in a published text; between
// Latin words one stays.
std::string item_title(std::string_view words) {
  std::string title;
  std::size_t characters = 0;
  bool blank = false;
  char32_t last = 0;
  for (std::size_t i = 0; i < words.size() && characters < item_title_characters;) {
    const Utf8Char c = utf8_at(words, i);
    i += c.length;
    if (is_blank(c.code)) {
      blank = true;
      continue;
    }
    if (ends_clause(c.code) && characters > 0) break;
    if (blank && last != 0 && last < 0x80 && c.code < 0x80) title += ' ';
    append_utf8(title, c.code);
    ++characters;
    blank = false;
    last = c.code;
  }
  return title;
}

bool needs_quotes(std::string_view cell) noexcept {
  return std::any_of(cell.begin(), cell.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

// Appends cells, each with a comma before it but for a row's first.
class Cells {
 public:
  explicit Cells(std::string& out) : out_(out) {}

  void first_text(std::string_view cell) {
    const bool quoted = needs_quotes(cell);
    if (quoted) out_ += '"';
    if (starts_formula(cell)) out_ += '\'';
    if (quoted) {
      append_doubling_quotes(cell);
      out_ += '"';
    } else {
      out_ += cell;
    }
  }
  void text(std::string_view cell) {
    out_ += ',';
    first_text(cell);
  }
  void number(std::uint32_t value) {
    char cell[11] = {','};
    out_.append(cell, std::to_chars(cell + 1, std::end(cell), value).ptr);
  }
  void number(const Decimal& value) {
    out_ += ',';
    out_ += value.to_string();
  }
  void number(const std::optional<Decimal>& value) { value ? number(*value) : blank(1); }
  void date(const std::optional<Date>& value) { text(value ? value->to_string() : std::string()); }
  void blank(std::size_t cells) { out_.append(cells, ','); }

 private:
  void append_doubling_quotes(std::string_view cell) {
    std::size_t begin = 0;
    for (std::size_t quote; (quote = cell.find('"', begin)) != cell.npos; begin = quote + 1) {
      out_.append(cell, begin, quote + 1 - begin).append(1, '"');
    }
    out_.append(cell, begin);
  }

  std::string& out_;
};

Decimal two_decimals(double number) { return Decimal(std::lround(100 * number), -2); }

// What of a record's pairs its row shows.
struct Partner {
  std::uint32_t count = 0;
  std::uint32_t record = 0;
  std::optional<Decimal> ratio;
  double confidence = 0;
  std::optional<bool> met;
};

void add_partner(Partner& partner, std::uint32_t record, const Pair& pair) {
  if (partner.count++ > 0) return;
  partner.record = record;
  partner.ratio = pair.ratio;
  partner.confidence = pair.confidence;
  partner.met = pair.met;
}

class CsvDocument {
 public:
  CsvDocument(std::string& out, const Document& document, std::string_view source)
      : document_(document), partners_(document.records.size()), out_(out) {
    write_head(valid_utf8(source));
    places_.reserve(document.items.size());
    for (std::uint32_t id = 0; id < document.items.size(); ++id) add_place(id);
    for (const Pair& pair : document.pairs) {
      add_partner(partners_[pair.target], pair.achievement, pair);
      add_partner(partners_[pair.achievement], pair.target, pair);
    }
  }

  void write() {
    for (std::uint32_t id = 0; id < document_.records.size(); ++id) write_record(id);
    if (!document_.records.empty()) return;
    out_ += head_;
    Cells(out_).blank(place_columns + record_columns + pair_columns + 1 + confidence_columns + measure_columns +
                      status_columns);
    out_ += row_end;
  }

 private:
  void write_head(std::string_view source) {
    Cells cells(head_);
    cells.first_text(source);
    cells.text(document_.title);
    cells.date(document_.published);
    cells.date(document_.period ? std::optional(document_.period->from) : std::nullopt);
    cells.date(document_.period ? std::optional(document_.period->to) : std::nullopt);
  }

  void add_place(std::uint32_t id) {
    const Item& item = document_.items[id];
    const Section* section = item.section ? &document_.sections[*item.section] : nullptr;
    Cells cells(places_.emplace_back());
    cells.text(section ? section->label : std::string_view());
    cells.text(section ? section->title : std::string_view());
    cells.number(id);
    cells.text(item.label);
    cells.text(item_title(document_.text(item.span)));
  }

  void write_record(std::uint32_t id) {
    const Record& record = document_.records[id];
    Cells cells(out_);
    out_ += head_;
    if (record.item) {
      out_ += places_[*record.item];
    } else {
      cells.blank(place_columns);
    }
    cells.number(id);
    cells.text(name(record.role));
    cells.text(record.indicator);
    cells.number(record.value);
    cells.number(record.high);
    cells.text(record.unit);
    cells.text(name(record.bound));
    cells.text(document_.text(record.span));
    cells.number(record.span.begin);
    cells.number(record.span.end);
    write_partner(partners_[id]);
    cells.blank(1);  // no error
    cells.number(two_decimals(record.confidence));
    if (partners_[id].count > 0) {
      cells.number(two_decimals(partners_[id].confidence));
    } else {
      cells.blank(1);
    }
    write_measure(record);
    write_status(record, partners_[id]);
    out_ += row_end;
  }

  void write_measure(const Record& record) {
    Cells cells(out_);
    cells.text(name(record.dimension));
    cells.text(record.rate_of ? name(*record.rate_of) : std::string_view());
    cells.number(record.base_value);
    cells.number(record.base_high);
    cells.text(record.base_unit);
  }

  void write_status(const Record& record, const Partner& partner) {
    Cells cells(out_);
    cells.text(!partner.met ? "" : *partner.met ? "true" : "false");
    const ItemStatus status = record.item ? document_.items[*record.item].status : ItemStatus();
    if (status.status == Status::unknown) return cells.blank(status_columns - 1);
    cells.text(name(status.status));
    cells.text(name(status.rule));
    cells.text(document_.text(status.cue));
  }

  void write_partner(const Partner& partner) {
    Cells cells(out_);
    cells.number(partner.count);
    if (partner.count == 0) return cells.blank(pair_columns - 1);
    const Record& record = document_.records[partner.record];
    cells.number(partner.record);
    cells.number(record.value);
    cells.text(record.unit);
    cells.text(document_.text(record.span));
    cells.number(partner.ratio);
  }

  const Document& document_;
  std::vector<Partner> partners_;    // of each record
  std::string head_;                 // the document's cells, the same in each row
  std::vector<std::string> places_;  // the cells of each item, the same for each of its records
  std::string& out_;
};

}  // namespace

void append_csv_header(std::string& out) { out.append(byte_order_mark).append(header); }

void append_csv(std::string& out, const Document& document, std::string_view source) {
  CsvDocument(out, document, source).write();
}

void append_csv_error(std::string& out, std::string_view code, std::string_view source) {
  Cells cells(out);
  cells.first_text(valid_utf8(source));
  cells.blank(document_columns - 1 + place_columns + record_columns + pair_columns);
  cells.text(valid_utf8(code));
  cells.blank(confidence_columns + measure_columns + status_columns);
  out += row_end;
}

}  // namespace gongbao
