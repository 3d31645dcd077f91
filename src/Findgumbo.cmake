# The target gumbo::gumbo, by pkg-config: no version of gumbo has a CMake package.
# Used by the build and, installed beside it, by gongbao-config.cmake.
find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
  pkg_check_modules(GONGBAO_GUMBO QUIET IMPORTED_TARGET gumbo)
endif()
if(TARGET PkgConfig::GONGBAO_GUMBO AND NOT TARGET gumbo::gumbo)
  add_library(gumbo::gumbo INTERFACE IMPORTED)
  target_link_libraries(gumbo::gumbo INTERFACE PkgConfig::GONGBAO_GUMBO)
endif()

if(TARGET gumbo::gumbo)
  set(gumbo_target gumbo::gumbo)
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(gumbo REQUIRED_VARS gumbo_target)
unset(gumbo_target)
