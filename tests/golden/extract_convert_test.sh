# gongbao-extract and files that need a converter: extract_convert_test.sh PROGRAM
set -u
program=$1
export LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
failures=0
mkdir bin
printf '2021年民生实事项目\n1、目标任务：新增学位4380个。进展情况：已新增学位1840个。\n' > good.txt
printf '%%PDF-1.4\n' > page.txt  # the type goes by the content
printf '\320\317\021\340\241\261\032\341' > old.doc
printf '{\\rtf1}' > page.rtf

# run STATUS ARGUMENT...: with nothing but bin in PATH.
run() {
  expected=$1
  shift
  PATH=$folder/bin "$program" "$@" > out 2> err
  status=$?
  [ "$status" -eq "$expected" ] || fail "$*: exit status $status, not $expected"
}
fail() {
  failures=$((failures + 1))
  printf '%s\n' "$1"
  sed 's/^/  err: /' err
}
says() { grep -qF -- "$2" "$1" || fail "no <$2> in $1"; }

run 1 page.txt good.txt old.doc page.rtf
says out '"code":"needs-converter"'
says out '4380'
says err 'page.txt: It can be read once pdftotext is installed (Debian: poppler-utils).'
says err 'old.doc: It can be read once LibreOffice is installed'
says err 'page.rtf: It can be read once LibreOffice is installed'

printf '#!/bin/sh\nfor last; do :; done\n/bin/cat "%s/good.txt" > "$last"\n' "$folder" > bin/pdftotext
chmod +x bin/pdftotext
run 0 page.txt
says out '"value":4380'
run 0 - < page.txt
says out '"value":4380'

printf '#!/bin/sh\nfor last; do :; done\nprintf "\\f" > "$last"\n' > bin/pdftotext
run 1 page.txt
says out '"code":"no-text"'

printf '#!/bin/sh\nexit 1\n' > bin/pdftotext
run 1 page.txt
says out '"code":"converter-failed"'
says err 'page.txt: The converter failed. (pdftotext)'

[ "$failures" -eq 0 ]
