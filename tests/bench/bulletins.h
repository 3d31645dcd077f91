// What the benchmarks read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gongbao::bench {

// The texts of corpus/bulletins, by name.
const std::vector<std::string>& bulletins();
std::size_t bulletin_bytes();  // of all of them

// How often operator new was called in this process.
std::size_t allocations() noexcept;

}  // namespace gongbao::bench
