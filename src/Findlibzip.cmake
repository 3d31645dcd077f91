# The target libzip::zip, from pkg-config: libzip's own CMake package asks for its programs, which Debian puts
# elsewhere. Used by the build and, installed beside it, by gongbao-config.cmake.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(GONGBAO_LIBZIP QUIET IMPORTED_TARGET libzip)
endif()
if(TARGET PkgConfig::GONGBAO_LIBZIP AND NOT TARGET libzip::zip)
  add_library(libzip::zip INTERFACE IMPORTED)
  target_link_libraries(libzip::zip INTERFACE PkgConfig::GONGBAO_LIBZIP)
endif()
if(TARGET libzip::zip)
  set(libzip_target libzip::zip)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(libzip REQUIRED_VARS libzip_target VERSION_VAR GONGBAO_LIBZIP_VERSION)
unset(libzip_target)
