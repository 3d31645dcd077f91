# Chinese lives in the tables of src/lexicon: no character outside ASCII in code, comments aside, and no escape
# that spells a Han character in a string. (The preprocessor strips comments and keeps everything else.)
export LC_ALL=C
for file in $(find include src -name '*.h' -o -name '*.cpp'); do
  g++ -fpreprocessed -dD -E -w -x c++ "$file" |
    grep -P '[\x80-\xFF]|\\u[4-9][0-9A-Fa-f]{3}|\\U0000[4-9]|\\x[Ee][4-9]' | sed "s|^|$file: |"
done | { ! grep . ; }
