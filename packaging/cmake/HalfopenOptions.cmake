# SPDX-License-Identifier: GPL-3.0-or-later
# The target every other target links: language level, warnings, sanitizers, include roots.
add_library(halfopen_options INTERFACE)
target_compile_features(halfopen_options INTERFACE cxx_std_20)
target_compile_options(halfopen_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wimplicit-fallthrough -Wswitch -Werror=switch -Werror=return-type -fno-strict-aliasing)
target_compile_definitions(halfopen_options INTERFACE
  HALFOPEN_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(halfopen_options INTERFACE "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}")
set(CMAKE_CXX_EXTENSIONS OFF)

if(HALFOPEN_SANITIZER)
  target_compile_options(halfopen_options INTERFACE -fsanitize=${HALFOPEN_SANITIZER} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(halfopen_options INTERFACE -fsanitize=${HALFOPEN_SANITIZER})
endif()

# All three programs find each other beside themselves: one folder in the build tree as when installed.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
