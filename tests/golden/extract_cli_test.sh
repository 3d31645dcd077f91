# How gongbao-extract behaves where it is used wrongly or the world is against it: extract_cli_test.sh PROGRAM
set -u
program=$1
export LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
failures=0

printf '2021年民生实事项目\n1、目标任务：新增学位4380个。进展情况：已新增学位1840个。\n' > good.txt
: > empty.txt
printf '%s' '<html><body><p><a href=/>网站地图</a></p><p>2022年民生实事项目</p><table><tr><td>项目<td>目标<td>完成' \
  '<tr><td>新增学位<td>4380个<td>1840个</table></body></html>' > page.html
printf 'no such row\t\t\t\t\n' > bad.tsv
mkdir folder

# run STATUS ARGUMENT...: runs the program, keeps its output in `out` and `err`, and checks the exit status.
run() {
  expected=$1
  shift
  command="gongbao-extract $*"
  "$program" "$@" > out 2> err < good.txt
  status=$?
  [ "$status" -eq "$expected" ] || fail "exit status $status, not $expected"
}
fail() {
  failures=$((failures + 1))
  printf '%s: %s\n' "$command" "$1"
  sed 's/^/  err: /' err
}
lines() { [ "$(wc -l < out)" -eq "$1" ] || fail "$(wc -l < out) lines of output, not $1"; }
says() { grep -qF -- "$2" "$1" || fail "no <$2> in $1"; }
silent() { [ ! -s "$1" ] || fail "something in $1"; }

# Wrong use.
for arguments in '' '--format xml good.txt' '--no-such-option good.txt' '--lexicon units good.txt' \
  '--lexicon no-such-table=good.txt good.txt' '--lexicon units=missing.tsv good.txt' '--lexicon units=bad.tsv good.txt'; do
  # shellcheck disable=SC2086
  run 2 $arguments
  silent out
  [ -s err ] || fail 'no message'
done
run 0 --help && silent err
run 0 --version && silent err

# One line for each file, whatever happens to the others.
run 0 good.txt && lines 1 && silent err
run 0 - && lines 1 && says out '"source":"-"'
run 1 missing.txt good.txt folder empty.txt good.txt && lines 5
says out '"source":"missing.txt","error":{"code":"not-found","message":"There is no such file."}}'
says out '"source":"folder","error":{"code":"is-directory","message":"It is a directory."}}'
says out '"source":"empty.txt","error":{"code":"empty-input","message":"The input is empty."}}'
says err 'gongbao-extract: missing.txt: There is no such file.'
[ "$(wc -l < err)" -eq 3 ] || fail 'not one message for each failure'
run 1 good.txt/below && says out '"code":"not-found"'
run 1 -- --format && says out '"source":"--format"'
run 1 "$(printf 'caf\351\033[31m.txt')" && says out '\u001B[31m' && says err '[31m.txt'
! grep -q "$(printf '\033')" err || fail 'a control character in err'

# The same bytes each time; a file and standard input differ in nothing but the source.
run 0 --explain --with-text good.txt && cp out first
run 0 --explain --with-text - && sed 's/"source":"-"/"source":"good.txt"/' out | cmp - first || fail 'other bytes'

# The other formats.
run 1 --format json good.txt missing.txt
[ "$(head -n 1 out)" = '[' ] && [ "$(tail -n 1 out)" = ']' ] || fail 'no array'
says out '"code": "not-found"'
run 1 --format csv good.txt missing.txt empty.txt && says out 'source,title,' && says out ',not-found' && says out ',empty-input'
[ "$(grep -c "$(printf '\r')$" out)" -eq "$(wc -l < out)" ] || fail 'a line without CRLF'
run 0 --format summary good.txt && says out 'Promised'
run 1 --format summary missing.txt && silent out
run 2 --text --format csv good.txt
run 1 --text good.txt missing.txt page.html
[ "$(head -n 1 out)" = '2021年民生实事项目' ] || fail 'no title'
says out '项目 | 目标 | 完成' && says out '新增学位 | 4380个 | 1840个'
! grep -q '网站地图' out || fail 'a menu'
LC_ALL=zh_CN.UTF-8
run 0 --format summary good.txt && says out '目标'
run 1 missing.txt && says err '文件不存在。' && says out 'There is no such file.'
LC_ALL=C.UTF-8

# An output that cannot be written.
command='gongbao-extract good.txt > /dev/full'
"$program" good.txt > /dev/full 2> err
[ $? -eq 1 ] || fail 'exit status'
says err 'The output cannot be written.'
command='gongbao-extract good.txt... | true'
for _ in 1 2 3 4 5 6 7 8; do cat good.txt good.txt > longer.txt && cat longer.txt >> good.txt; done  # more than a pipe holds
{ "$program" --with-text good.txt good.txt; echo $? > status; } 2> err | true
[ "$(cat status)" -eq 1 ] || fail 'exit status'
says err 'The output cannot be written.'

[ "$failures" -eq 0 ]
