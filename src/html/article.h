// Where on the page the article is.
#pragma once

#include <cstddef>
#include <vector>

#include "html/lines.h"

namespace gongbao {

struct HtmlArticle {
  std::size_t begin = 0;  // lines
  std::size_t end = 0;
};

// tables: by node, whether it is a table of data; the article is never a part of one.
HtmlArticle find_article(const std::vector<HtmlNode>& nodes, const std::vector<HtmlLine>& lines,
                         const std::vector<bool>& data_tables);

}  // namespace gongbao
