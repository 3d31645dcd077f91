#include "gongbao/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "golden/corpus.h"
#include "gongbao/parser.h"
#include "lexicon/builtin_data.h"
#include "lexicon/first_characters.h"
#include "quantity/quantity.h"
#include "stages.h"

namespace gongbao::tests {
namespace {

// Tables whose rows follow their meaning: the stages of work, the factors of one base unit, the features' header,
// rules.
const std::set<std::string> in_an_order_of_their_own = {"confidence",   "pair_weights", "patterns",
                                                        "role_weights", "stages",       "unit_factors"};

// The table's file as a user would give it to add().
class BuiltinTable : public testing::TestWithParam<std::filesystem::path> {
 protected:
  std::string name() const { return GetParam().stem().string(); }
  std::string tsv() const { return read_file(GetParam()); }
};

TEST_P(BuiltinTable, CanBeAddedTo) {
  const auto tables = Lexicon::tables();
  EXPECT_EQ(std::count(tables.begin(), tables.end(), name()), 1);
}

TEST_P(BuiltinTable, IsReadWithoutErrors) {
  Lexicon lexicon = Lexicon::builtin();
  for (const LexiconError& error : lexicon.add(name(), tsv())) {
    ADD_FAILURE() << GetParam().string() << ":" << error.line << ": " << error.message;
  }
}

TEST_P(BuiltinTable, IsCompiledIn) {
  std::vector<std::vector<std::string_view>> expected;
  std::vector<std::vector<std::string_view>> got;
  const std::string file = tsv();
  for (TsvRow& row : read_tsv(file)) expected.push_back(std::move(row.cells));
  for (TsvRow& row : read_tsv(builtin_table(name()))) got.push_back(std::move(row.cells));
  EXPECT_FALSE(expected.empty());
  EXPECT_TRUE(expected == got) << name() << " differs from what the library was built with";
}

TEST_P(BuiltinTable, HasEachWordOnce) {
  const std::string file = tsv();
  std::map<std::u16string, std::size_t> lines;
  for (const TsvRow& row : read_tsv(file)) {
    const auto [known, added] = lines.insert({fold(row.cells.front()), row.line});
    EXPECT_TRUE(added) << GetParam().string() << ":" << row.line << ": as line " << known->second;
  }
}

TEST_P(BuiltinTable, IsSorted) {
  if (in_an_order_of_their_own.count(name()) != 0) return;
  const std::string file = tsv();
  std::string_view last;
  for (const TsvRow& row : read_tsv(file)) {
    EXPECT_LT(last, row.cells.front()) << GetParam().string() << ":" << row.line;
    last = row.cells.front();
  }
}

TEST_P(BuiltinTable, SaysWhatItsColumnsAre) {
  const std::string file = tsv();
  EXPECT_EQ(file.rfind("# ", 0), 0U);
  EXPECT_NE(file.find("\n# Columns: "), std::string::npos);
  EXPECT_NE(file.find("ay be added"), std::string::npos) << "or that nothing may";
}

INSTANTIATE_TEST_SUITE_P(Lexicon, BuiltinTable,
                         testing::ValuesIn(files_in(std::filesystem::path(GONGBAO_SOURCE_DIR) / "src/lexicon", ".tsv")),
                         [](const auto& file) { return test_name(file.param); });

TEST(Lexicon, HasAFileForEachTable) {
  for (const std::string_view table : Lexicon::tables()) {
    EXPECT_FALSE(builtin_table(table).empty()) << table;
  }
  const auto tables = Lexicon::tables();
  EXPECT_TRUE(std::is_sorted(tables.begin(), tables.end()));
}

TEST(Lexicon, ReportsErrorsByLine) {
  Lexicon lexicon = Lexicon::builtin();
  const auto errors = lexicon.add("units",
                                  "# a comment\n"            // 1
                                  "艘次\tevents\t-\t-\n"     // 2: right
                                  "\n"                       // 3
                                  "艇次\tevents\n"           // 4: columns
                                  "车次\tnonsense\t-\t-\n"   // 5: dimension
                                  "机次\tevents\t-\tjunk\n"  // 6: trait
                                  "\tevents\t-\t-\r\n");     // 7: no word
  ASSERT_EQ(errors.size(), 4U);
  for (std::size_t i = 0; i < errors.size(); ++i) {
    EXPECT_EQ(errors[i].line, i + 4);
    EXPECT_FALSE(errors[i].message.empty());
  }
  EXPECT_NE(lexicon.impl().units.find(fold("艘次")), nullptr) << "rows without errors are added";
  EXPECT_EQ(lexicon.impl().units.find(fold("艇次")), nullptr) << "the others are not";
}

TEST(Lexicon, ReportsAnUnknownTable) {
  const auto errors = Lexicon::builtin().add("unit", "艘次\tevents\t-\t-\n");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].line, 0U);
}

TEST(Lexicon, TakesFilesWithWindowsLineEnds) {
  Lexicon lexicon = Lexicon::builtin();
  EXPECT_TRUE(lexicon.add("units", "艘次\tevents\t-\t-\r\n机次\tevents\t-\t-\r\n").empty());
  EXPECT_NE(lexicon.impl().units.find(fold("机次")), nullptr);
}

