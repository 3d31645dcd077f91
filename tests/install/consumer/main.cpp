// A consumer in miniature, in C++17: exits 1 if a bulletin of two lines has no record.
#include <gongbao/parser.h>

#include <iostream>

int main() {
  const gongbao::Parser parser;
  const gongbao::Result result = parser.parse("目标任务：新增学位4380个。\n完成情况：已新增学位1840个。\n");
  if (!result || result->records.empty()) return 1;
  for (const gongbao::Record& record : result->records) std::cout << result->text(record.span) << '\n';
  return 0;
}
