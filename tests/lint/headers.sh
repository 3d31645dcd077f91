# Each public header compiles on its own as C++17, and includes nothing but the standard library and its siblings.
status=0
for header in include/gongbao/*.h; do
  name=gongbao/${header##*/}
  printf '#include <%s>\n#include <%s>\n' "$name" "$name" |
    g++ -std=c++17 -Wall -Wextra -pedantic -Werror -Iinclude -fsyntax-only -x c++ - || status=1
  if grep -Hn '#include' "$header" | grep -vE '<[a-z_]+>|"gongbao/[a-z_]+\.h"'; then status=1; fi
done
exit $status