TEST(Lexicon, TakesRowsBackByReplacingThem) {
  Lexicon lexicon = Lexicon::builtin();
  ASSERT_TRUE(lexicon.add("units", "座\tphysical\t-\t-\n").empty());
  EXPECT_EQ(lexicon.impl().units.find(fold("座"))->dimension, Dimension::physical);
}

TEST(Lexicon, IsAValue) {
  Lexicon original = Lexicon::builtin();
  Lexicon copy = original;
  ASSERT_TRUE(copy.add("units", "趟子\tevents\t-\t-\n").empty());
  EXPECT_EQ(original.impl().units.find(fold("趟子")), nullptr);
  original = copy;
  EXPECT_NE(original.impl().units.find(fold("趟子")), nullptr);
}

std::vector<std::string> units_read(const Parser& parser, const std::string& text) {
  std::vector<std::string> units;
  const Result result = parser.parse(text);
  if (!result) return units;
  for (const Record& record : result->records) units.push_back(record.unit);
  return units;
}

TEST(Lexicon, OfAUserIsReadByTheParser) {
  const std::string text = "1、采收山茶。已采收山茶3200箩次。\n";
  EXPECT_NE(units_read(Parser(), text), std::vector<std::string>{"箩次"});
  Lexicon lexicon = Lexicon::builtin();
  ASSERT_TRUE(lexicon.add("units", "箩次\tevents\t-\t-\n").empty());
  EXPECT_EQ(units_read(Parser(std::move(lexicon)), text), std::vector<std::string>{"箩次"});
}

TEST(Lexicon, FirstCharactersOfPatterns) {
  const auto first = [](std::string_view pattern) {
    std::optional<std::u16string> found = first_characters(pattern);
    if (found) std::sort(found->begin(), found->end());
    return found;
  };
  EXPECT_EQ(first("^注\\d*[ :：]"), u"注");
  EXPECT_EQ(first("^(b|a+|c*d)e"), u"abcd");
  EXPECT_EQ(first("^[/ -]*第"), u" -/第");
  EXPECT_EQ(first("^[]a-c]x"), u"]abc");
  EXPECT_EQ(first("^(a|b?)[(]"), u"(ab");
  EXPECT_EQ(first("^\\[\\d+\\]"), u"[");
  EXPECT_EQ(first("^a(.b|c)?.*$"), u"a");
  EXPECT_EQ(first("^a*\\d|b"), std::nullopt);
  for (const char* unknown : {"a", "^a|b", "^*a", "^a*", "^(a|b*)", "^a*$", "^.a", "^[^a]b", "^(?i)a", "^(?:a)",
                              "^\\pLa", "^a{0}b", "^a*?b", "^[[:digit:]]", "^\\Qa|\\E", "", "^"})
    EXPECT_EQ(first(unknown), std::nullopt) << unknown;
}

// A pattern of ours that it does not know would be tried on every line.
TEST(Lexicon, FirstCharactersOfBuiltinPatternsAreKnown) {
  for (const TsvRow& line : read_tsv(builtin_table("patterns")))
    EXPECT_TRUE(first_characters(line.cells[0])) << line.cells[0];
}

// A pattern holds anywhere in the line unless all of it is tied to the begin, however its brackets stand.
TEST(Lexicon, PatternsHoldWhereTheirMarksSay) {
  const auto matches = [](std::string_view pattern, std::string_view line) {
    PatternTable table;
    EXPECT_TRUE(table.add(std::string(pattern) + "\tnote\n").empty()) << pattern;
    return has(table.match(fold(line)), LinePattern::note);
  };
  for (const std::string_view pattern : {"^a|b", "^[(]a|b", "^[](]a|b", "^[^](]a|b", "^\\(a|b", "^\\Q(\\Ea|b",
                                         "^(a|c)x|b", "^?b", "^*b", "^{0,1}b", "b"})
    EXPECT_TRUE(matches(pattern, "新增b")) << pattern;
  for (const std::string_view pattern : {"^b", "^(a|b)", "^[|]b", "^[ab]", "^(?:a|[)]|b)"})
    EXPECT_FALSE(matches(pattern, "新增b")) << pattern;
  for (const std::string_view pattern : {"^b", "^(a|b)", "^[ab]", "^(?:a|[)]|b)"})
    EXPECT_TRUE(matches(pattern, "b新增")) << pattern;
}

// What find_quantities makes of a text that is one quantity.
std::string unit_of(const std::string& text) {
  const Chars chars = fold_chars(text);
  std::vector<Diagnostic> ignored;
  QuantityLists lists;
  find_quantities(BodyWords(chars, builtin()), all_of(chars), lists, ignored);
  const auto found = lists.all();
  if (found.size() != 1) return "(" + std::to_string(found.size()) + " quantities)";
  if (found[0].range.end != chars.size()) return "(only " + words(text, chars, found[0].range) + ")";
  return found[0].unit;
}

// Units that need no word before the number: those with conditions are for the cases in corpus/cases.
TEST(Lexicon, HasUnitsThatAreRead) {
  for (const TsvRow& line : read_tsv(builtin_table("units"))) {
    const UnitRow& row = *builtin().units.find(fold(line.cells[0]));
    if (row.label || row.left || row.head > 0 || !row.after.empty()) continue;
    const std::string text = "共" + std::string("37.5") + std::string(line.cells[0]);
    EXPECT_EQ(unit_of(text), row.name) << text;
  }
}

}  // namespace
}  // namespace gongbao::tests
