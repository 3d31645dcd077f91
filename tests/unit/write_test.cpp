#include "gongbao/write.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "document_access.h"

namespace gongbao {
namespace {

Span find(const Document& document, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(document.text().find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

Record record(const Document& document, Role role, std::string_view text, Decimal value, std::string unit) {
  Record result;
  result.item = 0;
  result.role = role;
  result.value = value;
  result.unit = std::move(unit);
  result.indicator = "新增学位";
  result.span = find(document, text);
  return result;
}

// One section, one item, a pair, a range outside every item, a diagnostic.
Document bulletin() {
  Document document;
  DocumentAccess::set_text(document, "一、教育\n1.新增学位4380个，已\n增1839.6个。另建1-2所");
  document.encoding = "UTF-8";
  document.title = "进展";
  document.published = Date{2021, 4, 12};
  document.period = Period{{2021, 1, 1}, {2021, 3, 31}};
  document.sections = {{"一", "教育", find(document, "一、教育")}};
  Item item;
  item.section = 0;
  item.label = "1";
  item.span = find(document, "新增学位4380个，已\n增1839.6个");
  item.target_span = find(document, "新增学位4380个");
  item.progress_span = find(document, "已\n增1839.6个");
  item.status = {Status::in_progress, StatusRule::words, find(document, "已\n增")};
  document.items = {item};
  document.records = {record(document, Role::target, "4380个", Decimal(4380), "个"),
                      record(document, Role::achievement, "1839.6个", Decimal(18396, -1), "个"),
                      record(document, Role::context, "1-2所", Decimal(1), "所")};
  document.records[0].reason = {Rule::cue, find(document, "新增"), false};
  document.records[1].reason = {Rule::position, {}, true};
  document.records[2].item.reset();
  document.records[2].high = Decimal(2);
  document.records[2].bound = Bound::range;
  document.records[2].reason = {Rule::measure, {}, false};
  document.records[0].confidence = 0.97;
  document.records[1].confidence = 0.9;
  document.pairs = {{0, 1, Decimal(42, -2), {{Ground::words, 2.104}, {Ground::unit, 0.6}}, 0.86, false}};
  document.records[2].dimension = Dimension::area;
  document.records[2].base_value = Decimal(6666666667, -7);
  document.records[2].base_high = Decimal(13333333333, -7);
  document.records[2].base_unit = "平方米";
  document.diagnostics = {{DiagnosticCode::missing_unit, {0, 3}}};
  return document;
}

std::string json(const Document& document, const JsonOptions& options) {
  std::string out;
  append_json(out, document, options);
  return out;
}

JsonOptions from(std::string_view source) {
  JsonOptions options;
  options.source = source;
  return options;
}

TEST(Json, HasTheKeysOfTheFormatInOrder) {
  EXPECT_EQ(
      json(bulletin(), from("a.txt")),
      R"({"schema":"gongbao/1","source":"a.txt","encoding":"UTF-8","title":"进展","published":"2021-04-12",)"
      R"("period":{"from":"2021-01-01","to":"2021-03-31"},)"
      R"("sections":[{"id":0,"label":"一","title":"教育","span":[0,12]}],)"
      R"("items":[{"id":0,"section":0,"label":"1","span":[15,53],"target_span":[15,34],"progress_span":[37,53],)"
      R"("status":{"state":"in_progress","rule":"words","cue":"已\n增","cue_span":[37,44]}}],)"
      R"("records":[)"
      R"({"id":0,"item":0,"role":"target","indicator":"新增学位","value":4380,"high":null,"unit":"个","bound":"exact",)"
      R"("text":"4380个","span":[27,34],"confidence":0.97,"dimension":"things","rate_of":null,"base_value":null,"base_high":null,"base_unit":null},)"
      R"({"id":1,"item":0,"role":"achievement","indicator":"新增学位","value":1839.6,"high":null,"unit":"个",)"
      R"("bound":"exact","text":"1839.6个","span":[44,53],"confidence":0.9,"dimension":"things","rate_of":null,"base_value":null,"base_high":null,"base_unit":null},)"
      R"({"id":2,"item":null,"role":"context","indicator":"新增学位","value":1,"high":2,"unit":"所","bound":"range",)"
      R"("text":"1-2所","span":[62,68],"confidence":0,)"
      R"("dimension":"area","rate_of":null,"base_value":666.6666667,"base_high":1333.3333333,"base_unit":"平方米"}],)"
      R"("pairs":[{"target":0,"achievement":1,"ratio":0.42,"met":false,"confidence":0.86}],)"
      R"("diagnostics":[{"code":"missing-unit",)"
      R"("message":"A number has no unit; it was inferred from the words around it.","span":[0,3]}]})");
}

TEST(Json, SaysNullWhereThereIsNothing) {
  Document document;
  document.encoding = "UTF-8";
  document.sections.resize(1);
  document.items.resize(1);
  document.pairs.resize(1);
  EXPECT_EQ(
      json(document, from("")),
      R"({"schema":"gongbao/1","source":"","encoding":"UTF-8","title":null,"published":null,"period":null,)"
      R"("sections":[{"id":0,"label":null,"title":null,"span":[0,0]}],)"
      R"("items":[{"id":0,"section":null,"label":null,"span":[0,0],"target_span":null,"progress_span":null,"status":null}],)"
      R"("records":[],"pairs":[{"target":0,"achievement":0,"ratio":null,"met":null,"confidence":0}],"diagnostics":[]})");
}

TEST(Json, AddsTheTextLast) {
  Document document;
  DocumentAccess::set_text(document, "一\n二");
  JsonOptions options = from("-");
  options.with_text = true;
  const std::string out = json(document, options);
  const std::string_view end = R"("diagnostics":[],"text":"一\n二"})";
  ASSERT_GT(out.size(), end.size());
  EXPECT_EQ(out.substr(out.size() - end.size()), end);
}

TEST(Json, ExplainsRecordsAndPairs) {
  JsonOptions options = from("-");
  options.explain = true;
  const std::string out = json(bulletin(), options);
  EXPECT_NE(out.find(R"("base_unit":null,"reason":{"rule":"cue","cue":"新增","cue_span":[15,21],"inherited":false}})"),
            std::string::npos);
  EXPECT_NE(out.find(R"("reason":{"rule":"position","cue":null,"cue_span":null,"inherited":true}})"),
            std::string::npos);
  EXPECT_NE(out.find(R"("confidence":0.86,"reason":[{"ground":"same-words","weight":2.1},)"
                     R"({"ground":"same-unit","weight":0.6}]})"),
            std::string::npos)
      << out;
}

TEST(Json, EscapesWhatMustBeEscaped) {
  Document document;
  document.title = std::string("\"\\/\b\f\n\r\t\x01\x1f\x7f") + std::string(1, '\0') + "\u2028末";
  const std::string out = json(document, from("a"));
  EXPECT_NE(out.find(R"("title":"\"\\/\b\f\n\r\t\u0001\u001F)"
                     "\x7f"
                     R"(\u0000)"
                     "\u2028末\","),
            std::string::npos)
      << out;
}

TEST(Json, ReplacesBytesOfTheCallersThatAreNoUtf8) {
  const std::string out = json(Document(), from("caf\xE9\xFF.txt"));
  EXPECT_NE(out.find("\"source\":\"caf\uFFFD\uFFFD.txt\""), std::string::npos) << out;
}

TEST(Json, WritesLargeAndSmallNumbersInFull) {
  Document document = bulletin();
  document.records[0].value = Decimal(Decimal::max_mantissa, 3);
  document.records[1].value = Decimal(1, -9);
  const std::string out = json(document, from("a"));
  EXPECT_NE(out.find(R"("value":999999999999999999000,)"), std::string::npos);
  EXPECT_NE(out.find(R"("value":0.000000001,)"), std::string::npos);
}

TEST(Json, AppendsAndIsTheSameEachTime) {
  std::string out = "before ";
  append_json(out, bulletin(), from("a"));
  EXPECT_EQ(out, "before " + json(bulletin(), from("a")));
}

TEST(Json, IsIndentedOnRequestWithASpanOnOneLine) {
  Document document;
  document.encoding = "UTF-8";
  document.sections.resize(1);
  JsonOptions options = from("a");
  options.pretty = true;
  EXPECT_EQ(json(document, options), R"({
  "schema": "gongbao/1",
  "source": "a",
  "encoding": "UTF-8",
  "title": null,
  "published": null,
  "period": null,
  "sections": [
    {
      "id": 0,
      "label": null,
      "title": null,
      "span": [0,0]
    }
  ],
  "items": [],
  "records": [],
  "pairs": [],
  "diagnostics": []
})");
}

TEST(Json, ErrorsAreObjectsToo) {
  std::string out;
  append_json_error(out, "not-found", "No such file.", from("a.txt"));
  EXPECT_EQ(out, R"({"schema":"gongbao/1","source":"a.txt","error":{"code":"not-found","message":"No such file."}})");
}

std::string csv(const Document& document, std::string_view source) {
  std::string out;
  append_csv(out, document, source);
  return out;
}

TEST(Csv, HasAHeaderWithAByteOrderMark) {
  std::string out;
  append_csv_header(out);
  EXPECT_EQ(out,
            "\xEF\xBB\xBFsource,title,published,period_from,period_to,section_label,section_title,item_id,item_label,"
            "item_title,record_id,role,indicator,value,high,unit,bound,text,begin,end,pair_count,partner_id,"
            "partner_value,partner_unit,partner_text,ratio,error,confidence,pair_confidence,"

            "dimension,rate_of,base_value,base_high,base_unit,met,"
            "item_status,item_status_rule,item_status_cue\r\n");
}

TEST(Csv, WritesARowForEachRecord) {
  EXPECT_EQ(csv(bulletin(), "a.txt"),
            "a.txt,进展,2021-04-12,2021-01-01,2021-03-31,一,教育,0,1,新增学位4380个,"
            "0,target,新增学位,4380,,个,exact,4380个,27,34,1,1,1839.6,个,1839.6个,0.42,,0.97,0.86,"
            "things,,,,,false,in_progress,words,\"已\n增\"\r\n"
            "a.txt,进展,2021-04-12,2021-01-01,2021-03-31,一,教育,0,1,新增学位4380个,"
            "1,achievement,新增学位,1839.6,,个,exact,1839.6个,44,53,1,0,4380,个,4380个,0.42,,0.9,0.86,"
            "things,,,,,false,in_progress,words,\"已\n增\"\r\n"
            "a.txt,进展,2021-04-12,2021-01-01,2021-03-31,,,,,,"
            "2,context,新增学位,1,2,所,range,1-2所,62,68,0,,,,,,,0,,"
            "area,,666.6666667,1333.3333333,平方米,,,,\r\n");
}

TEST(Csv, CountsThePartnersAndShowsTheFirst) {
  Document document = bulletin();
  document.records[2].role = Role::achievement;
  document.pairs = {{0, 2, std::nullopt, {}, 0.5, true}, {0, 1, Decimal(42, -2), {}, 0.25}};
  const std::string out = csv(document, "a");
  EXPECT_NE(out.find("27,34,2,2,1,所,1-2所,,,0.97,0.5,things,,,,,true,"), std::string::npos) << out;
  EXPECT_NE(out.find("44,53,1,0,4380,个,4380个,0.42,,0.9,0.25,things,,,,,,"), std::string::npos) << out;
}

TEST(Csv, LosesNoDocument) {
  Document document;
  document.title = "空";
  document.published = Date{2020, 2, 29};
  EXPECT_EQ(csv(document, "a"), "a,空,2020-02-29" + std::string(35, ',') + "\r\n");
  std::string out;
  append_csv_error(out, "not-found", "b");
  EXPECT_EQ(out, "b" + std::string(26, ',') + "not-found" + std::string(11, ',') + "\r\n");
}

TEST(Csv, QuotesAsRfc4180Says) {
  Document document;
  document.title = "a \"b\", c\r\nd";
  EXPECT_EQ(csv(document, "x,y").substr(0, 27), "\"x,y\",\"a \"\"b\"\", c\r\nd\",,,,,,");
}

TEST(Csv, DisarmsFormulas) {
  Document document;
  for (const char* mark : {"=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"}) {
    document.title = std::string(mark) + "cmd";
    EXPECT_EQ(csv(document, "a").substr(0, 3), "a,'") << mark;
  }
  for (const char* mark : {"\r", "\n"}) {
    document.title = std::string(mark) + "=cmd";
    EXPECT_EQ(csv(document, "a").substr(0, 4), "a,\"'") << mark;
  }
  document.title = "=a,\"b\"";
  EXPECT_EQ(csv(document, "a").substr(0, 14), "a,\"'=a,\"\"b\"\"\",");
  document.title = "a=b";
  EXPECT_EQ(csv(document, "-1").substr(0, 7), "'-1,a=b");
}

// The cell "item_title" of a document whose only item has these words.
std::string item_title(std::string words) {
  Document document;
  DocumentAccess::set_text(document, std::move(words));
  Item item;
  item.span = {0, static_cast<std::uint32_t>(document.text().size())};
  document.items = {item};
  document.records.resize(1);
  document.records[0].item = 0;
  const std::string out = csv(document, "a");
  const std::string before = "a,,,,,,,0,,";
  EXPECT_EQ(out.substr(0, before.size()), before);
  return out.substr(before.size(), out.find(',', before.size()) - before.size());
}

TEST(Csv, TitlesAnItemByItsFirstClause) {
  EXPECT_EQ(item_title("新增学位4380个，已增1840个"), "新增学位4380个");
  EXPECT_EQ(item_title("新增\r\n　学位。"), "新增学位");
  EXPECT_EQ(item_title("New School\n2 rooms; more"), "New School 2 rooms");
  EXPECT_EQ(item_title("一二三四五六七八九十一二三四五六七八九十一"), "一二三四五六七八九十一二三四五六七八九十");
  EXPECT_EQ(item_title(""), "");
}

}  // namespace
}  // namespace gongbao
