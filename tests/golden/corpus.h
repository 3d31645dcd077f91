// The files of corpus/, as the tests read them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::tests {

// A file's bytes. Throws where it cannot be read: a test without its files has nothing to say.
std::string read_file(const std::filesystem::path& path);

// The files of a folder whose names end so, sorted; none where there is no such folder.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending);

std::filesystem::path corpus_folder();
// corpus/bulletins/*.txt
std::vector<std::filesystem::path> bulletins();
// These, those of corpus/evaluation, and those of the shared dev set that are not among them, where it is there.
std::vector<std::filesystem::path> every_bulletin();

// A path's stem as the name of a test, which may hold letters, digits and '_' only.
std::string test_name(const std::filesystem::path& path);

}  // namespace gongbao::tests
