// A ZIP archive in memory, read with suspicion.
#pragma once

#include <zip.h>

#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "gongbao/diagnostic.h"

namespace gongbao {

// Beyond any document that people write; within what a server can lose to one input.
inline constexpr zip_int64_t most_entries = 10000;
inline constexpr std::size_t most_unpacked = std::size_t{48} << 20;  // bytes of all parts that are read
// A part may unpack to this much of its packed size, once it is longer than a small file. XML comes to 10 or 30.
inline constexpr std::size_t most_ratio = 200;
inline constexpr std::size_t always_unpacked = std::size_t{4} << 20;
inline constexpr std::size_t deepest_xml = 200;  // elements inside each other

class Archive {
 public:
  // bytes must outlive the archive. A damaged archive has no parts and ok() is false.
  explicit Archive(std::string_view bytes);

  bool ok() const noexcept { return zip_ != nullptr; }
  bool has(const char* part) const noexcept;

  // Parses a part into `xml`, with the names of xml_names.h; a part that is not there leaves it empty. Refuses what
  // exceeds the limits above, encrypted parts, and XML with a document type, which no office program writes and entity
  // bombs need.
  std::optional<Error> load(const char* part, pugi::xml_document& xml);

 private:
  struct Close {
    void operator()(zip_t* zip) const noexcept { zip_discard(zip); }
  };
  std::optional<Error> unpack(zip_uint64_t index, std::string& bytes);

  std::unique_ptr<zip_t, Close> zip_;
  std::size_t unpacked_ = 0;
};

// The characters directly inside an element.
std::string text_of(pugi::xml_node element);

}  // namespace gongbao
