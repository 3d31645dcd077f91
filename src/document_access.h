// The way to a document's text and anchors, for the parser that fills them and for tests with documents made by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gongbao/document.h"

namespace gongbao {

struct DocumentAccess {
  static void set_text(Document& document, std::string text) { document.text_ = std::move(text); }
  static void set_anchors(Document& document, std::vector<SourceAnchor> anchors) {
    document.anchors_ = std::move(anchors);
  }
};

}  // namespace gongbao
