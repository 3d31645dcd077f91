# clang-tidy over the library, one file a process: tidy.sh BUILD-FOLDER. The checks stand in .clang-tidy.
find "$PWD/src" -name '*.cpp' | xargs -P "$(nproc)" -n 1 clang-tidy -p "$1" --config-file=.clang-tidy \
  --extra-arg=-Wno-unknown-warning-option --quiet
