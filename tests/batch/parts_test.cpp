// The parts of gongbao-batch that can be looked at alone.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "batch/content.h"
#include "batch/input_list.h"
#include "batch/ordered_pool.h"
#include "gongbao/parser.h"

namespace {

TEST(OrderedPool, ResultsComeInOrderAndWhatIsUnderWayIsBounded) {
  std::atomic<int> under_way = 0, most = 0;
  std::vector<int> results;
  PoolLimits limits;
  limits.jobs = 4;
  limits.things = 10;
  OrderedPool<int, int> pool(
      limits,
      [&](int&& n) {
        if (n % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return 2 * n;
      },
      [&](int&& n) {
        results.push_back(n);
        --under_way;
      });
  for (int i = 0; i < 500; ++i) {
    pool.push(int{i}, 1);
    most = std::max(most.load(), ++under_way);
  }
  pool.finish();
  ASSERT_EQ(results.size(), 500U);
  for (int i = 0; i < 500; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)], 2 * i);
  EXPECT_LE(most.load(), 11);
}

TEST(OrderedPool, OneThingMayWeighMoreThanAllowed) {
  PoolLimits limits;
  limits.weight = 10;
  int sum = 0;
  OrderedPool<int, int> pool(
      limits, [](int&& n) { return n; }, [&](int&& n) { sum += n; });
  for (int i = 0; i < 5; ++i) pool.push(1, 100);
  pool.finish();
  EXPECT_EQ(sum, 5);
}

TEST(OrderedPool, AnErrorEndsIt) {
  for (const bool in_work : {true, false}) {
    PoolLimits limits;
    limits.jobs = 3;
    limits.things = 4;
    int consumed = 0;
    const auto fail_at = [](int n, bool here) {
      if (here && n == 20) throw std::runtime_error("twenty");
    };
    OrderedPool<int, int> pool(
        limits,
        [&](int&& n) {
          fail_at(n, in_work);
          return n;
        },
        [&](int&& n) {
          fail_at(n, !in_work);
          ++consumed;
        });
    EXPECT_THROW(
        {
          for (int i = 0; i < 1000; ++i) pool.push(int{i}, 1);
          pool.finish();
        },
        std::runtime_error);
    EXPECT_LE(consumed, 20);
  }
}

TEST(Content, SentencesAndTheirItems) {
  const std::string text =
      "2021年民生实事项目\r\n\n1、新增学位4380个。已新增1840个！“好”；\n\n  2、新建公园3个？）还有。\n。\n";
  const gongbao::Result result = gongbao::Parser().parse(text);
  ASSERT_TRUE(result);
  std::vector<std::string> found;
  for (const Sentence& sentence : sentences(*result)) {
    found.push_back(std::string(result->text(sentence.span)) +
                    (sentence.item ? " " + std::to_string(*sentence.item) : ""));
  }
  EXPECT_EQ(found, (std::vector<std::string>{"2021年民生实事项目", "1、新增学位4380个。 0", "已新增1840个！ 0",
                                             "“好”； 0", "2、新建公园3个？） 1", "还有。 1", "。"}));
}

TEST(Content, HashIgnoresTypographyAndThePageAround) {
  const gongbao::Parser parser;
  const auto hash = [&](const std::string& text) { return content_hash(*parser.parse(text)); };
  const std::string text = "2021年民生实事项目\n1、新增学位4380个，已新增1840个。\n";
  EXPECT_EQ(hash(text), hash("首页\n2021年民生实事项目\n1．新增学位４３８０个， 已新增1840个。\n\n浏览次数：88\n"));
  EXPECT_NE(hash(text), hash("2021年民生实事项目\n1、新增学位4380个，已新增1841个。\n"));
  EXPECT_NE(hash(text), hash("2022年民生实事项目\n1、新增学位4380个，已新增1840个。\n"));
  EXPECT_NE(hash("无数字甲"), hash("无数字乙"));
  EXPECT_EQ(hash("无数字甲"), hash("无数字 甲。"));
}

TEST(InputKind, ByNameWithoutCompression) {
  EXPECT_EQ(kind_of_name("a/b.tar.gz"), InputKind::archive);
  EXPECT_EQ(kind_of_name("b.TGZ"), InputKind::archive);
  EXPECT_EQ(kind_of_name("x.warc.gz"), InputKind::warc);
  EXPECT_EQ(kind_of_name("x.jsonl.zst"), InputKind::ndjson);
  EXPECT_EQ(kind_of_name("page.html.gz"), InputKind::file);
  EXPECT_EQ(kind_of_name("report.docx"), InputKind::file);
  EXPECT_EQ(kind_of_name("archive.zip/page"), InputKind::file);
}

}  // namespace
