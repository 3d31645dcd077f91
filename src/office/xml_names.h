// XML names as the readers of office files know them, whatever prefixes a program chose.
#pragma once

#include <pugixml.hpp>

namespace gongbao {

// Renames elements and attributes of the known namespaces to their usual names: w:p for Word's, r:id for relations,
// plain names for spreadsheets (whose programs also write x:worksheet). Strict and transitional namespaces are one.
// Names without a declaration stay. The XML's depth must be bounded: it recurses.
void use_known_names(pugi::xml_document& xml);

}  // namespace gongbao
