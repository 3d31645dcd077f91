# How gongbao-evaluate behaves where something is missing or malformed: evaluate_cli_test.sh PROGRAM
set -u
program=$1
export LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
failures=0

mkdir one empty
printf '2021年民生实事项目\n1、目标任务：新增学位4380个。\n' > one/a.txt
gold='{"layout":"list","title":null,"published":null,"period":null,"sections":[],"pairs":[],
  "items":[{"section":null,"label":"1","starts":"目标任务"}],"quantities":[{"item":0,"text":"4380个","value":4380,
  "unit":"个","bound":"exact","role":"target","indicator":"新增学位"}]}'
printf '%s\n' "$gold" > one/a.gold.json
record='{"id":0,"item":0,"role":"target","indicator":"新增学位","value":4380,"high":null,"unit":"个","bound":"exact","text":"4380个","span":[57,64]}'
# output SOURCE RECORD: one line of another extractor.
output() {
  printf '{"schema":"gongbao/1","source":"%s","title":null,"published":null,"period":null,"sections":[],"items":[],' "$1"
  printf '"records":[%s],"pairs":[]}\n' "$2"
}

# run STATUS ARGUMENT...: runs the program, keeps its output in `out` and `err`, and checks the exit status.
run() {
  expected=$1
  shift
  command="gongbao-evaluate $*"
  "$program" "$@" > out 2> err < input
  status=$?
  [ "$status" -eq "$expected" ] || fail "exit status $status, not $expected"
}
fail() {
  failures=$((failures + 1))
  printf '%s: %s\n' "$command" "$1"
  sed 's/^/  out: /' out
  sed 's/^/  err: /' err
}
says() { grep -qF -- "$2" "$1" || fail "no <$2> in $1"; }
silent() { [ ! -s "$1" ] || fail "something in $1"; }
: > input

# Wrong use.
for arguments in '' '--no-such-option one' '--lexicon no-such-table=a.txt one' '--lexicon units=missing.tsv one' \
  '--output x --lexicon units=a.tsv one'; do
  # shellcheck disable=SC2086
  run 2 $arguments
  silent out
  [ -s err ] || fail 'no message'
done
run 0 --help && silent err
run 0 --version && silent err

# Folders and files.
run 0 one && silent err && says out 'all 1 ' && says out 'list 1 '
run 0 one/a.txt && says out 'all 1 '
run 0 --json one && says out '{"record":100.0,"quantity":100.0,' && says out '"bulletins":[{"name":"a","record":100.0'
run 1 empty && silent out && says err 'empty: There are no annotated bulletins there.'
run 1 missing && silent out && says err 'missing.txt: There is no such file.'
cp one/a.txt one/b.txt
run 0 one && says out 'all 1 ' && says err 'one/b.txt: It has no annotation and is left out.'
run 1 one/b.txt && silent out && says err 'one/b.gold.json: The annotation is missing.'
cp one/a.gold.json one/c.gold.json
run 0 one && says out 'all 1 '
rm one/b.txt one/c.gold.json
run 1 --ext html one && says err 'one: There are no annotated bulletins there.'

# Malformed annotations: all of them are named, and there are no figures.
mkdir bad
for name in a b c d; do cp one/a.txt bad/$name.txt; done
cp one/a.gold.json bad/a.gold.json
printf '%s\n' "$gold" | sed 's/4380个/4381个/' > bad/b.gold.json
printf '%s\n' "$gold" | sed 's/"unit":"个",//' > bad/c.gold.json
printf '{' > bad/d.gold.json
run 1 bad && silent out
says err 'bad/b.gold.json: quantities[0].text "4381个" is not in the text behind the quantity before'
says err 'bad/c.gold.json: quantities[0] has no "unit"'
says err 'bad/d.gold.json: no JSON at byte 1: '
[ "$(wc -l < err)" -eq 3 ] || fail 'not one message for each annotation'

# Other extractors: found by path or file name, from a file or standard input.
output elsewhere/a.txt "$record" > other.jsonl
run 0 --output other.jsonl one && says out 'all 1 '
{ output one/a.txt "$record"; echo; output elsewhere/a.txt ''; } > input
run 0 --json --output - one && says out '"quantity":100.0' && silent err
{ output x/a.txt "$record"; output y/a.txt ''; } > input
run 1 --output - one && silent out && says err 'one/a.txt: Several outputs have a source of that name.'
output b.txt "$record" > input
run 1 --output - one && says err 'one/a.txt: No output has that source.'
{ output a.txt "$record"; output a.txt "$record"; } > input
run 1 --output - one && says err '-:2: a second output of a.txt'
{ output a.txt ''; echo '{}'; } > input
run 1 --output - one && says err '-:2: it has no "source"'
{ output a.txt ''; echo 'record 1'; } > input
run 1 --output - one && says err '-:2: no JSON at byte 0: '
output a.txt "$(printf '%s' "$record" | sed 's/57,64/56,64/')" > input
run 1 --output - one && says err 'one/a.txt: The output breaks the format: records[0].span[0] cuts a character'
output a.txt "$(printf '%s' "$record" | sed 's/"id":0/"id":1/')" > input
run 1 --output - one && says err 'records[0].id is not the place in the list, 0'
run 1 --output missing.jsonl one && says err 'missing.jsonl: There is no such file.'

# Misses in their sentences.
output a.txt "$(printf '%s' "$record" | sed 's/"value":4380/"value":4/')" > input
run 0 --errors --output - one && says out 'wrong value or unit: 4380个 (4380个, target); found 4380个 (4个, target)'
says out '1、目标任务：新增学位4380个' && says out 'missed item: 1'
run 0 --errors --json --output - one && says out '{"kind":"wrong-quantity","wanted":"4380个 (4380个, target)"'
LC_ALL=zh_CN.UTF-8
run 0 --errors --output - one && says out '数值或单位有误：' && says out '全部 1 '
LC_ALL=C.UTF-8

# A bulletin the extractor could not read counts as one of which it says nothing.
printf '{"schema":"gongbao/1","source":"a.txt","error":{"code":"not-text","message":"no text"}}\n' > input
run 0 --errors --output - one && says out 'not read by the extractor: not-text' && says out '0.0'

command='gongbao-evaluate one > /dev/full'
"$program" one > /dev/full 2> err
[ $? -eq 1 ] || fail 'exit status'
says err 'The output cannot be written.'

[ "$failures" -eq 0 ]
