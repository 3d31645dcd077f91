#include "database_output.h"

// Dates are ISO 8601 text. Spans are byte offsets into the document's UTF-8 text. value, high, base_value, base_high
// and ratio are doubles (the NDJSON has them exact). met is 1, 0 or NULL. A document that could not be read has a row
// with error and message.
const char* const database_tables = R"(
CREATE TABLE out.documents(
  document INTEGER PRIMARY KEY, source TEXT NOT NULL, url TEXT, bytes INTEGER NOT NULL, encoding TEXT, title TEXT,
  published TEXT, period_from TEXT, period_to TEXT, content TEXT,
  duplicate_of INTEGER REFERENCES documents(document), error TEXT, message TEXT);
CREATE TABLE out.sections(
  document INTEGER NOT NULL REFERENCES documents(document), section INTEGER NOT NULL, label TEXT NOT NULL,
  title TEXT NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL);
CREATE TABLE out.items(
  document INTEGER NOT NULL REFERENCES documents(document), item INTEGER NOT NULL, section INTEGER,
  label TEXT NOT NULL, text TEXT NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL,
  target_begin INTEGER, target_end INTEGER, progress_begin INTEGER, progress_end INTEGER,
  status TEXT NOT NULL, status_rule TEXT NOT NULL, status_cue TEXT NOT NULL);
CREATE TABLE out.records(
  document INTEGER NOT NULL REFERENCES documents(document), record INTEGER NOT NULL, item INTEGER,
  role TEXT NOT NULL, indicator TEXT NOT NULL, value REAL NOT NULL, high REAL, unit TEXT NOT NULL,
  bound TEXT NOT NULL, text TEXT NOT NULL, span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL,
  rule TEXT NOT NULL, cue TEXT NOT NULL, inherited INTEGER NOT NULL, confidence REAL NOT NULL,
  dimension TEXT NOT NULL, rate_of TEXT, base_value REAL, base_high REAL, base_unit TEXT NOT NULL);
CREATE TABLE out.pairs(
  document INTEGER NOT NULL REFERENCES documents(document), target INTEGER NOT NULL, achievement INTEGER NOT NULL,
  ratio REAL, met INTEGER, confidence REAL NOT NULL);
CREATE TABLE out.diagnostics(
  document INTEGER NOT NULL REFERENCES documents(document), code TEXT NOT NULL, span_begin INTEGER NOT NULL,
  span_end INTEGER NOT NULL);
CREATE TABLE out.sentences(
  sentence INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(document), item INTEGER,
  span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL, text TEXT NOT NULL);
)";

// The trigram tokenizer, since Chinese has no blanks between words. It finds words of three characters and more; for
// shorter ones LIKE reads all sentences.
const char* const database_indexes = R"(
CREATE INDEX out.documents_source ON documents(source);
CREATE INDEX out.documents_period ON documents(period_from, period_to);
CREATE INDEX out.documents_duplicates ON documents(duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE UNIQUE INDEX out.sections_key ON sections(document, section);
CREATE UNIQUE INDEX out.items_key ON items(document, item);
CREATE UNIQUE INDEX out.records_key ON records(document, record);
CREATE INDEX out.records_indicator ON records(indicator, unit);
CREATE UNIQUE INDEX out.pairs_key ON pairs(document, target, achievement);
CREATE INDEX out.pairs_achievement ON pairs(document, achievement);
CREATE INDEX out.diagnostics_document ON diagnostics(document);
CREATE INDEX out.sentences_document ON sentences(document);
CREATE VIEW out.record_rows AS
  SELECT d.document, d.source, d.url, d.title, d.published, d.period_from, d.period_to, d.duplicate_of,
    s.label AS section_label, s.title AS section_title, r.item, i.label AS item_label, i.text AS item_text,
    i.status AS item_status, r.record, r.role, r.indicator, r.value, r.high, r.unit, r.bound, r.text, r.span_begin, r.span_end,
    r.confidence, r.dimension, r.rate_of, r.base_value, r.base_high, r.base_unit
  FROM records r JOIN documents d USING (document)
  LEFT JOIN items i ON i.document = r.document AND i.item = r.item
  LEFT JOIN sections s ON s.document = i.document AND s.section = i.section;
CREATE VIEW out.pair_rows AS
  SELECT t.document, t.source, t.url, t.title, t.published, t.period_from, t.period_to, t.duplicate_of,
    t.section_label, t.section_title, t.item, t.item_label, t.item_text,
    t.item_status, p.target, t.indicator AS target_indicator, t.value AS target_value, t.high AS target_high, t.unit AS target_unit,
    t.bound AS target_bound, t.text AS target_text,
    p.achievement, a.indicator AS achievement_indicator, a.value AS achievement_value, a.high AS achievement_high,
    a.unit AS achievement_unit, a.bound AS achievement_bound, a.text AS achievement_text,
    p.ratio, p.met, p.confidence
  FROM pairs p JOIN record_rows t ON t.document = p.document AND t.record = p.target
  JOIN records a ON a.document = p.document AND a.record = p.achievement;
CREATE VIRTUAL TABLE out.sentences_fts USING fts5(
  text, content = 'sentences', content_rowid = 'sentence', tokenize = 'trigram');
INSERT INTO out.sentences_fts(sentences_fts) VALUES ('rebuild');
)";
