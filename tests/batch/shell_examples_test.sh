# The examples of README.md that drive gongbao-batch from a shell: shell_examples_test.sh PROGRAM FILES...
set -eu
program=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
ln -s "$program" "$folder/bin/gongbao-batch"
PATH=$folder/bin:$PATH
export LC_ALL=C.UTF-8

# A line for each file; bulletins have no quotes and backslashes that this could not spell.
for file in "$@"; do
  printf '{"id":"%s","text":"%s"}\n' "$(basename "$file")" "$(sed ':a;N;$!ba;s/[\\"]//g;s/\t/ /g;s/\r//g;s/\n/\\n/g' "$file")"
done > "$folder/in.ndjson"
cd "$folder"
gongbao-batch --ndjson - < in.ndjson > whole.ndjson
[ "$(wc -l < whole.ndjson)" -eq $# ]

# The shell alone: pieces of whole lines, two at a time.
split -n l/4 in.ndjson piece.
printf '%s\n' piece.?? | xargs -P 2 -I{} sh -c 'gongbao-batch --ndjson - < {} > {}.out'
cat piece.??.out | cmp - whole.ndjson

# One line in, one line out, before the next is known.
mkfifo in out
gongbao-batch --ndjson - < in > out &
exec 3> in 4< out
for id in 1 2 3; do
  echo '{"id":'$id',"text":"新增学位5个"}' >&3
  read -r line <&4
  case $line in *'"source":"'$id'"'*) ;; *) echo "not the answer to $id: $line"; exit 1 ;; esac
done
exec 3>&-
wait

# A list of paths from find, in the order of the list.
mkdir pages
for file in "$@"; do cp "$file" "pages/$(basename "$file" .txt) .html"; done
find . -name '*.html' -print0 | sort -z | gongbao-batch -o batch --files-from -
[ "$(wc -l < batch/documents.ndjson)" -eq $# ]

# GNU parallel, output in the order of the input.
if ! command -v parallel > /dev/null; then
  echo 'GNU parallel is not installed: its example was not tried'
  exit 77
fi
parallel --will-cite --pipe --keep-order --block 20k gongbao-batch --jobs 1 --ndjson - < in.ndjson | cmp - whole.ndjson
