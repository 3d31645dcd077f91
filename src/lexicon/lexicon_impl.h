// The tables, typed. Each row type reads one line of its TSV file; the file's head describes the columns.
#pragma once

#include "lexicon/completion_rows.h"
#include "lexicon/pair_rows.h"
#include "lexicon/patterns.h"
#include "lexicon/quantity_rows.h"
#include "lexicon/statement_rows.h"
#include "lexicon/structure_rows.h"
#include "lexicon/table.h"
#include "lexicon/weight_rows.h"
#include "lexicon/word_index.h"

namespace gongbao {

class Lexicon::Impl {
 public:
  // quantity_rows.h
  Table<UnitRow> units;
  Table<BoundRow> bounds;
  Table<NumeralRow> numerals;
  Table<SetPhraseRow> set_phrases;
  // structure_rows.h
  Table<HtmlMarkRow> html_marks;
  Table<FurnitureRow> furniture;
  Table<SpamRow> spam;
  Table<OrdinalRow> ordinals;
  Table<TitleWordRow> title_words;
  Table<PeriodRow> periods;
  // statement_rows.h
  Table<LabelRow> labels;
  Table<CueRow> cues;
  Table<PlanWordRow> plan_words;
  Table<ColumnRow> columns;
  Table<IndicatorWordRow> indicator_words;
  // pair_rows.h
  Table<StageRow> stages;
  Table<PairWeightRow> pair_weights;
  Table<UnitFactorRow> unit_factors;
  // completion_rows.h
  Table<StatusRow> statuses;
  Table<DirectionRow> directions;
  // weight_rows.h
  Table<RoleWeightRow> role_weights;
  Table<ConfidenceRow> confidence;
  // patterns.h
  PatternTable patterns;
  // word_index.h: of the tables that it names
  WordIndex index;
};

}  // namespace gongbao
