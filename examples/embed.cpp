// The smallest program with the library in it: prints each promise of a bulletin with what came of it.
#include <fstream>
#include <iostream>
#include <iterator>

#include "gongbao/parser.h"

int main(int argc, char** argv) {
  std::string bytes = "2021年民生实事项目进展情况\n1、目标任务：新增学位4380个。进展情况：已新增学位1840个。\n";
  if (argc > 1) {
    std::ifstream file(argv[1], std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  const gongbao::Result result = gongbao::Parser().parse(bytes);
  if (!result) {
    std::cerr << describe(result.error().code) << '\n';
    return 1;
  }
  for (const gongbao::Pair& pair : result->pairs) {
    const gongbao::Record& target = result->records[pair.target];
    const gongbao::Record& achievement = result->records[pair.achievement];
    std::cout << target.indicator << ": " << result->text(achievement.span) << " of " << result->text(target.span);
    if (pair.ratio) std::cout << " (" << pair.ratio->to_string() << ')';
    std::cout << '\n';
  }
}
