// What a marked case of each stage asks of the library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "golden/case_file.h"

namespace gongbao::tests {

// A stage of corpus/cases: how its files are read, and how a case is checked.
struct CaseStage {
  std::string_view name;  // the folder
  std::vector<Case> (*read)(std::string_view file);
  std::string (*check)(const Case& marked);  // what is wrong, for people; empty where the case is right
};

// page, outline and quantity run their stage alone; role, pair and status read a small bulletin whose second item is
// the case's text, since what they decide rests on all stages before and on the items around.
const std::vector<CaseStage>& case_stages();

}  // namespace gongbao::tests
