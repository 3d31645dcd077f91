#!/usr/bin/env bash
# Installs what gongbao is built and tested with, on Debian 12. Does nothing where all of it is there.
set -euo pipefail

packages=(
  g++ cmake ninja-build pkg-config
  libicu-dev libre2-dev rapidjson-dev          # the library
  libgumbo-dev libzip-dev libpugixml-dev
  libboost-locale-dev libcli11-dev gettext     # the programs
  libarchive-dev libsqlite3-dev libxxhash-dev  # gongbao-batch
  libgtest-dev libbenchmark-dev valgrind       # the tests
  parallel                                     # the example of gongbao-batch as a filter
  clang libclang-rt-14-dev llvm                # sanitizers, libFuzzer, names in their reports
  clang-format clang-tidy
)

installed=$(dpkg-query -W -f='${db:Status-Status}\n' "${packages[@]}" 2>/dev/null | grep -cx installed || true)
[ "$installed" -lt "${#packages[@]}" ] || exit 0

sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo)
apt() { "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 "$@" </dev/null; }
apt update
apt install -y --no-install-recommends "${packages[@]}"
