#include "gongbao/file_type.h"

#include <string>

#include "office/archive.h"

namespace gongbao {
namespace {

FileType archive_type(std::string_view bytes) {
  const Archive archive(bytes);
  if (archive.has("word/document.xml")) return FileType::docx;
  if (archive.has("xl/workbook.xml")) return FileType::xlsx;
  if (archive.has("OFD.xml")) return FileType::ofd;
  return FileType::archive;
}

// Before 2007 an Office file was a compound of named streams; so is one with a password today.
FileType compound_type(std::string_view bytes) {
  const auto has = [&](std::string_view name) {
    std::string utf16;
    for (const char c : name) utf16.append({c, '\0'});
    return bytes.find(utf16 + std::string(2, '\0')) != bytes.npos;
  };
  if (has("EncryptedPackage")) return FileType::encrypted;
  // A Word file may have a workbook inside; the other way round is rare.
  return !has("WordDocument") && (has("Workbook") || has("Book")) ? FileType::xls : FileType::doc;
}

}  // namespace

FileType file_type(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return archive_type(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound_type(bytes);
  if (bytes.starts_with("{\\rtf")) return FileType::rtf;
  if (bytes.starts_with("%PDF-")) return FileType::pdf;
  return FileType::text;
}

}  // namespace gongbao
