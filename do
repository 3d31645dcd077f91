#!/usr/bin/env bash
# Everything from a fresh Debian 12 on, in one line:
#   ./do demo   reads the bulletins of corpus/ and prints what they say
#   ./do test   builds and runs all tests, as CI does
set -euo pipefail
cd "$(dirname "$0")"

# The sanitizers of Debian 12 want a plain address space; newer kernels scatter it too widely for them.
calm=()
if setarch -R true 2>/dev/null; then calm=(setarch -R); fi

configure_and_build() {  # PRESET [cmake --build OPTION...]
  cmake --preset "$1"
  "${calm[@]}" cmake --build --preset "$@"
}

demo() {
  ./setup.sh
  configure_and_build release --target gongbao-extract
  build/release/examples/gongbao-extract --format summary corpus/bulletins/*.txt
}

# Release: what users get, by g++, with the tests of the source text. Sanitize: the same code, by clang.
run_tests() {
  ./setup.sh
  configure_and_build release
  ctest --preset release
  configure_and_build sanitize
  "${calm[@]}" ctest --preset sanitize
}

case "${1:-}" in
  demo) demo ;;
  test) run_tests ;;
  *) sed -n '2,4s/^# //p' "$0"; exit 2 ;;
esac
