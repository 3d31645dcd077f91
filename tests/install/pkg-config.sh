# Builds and runs the consumer with pkg-config alone: pkg-config.sh PREFIX LIBDIR
set -e
folder=$(dirname "$0")
export PKG_CONFIG_PATH="$1/$2/pkgconfig"
# Unquoted on purpose: the flags are words. The run path serves a shared library.
${CXX:-g++} -std=c++17 "$folder/consumer/main.cpp" $(pkg-config --cflags --libs gongbao) \
  -Wl,-rpath,"$1/$2" -o "$1/consumer"
"$1/consumer"
