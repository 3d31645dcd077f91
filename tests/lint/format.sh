# Every source file is as clang-format leaves it. To mend: the same with -i instead of --dry-run.
find include src examples tests -name '*.h' -o -name '*.cpp' | xargs clang-format --dry-run -Werror
