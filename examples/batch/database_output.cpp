#include "database_output.h"

namespace {

using gongbao::Document;
using gongbao::Span;

std::optional<std::int64_t> integer(const std::optional<std::uint32_t>& value) {
  return value ? std::optional<std::int64_t>(*value) : std::nullopt;
}

std::optional<double> real(const std::optional<gongbao::Decimal>& value) {
  return value ? std::optional<double>(value->to_double()) : std::nullopt;
}

void bind_span(Statement& statement, Span span) {
  statement.bind(std::int64_t{span.begin}).bind(std::int64_t{span.end});
}

void bind_span(Statement& statement, const std::optional<Span>& span) {
  span ? bind_span(statement, *span) : void(statement.bind_null().bind_null());
}

// NULL where it is empty.
void bind_some(Statement& statement, std::string_view text) {
  text.empty() ? statement.bind_null() : statement.bind(text);
}

}  // namespace

DatabaseOutput::DatabaseOutput(Database& database)
    : document_(database, "INSERT INTO out.documents VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      section_(database, "INSERT INTO out.sections VALUES (?,?,?,?,?,?)"),
      item_(database, "INSERT INTO out.items VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      record_(database, "INSERT INTO out.records VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      pair_(database, "INSERT INTO out.pairs VALUES (?,?,?,?,?,?)"),
      diagnostic_(database, "INSERT INTO out.diagnostics VALUES (?,?,?,?)"),
      sentence_(database, "INSERT INTO out.sentences VALUES (NULL,?,?,?,?,?)") {}

void DatabaseOutput::write(const Reading& reading, std::int64_t number, std::optional<std::int64_t> duplicate_of) {
  write_document(reading, number, duplicate_of);
  if (!reading.document) return;
  write_items(*reading.document, number);
  write_records(*reading.document, number);
  write_pairs(*reading.document, number);
  write_text(reading, number);
}

void DatabaseOutput::write_document(const Reading& reading, std::int64_t number,
                                    std::optional<std::int64_t> duplicate_of) {
  const Document none;
  const Document& document = reading.document ? *reading.document : none;
  const std::string published = document.published ? document.published->to_string() : "";
  const std::string from = document.period ? document.period->from.to_string() : "";
  const std::string to = document.period ? document.period->to.to_string() : "";
  const std::string message = reading.failure ? in_english(*reading.failure) : "";
  const std::string content = reading.document ? hexadecimal(reading.content) : "";
  document_.bind(number).bind(reading.id);
  bind_some(document_, reading.url);
  document_.bind(static_cast<std::int64_t>(reading.bytes));
  for (const std::string_view text :
       {std::string_view(document.encoding), std::string_view(document.title), std::string_view(published),
        std::string_view(from), std::string_view(to), std::string_view(content)}) {
    bind_some(document_, text);
  }
  document_.bind(duplicate_of);
  bind_some(document_, reading.failure ? reading.failure->code : "");
  bind_some(document_, message);
  document_.run();
}

void DatabaseOutput::write_items(const Document& document, std::int64_t number) {
  for (std::size_t id = 0; id < document.sections.size(); ++id) {
    const gongbao::Section& section = document.sections[id];
    section_.bind(number).bind(static_cast<std::int64_t>(id)).bind(section.label).bind(section.title);
    bind_span(section_, section.span);
    section_.run();
  }
  for (std::size_t id = 0; id < document.items.size(); ++id) {
    const gongbao::Item& item = document.items[id];
    item_.bind(number).bind(static_cast<std::int64_t>(id)).bind(integer(item.section)).bind(item.label);
    item_.bind(document.text(item.span));
    bind_span(item_, item.span);
    bind_span(item_, item.target_span);
    bind_span(item_, item.progress_span);
    item_.bind(name(item.status.status)).bind(name(item.status.rule)).bind(document.text(item.status.cue));
    item_.run();
  }
}

void DatabaseOutput::write_records(const Document& document, std::int64_t number) {
  for (std::size_t id = 0; id < document.records.size(); ++id) {
    const gongbao::Record& record = document.records[id];
    record_.bind(number).bind(static_cast<std::int64_t>(id)).bind(integer(record.item)).bind(name(record.role));
    record_.bind(record.indicator).bind(record.value.to_double()).bind(real(record.high)).bind(record.unit);
    record_.bind(name(record.bound)).bind(document.text(record.span));
    bind_span(record_, record.span);
    record_.bind(name(record.reason.rule)).bind(document.text(record.reason.cue));
    record_.bind(std::int64_t{record.reason.inherited}).bind(record.confidence).bind(name(record.dimension));
    record_.bind(record.rate_of ? std::optional(name(*record.rate_of)) : std::nullopt);
    record_.bind(real(record.base_value)).bind(real(record.base_high)).bind(record.base_unit);
    record_.run();
  }
}

void DatabaseOutput::write_pairs(const Document& document, std::int64_t number) {
  for (const gongbao::Pair& pair : document.pairs) {
    pair_.bind(number).bind(std::int64_t{pair.target}).bind(std::int64_t{pair.achievement}).bind(real(pair.ratio));
    pair_.bind(pair.met ? std::optional<std::int64_t>(*pair.met) : std::nullopt).bind(pair.confidence);
    pair_.run();
  }
}

void DatabaseOutput::write_text(const Reading& reading, std::int64_t number) {
  const Document& document = *reading.document;
  for (const gongbao::Diagnostic& diagnostic : document.diagnostics) {
    diagnostic_.bind(number).bind(name(diagnostic.code));
    bind_span(diagnostic_, diagnostic.span);
    diagnostic_.run();
  }
  for (const Sentence& sentence : reading.sentences) {
    sentence_.bind(number).bind(integer(sentence.item));
    bind_span(sentence_, sentence.span);
    sentence_.bind(document.text(sentence.span));
    sentence_.run();
  }
}
