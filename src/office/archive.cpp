#include "office/archive.h"

#include <algorithm>
#include <array>

#include "office/xml_names.h"

namespace gongbao {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

bool is_too_deep(const pugi::xml_document& xml) {
  std::size_t depth = 0;
  for (pugi::xml_node node = xml.first_child(); node;) {
    if (node.first_child()) {
      if (++depth > deepest_xml) return true;
      node = node.first_child();
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      if (depth > 0) --depth;
    }
    if (node) node = node.next_sibling();
  }
  return false;
}

}  // namespace

Archive::Archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!zip_) zip_source_free(source);
  }
  zip_error_fini(&error);
}

bool Archive::has(const char* part) const noexcept { return ok() && zip_name_locate(zip_.get(), part, 0) >= 0; }

// The sizes the archive states are checked first; they may lie, so what really comes is counted too.
std::optional<Error> Archive::unpack(zip_uint64_t index, std::string& bytes) {
  zip_stat_t stat;
  if (zip_stat_index(zip_.get(), index, 0, &stat) != 0) return Error{ErrorCode::damaged_archive};
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return Error{ErrorCode::encrypted};
  }
  const std::size_t limit = std::min<std::size_t>(most_unpacked - unpacked_,
                                                  std::max<std::size_t>(always_unpacked, stat.comp_size * most_ratio));
  if (stat.size > limit) return Error{ErrorCode::unsafe_archive};
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_.get(), index, 0));
  if (!file) return Error{ErrorCode::damaged_archive};
  std::array<char, 64 * 1024> chunk;
  for (;;) {
    const zip_int64_t count = zip_fread(file.get(), chunk.data(), chunk.size());
    if (count < 0) return Error{ErrorCode::damaged_archive};
    if (count == 0) break;
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limit) return Error{ErrorCode::unsafe_archive};
  }
  unpacked_ += bytes.size();
  return std::nullopt;
}

std::optional<Error> Archive::load(const char* part, pugi::xml_document& xml) {
  if (!ok()) return Error{ErrorCode::damaged_archive};
  if (zip_get_num_entries(zip_.get(), 0) > most_entries) return Error{ErrorCode::unsafe_archive};
  const zip_int64_t index = zip_name_locate(zip_.get(), part, 0);
  if (index < 0) return std::nullopt;
  std::string bytes;
  if (const auto error = unpack(static_cast<zip_uint64_t>(index), bytes)) return error;
  // A blank between two tags counts only where it is all that an element holds: <w:t> </w:t>.
  constexpr unsigned flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_doctype |
                             pugi::parse_wconv_attribute | pugi::parse_ws_pcdata_single;
  if (!xml.load_buffer(bytes.data(), bytes.size(), flags)) return Error{ErrorCode::damaged_archive};
  const auto is_doctype = [](pugi::xml_node node) { return node.type() == pugi::node_doctype; };
  if (xml.find_child(is_doctype) || is_too_deep(xml)) {
    xml.reset();
    return Error{ErrorCode::unsafe_archive};
  }
  use_known_names(xml);
  return std::nullopt;
}

std::string text_of(pugi::xml_node element) {
  std::string text;
  for (const pugi::xml_node child : element.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  return text;
}

}  // namespace gongbao
