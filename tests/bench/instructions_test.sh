# What must not creep up, counted by callgrind: instructions_test.sh gongbao-extract CORPUS
# Counts do not depend on the machine's load, but on the compiler: those here are of g++ 12, -O3, x86-64, and a twentieth
# above what was measured. Who makes the library faster lowers them; who makes it slower says why.
set -eu
program=$1
corpus=$2
command -v valgrind > /dev/null || exit 77
failed=0

count() {  # FUNCTION FILES...: the instructions of all its calls
  function=$1
  shift
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "--toggle-collect=$function" "$program" --format jsonl "$@" \
    2>&1 > /dev/null | sed -n 's/.*Collected : //p'
}

check() {  # NAME COUNTED LIMIT
  echo "$1: $2, at most $3"
  [ "$2" -gt 0 ] && [ "$2" -le "$3" ] || failed=1
}

bytes_of() { cat "$@" | wc -c; }

check 'text, instructions a byte' \
  $(($(count 'gongbao::Parser::parse*' "$corpus"/*.txt) / $(bytes_of "$corpus"/*.txt))) 410
check 'HTML, instructions a byte' \
  $(($(count 'gongbao::Parser::parse*' "$corpus"/*.html) / $(bytes_of "$corpus"/*.html))) 765
check 'making the lexicon, thousands' $(($(count 'gongbao::Lexicon::builtin*' "$corpus"/baling*.txt) / 1000)) 24700
exit "$failed"
